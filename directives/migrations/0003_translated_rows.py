"""The words of tasks are translated."""

from django.db import migrations

from core.migrations._translated_rows import operations


class Migration(migrations.Migration):
    dependencies = [
        ("directives", "0002_leader_and_scheme"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = operations("directives", {"directivetask": ("directive", ["content", "lead_name"])})
