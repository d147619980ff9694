"""How long after an event the portal told of it."""

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn

from editorial.reports.base import OfficeReport, PeriodAndUnitFilterSet, UnitNames, own_pages
from news.models import NewsPage


class TimelinessFilterSet(PeriodAndUnitFilterSet):
    """Narrows the list."""

    class Meta:
        model = NewsPage
        fields = ["published_at", "unit"]


def days_between(article: NewsPage) -> int:
    """Return the whole days, by the province's calendar, from the event to the publication; 0 for the same day."""
    return (timezone.localdate(article.published_at) - timezone.localdate(article.event_date)).days


class TimelinessReport(OfficeReport):
    """Published articles that tell of a dated event, with the days it took."""

    page_title = _("Timeliness")
    header_icon = "history"
    filterset_class = TimelinessFilterSet
    index_url_name = "editorial_timeliness"
    index_results_url_name = "editorial_timeliness_results"
    export_filename = "do-kip-thoi"
    columns = [
        TitleColumn("title", label=_("Title"), url_name="wagtailadmin_pages:edit"),
        Column("unit_name", label=_("Unit")),
        DateColumn("event_date", label=_("Event")),
        DateColumn("published_at", label=_("Published on")),
        Column("days", label=_("Days")),
    ]
    list_export = ["title", "unit_name", "event_date", "published_at", "days"]
    export_headings = {column.name: column.label for column in columns}

    @cached_property
    def unit_names(self) -> UnitNames:
        """The names of units, asked for once."""
        return UnitNames()

    def get_queryset(self) -> QuerySet:
        articles = NewsPage.objects.filter(pk__in=own_pages(self.request.user).values("pk"))
        articles = articles.filter(first_published_at__isnull=False, event_date__isnull=False)
        return articles.filter(published_at__isnull=False, alias_of__isnull=True).order_by("-published_at")

    def decorate_paginated_queryset(self, object_list) -> list[NewsPage]:
        articles = list(object_list)
        for article in articles:
            article.unit_name, article.days = self.unit_names.of(article.path), days_between(article)
        return articles
