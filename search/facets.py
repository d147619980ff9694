"""What a list of results may be narrowed to, with how many each choice would leave."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db.models import Count, QuerySet

from core.searchable import KINDS
from search import engine
from search.engine import Row
from search.finding import Findings
from search.models import SearchEntry
from search.models.entry import field_term
from search.planning import without

NEWEST, BEST = "moi", "phu-hop"


class Group(NamedTuple):
    """Entries that no facet tells apart, and how many they are."""

    kind: str
    organisation: int | None
    year: int | None
    fields: tuple[str, ...]
    count: int  # type: ignore[assignment]


@dataclass(frozen=True)
class Filters:
    """What a reader narrowed the results to; values that make no sense are as if not given."""

    kind: str = ""
    organisation: int | None = None
    field: str = ""
    year: int | None = None
    first: date | None = None
    last: date | None = None
    sort: str = BEST

    @classmethod
    def from_query(cls, query: Mapping[str, str]) -> "Filters":
        """Read ``?loai= &don-vi= &linh-vuc= &nam= &tu-ngay= &den-ngay= &xep=``."""
        kind = query.get("loai", "")
        return cls(
            kind=kind if kind in KINDS else "",
            organisation=_number(query.get("don-vi", ""), 2**62),
            field=query.get("linh-vuc", "").replace("\x00", "")[:100],
            year=_number(query.get("nam", ""), 9999),
            first=_day(query.get("tu-ngay", "")),
            last=_day(query.get("den-ngay", "")),
            sort=NEWEST if query.get("xep") == NEWEST else BEST,
        )

    @property
    def active(self) -> bool:
        """Whether anything is narrowed."""
        return replace(self, sort=BEST) != Filters()

    def keeps(self, row: Row | Group) -> bool:
        """Tell whether a candidate stays."""
        return (
            (not self.kind or row.kind == self.kind)
            and (self.organisation is None or _organisation(row) == self.organisation)
            and (not self.field or self.field in row.fields)
            and (self.year is None or row.year == self.year)
        )

    def keeps_day(self, row: Row) -> bool:
        """Tell whether its day is in the range."""
        return (self.first is None or row.day >= self.first) and (self.last is None or row.day <= self.last)

    def narrow_days(self, entries: QuerySet[SearchEntry]) -> QuerySet[SearchEntry]:
        """Return the entries in the range of days."""
        if self.first:
            entries = entries.filter(day__gte=self.first)
        return entries.filter(day__lte=self.last) if self.last else entries

    def narrow(self, entries: QuerySet[SearchEntry]) -> QuerySet[SearchEntry]:
        """Return the entries that stay, but for the field, which the engine narrows."""
        entries = self.narrow_days(entries)
        wanted = {"kind": self.kind, "organisation_id": self.organisation, "year": self.year}
        return entries.filter(**{name: value for name, value in wanted.items() if value})

    def narrow_query(self, query: Any) -> Any:
        """Return an engine's query that asks for the field too."""
        return engine.both(query, engine.all_of([field_term(self.field)])) if self.field else query


def _organisation(row: Row | Group) -> int | None:
    return row.organisation if isinstance(row, Group) else row.organisation_id


def _number(text: str, most: int) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 20 and 0 < int(text) <= most else None


def _day(text: str) -> date | None:
    """Return the day of ``2026-11-25`` or ``25/11/2026``."""
    for form in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            return datetime.strptime(text.strip()[:10], form).date()  # noqa: DTZ007 (a day has no time zone)
        except ValueError:
            continue
    return None


def groups_of(rows: Iterable[Row]) -> list[Group]:
    """Count candidates."""
    counted = Counter((row.kind, row.organisation_id, row.year, tuple(row.fields)) for row in rows)
    return [Group(*key, count) for key, count in counted.items()]


def groups_of_all(query: Any, entries: QuerySet[SearchEntry]) -> list[Group]:
    """Count everything that answers ``query``, in the database."""
    found = engine.matching(query, entries.order_by(*engine.NEWEST))
    entries = SearchEntry.objects.filter(pk__in=found) if isinstance(found, list) else found
    rows = entries.order_by().values_list("kind", "organisation_id", "year", "fields").annotate(count=Count("pk"))
    with without("seqscan"):
        return [Group(kind, owner, year, tuple(fields), count) for kind, owner, year, fields, count in rows]


def total(groups: Iterable[Group], filters: Filters) -> int:
    """Return how many results the filters leave."""
    return sum(group.count for group in groups if filters.keeps(group))


def counts(groups: list[Group], filters: Filters) -> dict[str, Counter]:
    """Return facet → value → how many results choosing it would leave, the other filters kept."""
    found: dict[str, Counter] = {name: Counter() for name in ("kind", "organisation", "field", "year")}
    for name, counter in found.items():
        others = replace(filters, **{name: "" if name in {"kind", "field"} else None})  # type: ignore[arg-type]
        for group in groups:
            if others.keeps(group):
                values = group.fields if name == "field" else [getattr(group, name)]
                for value in values:
                    if value:
                        counter[value] += group.count
    return found


def narrowest(findings: Findings, entries: QuerySet[SearchEntry]) -> Any:
    """Return the strictest reading of the query that anything answers: what is counted when very much is found.

    The words of a query, folded and in any order, stand on half of all pages if they are common ones.
    """
    looks = [engine.marked_pairs, engine.marked_words, engine.folded_pairs]
    if not any(word.marks for word in findings.words):
        looks = [engine.folded_pairs]
    for look in looks:
        query = engine.any_of([look(way) for way in findings.strict])
        if engine.exists(query, entries):
            return query
    return engine.any_of([engine.folded_words(way) for way in findings.strict])
