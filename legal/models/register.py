"""The register of documents."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.search import index

from core.models import BasePage
from core.models.listing import ListingMixin
from core.privacy import open_to_all
from legal.models.document import LegalDocumentPage


class LegalIndexPage(RoutablePageMixin, ListingMixin, BasePage):
    """The register of the province's documents or of a department's."""

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

    def latest_entries(self, limit: int) -> list:
        return list(open_to_all(LegalDocumentPage.objects.child_of(self)).order_by("-issued_on", "-pk")[:limit])
