"""Names in bylines that are no author's are translated."""

from django.db import migrations

from core.migrations._translated_rows import operations


class Migration(migrations.Migration):
    dependencies = [
        ("news", "0002_news_scheme"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = operations("news", {"newsbyline": ("page", ["name"])})
