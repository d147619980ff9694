"""The results of one request: narrowed, counted, and the few on the page fetched with what they show."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from django.utils.safestring import SafeString
from wagtail.models import Page

from core.privacy import open_to_all
from search import engine, facets, finding, snippets
from search.analysis import words_of
from search.engine import Row
from search.facets import NEWEST, Filters, Group
from search.finding import SHOWN, Findings
from search.models import SearchEntry


@dataclass(frozen=True)
class Result:
    """What the page shows of one result; all but ``organisation`` are HTML.

    ``other_name`` is the name of a unit or place by which it was found where its title does not say it.
    """

    entry: SearchEntry
    title: SafeString
    snippet: SafeString
    organisation: str
    other_name: str = ""

    @property
    def url(self) -> str:
        """Where it leads."""
        return self.entry.url


class Results:
    """Narrowing and counting. Nothing is asked of the database before it is needed."""

    def __init__(self, findings: Findings, filters: Filters, language: str) -> None:
        self.findings = findings
        self.filters = filters
        self.language = language
        self.entries = finding.public_entries(language)

    @cached_property
    def _narrowest(self):
        return facets.narrowest(self.findings, self.entries)

    @cached_property
    def groups(self) -> list[Group]:
        """Everything that answers, by what facets tell apart; the range of days is already applied."""
        if self.findings.capped:
            return facets.groups_of_all(self._narrowest, self.filters.narrow_days(self.entries))
        return facets.groups_of(hit.row for hit in self.findings.hits if self.filters.keeps_day(hit.row))

    @cached_property
    def total(self) -> int:
        """How many results there are."""
        return facets.total(self.groups, self.filters)

    @cached_property
    def counts(self) -> dict[str, Counter]:
        """Facet → value → number of results."""
        return facets.counts(self.groups, self.filters)

    @cached_property
    def rows(self) -> list[Row]:
        """The results in order, at most ``SHOWN`` of them."""
        if self.findings.capped and (self.filters.active or self.filters.sort == NEWEST):
            return self._asked_again()
        rows = [hit.row for hit in self.findings.hits]
        rows = [row for row in rows if self.filters.keeps(row) and self.filters.keeps_day(row)]
        if self.filters.sort == NEWEST:
            rows.sort(key=lambda row: (row.day, row.pk), reverse=True)
        return rows[: min(SHOWN, self.total)]

    def _asked_again(self) -> list[Row]:
        """More match than were looked at: ask the engine for those that the filters leave."""
        narrowed = self.filters.narrow(self.entries)
        query = self.filters.narrow_query(self._narrowest)
        found = engine.rows(query, narrowed, SHOWN)
        if self.filters.sort == NEWEST:
            return found
        return finding.rescored(self.findings, found, self.language)

    def rows_without(self, pages: set[int | None]) -> list[Row]:
        """Return the rows but for those of promoted pages, which stand above."""
        pages = pages - {None}
        return [row for row in self.rows if not (row.page_id in pages and row.key == f"page:{row.page_id}")]

    @cached_property
    def organisation_names(self) -> dict[int, str]:
        """Page id → name, as it is today, of the public organisations that results belong to."""
        ids = {group.organisation for group in self.groups if group.organisation}
        return dict(open_to_all(Page.objects.filter(pk__in=ids)).values_list("pk", "title")) if ids else {}

    def shown(self, rows: list[Row]) -> list[Result]:
        """Return the results of one part of the list with their marked titles and snippets, in one query."""
        entries = self.entries.in_bulk([row.pk for row in rows])
        wanted = snippets.wanted_words(self.findings.phrasings)
        found = (entries[row.pk] for row in rows if row.pk in entries)
        return [
            Result(
                entry=entry,
                title=snippets.marked(entry.title, wanted),
                snippet=snippets.snippet(
                    f"{entry.lead}\n{entry.body}" if entry.kind != "file" else entry.body, wanted
                ),
                organisation=self.organisation_names.get(entry.organisation_id or 0, ""),
                other_name=snippets.marked(self._other_name(entry), wanted),
            )
            for entry in found
        ]

    def _other_name(self, entry: SearchEntry) -> str:
        """Return the other or former name of a unit that has all the words of the query, if its title has not."""
        if entry.kind not in ("organisation", "place"):
            return ""
        for phrasing in self.findings.phrasings:
            for name in (entry.title, *entry.keys):
                if {word.folded for word in phrasing.words} <= {word.folded for word in words_of(name)}:
                    return name if name != entry.title else ""
        return ""
