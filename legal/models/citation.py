"""Where the portal's own texts name a document."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class Citation(models.Model):
    """A document named in a published page, noted when the page is published.

    One row a page and document, however often it is named. ``document`` is empty where the portal has no record,
    ``number_key`` where the text says too little ("Kế hoạch số 141").
    """

    page = models.ForeignKey(Page, verbose_name=_("page"), on_delete=models.CASCADE, related_name="citations")
    words = models.CharField(_("as written"), max_length=255)
    number_key = models.CharField(_("document number"), max_length=80, db_index=True, blank=True)
    issuer = models.CharField(_("issuing body"), max_length=120, blank=True)
    issued_on = models.DateField(_("issued"), null=True)
    mentions = models.PositiveSmallIntegerField(_("mentions"), default=1)
    document = models.ForeignKey(
        "legal.LegalDocumentPage",
        verbose_name=_("official document"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="cited_by",
    )

    class Meta:
        verbose_name = _("citation")
        verbose_name_plural = _("citations")
        ordering = ["page", "pk"]

    def __str__(self) -> str:
        return self.words
