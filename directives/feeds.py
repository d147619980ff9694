"""RSS 2.0 of directives and of their tasks."""

from collections.abc import Iterable
from datetime import datetime, time
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.feedgenerator import Rss201rev2Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from core.text import excerpt, without_controls
from directives.follow_up import rows

if TYPE_CHECKING:
    from directives.models import DirectiveIndexPage, DirectivePage
    from directives.querysets import TaskQuerySet

FEED_LENGTH = 30


def directive_feed(
    request: HttpRequest, title: str, description: str, entries: Iterable["DirectivePage"]
) -> HttpResponse:
    """Return the newest directives."""
    feed = _feed(request, title, description)
    for page in list(entries[:FEED_LENGTH]):  # type: ignore[index]
        url = request.build_absolute_uri(page.url)
        _add(feed, page.title, url, f"{page.leader}. {page.lead}" if page.leader else page.lead, page.date)
    return _answer(feed)


def task_feed(request: HttpRequest, index: "DirectiveIndexPage", tasks: "TaskQuerySet", origin: str) -> HttpResponse:
    """Return the tasks set last, with their status of today."""
    feed = _feed(request, f"{index.title}: {_('Follow-up of tasks')}", index.intro)
    newest = tasks.order_by("-directive__date", "directive_id", "number")[:FEED_LENGTH]
    for row in rows(newest, origin):
        _add(
            feed,
            excerpt(row.content, 120),
            row.url,
            f"{row.lead}. {_('Deadline')}: {row.due}. {row.status}.",
            row.task.directive.date,
        )
    return _answer(feed)


def _feed(request: HttpRequest, title: str, description: str) -> Rss201rev2Feed:
    return Rss201rev2Feed(
        title=title,
        link=request.build_absolute_uri(request.path.removesuffix("rss/")),
        description=description or title,
        language=get_language(),
        feed_url=request.build_absolute_uri(request.path),
    )


def _add(feed: Rss201rev2Feed, title: str, url: str, description: str, day) -> None:
    feed.add_item(
        title=without_controls(title),
        link=url,
        unique_id=url,
        description=without_controls(description),
        pubdate=timezone.make_aware(datetime.combine(day, time.min)),
    )


def _answer(feed: Rss201rev2Feed) -> HttpResponse:
    return HttpResponse(feed.writeString("utf-8"), content_type="application/rss+xml; charset=utf-8")
