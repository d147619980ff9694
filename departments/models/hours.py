"""Opening hours, kept once and shown everywhere, and the days on which they do not hold."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, PageChooserPanel
from wagtail.models import Orderable

from core.validators import validate_year
from departments.enums import Weekday
from departments.forms import UnitRecordForm


class OpeningHours(ClusterableModel):
    """The week of one or many desks; words of it are made from numbers, so it serves every language."""

    name = models.CharField(_("name"), max_length=120, help_text=_("For editors, for example: office hours."))
    organisation = models.ForeignKey(
        "departments.OrganisationPage",
        verbose_name=_("record kept by"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("Empty: the province; every unit may use it."),
    )

    base_form_class = UnitRecordForm
    panels = [
        FieldPanel("name"),
        PageChooserPanel("organisation"),
        InlinePanel("rules", label=_("period"), heading=_("The week")),
    ]

    class Meta:
        verbose_name = _("opening hours")
        verbose_name_plural = _("opening hours")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class OpeningRule(Orderable):
    """A period of each of some neighbouring weekdays: Monday to Friday, 7.30 to 11.30."""

    hours = ParentalKey(OpeningHours, on_delete=models.CASCADE, related_name="rules")
    first_day = models.PositiveSmallIntegerField(_("from"), choices=Weekday, default=Weekday.MONDAY)
    last_day = models.PositiveSmallIntegerField(_("to"), choices=Weekday, default=Weekday.FRIDAY)
    opens = models.TimeField(_("opens"))
    closes = models.TimeField(_("closes"))

    panels = [
        FieldRowPanel([FieldPanel("first_day"), FieldPanel("last_day"), FieldPanel("opens"), FieldPanel("closes")])
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("period")
        verbose_name_plural = _("periods")

    def clean(self) -> None:
        super().clean()
        if self.first_day is not None and self.last_day is not None and self.last_day < self.first_day:
            raise ValidationError({"last_day": _("The week begins on Monday: give the earlier day first.")})
        if self.opens and self.closes and self.closes <= self.opens:
            raise ValidationError({"closes": _("It must close after it opens.")})


class Holiday(models.Model):
    """Days on which the week does not hold: closed, or open at other hours."""

    name = models.CharField(_("name"), max_length=120, help_text=_("For example: Tết Nguyên đán."))
    english_name = models.CharField(_("name in English"), max_length=120, blank=True)
    first_day = models.DateField(_("first day"), validators=[validate_year])
    last_day = models.DateField(_("last day"), validators=[validate_year])
    opens = models.TimeField(_("opens"), null=True, blank=True, help_text=_("Both empty: closed all day."))
    closes = models.TimeField(_("closes"), null=True, blank=True)
    organisation = models.ForeignKey(
        "departments.OrganisationPage",
        verbose_name=_("only at"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("Empty: everywhere in the province."),
    )

    base_form_class = UnitRecordForm
    panels = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("english_name")]),
        FieldRowPanel([FieldPanel("first_day"), FieldPanel("last_day")]),
        FieldRowPanel([FieldPanel("opens"), FieldPanel("closes")]),
        PageChooserPanel("organisation"),
    ]

    class Meta:
        verbose_name = _("holiday or exception")
        verbose_name_plural = _("holidays and exceptions")
        ordering = ["-first_day"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        if self.first_day and self.last_day and self.last_day < self.first_day:
            raise ValidationError({"last_day": _("The last day is before the first.")})
        if bool(self.opens) != bool(self.closes):
            raise ValidationError({"closes": _("Give both times, or none for a day when it is closed.")})
        if self.opens and self.closes and self.closes <= self.opens:
            raise ValidationError({"closes": _("It must close after it opens.")})
