"""The words of signers, files and relations are translated."""

from django.db import migrations

from core.migrations._translated_rows import operations


class Migration(migrations.Migration):
    dependencies = [
        ("legal", "0004_consolidated_text"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = operations(
        "legal",
        {
            "documentsigner": ("page", ["post"]),
            "documentfile": ("page", ["label"]),
            "documentrelation": ("page", ["target_words", "parts"]),
        },
    )
