"""PostgreSQL's backend without averages and wrong guesses; import it only where the database is PostgreSQL."""

from typing import Any

from django.db.models import Case, ExpressionWrapper, F, IntegerField, QuerySet, Value, When
from django.db.models.expressions import CombinedExpression
from django.db.models.functions import Cast
from modelsearch.backends.database.postgres.postgres import (
    IndexEntry,
    PostgresAutocompleteQueryCompiler,
    PostgresIndex,
    PostgresSearchBackend,
    PostgresSearchQueryCompiler,
)
from modelsearch.query import Fuzzy, MatchAll, Not
from modelsearch.utils import get_descendants_content_types_pks

from search.planning import without

# Up to so many matches are fetched by their keys; more are met soon enough on the way from the newest entry back.
FEW = 1_000


class NewestFirst:
    """Two plans instead of PostgreSQL's guess, where an order other than by rank is wanted.

    It takes a word that it has no statistics of for one on half a percent of all entries, and would rather walk from
    the newest entry back, unpacking texts, until it meets some: at 100,000 entries up to 20 s for a word that stands
    on one. And it takes the words of a common name for independent ones, and looks up each of 40,000 entries.
    """

    columns: tuple[str, ...]

    def search(self, config: Any, start: int | None, stop: int | None, **options: Any) -> QuerySet:
        ranked = self.order_by_relevance or not self.queryset.query.order_by  # type: ignore[attr-defined]
        if ranked or self.fields or isinstance(self.query, Fuzzy | MatchAll | Not):  # type: ignore[attr-defined]
            return super().search(config, start, stop, **options)  # type: ignore[misc]
        found = super().search(config, None, None, **options)  # type: ignore[misc]
        with without("seqscan", "indexscan"):
            keys = list(found.order_by().values_list("pk", flat=True)[: FEW + 1])
        if len(keys) <= FEW:
            return self.queryset.filter(pk__in=keys)[start:stop]  # type: ignore[attr-defined]
        return self._walked(self.build_tsquery(self.query, config=config))[start:stop]  # type: ignore[attr-defined]

    def _walked(self, words: Any) -> QuerySet:
        """Return the entries as they come, each looked up among all keys that match.

        The case keeps PostgreSQL from turning that into a join, and the sum from reading the table of words by its
        kind instead of by the words.
        """
        model = self.queryset.model  # type: ignore[attr-defined]
        key = model._meta.pk
        while key.remote_field:
            key = key.target_field
        vector: Any = F(self.columns[0])
        for column in self.columns[1:]:
            vector = CombinedExpression(vector, "||", F(column))
        matched = (
            IndexEntry.objects.annotate(
                _vector=vector, _kind=ExpressionWrapper(F("content_type_id") + 0, output_field=IntegerField())
            )
            .filter(_vector=words, _kind__in=get_descendants_content_types_pks(model))
            .values(_key=Cast("object_id", output_field=key))
        )
        held = Case(When(pk__in=matched, then=Value(True)), default=Value(False))
        return self.queryset.alias(_held=held).filter(_held=True)  # type: ignore[attr-defined]


class SearchQueryCompiler(NewestFirst, PostgresSearchQueryCompiler):
    """For whole words."""

    columns = ("title", "body")


class AutocompleteQueryCompiler(NewestFirst, PostgresAutocompleteQueryCompiler):
    """For words begun."""

    columns = ("autocomplete",)


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
