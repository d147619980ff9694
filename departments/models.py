"""Organisations and the directory that lists them."""

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.search import index

from core.blocks import StoryBlock
from core.blocks.story import images_in
from core.blocks.text import RICH_TEXT_FEATURES
from core.fields import StreamField
from core.images import attach_renditions
from core.models import BasePage
from core.models.listing import child_listings
from departments.enums import OrganisationKind
from departments.querysets import OrganisationManager


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


class OrganisationPage(BasePage):
    """A department, commune or ward: the root of its own section, with its contacts.

    Contacts are the official ones of the body (Decree 42/2022, article 4: structure, functions, contacts).
    """

    kind = models.CharField(
        _("kind"), max_length=40, choices=OrganisationKind, default=OrganisationKind.DEPARTMENT, db_index=True
    )
    short_name = models.CharField(_("short name"), max_length=60, blank=True, help_text=_("For example Sở KH&CN"))
    lead = models.TextField(_("introduction"), max_length=500, blank=True)
    functions = RichTextField(_("functions and duties"), blank=True, features=RICH_TEXT_FEATURES)
    body = StreamField(StoryBlock(), blank=True, verbose_name=_("more"))
    cover = models.ForeignKey(
        "core.PortalImage",
        verbose_name=_("cover"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    address = models.CharField(_("address"), max_length=255, blank=True)
    phone = models.CharField(_("telephone"), max_length=60, blank=True)
    hotline = models.CharField(_("hotline"), max_length=60, blank=True)
    fax = models.CharField(_("fax"), max_length=60, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    website = models.URLField(_("website"), blank=True, help_text=_("Its own site; appears in the link directory."))
    opening_hours = models.TextField(_("opening hours"), max_length=500, blank=True, help_text=_("One line a rule."))
    map_url = models.URLField(_("map"), blank=True, help_text=_("Link to a map; nothing is loaded from there."))

    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("kind"), FieldPanel("short_name")]),
        FieldPanel("lead"),
        FieldPanel("cover"),
        FieldPanel("functions"),
        MultiFieldPanel(
            [
                FieldPanel("address"),
                FieldRowPanel([FieldPanel("phone"), FieldPanel("hotline")]),
                FieldRowPanel([FieldPanel("fax"), FieldPanel("email")]),
                FieldPanel("website"),
                FieldPanel("opening_hours"),
                FieldPanel("map_url"),
            ],
            heading=_("Contacts"),
        ),
        FieldPanel("body"),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("short_name"),
        index.SearchField("lead"),
        index.SearchField("functions"),
        index.SearchField("body"),
        index.SearchField("address"),
        index.FilterField("kind"),
    ]
    parent_page_types = ["departments.OrganisationIndexPage"]
    subpage_types = [
        "news.NewsIndexPage",
        "news.NoticeIndexPage",
        "legal.LegalIndexPage",
        "projects.SchemeIndexPage",
        "directives.DirectiveIndexPage",
        "home.SectionPage",
        "home.PlainPage",
    ]
    page_description = _("A department, commune or ward with its own section.")
    template = "departments/organisation_page.html"
    display_select_related = ("cover",)

    objects = OrganisationManager()

    class Meta:
        verbose_name = _("department, commune or ward")
        verbose_name_plural = _("departments, communes and wards")

    @property
    def summary_text(self) -> str:
        return self.search_description or self.lead

    @property
    def meta_image(self):
        return self.share_image or self.cover

    def get_images(self) -> list:
        images = super().get_images() + [(image, "figure") for image in images_in(self.body)]
        if self.cover:
            images += [(self.cover, "hero"), (self.cover, "share")]
        return images

    def structured_data(self, request: HttpRequest) -> list[dict]:
        """Return schema.org GovernmentOrganization."""
        fields = {
            "name": self.title,
            "alternateName": self.short_name,
            "url": request.build_absolute_uri(self.url or "/"),
            "telephone": self.phone,
            "faxNumber": self.fax,
            "email": self.email,
            "address": self.address,
            "sameAs": self.website,
        }
        data = {key: value for key, value in fields.items() if value}
        return [{"@context": "https://schema.org", "@type": "GovernmentOrganization", **data}]

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        attach_renditions([self.cover, self.share_image, *images_in(self.body)])
        context = super().get_context(request, *args, **kwargs)
        context["listings"] = child_listings(self, limit=5)
        children = self.get_children().live().public().in_menu()
        context["section_menu"] = [{"title": page.title, "url": page.url} for page in children]
        return context
