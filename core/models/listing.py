"""What a page that lists other pages offers to whoever shows its newest entries."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from wagtail.models import Page

from core.cache import remember_of_pages
from core.privacy import open_to_all


class ListingMixin:
    """Interface of index pages: a department's front page asks its own indexes without knowing their room."""

    def latest_entries(self, limit: int) -> list[Page]:
        """Return the newest public entries, newest first, with what a list shows already fetched."""
        raise NotImplementedError


@dataclass(frozen=True)
class Line:
    """A page as one line of a list; it knows no day if the page has none for lists.

    A page whose title does not tell what it is about, a number, says so in its ``summary_for_listing``.
    """

    title: str
    url: str
    date_for_listing: date | None = None
    published_precision: str = "day"
    summary_for_listing: str = ""

    @classmethod
    def of(cls, page: Page) -> "Line":
        """Return ``page`` as a line."""
        names = ("date_for_listing", "published_precision", "summary_for_listing")
        return cls(page.title, page.url or "", **{name: getattr(page, name) for name in names if hasattr(page, name)})


def child_listings(page: Page, limit: int) -> list[dict[str, Any]]:
    """Return ``[{"index": line, "entries": [line, …]}, …]`` for the public index pages directly below ``page``.

    No query while no page changes; else one, and one for the entries of each index.
    """
    return remember_of_pages(f"listings:{page.pk}:{limit}", lambda: _listings(page, limit))


def _listings(page: Page, limit: int) -> list[dict[str, Any]]:
    listings = []
    for child in open_to_all(page.get_children().type(ListingMixin)):
        # What an index has beside a page's fields is not asked for.
        index = child.specific_deferred
        index.route_ancestors = [*page.route_ancestors, page]
        if entries := index.latest_entries(limit):
            listings.append({"index": Line.of(index), "entries": [Line.of(entry) for entry in entries]})
    return listings
