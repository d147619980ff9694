"""Migration operations that turn existing rows into ``TranslatedRow``; never change what released migrations do."""

import uuid
from collections.abc import Callable
from typing import Any

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.migrations.operations.base import Operation


def operations(app: str, rows: dict[str, tuple[str, list[str]]]) -> list[Operation]:
    """Return the operations for the models of ``app``: name → (field of the page, names of the words)."""
    added, required = [], []
    for model in rows:
        added += [
            migrations.AddField(model, "locale", _locale(null=True)),
            migrations.AddField(model, "translation_key", models.UUIDField(editable=False, null=True)),
            migrations.AddField(
                model,
                "untranslated",
                models.JSONField(default=list, editable=False, verbose_name="not translated yet"),
            ),
        ]
        required += [
            migrations.AlterField(model, "locale", _locale()),
            migrations.AlterField(model, "translation_key", models.UUIDField(default=uuid.uuid4, editable=False)),
            migrations.AlterUniqueTogether(model, {("translation_key", "locale")}),
        ]
    return [*added, migrations.RunPython(_fill(app, rows), migrations.RunPython.noop), *required]


def _locale(**kwargs: Any) -> models.ForeignKey:
    return models.ForeignKey(
        "wagtailcore.locale",
        editable=False,
        on_delete=django.db.models.deletion.PROTECT,
        related_name="+",
        verbose_name="locale",
        **kwargs,
    )


def _fill(app: str, rows: dict[str, tuple[str, list[str]]]) -> Callable:
    def fill(apps: Any, schema_editor: Any) -> None:
        """Every row is in the language of its page; on a translation its words were carried over untranslated."""
        for name, (owner, words) in rows.items():
            for row in apps.get_model(app, name).objects.select_related(f"{owner}__locale"):
                locale = getattr(row, owner).locale
                row.locale_id, row.translation_key = locale.pk, uuid.uuid4()
                row.untranslated = [] if locale.language_code == settings.LANGUAGE_CODE else words
                row.save(update_fields=["locale", "translation_key", "untranslated"])
        # PostgreSQL alters no table in whose favour a deferred check is still waiting.
        schema_editor.connection.check_constraints()

    return fill
