"""The scheme: what the province set itself, and how far it is."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.search import index

from core.blocks import StoryBlock
from core.fields import StreamField
from core.models import BasePage
from projects.blocks import GoalBlock

YEARS = [MinValueValidator(1990), MaxValueValidator(2100)]


class SchemePage(BasePage):
    """A scheme (đề án) with its projects below it. Its page is the dashboard of all of them."""

    lead = models.TextField(_("lead"), max_length=500, blank=True, help_text=_("What it brings, in two sentences."))
    period_start = models.PositiveSmallIntegerField(_("first year"), null=True, validators=YEARS)
    period_end = models.PositiveSmallIntegerField(_("last year"), null=True, validators=YEARS)
    orientation_year = models.PositiveSmallIntegerField(
        _("orientation to the year"), null=True, blank=True, validators=YEARS
    )
    legal_basis = models.TextField(
        _("legal basis"), blank=True, max_length=1000, help_text=_("One document a line: number, day, issuer.")
    )
    owner_unit = models.ForeignKey(
        "departments.OrganisationPage",
        verbose_name=_("owner of the scheme"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    lead_agency = models.ForeignKey(
        "departments.OrganisationPage",
        verbose_name=_("lead agency"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    coordinating_agencies = ParentalManyToManyField(
        "departments.OrganisationPage", verbose_name=_("coordinating agencies"), blank=True, related_name="+"
    )
    committee = models.ForeignKey(
        "projects.CommitteePage",
        verbose_name=_("committee"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="schemes",
    )
    fields = ParentalManyToManyField("core.Field", verbose_name=_("fields"), blank=True, related_name="+")
    goals = StreamField([("goal", GoalBlock())], blank=True, verbose_name=_("goals"))
    target_project_count = models.IntegerField(
        _("projects, as planned"),
        null=True,
        blank=True,
        validators=[MinValueValidator(0, message=_("A number of projects cannot be below zero."))],
        help_text=_("How many projects the scheme names; those entered here are counted apart."),
    )
    body = StreamField(StoryBlock(), blank=True, verbose_name=_("text"))

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("lead"),
        FieldRowPanel([FieldPanel("period_start"), FieldPanel("period_end"), FieldPanel("orientation_year")]),
        FieldPanel("legal_basis"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("owner_unit"), FieldPanel("lead_agency")]),
                FieldPanel("coordinating_agencies"),
                FieldPanel("committee"),
            ],
            heading=_("Who does it"),
        ),
        FieldPanel("fields"),
        FieldPanel("goals"),
        FieldPanel("target_project_count"),
        InlinePanel("tasks", label=_("task"), heading=_("Tasks")),
        FieldPanel("body"),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("lead"),
        index.SearchField("legal_basis"),
        index.SearchField("goals"),
        index.SearchField("body"),
    ]
    parent_page_types = ["projects.SchemeIndexPage"]
    subpage_types = ["projects.ProjectPage"]
    page_description = _("A scheme with its projects: the dashboard of how far they are.")
    template = "projects/scheme_page.html"
    display_select_related = ("owner_unit", "lead_agency", "committee")
    search_kind = "scheme"

    class Meta:
        verbose_name = _("scheme")
        verbose_name_plural = _("schemes")

    def clean(self) -> None:
        super().clean()
        errors = {}
        if self.period_start and self.period_end and self.period_end < self.period_start:
            errors["period_end"] = _("The end cannot be before the beginning.")
        if self.orientation_year and self.period_end and self.orientation_year < self.period_end:
            errors["orientation_year"] = _("The orientation cannot end before the scheme does.")
        if errors:
            raise ValidationError(errors)

    @property
    def summary_text(self) -> str:
        return self.search_description or self.lead
