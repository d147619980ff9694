"""The list of schemes."""

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from core.models import BasePage
from core.models.listing import ListingMixin
from core.privacy import open_to_all
from projects.models.scheme import SchemePage


class SchemeIndexPage(ListingMixin, BasePage):
    """The schemes of the province or of a department."""

    intro = models.TextField(_("introduction"), blank=True, max_length=500)

    content_panels = [*BasePage.content_panels, FieldPanel("intro")]
    search_fields = [*BasePage.search_fields, index.SearchField("intro")]
    parent_page_types = ["home.HomePage", "departments.OrganisationPage"]
    subpage_types = ["projects.SchemePage", "projects.CommitteePage"]
    page_description = _("The list of schemes of the province or of a department.")
    template = "projects/scheme_index_page.html"

    class Meta:
        verbose_name = _("scheme index")
        verbose_name_plural = _("scheme indexes")

    @property
    def summary_text(self) -> str:
        return self.search_description or self.intro

    def schemes(self):
        """Return the public schemes below this page, the one that began last first."""
        return open_to_all(SchemePage.objects.child_of(self)).order_by("-period_start", "title")

    def latest_entries(self, limit: int) -> list:
        return list(self.schemes()[:limit])

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        context = super().get_context(request, *args, **kwargs)
        context["schemes"] = list(self.schemes())
        return context
