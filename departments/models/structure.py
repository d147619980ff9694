"""The inner structure of an organisation."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable, TranslatableMixin

from core.fields import synchronised
from departments.models.organisation import OrganisationPage


class Division(TranslatableMixin, Orderable):
    """A division of an organisation (phòng, ban, trung tâm) that keeps no section of its own."""

    organisation = ParentalKey(OrganisationPage, on_delete=models.CASCADE, related_name="divisions")
    override_translatable_fields = synchronised("phone")

    name = models.CharField(_("name"), max_length=160)
    duties = models.CharField(_("what it does"), max_length=255, blank=True)
    phone = models.CharField(_("telephone"), max_length=60, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)

    panels = [
        FieldPanel("name"),
        FieldPanel("duties"),
        FieldRowPanel([FieldPanel("phone"), FieldPanel("email")]),
    ]

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("division")
        verbose_name_plural = _("divisions")
        ordering = ["sort_order"]

    def __str__(self) -> str:
        return self.name
