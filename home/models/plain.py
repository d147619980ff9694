"""Pages of text, sections that group them, and the map of the site."""

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page, get_page_models
from wagtail.search import index

from core.blocks import StoryBlock
from core.blocks.corrections import CorrectionBlock
from core.blocks.story import first_paragraph, images_in
from core.fields import StreamField
from core.images import attach_renditions
from core.models import BasePage
from core.privacy import open_to_all


class TextPage(BasePage):
    """Lead, body and corrections; the base of plain pages and sections."""

    lead = models.TextField(_("lead"), blank=True, max_length=500)
    body = StreamField(StoryBlock(), blank=True, verbose_name=_("text"))
    corrections = StreamField([("correction", CorrectionBlock())], blank=True, verbose_name=_("corrections"))

    content_panels = [*BasePage.content_panels, FieldPanel("lead"), FieldPanel("body")]
    settings_panels = [FieldPanel("corrections"), *BasePage.settings_panels]
    search_fields = [*BasePage.search_fields, index.SearchField("lead"), index.SearchField("body")]

    class Meta:
        abstract = True

    @property
    def summary_text(self) -> str:
        return self.search_description or self.lead or first_paragraph(self.body)

    def get_images(self) -> list:
        return super().get_images() + [(image, "figure") for image in images_in(self.body)]

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        attach_renditions([self.share_image, *images_in(self.body)])
        return super().get_context(request, *args, **kwargs)


class PlainPage(TextPage):
    """A page of text: an introduction, a rule, the accessibility statement."""

    parent_page_types = ["home.HomePage", "home.SectionPage", "departments.OrganisationPage"]
    subpage_types: list[str] = []
    page_description = _("A page of text with pictures, tables and files.")
    template = "home/plain_page.html"

    class Meta:
        verbose_name = _("plain page")
        verbose_name_plural = _("plain pages")


class SectionPage(TextPage):
    """A page that introduces the pages below it."""

    parent_page_types = ["home.HomePage", "home.SectionPage", "departments.OrganisationPage"]
    subpage_types = ["home.PlainPage", "home.SectionPage"]
    page_description = _("An introduction with links to the pages below it.")
    template = "home/section_page.html"

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        context = super().get_context(request, *args, **kwargs)
        context["children"] = list(open_to_all(self.get_children()).specific())
        return context


class SiteMapPage(BasePage):
    """The map of the site for people: every public page that is not an article."""

    intro = models.TextField(_("introduction"), blank=True, max_length=500)

    content_panels = [*BasePage.content_panels, FieldPanel("intro")]
    search_fields = [*BasePage.search_fields, index.SearchField("intro")]
    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1
    page_description = _("The map of the site, kept up to date by itself.")
    template = "home/site_map_page.html"

    class Meta:
        verbose_name = _("map of the site")
        verbose_name_plural = _("maps of the site")

    @property
    def summary_text(self) -> str:
        return self.search_description or self.intro

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        context = super().get_context(request, *args, **kwargs)
        home = self.route_ancestors[0] if self.route_ancestors else self.get_parent()
        listed_elsewhere = [model for model in get_page_models() if not getattr(model, "in_site_map", True)]
        pages = open_to_all(Page.objects.descendant_of(home)).not_exact_type(*listed_elsewhere)
        context["tree"] = nested(home, pages.order_by("path"))
        return context


def nested(top: Page, pages: Iterable[Page]) -> list[dict[str, Any]]:
    """Return the pages below ``top`` (in tree order) as ``[{"title", "url", "children"}]``.

    A page whose parent is not among them is left out.
    """
    children_of: dict[str, list[dict[str, Any]]] = {top.path: []}
    for page in pages:
        siblings = children_of.get(page.path[: -page.steplen])
        if siblings is not None:
            node: dict[str, Any] = {"title": page.title, "url": page.url, "children": []}
            siblings.append(node)
            children_of[page.path] = node["children"]
    return children_of[top.path]
