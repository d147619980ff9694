"""SQLite's backend without ranking; import it only where the database is SQLite."""

from collections.abc import Collection
from typing import Any

from django.db.models import F, QuerySet
from modelsearch.backends.database.sqlite.query import MatchExpression, normalize
from modelsearch.backends.database.sqlite.sqlite import (
    IndexEntry,
    SQLiteAutocompleteQueryCompiler,
    SQLiteFTSIndexEntry,
    SQLiteIndex,
    SQLiteSearchBackend,
    SQLiteSearchQueryCompiler,
)
from modelsearch.query import MatchAll, Not
from modelsearch.utils import get_descendants_content_types_pks

# Up to so many matches are fetched by their keys; more are met soon enough on the way from the newest entry back.
FEW = 400


class NewestFirst:
    """Match once, rank never: the stock compiler ranks by a look-up for each match, and joins so that SQLite may
    run the match again for each row.

    SQLite plans without knowing how many rows match, so the plan is chosen here by asking for a few first.
    """

    def search(self, config: Any, start: int | None, stop: int | None, score_field: str | None = None):
        query = normalize(self.query)  # type: ignore[attr-defined]
        if isinstance(query, MatchAll | Not):
            self.order_by_relevance = False
            return super().search(config, start, stop, score_field=None)  # type: ignore[misc]
        match = MatchExpression(self.fields or self.FTS_TABLE_FIELDS, self.build_search_query(query, config=config))  # type: ignore[attr-defined]
        matched = SQLiteFTSIndexEntry.objects.filter(match)
        kinds = get_descendants_content_types_pks(self.queryset.model)  # type: ignore[attr-defined]
        first = list(matched.values_list("pk", flat=True)[: FEW + 1])
        if len(first) <= FEW:
            found = self._by_key(first, kinds)
        else:
            # The sums keep SQLite from looking up every match: it reads the index of objects, which is small, and
            # walks the newest entries.
            entries = IndexEntry.objects.alias(_row=F("pk") + 0).filter(content_type__in=kinds)
            by_place = self.queryset.alias(_place=F("pk") + 0)  # type: ignore[attr-defined]
            found = by_place.filter(
                _place__in=entries.filter(_row__in=matched.values("pk")).values("object_id"),
            )
        return (found if found.query.order_by else found.order_by("-pk"))[start:stop]

    def _by_key(self, rows: list[int], kinds: Collection[int]) -> QuerySet:
        # Kinds are compared here: SQLite would read the index of all of them instead of these rows.
        owners = IndexEntry.objects.filter(pk__in=rows).values_list("object_id", "content_type_id")
        return self.queryset.filter(pk__in=[owner for owner, kind in owners if kind in kinds])  # type: ignore[attr-defined]


class SearchQueryCompiler(NewestFirst, SQLiteSearchQueryCompiler):
    """For whole words."""


class AutocompleteQueryCompiler(NewestFirst, SQLiteAutocompleteQueryCompiler):
    """For words begun."""


class PortalSQLiteIndex(SQLiteIndex):
    """The index, without the average over all titles after each save: nothing reads the result any more."""

    def _refresh_title_norms(self, full: bool = False) -> None:
        return None


class PortalSQLiteBackend(SQLiteSearchBackend):
    """SQLite's full-text search as a set of matches."""

    query_compiler_class = SearchQueryCompiler
    autocomplete_query_compiler_class = AutocompleteQueryCompiler
    index_class = PortalSQLiteIndex
