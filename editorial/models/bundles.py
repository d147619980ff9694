"""Release bundles (gói xuất bản): pages that go live together or not at all."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Page, Revision


class BundleState(models.TextChoices):
    """Where a bundle stands."""

    DRAFT = "draft", _("draft")
    IN_REVIEW = "in_review", _("in review")
    APPROVED = "approved", _("approved")
    PUBLISHED = "published", _("published")
    FAILED = "failed", _("failed")


class ReleaseBundle(ClusterableModel):
    """Pages, official documents among them, that appear in the same minute with one approval."""

    title = models.CharField(_("title"), max_length=255)
    publish_at = models.DateTimeField(
        _("publish at"), null=True, blank=True, help_text=_("Empty: as soon as it is approved.")
    )
    note = models.TextField(_("note for the approver"), blank=True, max_length=1000)
    state = models.CharField(
        _("state"), max_length=10, choices=BundleState, default=BundleState.DRAFT, editable=False, db_index=True
    )
    # Why the bundle came back to its makers or could not be published.
    message = models.TextField(_("failure message"), blank=True, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    approved_at = models.DateTimeField(null=True, editable=False)
    published_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = _("release bundle")
        verbose_name_plural = _("release bundles")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.title

    @property
    def is_editable(self) -> bool:
        """Whether title, time and members may still be changed."""
        return self.state in (BundleState.DRAFT, BundleState.FAILED)


class BundleItem(models.Model):
    """One page of a bundle; ``revision`` is what was approved, ``None`` before that."""

    bundle = ParentalKey(ReleaseBundle, on_delete=models.CASCADE, related_name="items")
    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="bundle_items", verbose_name=_("page"))
    revision = models.ForeignKey(Revision, null=True, editable=False, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        verbose_name = _("page of a bundle")
        verbose_name_plural = _("pages of a bundle")
        constraints = [models.UniqueConstraint(fields=["bundle", "page"], name="editorial_bundle_page_once")]

    def __str__(self) -> str:
        return self.page.get_admin_display_title()
