"""What a page that lists other pages offers to whoever shows its newest entries."""

from typing import Any

from wagtail.models import Page


class ListingMixin:
    """Interface of index pages: a department's front page asks its own indexes without knowing their room."""

    def latest_entries(self, limit: int) -> list[Page]:
        """Return the newest public entries, newest first, with what a list shows already fetched."""
        raise NotImplementedError


def child_listings(page: Page, limit: int) -> list[dict[str, Any]]:
    """Return ``[{"index": page, "entries": [page, …]}, …]`` for the public index pages directly below ``page``."""
    children = page.get_children().live().public().specific()
    listings = ({"index": c, "entries": c.latest_entries(limit)} for c in children if isinstance(c, ListingMixin))
    return [listing for listing in listings if listing["entries"]]
