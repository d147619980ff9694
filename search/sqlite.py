"""SQLite's backend without ranking; import it only where the database is SQLite."""

from typing import Any

from modelsearch.backends.database.sqlite.sqlite import (
    SQLiteAutocompleteQueryCompiler,
    SQLiteIndex,
    SQLiteSearchBackend,
    SQLiteSearchQueryCompiler,
)


class NewestFirst:
    """Order matches by age where the stock compiler ranks: its cost is the square of the number of matches."""

    order_by_relevance: bool

    def search(self, config: Any, start: int | None, stop: int | None, score_field: str | None = None):
        self.order_by_relevance = False
        return super().search(config, start, stop, score_field=None)  # type: ignore[misc]


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
