"""Which pages the portal owes its readers in another language; a duty of the law, hence a record and not code."""

from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.models import get_page_models


def page_type_choices() -> list[tuple[str, str]]:
    """Return ``("departments.OrganisationPage", "Department, commune or ward")`` of every page type."""
    models_ = [model for model in get_page_models() if not model._meta.app_label.startswith("wagtail")]
    return sorted(
        ((model._meta.label, capfirst(model._meta.verbose_name)) for model in models_), key=lambda choice: choice[1]
    )


class RequiredTranslation(models.Model):
    """All published pages of one type must have an English page, for the reason noted."""

    page_type = models.CharField(_("page type"), max_length=100, choices=page_type_choices, unique=True)
    reason = models.CharField(
        _("reason"),
        max_length=255,
        blank=True,
        help_text=_("For example the article of the decree that asks for it."),
    )

    class Meta:
        verbose_name = _("required translation")
        verbose_name_plural = _("required translations")
        ordering = ["page_type"]

    def __str__(self) -> str:
        return str(self.get_page_type_display())
