"""SQLite's backend without ranking; import it only where the database is SQLite."""

from typing import Any

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


class NewestFirst:
    """Match once, rank never: the stock compiler ranks by a look-up for each match, and joins so that SQLite may
    run the match again for each row.
    """

    def search(self, config: Any, start: int | None, stop: int | None, score_field: str | None = None):
        query = normalize(self.query)  # type: ignore[attr-defined]
        if isinstance(query, MatchAll | Not):
            self.order_by_relevance = False
            return super().search(config, start, stop, score_field=None)  # type: ignore[misc]
        match = MatchExpression(self.fields or self.FTS_TABLE_FIELDS, self.build_search_query(query, config=config))  # type: ignore[attr-defined]
        matched = SQLiteFTSIndexEntry.objects.filter(match).values("pk")
        kinds = get_descendants_content_types_pks(self.queryset.model)  # type: ignore[attr-defined]
        entries = IndexEntry.objects.filter(pk__in=matched, content_type__in=kinds)
        found = self.queryset.filter(pk__in=entries.values("object_id"))  # type: ignore[attr-defined]
        return (found if found.query.order_by else found.order_by("-pk"))[start:stop]


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
