"""Links by which a leader without an account reads drafts and decides (docs/adr/0023)."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision

from editorial.models.bundles import ReleaseBundle


class Leader(models.Model):
    """A leader who may be asked to review what stands below ``section``, without an account of the portal.

    Review links go to this registered address and nowhere else. Whoever last changed the entry vouches for it and
    therefore cannot have his own texts approved through it.
    """

    name = models.CharField(_("full name"), max_length=120)
    position = models.CharField(_("position"), max_length=200, blank=True)
    email = models.EmailField(_("e-mail"))
    section = models.ForeignKey(
        Page,
        verbose_name=_("section"),
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("The department's page, or the home page for the whole province."),
    )
    active = models.BooleanField(_("in office"), default=True)
    registered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("registered by"),
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        verbose_name = _("leader who reviews")
        verbose_name_plural = _("leaders who review")
        ordering = ["name"]

    def __str__(self) -> str:
        return f"{self.name} ({self.position})" if self.position else self.name


class ReviewDecision(models.TextChoices):
    """What the leader said."""

    APPROVED = "approved", _("approved")
    RETURNED = "returned", _("returned")


class ReviewLink(models.Model):
    """One link, for one leader, for one decision, over the revisions in ``items``."""

    # SHA-256 of the token: who reads the database cannot open a link.
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    leader = models.ForeignKey(Leader, on_delete=models.PROTECT, related_name="links", verbose_name=_("leader"))
    # As they were when the link was sent: the entry of the leader may change.
    leader_name = models.CharField(max_length=340)
    leader_email = models.EmailField()
    title = models.CharField(_("title"), max_length=255)
    bundle = models.ForeignKey(
        ReleaseBundle, null=True, blank=True, on_delete=models.CASCADE, related_name="review_links"
    )
    issued_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    issued_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField(_("valid until"))
    revoked_at = models.DateTimeField(null=True)
    decision = models.CharField(max_length=10, choices=ReviewDecision, blank=True)
    comment = models.TextField(blank=True)
    decided_at = models.DateTimeField(null=True)
    decided_from = models.GenericIPAddressField(null=True)

    class Meta:
        verbose_name = _("review link")
        verbose_name_plural = _("review links")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.title} → {self.leader_name}"

    @property
    def is_open(self) -> bool:
        """Whether a decision may still be given."""
        return not self.decision and self.revoked_at is None and timezone.now() < self.expires_at


class ReviewLinkItem(models.Model):
    """One page of a link, pinned to the revision that the leader sees."""

    link = models.ForeignKey(ReviewLink, on_delete=models.CASCADE, related_name="items")
    position = models.PositiveSmallIntegerField()
    page = models.ForeignKey(Page, null=True, on_delete=models.SET_NULL, related_name="+")
    revision = models.ForeignKey(Revision, null=True, on_delete=models.SET_NULL, related_name="+")
    title = models.CharField(max_length=255)

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["link", "position"], name="editorial_link_position_once")]

    def __str__(self) -> str:
        return self.title
