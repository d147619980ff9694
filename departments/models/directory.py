"""The directory of organisations."""

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from core.models import BasePage
from departments.models.organisation import OrganisationPage


class OrganisationIndexPage(BasePage):
    """The directory of the province's bodies, departments, communes and wards."""

    intro = models.TextField(_("introduction"), blank=True, max_length=500)

    content_panels = [*BasePage.content_panels, FieldPanel("intro")]
    search_fields = [*BasePage.search_fields, index.SearchField("intro")]
    parent_page_types = ["home.HomePage"]
    subpage_types = ["departments.OrganisationPage"]
    page_description = _("The directory of departments, communes and wards.")
    template = "departments/organisation_index_page.html"

    class Meta:
        verbose_name = _("directory of departments and communes")
        verbose_name_plural = _("directories of departments and communes")

    @property
    def summary_text(self) -> str:
        return self.search_description or self.intro

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        context = super().get_context(request, *args, **kwargs)
        context["groups"] = OrganisationPage.objects.child_of(self).grouped(self.locale)
        return context
