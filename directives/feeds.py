"""RSS 2.0 of directives and of their tasks."""

from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from core.feeds import FEED_LENGTH, FeedEntry, rss
from core.text import excerpt
from directives.follow_up import rows

if TYPE_CHECKING:
    from directives.models import DirectiveIndexPage
    from directives.querysets import DirectiveQuerySet, TaskQuerySet


def directive_feed(request: HttpRequest, title: str, description: str, entries: "DirectiveQuerySet") -> HttpResponse:
    """Return the newest directives."""
    pages = entries[:FEED_LENGTH]
    told = (
        FeedEntry(page.title, page.url, f"{page.leader}. {page.lead}" if page.leader else page.lead, page.date)
        for page in pages
    )
    return rss(request, title, description, told)


def task_feed(request: HttpRequest, index: "DirectiveIndexPage", tasks: "TaskQuerySet", origin: str) -> HttpResponse:
    """Return the tasks set last, with their status of today."""
    newest = tasks.order_by("-directive__date", "directive_id", "number")[:FEED_LENGTH]
    told = (
        FeedEntry(
            excerpt(row.content, 120),
            row.url,
            f"{row.lead}. {_('Deadline')}: {row.due}. {row.status}.",
            row.task.directive.date,
        )
        for row in rows(newest, origin)
    )
    return rss(request, f"{index.title}: {_('Follow-up of tasks')}", index.intro, told)
