"""The project of a scheme."""

from dataclasses import replace
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.search import index

from core.blocks import StoryBlock
from core.blocks.story import images_in
from core.fields import StreamField, fixed, words
from core.images import attach_renditions
from core.languages import name_of
from core.models import BasePage, TranslatedRow
from core.searchable import SearchFacts
from projects import project_view, rules
from projects.blocks import ObstacleBlock, SystemBlock
from projects.editing import ProjectForm
from projects.enums import SHADES, MoneyKind, ProjectStatus, ShownStatus
from projects.figures import FiguresPanel, IndicatorsPanel, KeepsFigures, newest
from projects.querysets import ProjectManager


class ProjectPage(KeepsFigures, BasePage):
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
    place = models.CharField(_("location"), max_length=200, blank=True)
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
        FiguresPanel("progress_figures", label=_("progress"), heading=_("Progress")),
        FiguresPanel("money_figures", label=_("amount"), heading=_("Money")),
        IndicatorsPanel("indicators", label=_("indicator"), heading=_("Indicators")),
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
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        *fixed("code", "investor", "status", "planned_start", "planned_end", "actual_start", "actual_end", "map_url"),
    ]
    parent_page_types = ["projects.SchemePage"]
    subpage_types: list[str] = []
    page_description = _("A project of a scheme, with its figures.")
    template = "projects/project_page.html"
    display_select_related = ("field", "investor", "cover", "share_image")
    search_kind = "project"
    base_form_class = ProjectForm
    figure_relations = ("progress_figures", "money_figures", "indicators.values")

    # Figures that a form is about to add; see ``ProjectForm``.
    figures_in_form: dict[str, list] = {}

    objects = ProjectManager()

    class Meta:
        verbose_name = _("project")
        verbose_name_plural = _("projects")

    @property
    def summary_text(self) -> str:
        return self.search_description or self.lead

    @property
    def meta_image(self):
        return self.share_image or self.cover

    def get_images(self) -> list:
        images = super().get_images() + [(image, "figure") for image in images_in(self.body)]
        if self.cover:
            images += [(self.cover, "hero"), (self.cover, "card"), (self.cover, "share")]
        return images

    def search_facts(self) -> SearchFacts:
        facts = super().search_facts()
        return replace(  # type: ignore[return-value, type-var]
            facts,
            keys=(self.code,) if self.code else (),
            fields=(self.field.name,) if self.field else (),
            day=self.actual_start or self.planned_start or facts.day,  # type: ignore[union-attr]
            organisation_id=self.investor_id,
        )

    # -- rules -------------------------------------------------------------------------------------------------

    def clean(self) -> None:
        super().clean()
        errors = rules.day_errors(self.facts(), timezone.localdate())
        if self.code:
            twins = ProjectPage.objects.filter(code__iexact=self.code, locale_id=self.locale_id).exclude(pk=self.pk)
            if twins.exists():
                errors["code"] = _("Another project has this code.")
        if errors:
            raise ValidationError(errors)

    def publication_errors(self) -> dict:
        errors = super().publication_errors() | rules.clashes(self.facts())
        if self.cover and not self.cover_alt:
            errors["cover_alt"] = _("Say what the cover shows.")
        return errors

    def facts(self) -> rules.Facts:
        """Return what the newest figures and the days say."""
        day = timezone.localdate()
        progress = newest(self._figures("progress_figures"), day).get(None)
        money = newest(self._figures("money_figures"), day, lambda figure: figure.series)
        return rules.Facts(
            status=self.status,
            planned_start=self.planned_start,
            planned_end=self.planned_end,
            actual_start=self.actual_start,
            actual_end=self.actual_end,
            percent=progress.percent if progress else None,
            investment=_total(money, MoneyKind.INVESTMENT),
            disbursed=_total(money, MoneyKind.DISBURSED),
        )

    def _figures(self, relation: str) -> list:
        if relation in self.figures_in_form:
            return self.figures_in_form[relation]
        return list(getattr(self, relation).all()) if self.pk else []

    # -- what readers are told ---------------------------------------------------------------------------------

    @property
    def shown_status(self) -> ShownStatus:
        """The status as of today."""
        return rules.shown_status(self.status, self.planned_end, timezone.localdate())

    @property
    def shade(self) -> str:
        """The class of the status in charts."""
        return SHADES[self.shown_status]

    @property
    def investor_label(self) -> str:
        """Who builds it."""
        return name_of(self.investor) or self.investor_name

    @cached_property
    def rows(self) -> project_view.Rows:
        """The figures with who reported them, and the milestones."""
        return project_view.Rows.of(self)

    @property
    def short_texts(self) -> list[str]:
        """The milestones with their notes, and the reports and decisions that the figures come from."""
        milestones = (text for milestone in self.rows.milestones for text in (milestone.name, milestone.note))
        return [*milestones, *(figure.source for figure in self.rows.figures)]

    @cached_property
    def scheme(self) -> BasePage | None:
        """The public scheme above, as a plain page."""
        above = self.route_ancestors[-1] if self.route_ancestors else None
        return above if above is not None and above.live else None

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        attach_renditions([self.cover, self.share_image, *images_in(self.body)])
        context = super().get_context(request, *args, **kwargs)
        context.update(project_view.context_for(self, timezone.localdate()))
        return context


def _total(money: dict, kind: MoneyKind) -> Decimal | None:
    amounts = [figure.amount for figure in money.values() if figure.kind == kind]
    return sum(amounts, Decimal(0)) if amounts else None


class Milestone(TranslatedRow):
    """A step of a project: when it is planned, when it was reached."""

    project = ParentalKey(ProjectPage, on_delete=models.CASCADE, related_name="milestones")
    name = models.CharField(_("milestone"), max_length=200)
    planned_on = models.DateField(_("planned for"))
    reached_on = models.DateField(_("reached on"), null=True, blank=True)
    note = models.CharField(_("note"), max_length=255, blank=True)

    translatable_fields = words("name", "note")

    panels = [
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("planned_on"), FieldPanel("reached_on")]),
        FieldPanel("note"),
    ]

    class Meta(TranslatedRow.Meta):
        verbose_name = _("milestone")
        verbose_name_plural = _("milestones")
        ordering = ["planned_on", "sort_order"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        if self.reached_on and self.reached_on > timezone.localdate():
            raise ValidationError({"reached_on": _("This day has not come yet.")})
