"""The project of a scheme."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable
from wagtail.search import index

from core.blocks import StoryBlock
from core.fields import StreamField
from core.models import BasePage
from projects.blocks import ObstacleBlock, SystemBlock
from projects.enums import ProjectStatus


class ProjectPage(BasePage):
    """A project (dự án) of a scheme: who builds what by when, for how much, and how far it is."""

    code = models.CharField(_("code"), max_length=40, blank=True, help_text=_("The project's own number."))
    lead = models.TextField(_("lead"), max_length=500, blank=True, help_text=_("What it brings, in two sentences."))
    field = models.ForeignKey(
        "core.Field", verbose_name=_("field"), null=True, on_delete=models.PROTECT, related_name="+"
    )
    investor = models.ForeignKey(
        "departments.OrganisationPage",
        verbose_name=_("investor"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    investor_name = models.CharField(
        _("other investor"), max_length=200, blank=True, help_text=_("If it is no body of the province.")
    )
    status = models.CharField(_("status"), max_length=20, choices=ProjectStatus, default=ProjectStatus.PREPARING)
    planned_start = models.DateField(_("planned start"), null=True, blank=True)
    planned_end = models.DateField(_("planned end"), null=True, blank=True)
    actual_start = models.DateField(_("actual start"), null=True, blank=True)
    actual_end = models.DateField(_("actual end"), null=True, blank=True)
    place = models.CharField(_("place"), max_length=200, blank=True)
    map_url = models.URLField(_("map"), blank=True, help_text=_("Link to a map; nothing is loaded from there."))
    cover = models.ForeignKey(
        "core.PortalImage",
        verbose_name=_("cover"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    cover_alt = models.CharField(_("text in place of the cover"), max_length=255, blank=True)
    obstacles = StreamField([("obstacle", ObstacleBlock())], blank=True, verbose_name=_("obstacles"))
    systems = StreamField([("system", SystemBlock())], blank=True, verbose_name=_("digital systems"))
    body = StreamField(StoryBlock(), blank=True, verbose_name=_("text"))

    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("code"), FieldPanel("field")]),
        FieldPanel("lead"),
        FieldRowPanel([FieldPanel("investor"), FieldPanel("investor_name")]),
        MultiFieldPanel(
            [
                FieldPanel("status"),
                FieldRowPanel([FieldPanel("planned_start"), FieldPanel("planned_end")]),
                FieldRowPanel([FieldPanel("actual_start"), FieldPanel("actual_end")]),
            ],
            heading=_("Status and time"),
        ),
        InlinePanel("milestones", label=_("milestone"), heading=_("Milestones")),
        FieldPanel("obstacles"),
        FieldPanel("systems"),
        FieldRowPanel([FieldPanel("place"), FieldPanel("map_url")]),
        FieldRowPanel([FieldPanel("cover"), FieldPanel("cover_alt")]),
        FieldPanel("body"),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("code"),
        index.SearchField("lead"),
        index.SearchField("place"),
        index.SearchField("body"),
        index.FilterField("status"),
        index.FilterField("field_id"),
    ]
    parent_page_types = ["projects.SchemePage"]
    subpage_types: list[str] = []
    page_description = _("A project of a scheme, with its figures.")
    template = "projects/project_page.html"
    display_select_related = ("field", "investor", "cover")
    search_kind = "project"

    class Meta:
        verbose_name = _("project")
        verbose_name_plural = _("projects")

    @property
    def summary_text(self) -> str:
        return self.search_description or self.lead


class Milestone(Orderable):
    """A step of a project: when it is planned, when it was reached."""

    project = ParentalKey(ProjectPage, on_delete=models.CASCADE, related_name="milestones")
    name = models.CharField(_("milestone"), max_length=200)
    planned_on = models.DateField(_("planned for"))
    reached_on = models.DateField(_("reached on"), null=True, blank=True)
    note = models.CharField(_("note"), max_length=255, blank=True)

    panels = [
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("planned_on"), FieldPanel("reached_on")]),
        FieldPanel("note"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("milestone")
        verbose_name_plural = _("milestones")
        ordering = ["planned_on", "sort_order"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        if self.reached_on and self.reached_on > timezone.localdate():
            raise ValidationError({"reached_on": _("This day has not come yet.")})
