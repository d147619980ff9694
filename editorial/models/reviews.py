"""When a published page must be looked at again, and who did."""

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class ReviewRule(models.Model):
    """After how many months pages of one type are due for a review; a type without a rule never is."""

    page_type = models.OneToOneField(
        ContentType, on_delete=models.CASCADE, related_name="+", verbose_name=_("page type")
    )
    months = models.PositiveSmallIntegerField(
        _("months"),
        default=12,
        validators=[MinValueValidator(1), MaxValueValidator(120)],
        help_text=_("After its last publication or review."),
    )

    class Meta:
        verbose_name = _("review rule")
        verbose_name_plural = _("review rules")

    def __str__(self) -> str:
        return f"{self.page_type.name}: {self.months}"


class PageReview(models.Model):
    """What one page's review needs beyond its type's rule."""

    page = models.OneToOneField(Page, on_delete=models.CASCADE, related_name="review", verbose_name=_("page"))
    due_on = models.DateField(
        _("next review"), null=True, blank=True, help_text=_("Empty: as the rule of the page type says.")
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("person in charge"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Empty: who made the page."),
    )
    reviewed_at = models.DateTimeField(_("reviewed on"), null=True, editable=False)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("reviewed by"),
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    reminded_on = models.DateField(_("reminded on"), null=True, editable=False)

    class Meta:
        verbose_name = _("review of a page")
        verbose_name_plural = _("reviews of pages")

    def __str__(self) -> str:
        return self.page.get_admin_display_title()
