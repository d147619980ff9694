"""The scheme: what the province set itself, and how far it is."""

from dataclasses import replace
from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.search import index

from core.blocks import StoryBlock
from core.blocks.story import images_in
from core.fields import StreamField, fixed, words
from core.images import attach_renditions
from core.models import BasePage, TranslatedRow
from core.searchable import SearchFacts
from projects.blocks import GoalBlock
from projects.editing import SchemeForm
from projects.figures import FiguresPanel, KeepsFigures
from projects.models.scheme_tables import SchemeTablesMixin

YEARS = [MinValueValidator(1990), MaxValueValidator(2100)]


class SchemePage(SchemeTablesMixin, KeepsFigures, BasePage):
    """A scheme (đề án) with its projects below it. Its page is the dashboard of all of them."""

    lead = models.TextField(_("lead"), max_length=500, blank=True, help_text=_("What it brings, in two sentences."))
    period_start = models.PositiveSmallIntegerField(_("first year"), null=True, validators=YEARS)
    period_end = models.PositiveSmallIntegerField(_("last year"), null=True, validators=YEARS)
    orientation_year = models.PositiveSmallIntegerField(
        _("orientation to the year"), null=True, blank=True, validators=YEARS
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
        InlinePanel("legal_basis", label=_("legal basis"), heading=_("Legal basis")),
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
        FiguresPanel("money_figures", label=_("amount"), heading=_("Budget of the scheme")),
        InlinePanel("tasks", label=_("assigned task"), heading=_("Assigned tasks")),
        FieldPanel("body"),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("lead"),
        index.SearchField("goals"),
        index.SearchField("body"),
    ]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        *fixed("period_start", "period_end", "orientation_year", "target_project_count"),
        *fixed("owner_unit", "lead_agency", "coordinating_agencies", "committee", "fields"),
    ]
    parent_page_types = ["projects.SchemeIndexPage"]
    subpage_types = ["projects.ProjectPage"]
    page_description = _("A scheme with its projects: the dashboard of how far they are.")
    template = "projects/scheme_page.html"
    display_select_related = ("owner_unit", "lead_agency", "committee")
    search_kind = "scheme"
    base_form_class = SchemeForm
    figure_relations = ("money_figures",)

    class Meta:
        verbose_name = _("scheme")
        verbose_name_plural = _("schemes")

    @property
    def period(self) -> str:
        """``2025–2030``."""
        return "–".join(str(year) for year in (self.period_start, self.period_end) if year)

    @property
    def summary_text(self) -> str:
        return self.search_description or self.lead

    def get_images(self) -> list:
        return super().get_images() + [(image, "figure") for image in images_in(self.body)]

    def search_facts(self) -> SearchFacts:
        goals = " ".join(str(child.value["text"]) for child in self.goals)
        facts = super().search_facts()
        return replace(  # type: ignore[return-value, type-var]
            facts,
            body=f"{goals} {facts.body}",  # type: ignore[union-attr]
            fields=tuple(field.name for field in self.fields.all()),
            day=date(self.period_start, 1, 1) if self.period_start else facts.day,  # type: ignore[union-attr]
            organisation_id=self.lead_agency_id,
        )

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        attach_renditions([self.share_image, *images_in(self.body)])
        return super().get_context(request, *args, **kwargs)

    def clean(self) -> None:
        super().clean()
        errors = {}
        if self.period_start and self.period_end and self.period_end < self.period_start:
            errors["period_end"] = _("The end cannot be before the beginning.")
        if self.orientation_year and self.period_end and self.orientation_year < self.period_end:
            errors["orientation_year"] = _("The orientation cannot end before the scheme does.")
        if errors:
            raise ValidationError(errors)


class LegalBasis(TranslatedRow):
    """A document on which a scheme stands: a record of the register, or its words where there is none."""

    scheme = ParentalKey(SchemePage, on_delete=models.CASCADE, related_name="legal_basis")
    document = models.ForeignKey(
        "legal.LegalDocumentPage",
        verbose_name=_("document in the register"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    text = models.CharField(
        _("document, as printed"),
        max_length=300,
        blank=True,
        help_text=_("Number, day, issuer and what it is about."),
    )

    translatable_fields = words("text")

    panels = [FieldPanel("document"), FieldPanel("text")]

    class Meta(TranslatedRow.Meta):
        verbose_name = _("legal basis")
        verbose_name_plural = _("legal bases")

    def __str__(self) -> str:
        return self.text or str(self.document or "")

    def clean(self) -> None:
        super().clean()
        if not self.document and not self.text:
            raise ValidationError(_("Choose a document or write which one it is."))
