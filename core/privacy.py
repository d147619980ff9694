"""Who may see a page, asked without a query for every link."""

from collections.abc import Iterable

from django.db import transaction
from wagtail.models import Page, PageViewRestriction
from wagtail.query import PageQuerySet

from core.cache import forget, remember

CACHE_NAME = "private-paths"


def private_paths() -> list[str]:
    """Return the tree paths below which pages need a password or an account.

    An alias is as private as the page it shows, so the paths of such aliases are among them.
    """
    return remember(CACHE_NAME, _find_private_paths)


def _find_private_paths() -> list[str]:
    private = set(PageViewRestriction.objects.values_list("page__path", flat=True))
    return with_aliases(private) if private else []


def with_aliases(paths: Iterable[str]) -> list[str]:
    """Return ``paths`` and those of the aliases that show a page at or below one of them, aliases of aliases too."""
    found = set(paths)
    aliases = dict(Page.objects.exclude(alias_of=None).values_list("path", "alias_of__path"))
    while more := {path for path, shown in aliases.items() if shown.startswith(tuple(found))} - found:
        found |= more
    return sorted(found)


def open_to_all(pages: PageQuerySet) -> PageQuerySet:
    """Narrow a query to live pages that anybody may open: ``live().public()`` without its query of its own."""
    pages = pages.live()
    for path in private_paths():
        pages = pages.exclude(path__startswith=path)
    return pages


def forget_private_paths() -> None:
    """Ask the database again, now and once more when the change is stored: a restriction was set, lifted or moved."""
    forget(CACHE_NAME)
    transaction.on_commit(lambda: forget(CACHE_NAME))


def is_public(page: Page) -> bool:
    """Tell whether anybody may open ``page``: it is live, and neither it nor a page above it is restricted."""
    return page.live and not page.path.startswith(tuple(private_paths()))
