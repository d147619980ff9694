"""Rows of a page, and rows below them, whose words are translated with the page."""

from typing import Any
from uuid import uuid5

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Orderable, TranslatableMixin

from core.fields import translated_rows, word_fields
from core.languages import locale_code, said


class TranslatedWords(TranslatableMixin):
    """A row of a page (a figure, a note) with words of its own and facts of the original's.

    A subclass says which fields are words, and which relations lead to such rows below it:
    ``translatable_fields = words("name", "notes")``. On a translation all other fields are carried over with the
    original (``core.facts``), and so are words that nobody translated yet.
    """

    # Names of the words that are still the original's; worked out when facts are carried over.
    untranslated = models.JSONField(_("not translated yet"), default=list, editable=False)

    # Whether its words go to translators, who may be outside or a machine.
    is_for_translators = True

    class Meta(TranslatableMixin.Meta):
        abstract = True

    @property
    def said(self) -> dict[str, str]:
        """Name of a word field → what it says, with the language that is in."""
        kind: Any = type(self)
        own = locale_code(self.locale_id)
        return {
            name: said(getattr(self, name), settings.LANGUAGE_CODE if name in self.untranslated else own)
            for name in word_fields(kind)
        }

    def save(self, *args: Any, **kwargs: Any) -> None:
        kind: Any = type(self)
        if self.locale_id is None:
            self.locale = self.get_default_locale()
        for name in translated_rows(kind):
            self._adopt(name)
        super().save(*args, **kwargs)

    def _adopt(self, relation: str) -> None:
        """Let the rows below this one be its own: Wagtail copies them with language, key and id of the original.

        A copy's key is made from both keys, so that a draft that still has the original's finds the same row again.
        """
        rows = self.__dict__.get("_cluster_related_objects", {}).get(relation)
        if not rows:
            return
        field = self._meta.get_field(relation).remote_field  # type: ignore[union-attr]
        copies = {row.translation_key: uuid5(self.translation_key, row.translation_key.hex) for row in rows}
        stored = {
            row.translation_key: row
            for row in field.model._default_manager.filter(
                locale=self.locale_id, translation_key__in=[*copies, *copies.values()]
            )
        }
        for row in rows:
            found = stored.get(row.translation_key)
            if found and getattr(found, field.attname) != self.pk:
                row.translation_key = copies[row.translation_key]
                found = stored.get(row.translation_key)
            row.pk, row.locale_id = found and found.pk, self.locale_id
            row._state.adding = found is None


class TranslatedRow(TranslatedWords, Orderable):
    """Such a row in an order that the editor chose (a task, a member, a milestone)."""

    class Meta(TranslatedWords.Meta, Orderable.Meta):
        abstract = True
