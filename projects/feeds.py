"""RSS 2.0 of schemes and of projects."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.utils.feedgenerator import Rss201rev2Feed
from django.utils.translation import get_language

from core.models import BasePage
from core.text import without_controls

FEED_LENGTH = 30


def pages_feed(request: HttpRequest, title: str, description: str, pages: Iterable[BasePage]) -> HttpResponse:
    """Return the feed of ``pages`` at an address that ends in ``rss/``; absolute addresses, newest change first."""
    feed = Rss201rev2Feed(
        title=without_controls(title),
        link=request.build_absolute_uri(request.path.removesuffix("rss/")),
        description=without_controls(description or title),
        language=get_language(),
        feed_url=request.build_absolute_uri(request.path),
    )
    changed = sorted((page for page in pages if page.last_published_at), key=lambda page: page.last_published_at)
    for page in changed[: -FEED_LENGTH - 1 : -1]:
        url = request.build_absolute_uri(page.url)
        feed.add_item(
            title=without_controls(page.title),
            link=url,
            unique_id=url,
            description=without_controls(page.summary_text),
            pubdate=page.first_published_at,
            updateddate=page.last_published_at,
        )
    return HttpResponse(feed.writeString("utf-8"), content_type="application/rss+xml; charset=utf-8")
