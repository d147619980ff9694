"""On PostgreSQL modelsearch filters by an expression and joins by a cast; without these both read everything.

Its own comment speaks of the first index, but no migration of its makes it (modelsearch 1.3).
"""

from django.db import migrations

FORWARD = [
    # Without "fastupdate": the list of what is still to be indexed, long after a rebuild, makes PostgreSQL believe that
    # reading the whole table is cheaper (measured at 10,000 entries: 573 ms for a rare word, 0.05 ms without the list).
    "CREATE INDEX IF NOT EXISTS search_index_title_body ON wagtailsearch_indexentry USING gin ((title || body)) "
    "WITH (fastupdate = off)",
    "CREATE INDEX IF NOT EXISTS search_entry_id_text ON search_searchentry ((id::varchar(50)))",
]
BACKWARD = ["DROP INDEX IF EXISTS search_index_title_body", "DROP INDEX IF EXISTS search_entry_id_text"]


def run(statements):
    def on_postgresql(apps, schema_editor):
        if schema_editor.connection.vendor == "postgresql":
            for statement in statements:
                schema_editor.execute(statement)

    return on_postgresql


class Migration(migrations.Migration):
    dependencies = [("search", "0002_abbreviations"), ("wagtailsearch", "0010_add_text_fields")]

    operations = [migrations.RunPython(run(FORWARD), run(BACKWARD))]
