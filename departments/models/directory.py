"""The directory of organisations."""

from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path, re_path
from wagtail.search import index

from core import metadata
from core.feeds import FEED_LENGTH, FeedEntry, rss
from core.models import BasePage
from core.paths import in_language
from core.privacy import open_to_all
from core.tables import csv_response
from departments.models.organisation import OrganisationPage
from departments.paths import WORDS, pattern, sub_path

# Key in JSON → heading in CSV.
TABLE_HEADER = {
    "name": gettext_lazy("Name"),
    "short_name": gettext_lazy("Short name"),
    "kind": gettext_lazy("Kind"),
    "level": gettext_lazy("Administrative level"),
    "address": gettext_lazy("Address"),
    "phone": gettext_lazy("Telephone"),
    "hotline": gettext_lazy("Hotline"),
    "email": gettext_lazy("E-mail"),
    "website": gettext_lazy("Website"),
    "founded_on": gettext_lazy("Founded on"),
    "last_day": gettext_lazy("Last day"),
    "ended_as": gettext_lazy("How it ended"),
    "successors": gettext_lazy("Now"),
    "url": gettext_lazy("Link"),
}


class OrganisationIndexPage(RoutablePageMixin, BasePage):
    """The directory of the province's bodies, departments, communes and wards."""

    intro = models.TextField(gettext_lazy("introduction"), blank=True, max_length=500)

    content_panels = [*BasePage.content_panels, FieldPanel("intro")]
    search_fields = [*BasePage.search_fields, index.SearchField("intro")]
    parent_page_types = ["home.HomePage"]
    subpage_types = ["departments.OrganisationPage"]
    page_description = gettext_lazy("The directory of departments, communes and wards.")
    template = "departments/organisation_index_page.html"

    class Meta:
        verbose_name = gettext_lazy("directory of departments and communes")
        verbose_name_plural = gettext_lazy("directories of departments and communes")

    @property
    def summary_text(self) -> str:
        return self.search_description or self.intro

    def serve(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """Serve one of the forms; the mixin answers itself and would forget the reader's wish to save."""
        return self.offer_for_saving(request, super().serve(request, *args, **kwargs))

    def translated_subpath(self, subpath: str, language: str) -> str | None:
        """Return the chart or a file of the directory in ``language``."""
        return subpath if subpath in {"", "rss/", "csv/", "json/"} else in_language(subpath, WORDS, language)

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["groups"] = OrganisationPage.objects.child_of(self).grouped(self.locale)
        context["former"] = self.former()
        context["chart_path"] = sub_path("chart")
        context["feed_url"] = (self.url or "/") + "rss/"
        return context

    def former(self) -> list[dict[str, Any]]:
        """Return ``[{"page", "on", "successors": [page, …]}, …]`` of the units that ended, the latest first."""
        from departments.succession import graph, in_language

        known, today = graph(), timezone.localdate()
        ended = open_to_all(OrganisationPage.objects.child_of(self)).ended_before(today).defer("body", "functions")
        rows = [(page, known.present_successors(page.translation_key, today)) for page in ended]
        pages = {
            page.translation_key: page
            for page in in_language(dict.fromkeys(key for _page, keys in rows for key in keys), self.locale_id)
        }
        return [{"page": page, "successors": [pages[key] for key in keys if key in pages]} for page, keys in rows]

    @re_path(pattern("chart"), name="chart")
    def chart(self, request: HttpRequest) -> HttpResponse:
        """The organisation chart of the province."""
        from departments.charts import chart_of_province

        heading = _("Organisation chart")
        meta = metadata.for_page(self, request, self.breadcrumb)
        context = {
            "heading": heading,
            "current": heading,
            "breadcrumb": [*self.breadcrumb, {"title": self.title, "url": self.url}],
            "meta": metadata.for_list(meta, request, heading, 1),
            **chart_of_province(self.locale_id),
        }
        return self.render(request, context_overrides=context, template="departments/chart.html")

    @path("rss/", name="rss")
    def feed(self, request: HttpRequest) -> HttpResponse:
        """What changed in the directory, the latest first: units that came, changed or ended."""
        units = open_to_all(OrganisationPage.objects.child_of(self)).order_by("-last_published_at", "-pk")
        told = (
            FeedEntry(unit.title, unit.url, unit.summary_text, unit.last_published_at)
            for unit in units.select_related("locale")[:FEED_LENGTH]
        )
        return rss(request, self.title, self.summary_text, told)

    @path("csv/", name="csv")
    def as_csv(self, request: HttpRequest) -> HttpResponse:
        """The directory as CSV, former units included."""
        return csv_response("co-quan.csv", list(TABLE_HEADER.values()), self._rows(request))  # type: ignore[return-value]

    @path("json/", name="json")
    def as_json(self, request: HttpRequest) -> HttpResponse:
        """The same as JSON."""
        rows = [dict(zip(TABLE_HEADER, row, strict=True)) for row in self._rows(request)]
        return JsonResponse({"organisations": rows}, json_dumps_params={"ensure_ascii": False})

    def _rows(self, request: HttpRequest) -> list[list[Any]]:
        from departments.succession import graph, in_language

        known = graph()
        successors = {page.translation_key: page.title for page in in_language(known.predecessors, self.locale_id)}
        units = open_to_all(OrganisationPage.objects.child_of(self)).defer("body", "functions", "blocks")
        rows = []
        for unit in units.order_by("title").select_related("locale"):
            ending = known.endings.get(unit.translation_key)
            rows.append(
                [
                    unit.title,
                    unit.short_name,
                    unit.get_kind_display(),
                    unit.get_level_display(),
                    unit.address,
                    unit.phone,
                    unit.hotline,
                    unit.email,
                    unit.website,
                    unit.valid_from or "",
                    unit.valid_to or "",
                    unit.get_ended_as_display(),
                    "; ".join(successors[key] for key, _extent in ending.successors if key in successors)
                    if ending
                    else "",
                    request.build_absolute_uri(unit.url),
                ]
            )
        return rows
