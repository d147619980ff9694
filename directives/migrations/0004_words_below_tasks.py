"""The words of progress notes and coordinating agencies are translated with their task."""

from django.db import migrations

from core.migrations._translated_rows import operations


class Migration(migrations.Migration):
    dependencies = [
        ("directives", "0003_translated_rows"),
    ]

    operations = operations(
        "directives", {"coordinatingagency": ("task", ["name"]), "progressnote": ("task", ["text"])}
    )
