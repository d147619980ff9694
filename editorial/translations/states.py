"""How far a translation is: which pieces are missing, which a machine wrote, which are older than their original."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils.functional import cached_property
from django.utils.text import capfirst
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation
from wagtail_localize.views import edit_translation

from core.models import TextVersion
from core.text import excerpt
from core.translation import changed_paths, field_at


def name_rows_below() -> None:
    """Let wagtail-localize's editor say what a piece of a row below a row is; 1.14.5 names the row above only."""
    locate = edit_translation.get_segment_location_info

    def located(source: Page, tabs: Any, path: str, *args: Any, **kwargs: Any) -> dict[str, Any]:
        place, found = locate(source, tabs, path, *args, **kwargs), field_at(type(source), path)
        if place["subField"] is None and found is not None and found.model not in type(source).__mro__:
            place["field"] = capfirst(found.model._meta.verbose_name)
            place["subField"] = capfirst(found.verbose_name)
        return place

    edit_translation.get_segment_location_info = located


@dataclass(frozen=True)
class Piece:
    """A piece of text of the original: where it stands, how it begins, since when it has read so."""

    label: str
    words: str
    since: datetime | None = None


@dataclass
class TranslationState:
    """What an editor is told over the segment editor."""

    translation: Translation
    page: Page
    segments: list[StringSegment] = field(init=False)

    def __post_init__(self) -> None:
        segments = StringSegment.objects.filter(source=self.translation.source).order_by("order")
        self.segments = list(
            segments.annotate_translation(self.translation.target_locale).select_related("string", "context")
        )

    @cached_property
    def missing(self) -> list[Piece]:
        """Pieces without a translation: they would stand in Vietnamese on the English page."""
        return [self._piece(segment) for segment in self.segments if segment.translation is None]

    @cached_property
    def unreviewed(self) -> list[Piece]:
        """Pieces that a machine translated and nobody has answered for."""
        machine = set(machine_translations(self.translation).values_list("translation_of_id", "context_id"))
        return [self._piece(s) for s in self.segments if (s.string_id, s.context_id) in machine]

    @cached_property
    def stale(self) -> list[Piece]:
        """Pieces of the original that changed after what is public in English was written."""
        version = TextVersion.objects.filter(
            page__translation_key=self.page.translation_key, page__locale=self.translation.source.locale_id
        ).first()
        written = self.page.live_revision.created_at if self.page.live_revision else None
        if version is None or written is None:
            return []
        known = {segment.context.path: segment for segment in reversed(self.segments)}
        return [
            self._piece(known[path], since) if path in known else Piece(self._label(path), "", since)
            for path, since in changed_paths(version, written).items()
        ]

    @property
    def done(self) -> int:
        """Number of pieces with a translation."""
        return len(self.segments) - len(self.missing)

    def _piece(self, segment: StringSegment, since: datetime | None = None) -> Piece:
        return Piece(self._label(segment.context.path), excerpt(segment.string.data, 90), since)

    def _label(self, path: str) -> str:
        found = field_at(self.page.specific_class, path)
        if found is None:
            return capfirst(path.split(".")[0])
        name = capfirst(str(found.verbose_name))
        is_of_the_page = found.model in self.page.specific_class.__mro__
        return name if is_of_the_page else f"{capfirst(str(found.model._meta.verbose_name))}: {name}"


def machine_translations(translation: Translation):
    """Return the machine's translations in use that no person has answered for."""
    return StringTranslation.objects.filter(
        context__object_id=translation.source.object_id,
        locale=translation.target_locale_id,
        translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE,
        translation_of__segments__source=translation.source_id,
    ).distinct()
