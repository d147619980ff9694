"""The list of directives, and the follow-up list of their tasks."""

from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, re_path
from wagtail.search import index

from core.models import BasePage
from core.models.listing import ListingMixin
from core.paths import in_language
from directives import answers
from directives.models.directive import DirectivePage
from directives.models.task import DirectiveTask
from directives.paths import WORDS
from directives.querysets import DirectiveQuerySet, TaskQuerySet


class DirectiveIndexPage(RoutablePageMixin, ListingMixin, BasePage):
    """The directives of the province or of a department."""

    intro = models.TextField(_("introduction"), blank=True, max_length=500)

    content_panels = [*BasePage.content_panels, FieldPanel("intro")]
    search_fields = [*BasePage.search_fields, index.SearchField("intro")]
    parent_page_types = ["home.HomePage", "departments.OrganisationPage"]
    subpage_types = ["directives.DirectivePage"]
    page_description = _("The list of directives of the province or of a department, and of the tasks they set.")
    template = "directives/directive_index_page.html"

    class Meta:
        verbose_name = _("list of directives")
        verbose_name_plural = _("lists of directives")

    @property
    def summary_text(self) -> str:
        return self.search_description or self.intro

    def directives(self) -> DirectiveQuerySet:
        """Return the public directives of the body whose list this is, newest first."""
        return DirectivePage.objects.in_section_of(self)

    def tasks(self) -> TaskQuerySet:
        """Return the public tasks of those directives, the nearest deadline first."""
        return TaskQuerySet(DirectiveTask).of_directives(self.directives())

    def latest_entries(self, limit: int) -> list:
        return list(self.directives()[:limit])

    def serve(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """Serve one of the lists; the mixin answers them itself and would forget the reader's wish to save."""
        return self.offer_for_saving(request, super().serve(request, *args, **kwargs))

    def translated_subpath(self, subpath: str, language: str) -> str | None:
        """Return the same list or file in ``language``."""
        return subpath if subpath in {"", "rss/", "csv/", "json/"} else in_language(subpath, WORDS, language)

    @re_path(r"^(?P<form>rss/|csv/|json/)?$", name="all")
    def all_directives(self, request: HttpRequest, form: str | None = None) -> HttpResponseBase:
        """The list of directives: page, feed, table or data."""
        return answers.directives(self, request, (form or "").strip("/"))

    @re_path(r"^(?:theo-doi|follow-up)/(?P<form>rss/|csv/|json/)?$", name="follow_up")
    def follow_up(self, request: HttpRequest, form: str | None = None) -> HttpResponseBase:
        """The tasks of all directives, with filters: page, feed, table or data."""
        return answers.follow_up(self, request, (form or "").strip("/"))
