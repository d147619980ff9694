"""The register of documents."""

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, re_path
from wagtail.models import Page
from wagtail.search import index

from core import metadata
from core.cache import remember, remember_of_pages
from core.models import BasePage
from core.models.listing import ListingMixin
from core.pagination import paginate, pagination_links
from departments.ownership import owning_organisation
from departments.succession import with_predecessors
from legal.exports import documents_csv, documents_feed, documents_json
from legal.filters import Options, Selection, describe
from legal.models.document import LegalDocumentPage
from legal.options import register_options
from legal.querysets import LegalDocumentQuerySet


class LegalIndexPage(RoutablePageMixin, ListingMixin, BasePage):
    """The register of all documents, or below a department that of its own and its predecessors'."""

    intro = models.TextField(_("introduction"), blank=True, max_length=500)

    content_panels = [*BasePage.content_panels, FieldPanel("intro")]
    search_fields = [*BasePage.search_fields, index.SearchField("intro")]
    parent_page_types = ["home.HomePage", "departments.OrganisationPage"]
    subpage_types = ["legal.LegalDocumentPage"]
    page_description = _("The register of official documents of the province or of a department.")
    template = "legal/legal_index_page.html"

    class Meta:
        verbose_name = _("register of documents")
        verbose_name_plural = _("registers of documents")

    @property
    def summary_text(self) -> str:
        return self.search_description or self.intro

    @cached_property
    def holdings(self) -> tuple[list[int], list[int]]:
        """The units whose register this is (a department and those it succeeded) and their registers, as page ids.

        Both are empty for the province's register, which lists every document.
        """
        organisation = owning_organisation(self)
        if organisation is None:
            return [], []
        return remember(f"register-holdings:{self.pk}", lambda: self._holdings_of(organisation))

    @staticmethod
    def _holdings_of(organisation: Page) -> tuple[list[int], list[int]]:
        units = with_predecessors(organisation)
        below = Q(pk__in=[])
        for unit in units:
            below |= Q(path__startswith=unit.path)
        registers = LegalIndexPage.objects.filter(below).values_list("pk", flat=True)
        return [unit.pk for unit in units], list(registers)

    def documents(self) -> LegalDocumentQuerySet:
        """Return the public documents of this register, the newest first."""
        documents = LegalDocumentPage.objects.listed(self.locale_id)
        units, registers = self.holdings
        return documents.of_units(units, registers) if units else documents

    def latest_entries(self, limit: int) -> list[LegalDocumentPage]:
        return list(self.documents().with_status(timezone.localdate()).for_cards()[:limit])

    def serve(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """Serve the register; the mixin answers its routes itself and would forget the reader's wish to save."""
        return self.offer_for_saving(request, super().serve(request, *args, **kwargs))

    def translated_subpath(self, subpath: str, language: str) -> str | None:
        """Files of the register are called the same in all languages."""
        return subpath

    # -- routes ------------------------------------------------------------------------------------------------

    @re_path(r"^$", name="list")
    def show_list(self, request: HttpRequest) -> HttpResponse:
        """The register as a page."""
        return self.render(request, context_overrides=self._list_context(request))

    @re_path(r"^rss/$", name="rss")
    def rss(self, request: HttpRequest) -> HttpResponse:
        """The newest documents that the filters leave, as RSS."""
        selection = self._select(request)
        meta = metadata.Metadata(title=self._heading(selection), description=self.intro)
        return documents_feed(request, meta, selection.documents.for_cards())

    @re_path(r"^csv/$", name="csv")
    def csv(self, request: HttpRequest) -> StreamingHttpResponse:
        """All documents that the filters leave, as CSV."""
        return documents_csv(request, f"{self.slug}.csv", self._select(request).documents.for_cards())

    @re_path(r"^json/$", name="json")
    def json(self, request: HttpRequest) -> HttpResponse:
        """The documents that the filters leave, as JSON, in parts."""
        return documents_json(request, self._select(request).documents.for_cards())

    # -- answers -----------------------------------------------------------------------------------------------

    def _options(self) -> Options:
        return remember_of_pages(f"register:{self.pk}", lambda: register_options(self.documents(), self.locale_id))

    def _select(self, request: HttpRequest) -> Selection:
        return Selection.of(request, self.documents(), self._options(), self.locale.language_code, self._day())

    @staticmethod
    def _day() -> date:
        return timezone.localdate()

    def _heading(self, selection: Selection) -> str:
        words = describe(selection.active)
        return f"{self.title}: {words}" if words else self.title

    def _list_context(self, request: HttpRequest) -> dict[str, Any]:
        selection = self._select(request)
        part = paginate(request, selection.documents.for_cards())
        meta = metadata.for_page(self, request, self.breadcrumb)
        meta = metadata.for_list(meta, request, self._heading(selection), part.number)
        # One address for search engines; every combination of filters would be another.
        meta.noindex = bool(selection.active) or not part.object_list
        query = request.GET.copy()
        for name in ("trang", "luu"):
            query.pop(name, None)
        suffix = f"?{query.urlencode()}" if query else ""
        return {
            "entries": list(part.object_list),
            "total": part.paginator.count,
            "selection": selection,
            "form": selection.form,
            "pagination": pagination_links(request, part),
            "feed_url": f"{request.path}rss/{suffix}",
            "csv_url": f"{request.path}csv/{suffix}",
            "json_url": f"{request.path}json/{suffix}",
            "meta": meta,
        }
