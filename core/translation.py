"""When a page's words changed, and which of them; what a translation is measured against.

Only this module of the ground floor knows how wagtail-localize takes a page apart.
"""

import hashlib
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.dispatch import Signal
from wagtail.models import Page
from wagtail_localize.fields import SynchronizedField, get_translatable_fields
from wagtail_localize.segments import (
    OverridableSegmentValue,
    RelatedObjectSegmentValue,
    StringSegmentValue,
    TemplateSegmentValue,
    extract,
)

from core.models.words import TextVersion

# Sent with ``page`` after a publication that changed the words of a page in the first language.
words_changed = Signal()

# Values that a translation takes over as they are; a change of one of these is worth a new translation too.
_SHOWN = (models.CharField, models.TextField, models.IntegerField, models.DecimalField, models.DateField)


class TolerantExtractor(extract.StreamFieldSegmentExtractor):
    """Passes over a part of a block that was never filled in.

    A field added to a block later is ``None`` in all older pages; wagtail-localize 1.14.5 stops there with an error,
    and nobody could translate those pages.
    """

    def handle_block(self, block_type: Any, block_value: Any, raw_value: Any = None) -> list:
        return [] if block_value is None else super().handle_block(block_type, block_value, raw_value=raw_value)


def mend_extraction() -> None:
    """Let wagtail-localize use ``TolerantExtractor`` and pass over rows that say so; it has no setting for that."""
    extract_segments = extract.extract_segments

    def extract_shown(instance: Any) -> list:
        return extract_segments(instance) if getattr(instance, "is_for_translators", True) else []

    extract.StreamFieldSegmentExtractor = TolerantExtractor
    extract.extract_segments = extract_shown


def is_source(page: Page) -> bool:
    """Whether ``page`` is in the language that the others are translated from."""
    return page.locale.language_code == settings.LANGUAGE_CODE


def words_of(page: Page) -> dict[str, str]:
    """Return path → digest of every piece of text of ``page`` and of the values that translations take over."""
    pieces: dict[str, list[str]] = {}
    for segment in extract.extract_segments(page):
        pieces.setdefault(segment.path, []).append(_content(segment))
    for name in _taken_over(type(page)):
        value = getattr(page, name)
        if value not in (None, ""):
            pieces[name] = [str(value)]
    return {path: hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16] for path, parts in pieces.items()}


def field_at(model: type[models.Model], path: str) -> models.Field | None:
    """Return the field of ``model``, or of a row of it, that a piece of text stands in; ``None`` for no such path."""
    name, *rest = path.split(".")
    found = next((field for field in model._meta.get_fields() if field.name == name), None)
    if isinstance(found, models.ManyToOneRel):
        return field_at(found.related_model, ".".join(rest[1:]))
    return found if isinstance(found, models.Field) else None


def note_words(page: Page, at: datetime) -> bool:
    """Note what ``page`` says as of its publication ``at``; tell whether it says something else than before."""
    words, moment = words_of(page), at.isoformat()
    version = TextVersion.objects.filter(page_id=page.pk).first()
    before = version.segments if version else {}
    segments = {}
    for path, digest in words.items():
        known = before.get(path)
        segments[path] = known if known and known[0] == digest else [digest, moment]
    for path, (digest, since) in before.items():
        if path not in words:
            segments[path] = ["", moment if digest else since]
    if segments == before:
        return False
    TextVersion.objects.update_or_create(page_id=page.pk, defaults={"segments": segments, "changed_at": at})
    return True


def changed_paths(version: TextVersion, since: datetime) -> dict[str, datetime]:
    """Return path → instant of the pieces that changed after ``since``, the latest first."""
    found = {path: datetime.fromisoformat(moment) for path, (_digest, moment) in version.segments.items()}
    late = {path: moment for path, moment in found.items() if moment > since}
    return dict(sorted(late.items(), key=lambda item: item[1], reverse=True))


def _content(segment) -> str:
    if isinstance(segment, StringSegmentValue):
        return segment.string.data
    if isinstance(segment, TemplateSegmentValue):
        return segment.template
    if isinstance(segment, OverridableSegmentValue):
        return str(segment.data)
    if isinstance(segment, RelatedObjectSegmentValue):
        return str(segment.translation_key)
    return ""


def _taken_over(model: type[Page]) -> Iterable[str]:
    for declared in get_translatable_fields(model):
        if isinstance(declared, SynchronizedField):
            field = declared.get_field(model)
            if isinstance(field, _SHOWN) and not isinstance(field, models.DateTimeField):
                yield declared.field_name
