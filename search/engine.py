"""The one place that talks to modelsearch: sets of ASCII words in, rows out, newest first.

Nothing but ``[a-z0-9]`` words reaches an engine, so no input can break its query language.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from django.db.models import QuerySet
from wagtail.search.backends import get_search_backend
from wagtail.search.query import MATCH_ALL, And, Or, PlainText, SearchQuery

from search.analysis import KEY, PAIR, TITLE
from search.models import SearchEntry
from search.planning import without
from search.query import Phrasing

# What the scorer needs of a row; the long texts stay in the database.
COLUMNS = (
    "pk", "key", "page_id", "document_id", "kind", "title", "keys", "day", "year", "organisation_id", "fields",
    "title_folded", "title_marked", "body_folded", "body_marked", "lead_length",
)  # fmt: skip

NEWEST = ("-day", "-id")
# A server of its own never gives more than this.
WINDOW = 10_000


class Unavailable(Exception):
    """The search server does not answer; every client of one has errors of its own."""


class Row(NamedTuple):
    """A candidate: the columns of a search entry that ranking and facets look at."""

    pk: int
    key: str
    page_id: int | None
    document_id: int | None
    kind: str
    title: str
    keys: list[str]
    day: date
    year: int | None
    organisation_id: int | None
    fields: list[str]
    title_folded: str
    title_marked: str
    body_folded: str
    body_marked: str
    lead_length: int


def all_of(words: Iterable[str]) -> SearchQuery:
    """Return the query for entries with every one of the engine's ``words``."""
    return PlainText(" ".join(dict.fromkeys(words)), operator="and")


def any_of(queries: Sequence[SearchQuery]) -> SearchQuery:
    """Return the query for entries that answer one of ``queries``."""
    return queries[0] if len(queries) == 1 else Or(list(queries))


def both(one: SearchQuery, two: SearchQuery) -> SearchQuery:
    """Return the query for entries that answer both."""
    return And([one, two])


def folded_words(phrasing: Phrasing, prefix: str = "") -> SearchQuery:
    """Every word, whatever its marks."""
    return all_of(prefix + word.folded for word in phrasing.words)


def marked_words(phrasing: Phrasing, prefix: str = "") -> SearchQuery:
    """Every word, with the marks that were typed."""
    return all_of(prefix + word.marked for word in phrasing.words)


def folded_pairs(phrasing: Phrasing, prefix: str = "") -> SearchQuery:
    """Every pair of neighbours; the word itself if there is only one."""
    return all_of(prefix + pair for pair in phrasing.pairs) if phrasing.pairs else folded_words(phrasing, prefix)


def marked_pairs(phrasing: Phrasing, prefix: str = "") -> SearchQuery:
    """Every pair of neighbours with its marks."""
    words = phrasing.words
    pairs = [prefix + a.marked + PAIR + b.marked for a, b in zip(words, words[1:], strict=False)]
    return all_of(pairs) if pairs else marked_words(phrasing, prefix)


def keys(guesses: Iterable[str]) -> SearchQuery:
    """Entries that have one of the glued ``guesses`` as their key."""
    return any_of([PlainText(KEY + guess) for guess in sorted(guesses)])


def in_title(word: str) -> str:
    """Return the engine's word for ``word`` in a title."""
    return TITLE + word


def matching(query: SearchQuery, entries: QuerySet, limit: int | None = None) -> QuerySet | list[int]:
    """Return the entries that answer ``query``, in the order of ``entries``.

    A query set where the engine is the database; a list of keys where it is a server of its own, which may be
    ``Unavailable``.
    """
    backend = get_search_backend()
    results = backend.search(query, entries, order_by_relevance=False)
    if hasattr(results, "get_queryset"):
        return results.get_queryset()
    # A server's results are fetched as objects; their long texts are not needed for the keys.
    results = backend.search(query, entries.only("pk"), order_by_relevance=False)
    try:
        return [entry.pk for entry in results[: min(limit or WINDOW, WINDOW)]]
    except Exception as error:
        raise Unavailable from error


def held() -> int | None:
    """Return how many entries a search server holds; ``None`` where the engine is the database."""
    results = get_search_backend().search(MATCH_ALL, SearchEntry.objects.all())
    if hasattr(results, "get_queryset"):
        return None
    try:
        return results.count()
    except Exception as error:
        raise Unavailable from error


def _as_set(found: QuerySet | list[int]) -> QuerySet:
    return SearchEntry.objects.filter(pk__in=found, public=True) if isinstance(found, list) else found


def rows(query: SearchQuery, entries: QuerySet, limit: int) -> list[Row]:
    """Return at most ``limit`` candidates, newest first."""
    found = _as_set(matching(query, entries.order_by(*NEWEST), limit)).order_by(*NEWEST)
    with without("seqscan"):
        return [Row(*values) for values in found.values_list(*COLUMNS)[:limit]]


def titles(query: SearchQuery, entries: QuerySet, limit: int) -> list[tuple[str, str, str, str]]:
    """Return ``(title, url, folded, marked)`` of at most ``limit`` entries, in the order of ``entries``."""
    found = _as_set(matching(query, entries, limit)).order_by(*NEWEST)
    with without("seqscan"):
        return list(found.values_list("title", "url", "title_folded", "title_marked")[:limit])


def exists(query: SearchQuery, entries: QuerySet) -> bool:
    """Tell whether any entry answers ``query``."""
    found = _as_set(matching(query, entries.order_by(), 1))
    with without("seqscan", "indexscan"):
        return bool(list(found.order_by().values_list("pk")[:1]))
