"""The words of tasks, milestones, indicators, members and legal bases are translated."""

from django.db import migrations

from core.migrations._translated_rows import operations


class Migration(migrations.Migration):
    dependencies = [
        ("projects", "0003_legal_basis"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = operations(
        "projects",
        {
            "committeemember": ("committee", ["post"]),
            "indicator": ("project", ["name", "unit"]),
            "legalbasis": ("scheme", ["text"]),
            "milestone": ("project", ["name", "note"]),
            "schemetask": ("scheme", ["text", "result"]),
        },
    )
