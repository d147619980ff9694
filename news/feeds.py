"""RSS 2.0 of any news list."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext

from core.feeds import FeedEntry, rss
from core.metadata import Metadata
from core.text import excerpt

if TYPE_CHECKING:
    from news.models.article import ArticlePage


def article_feed(request: HttpRequest, meta: Metadata, entries: Iterable["ArticlePage"]) -> HttpResponse:
    """Return the feed of ``entries``; addresses are absolute, a correction is told with its article."""
    told = (
        FeedEntry(
            entry.title,
            entry.url,
            " ".join([excerpt(entry.lead, 500), *_corrections(entry)]),
            entry.published_at,
            entry.updated_at,
        )
        for entry in entries
    )
    return rss(request, meta.title, meta.description, told)


def _corrections(entry: "ArticlePage") -> list[str]:
    return [_correction(child.value) for child in entry.corrections]


def _correction(value: Mapping[str, Any]) -> str:
    sentence = gettext("this article said “%(was)s”; it should say “%(is)s”.")
    sentence %= {"was": value["what_was"], "is": value["what_is"]}
    by = f" ({value['by']})" if value.get("by") else ""
    return f"{gettext('Correction')} ({value['date']:%d/%m/%Y}): {sentence}{by}"
