"""What a page that lists other pages offers to whoever shows its newest entries."""

from typing import Any

from wagtail.models import Page

from core.privacy import open_to_all


class ListingMixin:
    """Interface of index pages: a department's front page asks its own indexes without knowing their room."""

    def latest_entries(self, limit: int) -> list[Page]:
        """Return the newest public entries, newest first, with what a list shows already fetched."""
        raise NotImplementedError


def child_listings(page: Page, limit: int) -> list[dict[str, Any]]:
    """Return ``[{"index": page, "entries": [page, …]}, …]`` for the public index pages directly below ``page``.

    One query, and one for the entries of each. The fields that an index has beside a page's are left in the database.
    """
    listings = []
    for child in open_to_all(page.get_children().type(ListingMixin)):
        index = child.specific_deferred
        index.route_ancestors = [*page.route_ancestors, page]
        if entries := index.latest_entries(limit):
            listings.append({"index": index, "entries": entries})
    return listings
