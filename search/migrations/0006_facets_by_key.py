"""With the key in it, facets are counted from the index alone on PostgreSQL too."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("search", "0005_more_abbreviations")]

    operations = [
        migrations.RemoveIndex(model_name="searchentry", name="search_entry_facets"),
        migrations.AddIndex(
            model_name="searchentry",
            index=models.Index(
                fields=["kind", "organisation_id", "year", "fields", "language", "public", "id"],
                name="search_entry_facets",
            ),
        ),
    ]
