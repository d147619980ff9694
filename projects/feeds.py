"""RSS 2.0 of schemes and of projects."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse

from core.feeds import FEED_LENGTH, FeedEntry, rss
from core.models import BasePage


def pages_feed(request: HttpRequest, title: str, description: str, pages: Iterable[BasePage]) -> HttpResponse:
    """Return the feed of ``pages``, the one changed last first."""
    changed = sorted((page for page in pages if page.last_published_at), key=lambda page: page.last_published_at)
    told = (
        FeedEntry(page.title, page.url, page.summary_text, page.first_published_at, page.last_published_at)
        for page in changed[: -FEED_LENGTH - 1 : -1]
    )
    return rss(request, title, description, told)
