"""Figures with their day: each is a record of its own, and none is ever overwritten.

The shown figure is the newest one as of today. A correction is a second record of the same day: the later entry
counts, and the earlier one stays in the history.
"""

import uuid
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from core.fields import words
from core.models import TranslatedRow, TranslatedWords
from core.tables import number_text
from projects.enums import FundingSource, MoneyKind
from projects.figures import FiguresPanel
from projects.money import money_text


class Figure(TranslatedWords):
    """What was the case on a day, and who says so.

    ``key`` stays the same from the draft on, so that a revision never adds a published figure a second time.
    """

    key = models.UUIDField(default=uuid.uuid4, editable=False)
    as_of = models.DateField(_("as of"), help_text=_("The day of which the figure is true."))
    reported_by = models.ForeignKey(
        "departments.OrganisationPage",
        verbose_name=_("who answers for it"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The investor or the lead agency if empty."),
    )
    source = models.CharField(
        _("source"), max_length=255, blank=True, help_text=_("The report or decision that says so.")
    )
    entered_at = models.DateTimeField(default=timezone.now, editable=False)

    translatable_fields = words("source")

    # What the figure is one of: figures of one series replace each other, the newest counts.
    series: "tuple | None" = None

    source_panels = [FieldRowPanel([FieldPanel("reported_by"), FieldPanel("source")])]

    class Meta(TranslatedWords.Meta):
        abstract = True
        ordering = ["-as_of", "-entered_at", "-pk"]

    @property
    def measure(self) -> Decimal:
        """The number itself."""
        raise NotImplementedError

    @property
    def label(self) -> str:
        """The number in words, for the history in the admin."""
        return number_text(self.measure)

    def clean(self) -> None:
        super().clean()
        if self.as_of and self.as_of > timezone.localdate():
            raise ValidationError({"as_of": _("A figure cannot be of a day that has not come yet.")})


PERCENT_VALIDATORS = [MinValueValidator(0), MaxValueValidator(100, message=_("No more than 100 percent."))]


class ProgressFigure(Figure):
    """How much of a project was done on a day, in percent."""

    project = ParentalKey("projects.ProjectPage", on_delete=models.CASCADE, related_name="progress_figures")
    percent = models.PositiveSmallIntegerField(_("done, percent"), validators=PERCENT_VALIDATORS)

    panels = [FieldRowPanel([FieldPanel("as_of"), FieldPanel("percent")]), *Figure.source_panels]

    class Meta(Figure.Meta):
        verbose_name = _("progress figure")
        verbose_name_plural = _("progress figures")
        indexes = [models.Index(fields=["project", "-as_of", "-entered_at"], name="projects_progress_newest")]
        constraints = [
            models.CheckConstraint(condition=models.Q(percent__lte=100), name="projects_percent_at_most_100"),
            models.UniqueConstraint(fields=["project", "key"], name="projects_progress_key"),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def measure(self) -> Decimal:
        return Decimal(self.percent)

    @property
    def label(self) -> str:
        return f"{self.percent} %"


class AmountFigure(Figure):
    """An amount of money in million đồng (triệu đồng), the unit of public investment reports."""

    kind = models.CharField(_("what"), max_length=20, choices=MoneyKind)
    year = models.PositiveSmallIntegerField(
        _("budget year"), null=True, blank=True, help_text=_("Empty for the total investment.")
    )
    funding_source = models.CharField(_("funding source"), max_length=20, choices=FundingSource)
    amount = models.DecimalField(
        _("amount, million đồng"),
        max_digits=14,
        decimal_places=3,
        validators=[MinValueValidator(Decimal(0), message=_("An amount of money cannot be below zero."))],
    )

    panels = [
        FieldRowPanel([FieldPanel("as_of"), FieldPanel("kind"), FieldPanel("amount")]),
        FieldRowPanel([FieldPanel("year"), FieldPanel("funding_source")]),
        *Figure.source_panels,
    ]

    class Meta(Figure.Meta):
        abstract = True

    def clean(self) -> None:
        super().clean()
        if self.kind and self.kind != MoneyKind.INVESTMENT and not self.year:
            raise ValidationError({"year": _("Say of which budget year this amount is.")})
        if self.kind == MoneyKind.INVESTMENT and self.year:
            raise ValidationError({"year": _("The total investment is that of all years.")})

    @property
    def series(self) -> tuple:  # type: ignore[override]
        return (self.kind, self.year, self.funding_source)

    @property
    def measure(self) -> Decimal:
        return self.amount

    @property
    def label(self) -> str:
        parts = [
            self.get_kind_display(),
            str(self.year or ""),
            self.get_funding_source_display(),
            money_text(self.amount),
        ]
        return " · ".join(part for part in parts if part)


class MoneyFigure(AmountFigure):
    """Money of a project."""

    project = ParentalKey("projects.ProjectPage", on_delete=models.CASCADE, related_name="money_figures")

    class Meta(AmountFigure.Meta):
        verbose_name = _("amount of money")
        verbose_name_plural = _("amounts of money")
        indexes = [
            models.Index(fields=["project", "kind", "year", "funding_source", "-as_of"], name="projects_money_newest")
        ]
        constraints = [models.UniqueConstraint(fields=["project", "key"], name="projects_money_key")]

    def __str__(self) -> str:
        return self.label


class SchemeMoneyFigure(AmountFigure):
    """The money that a scheme was given as a whole, by year and source."""

    scheme = ParentalKey("projects.SchemePage", on_delete=models.CASCADE, related_name="money_figures")

    class Meta(AmountFigure.Meta):
        verbose_name = _("amount of the scheme's budget")
        verbose_name_plural = _("budget of the scheme")
        constraints = [models.UniqueConstraint(fields=["scheme", "key"], name="projects_scheme_money_key")]

    def __str__(self) -> str:
        return self.label


class Indicator(TranslatedRow, ClusterableModel):
    """What a project is measured by (chỉ tiêu): where it began, where it is to arrive."""

    project = ParentalKey("projects.ProjectPage", on_delete=models.CASCADE, related_name="indicators")
    key = models.UUIDField(default=uuid.uuid4, editable=False)
    name = models.CharField(_("indicator"), max_length=200)
    unit = models.CharField(_("unit"), max_length=40, blank=True, help_text=_("For example %, people, minutes"))
    baseline = models.DecimalField(_("baseline"), max_digits=16, decimal_places=3, null=True, blank=True)
    target = models.DecimalField(_("target"), max_digits=16, decimal_places=3, null=True, blank=True)
    target_year = models.PositiveSmallIntegerField(_("target year"), null=True, blank=True)

    translatable_fields = words("name", "unit", "values")

    panels = [
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("unit"), FieldPanel("baseline"), FieldPanel("target"), FieldPanel("target_year")]),
        FiguresPanel("values", label=_("value"), heading=_("Actual values")),
    ]

    class Meta(TranslatedRow.Meta):
        verbose_name = _("indicator")
        verbose_name_plural = _("indicators")
        constraints = [models.UniqueConstraint(fields=["project", "key"], name="projects_indicator_key")]

    def __str__(self) -> str:
        return self.name


class IndicatorValue(Figure):
    """The actual value of an indicator on a day."""

    indicator = ParentalKey("projects.Indicator", on_delete=models.CASCADE, related_name="values")
    value = models.DecimalField(_("actual value"), max_digits=16, decimal_places=3)

    panels = [FieldRowPanel([FieldPanel("as_of"), FieldPanel("value")]), *Figure.source_panels]

    class Meta(Figure.Meta):
        verbose_name = _("value of an indicator")
        verbose_name_plural = _("values of an indicator")
        constraints = [models.UniqueConstraint(fields=["indicator", "key"], name="projects_indicator_value_key")]

    def __str__(self) -> str:
        return self.label

    @property
    def measure(self) -> Decimal:
        return self.value
