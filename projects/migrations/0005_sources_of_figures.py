"""The sources of figures are translated."""

from django.db import migrations

from core.migrations._translated_rows import operations


class Migration(migrations.Migration):
    dependencies = [
        ("projects", "0004_translated_rows"),
    ]

    operations = operations(
        "projects",
        {
            "indicatorvalue": ("indicator", ["source"]),
            "moneyfigure": ("project", ["source"]),
            "progressfigure": ("project", ["source"]),
            "schememoneyfigure": ("scheme", ["source"]),
        },
    )
