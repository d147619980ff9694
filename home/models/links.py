"""The directory of links to other websites."""

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.models import Orderable
from wagtail.search import index

from core.fields import StreamField
from core.models import BasePage
from home.directory import link_groups


class WebLinkBlock(blocks.StructBlock):
    """A website with its name."""

    title = blocks.CharBlock(label=_("name"))
    url = blocks.URLBlock(label=_("address"))

    class Meta:
        icon = "link"
        label = _("Website")


class LinkDirectoryPage(BasePage):
    """Links in groups: chosen ones by hand, the province's own bodies from their pages."""

    intro = models.TextField(_("introduction"), blank=True, max_length=500)

    content_panels = [*BasePage.content_panels, FieldPanel("intro"), InlinePanel("groups", label=_("group"))]
    search_fields = [*BasePage.search_fields, index.SearchField("intro")]
    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1
    page_description = _("The directory of links; a department's address comes from its own page.")
    template = "home/link_directory_page.html"

    class Meta:
        verbose_name = _("link directory")
        verbose_name_plural = _("link directories")

    @property
    def summary_text(self) -> str:
        return self.search_description or self.intro

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        context = super().get_context(request, *args, **kwargs)
        context["groups"] = link_groups(self)
        return context


class WebLinkGroup(Orderable):
    """A group of websites chosen by hand."""

    page = ParentalKey(LinkDirectoryPage, on_delete=models.CASCADE, related_name="groups")
    title = models.CharField(_("title"), max_length=120)
    links = StreamField([("link", WebLinkBlock())], blank=True, verbose_name=_("websites"))

    panels = [FieldPanel("title"), FieldPanel("links")]

    class Meta(Orderable.Meta):
        verbose_name = _("group of links")
        verbose_name_plural = _("groups of links")
