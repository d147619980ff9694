"""Words by which rooms of the portal sort what they hold, so that a reader meets the same ones everywhere."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import TranslatableMixin


class Field(TranslatableMixin, models.Model):
    """A field of public life (lĩnh vực): health, education, transport …; many things have some."""

    name = models.CharField(_("name"), max_length=100)
    slug = models.SlugField(_("slug"), max_length=100)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    panels = [FieldPanel("name"), FieldRowPanel([FieldPanel("slug"), FieldPanel("order")])]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("field")
        verbose_name_plural = _("fields")
        ordering = ["order", "name"]
        constraints = [models.UniqueConstraint(fields=["slug", "locale"], name="unique_field_slug")]

    def __str__(self) -> str:
        return self.name
