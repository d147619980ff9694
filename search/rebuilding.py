"""The whole index against the whole portal: what should be there, what is, and the difference."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Count
from wagtail.documents import get_document_model
from wagtail.models import Page

from core.models import BasePage
from core.privacy import open_to_all
from core.searchable import registered_sources
from search import engine
from search.extraction import read_document
from search.indexing import entries_of_page, entry_of_instance
from search.models import DocumentText, SearchEntry


@dataclass(frozen=True)
class Difference:
    """An entry that is not as it should be: ``missing``, ``stale`` (other words), ``extra`` (not to be seen)."""

    what: str
    key: str
    title: str

    def __str__(self) -> str:
        return f"{self.what}: {self.key} {self.title}"


def public_page_ids(after: int = 0) -> Iterator[int]:
    """Return the ids of the pages that may have entries, in order."""
    pages = open_to_all(Page.objects.filter(pk__gt=after, depth__gt=1)).order_by("pk")
    yield from pages.values_list("pk", flat=True).iterator()


def entries_of(page_ids: list[int]) -> list[SearchEntry]:
    """Return the entries that some pages should have."""
    pages = Page.objects.filter(pk__in=page_ids).order_by("pk").specific()
    return [entry for page in pages if isinstance(page, BasePage) for entry in entries_of_page(page)]


def instances() -> Iterator[SearchEntry]:
    """Return the entries that things other than pages should have."""
    for model, describe in registered_sources().items():
        for instance in model._default_manager.order_by("pk").iterator():
            entry = entry_of_instance(instance, describe(instance))
            if entry is not None:
                yield entry


def unread_documents():
    """Return documents whose file was never read, or was replaced since."""
    read = dict(DocumentText.objects.values_list("document_id", "file_hash"))
    for document in get_document_model().objects.order_by("pk").iterator():
        if document.pk not in read or (document.file_hash and read[document.pk] != document.file_hash):
            yield document


def read_unread() -> int:
    """Read those; return how many."""
    return sum(1 for document in unread_documents() if read_document(document))  # type: ignore[misc]


def compare(wanted: list[SearchEntry]) -> list[Difference]:
    """Return how the stored entries of the same keys differ from ``wanted``."""
    stored = dict(SearchEntry.objects.filter(key__in=[entry.key for entry in wanted]).values_list("key", "digest"))
    hidden = set(
        SearchEntry.objects.filter(key__in=[e.key for e in wanted], public=False).values_list("key", flat=True)
    )
    found = []
    for entry in wanted:
        if entry.key not in stored or (entry.key in hidden and entry.public):
            found.append(Difference("missing", entry.key, entry.title))
        elif entry.public and stored[entry.key] != entry.digest:
            found.append(Difference("stale", entry.key, entry.title))
    return found


def superfluous(wanted_keys: set[str]) -> list[Difference]:
    """Return public entries that nothing asks for."""
    stored = SearchEntry.objects.filter(public=True).values_list("key", "title").iterator()
    return [Difference("extra", key, title) for key, title in stored if key not in wanted_keys]


def without_words() -> int:
    """Return how many public entries the engine does not hold; ``engine.Unavailable`` if it cannot be asked."""
    on_server = engine.held()
    if on_server is not None:
        return max(0, SearchEntry.objects.count() - on_server)
    held = SearchEntry.objects.filter(public=True).annotate(held=Count("index_entries"))
    return held.filter(held=0).count()
