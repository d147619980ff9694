"""PostgreSQL's backend without averages and wrong guesses; import it only where the database is PostgreSQL."""

from typing import Any

from django.db.models import QuerySet
from modelsearch.backends.database.postgres.postgres import (
    PostgresAutocompleteQueryCompiler,
    PostgresIndex,
    PostgresSearchBackend,
    PostgresSearchQueryCompiler,
)

from search.planning import by_index

# Up to so many matches are fetched by their keys; more are met soon enough on the way from the newest entry back.
FEW = 1_000


class FewByKey:
    """Ask for the keys of a few matches first, where an order other than by rank is wanted.

    PostgreSQL takes a word that it has no statistics of for one on half a percent of all entries, and would rather
    walk from the newest entry back until it meets some: at 100,000 entries up to 20 s for a word that stands on one.
    """

    def search(self, config: Any, start: int | None, stop: int | None, **options: Any) -> QuerySet:
        if self.order_by_relevance or not self.queryset.query.order_by:  # type: ignore[attr-defined]
            return super().search(config, start, stop, **options)  # type: ignore[misc]
        found = super().search(config, None, None, **options)  # type: ignore[misc]
        with by_index():
            keys = list(found.order_by().values_list("pk", flat=True)[: FEW + 1])
        if len(keys) <= FEW:
            found = self.queryset.filter(pk__in=keys)  # type: ignore[attr-defined]
        return found[start:stop]


class SearchQueryCompiler(FewByKey, PostgresSearchQueryCompiler):
    """For whole words."""


class AutocompleteQueryCompiler(FewByKey, PostgresAutocompleteQueryCompiler):
    """For words begun."""


class PortalPostgresIndex(PostgresIndex):
    """The index, without reading all titles after each save for their average length.

    Only the admin's order by relevance would notice: long titles weigh there as much as short ones.
    """

    def _refresh_title_norms(self, full: bool = False) -> None:
        return None


class PortalPostgresBackend(PostgresSearchBackend):
    """PostgreSQL's full-text search."""

    query_compiler_class = SearchQueryCompiler
    autocomplete_query_compiler_class = AutocompleteQueryCompiler
    index_class = PortalPostgresIndex
