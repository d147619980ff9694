"""The organisation: the root of its own section."""

from dataclasses import replace

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.fields import RichTextField
from wagtail.search import index

from core.blocks import StoryBlock
from core.blocks.story import images_in
from core.blocks.text import RICH_TEXT_FEATURES
from core.companions import companions_of
from core.fields import SettingStreamField, StreamField, fixed, own, synchronised
from core.images import attach_renditions
from core.models import BasePage
from core.models.listing import child_listings
from core.searchable import SearchFacts
from departments.enums import Accent, EndKind, Level, OrganisationKind
from departments.querysets import OrganisationManager
from departments.sections import SectionRoutes


class OrganisationPage(SectionRoutes, BasePage):
    """A department, commune or ward: the root of its own section, with its contacts.

    Contacts are the official ones of the body (Decree 42/2022, article 4: structure, functions, contacts).
    """

    kind = models.CharField(
        _("kind"), max_length=40, choices=OrganisationKind, default=OrganisationKind.DEPARTMENT, db_index=True
    )
    short_name = models.CharField(_("short name"), max_length=60, blank=True, help_text=_("For example Sở KH&CN"))
    other_names = models.TextField(
        _("other and former names"),
        blank=True,
        max_length=1000,
        help_text=_("One a line: abbreviations and names of former times, by which people look for it."),
    )
    level = models.CharField(_("administrative level"), max_length=20, choices=Level, default=Level.PROVINCE)
    parent_unit = models.ForeignKey(
        "self",
        verbose_name=_("stands under"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="subordinate_units",
        help_text=_("Its place in the organisation chart."),
    )
    valid_from = models.DateField(_("founded on"), null=True, blank=True)
    founding_document = models.CharField(
        _("founding document"), max_length=255, blank=True, help_text=_("Number and date of the decision.")
    )
    # Both are written by a reorganisation alone (departments.reorganisation), never by a form or an old draft.
    valid_to = models.DateField(_("last day"), null=True, editable=False)
    ended_as = models.CharField(_("ended as"), max_length=20, choices=EndKind, blank=True, editable=False)

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
    accent = models.CharField(_("colour of the section"), max_length=10, choices=Accent, default=Accent.RED)
    blocks = SettingStreamField("SECTION_BLOCKS", blank=True, verbose_name=_("blocks of the front page"))

    address = models.CharField(_("address"), max_length=255, blank=True)
    phone = models.CharField(_("telephone"), max_length=60, blank=True)
    hotline = models.CharField(_("hotline"), max_length=60, blank=True)
    fax = models.CharField(_("fax"), max_length=60, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    website = models.URLField(_("website"), blank=True, help_text=_("Its own site; appears in the link directory."))
    hours = models.ForeignKey(
        "departments.OpeningHours",
        verbose_name=_("opening hours"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Kept in one place; holidays are taken off by themselves."),
    )
    opening_hours = models.TextField(
        _("remarks on opening hours"), max_length=500, blank=True, help_text=_("For example: citizens on Thursdays.")
    )
    map_url = models.URLField(_("map"), blank=True, help_text=_("Link to a map; nothing is loaded from there."))

    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("kind"), FieldPanel("short_name")]),
        FieldPanel("other_names"),
        FieldPanel("lead"),
        FieldPanel("cover"),
        FieldPanel("blocks"),
        FieldPanel("functions"),
        MultiFieldPanel(
            [
                FieldPanel("address"),
                FieldRowPanel([FieldPanel("phone"), FieldPanel("hotline")]),
                FieldRowPanel([FieldPanel("fax"), FieldPanel("email")]),
                FieldPanel("website"),
                FieldPanel("hours"),
                FieldPanel("opening_hours"),
                FieldPanel("map_url"),
            ],
            heading=_("Contacts"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("level"), FieldPanel("valid_from")]),
                PageChooserPanel("parent_unit"),
                FieldPanel("founding_document"),
                InlinePanel("divisions", label=_("division")),
            ],
            heading=_("Structure"),
        ),
        FieldPanel("body"),
    ]
    settings_panels = [FieldPanel("accent"), *BasePage.settings_panels]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("short_name"),
        index.SearchField("other_names"),
        index.SearchField("lead"),
        index.SearchField("functions"),
        index.SearchField("body"),
        index.SearchField("address"),
        index.FilterField("kind"),
        index.FilterField("valid_to"),
    ]
    # Numbers stand in English as they are; names of former times are Vietnamese words of search.
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        *fixed("kind", "level", "parent_unit", "valid_from"),
        *synchronised("phone", "hotline", "fax"),
        *own("other_names"),
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
    display_select_related = ("cover", "hours")

    objects = OrganisationManager()

    class Meta:
        verbose_name = _("department, commune or ward")
        verbose_name_plural = _("departments, communes and wards")

    def with_content_json(self, content: dict) -> "OrganisationPage":
        """Return the page as a revision has it; that it ended is true of every revision."""
        page = super().with_content_json(content)
        # Asked anew: whoever holds this page may have loaded it before the reorganisation.
        page.valid_to, page.ended_as = OrganisationPage.objects.values_list("valid_to", "ended_as").get(pk=self.pk)
        return page

    def clean(self) -> None:
        super().clean()
        above, seen = self.parent_unit, {self.pk}
        while above is not None:
            if above.pk in seen:
                raise ValidationError({"parent_unit": _("A unit cannot stand under itself.")})
            seen.add(above.pk)
            above = above.parent_unit

    @property
    def has_ended(self) -> bool:
        """Whether its last day is over."""
        return bool(self.valid_to and self.valid_to < timezone.localdate())

    @property
    def names(self) -> list[str]:
        """Every name it bears or bore, the official one first."""
        return [
            name.strip() for name in [self.title, self.short_name, *self.other_names.splitlines()] if name.strip()
        ]

    search_kind = "organisation"

    def search_facts(self) -> SearchFacts | None:
        """Add every name by which people look for it: those of the units from which it took over too."""
        from departments.succession import former_names

        facts = super().search_facts()
        keys = dict.fromkeys([*self.names[1:], *former_names(self)])
        return replace(facts, keys=tuple(keys), body=f"{strip_tags(self.functions)} {self.body_text}".strip())  # type: ignore[type-var]

    @property
    def summary_text(self) -> str:
        return self.search_description or self.lead

    @property
    def short_texts(self) -> list[str]:
        """The decision that founded it, what its divisions do, and the legal basis of its end."""
        from departments.context import duties_of
        from departments.succession import legal_basis_of

        return [self.founding_document, *duties_of(self), legal_basis_of(self)]

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
        from departments.context import section_frame

        attach_renditions([self.cover, self.share_image, *images_in(self.body)])
        context = super().get_context(request, *args, **kwargs)
        context["section"] = section_frame(self)
        return context

    def front_context(self, request: HttpRequest) -> dict:
        """Return what the front page shows besides frame and blocks: newest entries of lists, hours, origin."""
        from departments.desks import schedule_of
        from departments.succession import formed_from

        return {
            "listings": child_listings(self, limit=5),
            "companions": companions_of(self),
            "schedule": schedule_of(self),
            "formed_from": formed_from(self),
            "shown_articles": set(),
        }
