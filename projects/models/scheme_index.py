"""The list of schemes."""

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path, re_path
from wagtail.search import index

from core.models import BasePage
from core.models.listing import ListingMixin
from core.privacy import open_to_all
from projects.dashboard import with_progress
from projects.feeds import pages_feed
from projects.models.committee import CommitteePage
from projects.models.scheme import SchemePage
from projects.tables import schemes_table


class SchemeIndexPage(RoutablePageMixin, ListingMixin, BasePage):
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
        return (
            open_to_all(SchemePage.objects.child_of(self)).defer("body", "goals").order_by("-period_start", "title")
        )

    def latest_entries(self, limit: int) -> list:
        return list(self.schemes()[:limit])

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        context = super().get_context(request, *args, **kwargs)
        context["schemes"] = with_progress(list(self.schemes()))
        context["committees"] = open_to_all(CommitteePage.objects.child_of(self)).order_by("title")
        context["saved_tables"] = [schemes_table(context["schemes"])]
        return context

    def translated_subpath(self, subpath: str, language: str) -> str | None:
        """Files of the list are called the same in all languages."""
        return subpath

    @path("")
    def overview(self, request: HttpRequest) -> HttpResponse:
        """The list."""
        return self.render(request)

    @re_path(r"^(?P<form>csv|json|rss)/$")
    def files(self, request: HttpRequest, form: str) -> HttpResponseBase:
        """The list as a file or a feed."""
        schemes = list(self.schemes())
        if form == "rss":
            return pages_feed(request, self.title, self.summary_text, schemes)
        return schemes_table(with_progress(schemes)).response(form)

    def serve(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """Serve; the mixin answers itself and would forget the reader's wish to save."""
        return self.offer_for_saving(request, super().serve(request, *args, **kwargs))
