"""Published pages that were taken back, with the reason that readers are told."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision

from core.privacy import is_public


class WithdrawalKind(models.TextChoices):
    """What answers at the old address."""

    ERROR = "error", _("Posted in error: the address says that the page is gone")
    MERGED = "merged", _("Merged into another page: the address leads there")
    WITHDRAWN = "withdrawn", _("No longer valid: it can still be read, with a notice")


class Withdrawal(models.Model):
    """One page that is withdrawn now; putting it back deletes the row, the log keeps both."""

    page = models.OneToOneField(Page, on_delete=models.CASCADE, related_name="withdrawal", verbose_name=_("page"))
    kind = models.CharField(_("case"), max_length=10, choices=WithdrawalKind)
    reason = models.TextField(
        _("reason"), max_length=500, help_text=_("One or two plain sentences. Readers see them at the old address.")
    )
    target = models.ForeignKey(
        Page,
        verbose_name=_("merged into"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    # What was public: the page's own row takes in later drafts once the page is not live.
    revision = models.ForeignKey(
        Revision, null=True, editable=False, on_delete=models.SET_NULL, related_name="+", verbose_name=_("revision")
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("withdrawn by"),
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    at = models.DateTimeField(_("withdrawn on"), default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("withdrawal")
        verbose_name_plural = _("withdrawals")

    def __str__(self) -> str:
        return f"{self.page.get_admin_display_title()}: {self.get_kind_display()}"

    def clean(self) -> None:
        """A merged page leads to another one that the public can open; the other kinds lead nowhere."""
        if self.kind != WithdrawalKind.MERGED:
            self.target = None
        elif self.target is None:
            raise ValidationError({"target": _("Choose the page that readers are led to.")})
        elif self.target_id == self.page_id or self.target.alias_of_id == self.page_id:
            raise ValidationError({"target": _("A page cannot be merged into itself.")})
        elif not is_public(self.target):
            raise ValidationError({"target": _("Choose a page that is published and open to everybody.")})
