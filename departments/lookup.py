"""The look-up "former commune, ward or body → what it is now"."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy
from wagtail.models import Locale

from core.languages import said
from core.privacy import open_to_all
from core.text import fold
from departments.models import AdministrativeUnit, OrganisationPage, PlaceSuccession
from departments.succession import Graph, graph, in_language

LIMIT = 40
# Chains of places longer than this do not occur; a circle that somebody forced into the data must end as well.
MAX_STEPS = 8


@dataclass
class Step:
    """A place and what it went over to."""

    place: AdministrativeUnit
    extent: str = ""
    note: str = ""
    next: list["Step"] = field(default_factory=list)

    @property
    def since(self) -> date | None:
        """The day from which its successors hold."""
        return self.place.valid_to + timedelta(days=1) if self.place.valid_to else None

    @property
    def ends(self) -> list[AdministrativeUnit]:
        """The places of today at the ends of the chain, none twice."""
        if not self.next:
            return [self.place]
        return list({place.pk: place for step in self.next for place in step.ends}.values())


def find_places(text: str) -> tuple[list[Step], bool]:
    """Return the places that answer ``text`` with their chains, best first, and whether there are more.

    Names equal to what was typed come first, then former places, then by name; namesakes in several districts are
    all shown. At most ``MAX_STEPS`` + 1 queries, however many places there are.
    """
    places = list(
        AdministrativeUnit.objects.matching(text).select_related("parent__parent", "organisation__locale")[
            : LIMIT * 5
        ]
    )
    wanted = fold(text).strip()
    places.sort(
        key=lambda place: (
            wanted not in (fold(place.name), fold(place.full_name)),
            not fold(place.full_name).startswith(wanted),
            place.valid_to is None,
            fold(place.name),
            place.trail,
        )
    )
    steps = [Step(place) for place in places[:LIMIT]]
    _follow(steps)
    return steps, len(places) > LIMIT


def _follow(steps: list[Step]) -> None:
    """Add to ``steps`` what came after, a query for each further link of the longest chain."""
    ends = steps
    for _link in range(MAX_STEPS):
        ended = [step for step in ends if step.place.valid_to]
        if not ended:
            return
        rows: dict[int, list[PlaceSuccession]] = {}
        for row in PlaceSuccession.objects.filter(predecessor__in={step.place.pk for step in ended}).select_related(
            "successor__parent__parent", "successor__organisation__locale"
        ):
            rows.setdefault(row.predecessor_id, []).append(row)
        ends = []
        for step in ended:
            step.next = [
                Step(row.successor, row.extent, said(row.note, settings.LANGUAGE_CODE))
                for row in rows.get(step.place.pk, [])
            ]
            ends += step.next


def find_bodies(text: str, locale: Locale) -> list[dict[str, Any]]:
    """Return former organisations by name, short name or other name: ``{"organisation", "successors", "on"}``."""
    words = fold(text).split()
    if not words:
        return []
    known = graph()
    ended = open_to_all(OrganisationPage.objects.filter(locale=locale, valid_to__isnull=False))
    found = []
    for page in ended.defer("body", "functions", "blocks").order_by("title"):
        names = fold(f"{page.title} {page.short_name} {page.other_names}")
        ending = known.endings.get(page.translation_key)
        if ending and all(word in names for word in words):
            found.append({"organisation": page, "ending": ending})
    successors = _successors(known, found[:LIMIT], locale)
    return [{**row, "successors": successors[row["organisation"].pk]} for row in found[:LIMIT]]


def _successors(known: Graph, rows: list[dict[str, Any]], locale: Locale) -> dict[int, list[OrganisationPage]]:
    keys = {
        row["organisation"].pk: known.present_successors(row["organisation"].translation_key, date.max)
        for row in rows
    }
    pages = {
        page.translation_key: page for page in in_language({k for found in keys.values() for k in found}, locale.pk)
    }
    return {pk: [pages[key] for key in found if key in pages] for pk, found in keys.items()}


# Key in JSON → heading in CSV.
TABLE_HEADER = {
    "code": gettext_lazy("Code"),
    "name": gettext_lazy("Name"),
    "kind": gettext_lazy("Kind"),
    "lies_in": gettext_lazy("Lies in"),
    "valid_from": gettext_lazy("Valid from"),
    "valid_to": gettext_lazy("Last day"),
    "ended_as": gettext_lazy("How it ended"),
    "legal_basis": gettext_lazy("Legal basis"),
    "successor_code": gettext_lazy("New code"),
    "successor_name": gettext_lazy("New name"),
    "successor_valid_from": gettext_lazy("New from"),
    "extent": gettext_lazy("Extent"),
    "note": gettext_lazy("Note"),
}


def table_rows() -> Iterator[list[Any]]:
    """Yield the register of places, one row a successor; the key is the code with the first day."""
    places = AdministrativeUnit.objects.select_related("parent__parent__parent").prefetch_related(
        "successions__successor"
    )
    for place in places.order_by("code", "valid_from").iterator(chunk_size=500):
        own = [
            place.code,
            place.full_name,
            place.get_kind_display(),
            place.trail,
            place.valid_from.isoformat(),
            place.valid_to.isoformat() if place.valid_to else "",
            place.get_ended_as_display(),
            place.legal_basis,
        ]
        for row in list(place.successions.all()) or [None]:
            if row is None:
                yield [*own, "", "", "", "", ""]
            else:
                successor = row.successor
                yield [
                    *own,
                    successor.code,
                    successor.full_name,
                    successor.valid_from.isoformat(),
                    row.get_extent_display(),
                    row.note,
                ]


def changes(limit: int) -> list[AdministrativeUnit]:
    """Return the places that ended last, with what they went over to: two queries."""
    ended = AdministrativeUnit.objects.filter(valid_to__isnull=False).prefetch_related("successions__successor")
    return list(ended.order_by("-valid_to", "full_name", "pk")[:limit])
