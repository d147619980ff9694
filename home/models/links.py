"""The directory of links to other websites."""

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.models import Orderable, Page, TranslatableMixin
from wagtail.search import index

from core.fields import StreamField
from core.models import BasePage
from core.privacy import is_public
from departments.models import OrganisationPage


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


class WebLinkGroup(TranslatableMixin, Orderable):
    """A group of websites chosen by hand."""

    page = ParentalKey(LinkDirectoryPage, on_delete=models.CASCADE, related_name="groups")
    title = models.CharField(_("title"), max_length=120)
    links = StreamField([("link", WebLinkBlock())], blank=True, verbose_name=_("websites"))

    panels = [FieldPanel("title"), FieldPanel("links")]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        ordering = ["sort_order"]
        verbose_name = _("group of links")
        verbose_name_plural = _("groups of links")


def link_groups(page: Page | None) -> list[dict[str, Any]]:
    """Return ``[{"title", "links": [{"title", "url"}]}]`` in the language of ``page``.

    First the groups that editors wrote on the link directory, then the websites of the province's own bodies,
    read from their pages so that a changed address is changed here too. Empty groups are left out.
    """
    if page is None:
        return []
    by_hand = WebLinkGroup.objects.filter(page__locale=page.locale_id).select_related("page")
    groups = [
        {
            "title": group.title,
            "links": [{"title": link.value["title"], "url": link.value["url"]} for link in group.links],
        }
        for group in by_hand
        if is_public(group.page)
    ]
    for group in OrganisationPage.objects.exclude(website="").grouped(page.locale_id):
        links = [{"title": page.title, "url": page.website} for page in group["organisations"]]
        groups.append({"title": group["title"], "links": links})
    return [group for group in groups if group["links"]]
