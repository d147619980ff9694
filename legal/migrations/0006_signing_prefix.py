"""In whose name somebody signed gets a name that no form bears: ``form.prefix`` is what tells rows apart."""

import json
from typing import Any

from django.db import migrations


def _rename(old: str, new: str, before: str, after: str) -> Any:
    def rename(apps: Any, schema_editor: Any) -> None:
        """Drafts, earlier versions and what is being translated keep their rows under the name of the field."""

        def renamed(content: dict) -> bool:
            named = [row for row in content.get("signers", []) if old in row]
            for row in named:
                row[new] = row.pop(old)
            return bool(named)

        revisions = apps.get_model("wagtailcore", "Revision").objects.filter(
            content_type__app_label="legal", content_type__model="legaldocumentpage"
        )
        for revision in revisions.iterator():
            if renamed(revision.content):
                revision.save(update_fields=["content"])
        sources = apps.get_model("wagtail_localize", "TranslationSource").objects.filter(
            specific_content_type__app_label="legal", specific_content_type__model="legaldocumentpage"
        )
        for source in sources.iterator():
            content = json.loads(source.content_json)
            if renamed(content):
                source.content_json = json.dumps(content)
                source.save(update_fields=["content_json"])
        # Otherwise the translators would be told that the original is of another make than its translation.
        sources.filter(schema_version=before).update(schema_version=after)

    return rename


rename_forwards = _rename("prefix", "signing_prefix", "0005_translated_rows", "0006_signing_prefix")
rename_backwards = _rename("signing_prefix", "prefix", "0006_signing_prefix", "0005_translated_rows")


class Migration(migrations.Migration):
    dependencies = [
        ("legal", "0005_translated_rows"),
        ("wagtail_localize", "0016_rename_page_revision_translationlog_revision"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
        migrations.RenameField("documentsigner", "prefix", "signing_prefix"),
        migrations.RunPython(rename_forwards, rename_backwards),
    ]
