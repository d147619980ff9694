"""Where citizens hand in papers and ask."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, PageChooserPanel
from wagtail.models import TranslatableMixin

from departments.forms import UnitRecordForm


class ServicePoint(TranslatableMixin, models.Model):
    """A desk of an organisation: a public service centre, a one-stop desk (bộ phận một cửa)."""

    organisation = models.ForeignKey(
        "departments.OrganisationPage",
        verbose_name=_("organisation"),
        on_delete=models.CASCADE,
        related_name="service_points",
    )
    name = models.CharField(_("name"), max_length=160)
    services = models.TextField(_("what is done here"), max_length=600, blank=True, help_text=_("One line each."))
    address = models.CharField(_("address"), max_length=255)
    map_url = models.URLField(_("map"), blank=True, help_text=_("Link to a map; nothing is loaded from there."))
    phone = models.CharField(_("telephone"), max_length=60, blank=True)
    hours = models.ForeignKey(
        "departments.OpeningHours",
        verbose_name=_("opening hours"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    base_form_class = UnitRecordForm
    panels = [
        PageChooserPanel("organisation"),
        FieldPanel("name"),
        FieldPanel("services"),
        FieldPanel("address"),
        FieldRowPanel([FieldPanel("phone"), FieldPanel("map_url")]),
        FieldRowPanel([FieldPanel("hours"), FieldPanel("order")]),
    ]

    # What a translation is recognised by (core.languages).
    label_field = "name"

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("service point")
        verbose_name_plural = _("service points")
        ordering = ["order", "name"]

    def __str__(self) -> str:
        return self.name
