"""RSS 2.0 for the lists of all rooms."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.feedgenerator import Rss201rev2Feed
from django.utils.translation import get_language

from core.text import without_controls

FEED_LENGTH = 30


@dataclass(frozen=True)
class FeedEntry:
    """What a feed tells of one thing; ``url`` with or without the host, a day counts from midnight."""

    title: str
    url: str
    description: str
    published: date | datetime | None
    updated: datetime | None = None


def rss(request: HttpRequest, title: str, description: str, entries: Iterable[FeedEntry]) -> HttpResponse:
    """Return the feed of the list that stands above the address asked for (``…/rss/``); addresses are absolute."""
    feed = Rss201rev2Feed(
        title=without_controls(title),
        link=request.build_absolute_uri(request.path.removesuffix("rss/")),
        description=without_controls(description or title),
        language=get_language(),
        feed_url=request.build_absolute_uri(),
    )
    for entry in entries:
        url = request.build_absolute_uri(entry.url)
        feed.add_item(
            title=without_controls(entry.title),
            link=url,
            unique_id=url,
            description=without_controls(entry.description),
            pubdate=_moment(entry.published),
            updateddate=entry.updated,
        )
    return HttpResponse(feed.writeString("utf-8"), content_type="application/rss+xml; charset=utf-8")


def _moment(day: date | datetime | None) -> datetime | None:
    if day is None or isinstance(day, datetime):
        return day
    return timezone.make_aware(datetime.combine(day, time.min))
