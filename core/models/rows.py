"""Rows of a page whose words are translated with it."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Orderable, TranslatableMixin

from core.fields import word_fields
from core.languages import locale_code, said


class TranslatedRow(TranslatableMixin, Orderable):
    """A row of a page (a task, a member, a milestone) with words of its own and facts of the original's.

    A subclass says which fields are words: ``translatable_fields = words("name", "note")``. On a translation all
    other fields are carried over with the original (``core.facts``), and so are words that nobody translated yet.
    """

    # Names of the words that are still the original's; worked out when facts are carried over.
    untranslated = models.JSONField(_("not translated yet"), default=list, editable=False)

    # Whether its words go to translators, who may be outside or a machine.
    is_for_translators = True

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
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
