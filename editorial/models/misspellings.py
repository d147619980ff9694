"""Words that writers get wrong again and again."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel


class Misspelling(models.Model):
    """A wrong spelling and the right one (chủ chương → chủ trương); a warning at submission, never a correction."""

    wrong = models.CharField(_("wrong"), max_length=100, unique=True)
    right = models.CharField(_("right"), max_length=100)

    panels = [FieldRowPanel([FieldPanel("wrong"), FieldPanel("right")])]

    class Meta:
        verbose_name = _("misspelling")
        verbose_name_plural = _("misspellings")
        ordering = ["wrong"]

    def __str__(self) -> str:
        return f"{self.wrong} → {self.right}"

    def clean(self) -> None:
        self.wrong, self.right = " ".join(self.wrong.split()), " ".join(self.right.split())
        if self.wrong.lower() == self.right.lower():
            raise ValidationError({"right": _("The right spelling must differ from the wrong one.")})
