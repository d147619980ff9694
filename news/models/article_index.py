"""What the indexes of news and of notices share: lists in parts, by day, each with its feed."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, re_path
from wagtail.search import index

from core import metadata
from core.dates import format_date
from core.enums import DatePrecision
from core.feeds import FEED_LENGTH
from core.images import attach_renditions
from core.models import BasePage
from core.models.listing import ListingMixin
from core.pagination import PAGE_PARAMETER, paginate, pagination_links
from core.validators import FIRST_YEAR, LAST_YEAR
from news.calendar import month_calendar, month_of
from news.feeds import article_feed
from news.models.article import ArticlePage, back_query
from news.paths import DATE_PATTERN, FEED, LIST_PATTERN
from news.querysets import ArticleQuerySet


@dataclass
class Selection:
    """What a list shows: the entries, the words over them, and the days it is bounded to."""

    entries: ArticleQuerySet
    label: str = ""
    intro: str = ""
    month: date | None = None
    day: date | None = None


class ArticleIndexPage(RoutablePageMixin, ListingMixin, BasePage):
    """The lists of one section (of the province or of a department)."""

    intro = models.TextField(gettext_lazy("introduction"), blank=True, max_length=500)

    article_model: type[ArticlePage]

    content_panels = [*BasePage.content_panels, FieldPanel("intro")]
    search_fields = [*BasePage.search_fields, index.SearchField("intro")]

    class Meta:
        abstract = True

    @property
    def summary_text(self) -> str:
        return self.search_description or self.intro

    def entries(self) -> ArticleQuerySet:
        """Return the public entries of this section, newest first."""
        return self.article_model.objects.in_section(self)

    def latest_entries(self, limit: int) -> list:
        return list(self.entries().for_cards()[:limit])

    def serve(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """Serve one of the lists; the mixin answers them itself and would forget the reader's wish to save."""
        return self.offer_for_saving(request, super().serve(request, *args, **kwargs))

    def translated_subpath(self, subpath: str, language: str) -> str | None:
        """Return the list of the same day or month; days and feeds are called the same in all languages."""
        return subpath if re.match(LIST_PATTERN, subpath) or re.match(DATE_PATTERN, subpath) else None

    # -- routes ------------------------------------------------------------------------------------------------

    @re_path(LIST_PATTERN, name="all")
    def all_entries(self, request: HttpRequest, feed: str | None = None) -> HttpResponse:
        """The whole list."""
        return self.answer(request, Selection(self.entries()), feed)

    @re_path(DATE_PATTERN, name="by_date")
    def by_date(
        self, request: HttpRequest, year: str, month: str, day: str | None = None, feed: str | None = None
    ) -> HttpResponse:
        """The list of a month or a day; a day that no calendar has is 404."""
        try:
            first = date(int(year), int(month), int(day or 1))
        except ValueError as error:
            raise Http404(_("There is no such day.")) from error
        if not FIRST_YEAR <= first.year <= LAST_YEAR:
            raise Http404(_("There is no such day."))
        bounds = (first, first) if day else month_of(first)
        selected = self.entries().published_between(*bounds)
        # Past days without news are worth an answer; the future would be an endless calendar.
        if first > timezone.localdate() and not selected.exists():
            raise Http404(_("There is no such day."))
        precision = DatePrecision.DAY if day else DatePrecision.MONTH
        selection = Selection(
            selected,
            label=format_date(first, precision, self.locale.language_code),
            month=first,
            day=first if day else None,
        )
        return self.answer(request, selection, feed)

    # -- answers -----------------------------------------------------------------------------------------------

    def answer(self, request: HttpRequest, selection: Selection, feed: str | None) -> HttpResponse:
        """Return the selection as a page or, where the address ends in ``rss/``, as a feed."""
        if feed:
            meta = metadata.Metadata(title=self._heading(selection), description=selection.intro or self.intro)
            return article_feed(request, meta, selection.entries.defer("body", "attachments")[:FEED_LENGTH])
        return self.render(request, context_overrides=self._list_context(request, selection))

    def _heading(self, selection: Selection) -> str:
        return f"{self.title}: {selection.label}" if selection.label else self.title

    def _list_context(self, request: HttpRequest, selection: Selection) -> dict[str, Any]:
        part = paginate(request, selection.entries.for_cards())
        entries = list(part.object_list)
        attach_renditions(getattr(entry, "cover", None) for entry in entries)
        own_url = self.url or "/"
        meta = metadata.for_page(self, request, self.breadcrumb)
        meta = metadata.for_list(meta, request, self._heading(selection), part.number)
        meta.noindex = not entries
        narrowed = bool(selection.label) or part.number > 1
        return {
            "entries": entries,
            "selection": selection,
            "heading": self._heading(selection),
            "pagination": pagination_links(request, part),
            "active": {"label": selection.label, "clear_url": own_url} if selection.label else None,
            "filters": self.filters(request),
            "calendar": month_calendar(
                self.entries(), selection.month or self._newest_day(entries), own_url, selection.day
            ),
            "feed_url": request.path + FEED,
            "back_query": back_query(self._list_url(request, part.number)) if narrowed else "",
            "meta": meta,
        }

    @staticmethod
    def _list_url(request: HttpRequest, number: int) -> str:
        return request.path + (f"?{PAGE_PARAMETER}={number}" if number > 1 else "")

    @staticmethod
    def _newest_day(entries: list) -> date:
        return timezone.localdate(entries[0].published_at) if entries else timezone.localdate()

    def filters(self, request: HttpRequest) -> list[dict[str, Any]]:
        """Return groups of links that narrow the list: ``[{"label", "items": [{"title", "url", "current"}]}]``."""
        return []
