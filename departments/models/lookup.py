"""The page on which people look up former units."""

from urllib.parse import urlencode

from django.db import models
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.search import index

from core.feeds import FEED_LENGTH, FeedEntry, rss
from core.models import BasePage
from core.tables import csv_response
from core.text import without_controls

MAX_LENGTH = 100


class PlaceLookupPage(RoutablePageMixin, BasePage):
    """Former communes, wards, districts and bodies → what they are now; the whole table as CSV and JSON."""

    intro = models.TextField(_("introduction"), blank=True, max_length=500)

    content_panels = [*BasePage.content_panels, FieldPanel("intro")]
    search_fields = [*BasePage.search_fields, index.SearchField("intro")]
    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1
    page_description = _("A search for former communes, wards and bodies: what they are now.")
    template = "departments/place_lookup_page.html"

    class Meta:
        verbose_name = _("look-up of former units")
        verbose_name_plural = _("look-ups of former units")

    @property
    def summary_text(self) -> str:
        return self.search_description or self.intro

    @property
    def short_texts(self) -> list[str]:
        """The legal bases by which places ended or began, each once."""
        from departments.models.places import AdministrativeUnit

        given = AdministrativeUnit.objects.exclude(legal_basis="").order_by("legal_basis")
        return list(given.values_list("legal_basis", flat=True).distinct())

    def serve(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """Serve the form or a table; the mixin answers itself and would forget the reader's wish to save."""
        return self.offer_for_saving(request, super().serve(request, *args, **kwargs))

    @path("csv/", name="csv")
    def as_csv(self, request: HttpRequest) -> HttpResponse:
        """The register of places as CSV, one row a successor."""
        from departments.lookup import TABLE_HEADER, table_rows

        return csv_response("don-vi-hanh-chinh.csv", list(TABLE_HEADER.values()), table_rows())  # type: ignore[return-value]

    @path("rss/", name="rss")
    def feed(self, request: HttpRequest) -> HttpResponse:
        """What changed last, as RSS: each place that ended, with what it is now."""
        from departments.lookup import Step, changes

        told = (
            FeedEntry(
                " → ".join(
                    filter(
                        None, [place.full_name, ", ".join(row.successor.full_name for row in place.successions.all())]
                    )
                ),
                f"{self.url}?{urlencode({'q': place.code})}",
                " ".join(filter(None, [place.get_ended_as_display(), place.legal_basis])),
                Step(place).since,
            )
            for place in changes(FEED_LENGTH)
        )
        return rss(request, self.title, self.summary_text, told)

    @path("json/", name="json")
    def as_json(self, request: HttpRequest) -> HttpResponse:
        """The same as JSON."""
        from departments.lookup import TABLE_HEADER, table_rows

        rows = [dict(zip(TABLE_HEADER, row, strict=True)) for row in table_rows()]
        return JsonResponse({"places": rows}, json_dumps_params={"ensure_ascii": False})

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        from departments.lookup import find_bodies, find_places

        context = super().get_context(request, *args, **kwargs)
        text = " ".join(without_controls(request.GET.get("q", "")).split())[:MAX_LENGTH]
        context["q"] = text
        context["feed_url"] = f"{self.url}rss/"
        if text:
            context["places"], context["more"] = find_places(text)
            # A commune has a place and a section of its own; once is enough.
            names = {step.place.full_name for step in context["places"]}
            bodies = find_bodies(text, self.locale)
            context["bodies"] = [row for row in bodies if row["organisation"].title not in names]
            context["meta"].noindex = True
        return context
