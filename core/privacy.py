"""Who may see a page, asked without a query for every link."""

from wagtail.models import Page, PageViewRestriction
from wagtail.query import PageQuerySet

from core.cache import forget, remember

CACHE_NAME = "private-paths"


def private_paths() -> list[str]:
    """Return the tree paths below which pages need a password or an account."""
    return remember(CACHE_NAME, lambda: list(PageViewRestriction.objects.values_list("page__path", flat=True)))


def open_to_all(pages: PageQuerySet) -> PageQuerySet:
    """Narrow a query to live pages that anybody may open: ``live().public()`` without its query of its own."""
    pages = pages.live()
    for path in private_paths():
        pages = pages.exclude(path__startswith=path)
    return pages


def forget_private_paths() -> None:
    """Ask the database again: a restriction was set, lifted or moved."""
    forget(CACHE_NAME)


def is_public(page: Page) -> bool:
    """Tell whether anybody may open ``page``: it is live, and neither it nor a page above it is restricted.

    An alias is as private as the page it shows.
    """
    if page.alias_of_id:
        return page.live and is_public(page.alias_of)
    return page.live and not page.path.startswith(tuple(private_paths()))
