"""Who approved which revision: what a publication needs and what the audit reads."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Revision


class Approval(models.Model):
    """One person's yes to one revision, given by somebody who made no part of it.

    ``reviewer`` names a leader who decided through a review link and has no account. ``is_final`` tells whether the
    person could have published there; a step on the way (an editor's) is an approval too, but publishes nothing.
    """

    revision = models.ForeignKey(
        Revision, on_delete=models.CASCADE, related_name="approvals", verbose_name=_("revision")
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    reviewer = models.CharField(_("leader without an account"), max_length=200, blank=True)
    is_final = models.BooleanField(_("allows publication"), default=False)
    at = models.DateTimeField(_("when"), default=timezone.now)

    class Meta:
        verbose_name = _("approval")
        verbose_name_plural = _("approvals")
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.revision_id}: {self.by or self.reviewer}"

    @property
    def public_name(self) -> str:
        """The name that readers may be told: of the person or the leader, never that of the login; may be empty."""
        return self.by.get_full_name() if self.by else self.reviewer
