"""RSS 2.0 of any news list."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse
from django.utils.feedgenerator import Rss201rev2Feed
from django.utils.translation import get_language, gettext

from core.metadata import Metadata
from core.text import excerpt, without_controls

if TYPE_CHECKING:
    from news.models.article import ArticlePage

FEED_LENGTH = 30


def article_feed(request: HttpRequest, meta: Metadata, entries: Iterable["ArticlePage"]) -> HttpResponse:
    """Return the feed of ``entries``; addresses are absolute, a correction is told with its article."""
    feed = Rss201rev2Feed(
        title=meta.title,
        link=request.build_absolute_uri(request.path.removesuffix("rss/")),
        description=meta.description or meta.title,
        language=get_language(),
        feed_url=request.build_absolute_uri(request.path),
    )
    for entry in entries:
        url = request.build_absolute_uri(entry.url)
        feed.add_item(
            title=without_controls(entry.title),
            link=url,
            unique_id=url,
            description=without_controls(" ".join([excerpt(entry.lead, 500), *_corrections(entry)])),
            pubdate=entry.published_at,
            updateddate=entry.updated_at,
        )
    return HttpResponse(feed.writeString("utf-8"), content_type="application/rss+xml; charset=utf-8")


def _corrections(entry: "ArticlePage") -> list[str]:
    return [_correction(child.value) for child in entry.corrections]


def _correction(value: Mapping[str, Any]) -> str:
    sentence = gettext("this article said “%(was)s”; it should say “%(is)s”.")
    sentence %= {"was": value["what_was"], "is": value["what_is"]}
    by = f" ({value['by']})" if value.get("by") else ""
    return f"{gettext('Correction')} ({value['date']:%d/%m/%Y}): {sentence}{by}"
