"""What a person should know: the inbox of the admin, and how it is told by e-mail."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class NotificationKind(models.TextChoices):
    """What happened."""

    TURN = "turn", _("waits for your decision")
    RETURNED = "returned", _("was returned to you")
    APPROVED = "approved", _("was approved")
    CANCELLED = "cancelled", _("was taken out of the workflow")


class Notification(models.Model):
    """One line of somebody's inbox; ``title`` and ``comment`` are as they were then."""

    recipient = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notifications", verbose_name=_("recipient")
    )
    kind = models.CharField(_("kind"), max_length=20, choices=NotificationKind)
    title = models.CharField(_("title"), max_length=255)
    address = models.CharField(_("address"), max_length=255, blank=True)
    sender = models.CharField(_("by"), max_length=255, blank=True)
    comment = models.TextField(_("comment"), blank=True)
    created_at = models.DateTimeField(_("when"), default=timezone.now)
    read_at = models.DateTimeField(_("read"), null=True, blank=True)
    mailed_at = models.DateTimeField(_("in a digest"), null=True, blank=True)

    class Meta:
        verbose_name = _("notification")
        verbose_name_plural = _("notifications")
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["recipient", "read_at"], name="editorial_inbox")]

    def __str__(self) -> str:
        return f"{self.title}: {self.get_kind_display()}"


class NotificationPreference(models.Model):
    """How a person wants to be told; no row means at once."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notification_preference"
    )
    digest = models.BooleanField(
        _("One e-mail a day instead of one for each event"),
        default=False,
        help_text=_("Only what you have not read in the inbox by then. Nothing new, no e-mail."),
    )

    def __str__(self) -> str:
        return str(self.user)
