"""The words of an uploaded file."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class ExtractionStatus(models.TextChoices):
    """How reading a file ended."""

    READ = "read", _("read")
    EMPTY = "empty", _("no text: perhaps a scan")
    TOO_MUCH = "too_much", _("only its first part was read")
    BROKEN = "broken", _("damaged or not readable")
    STOPPED = "stopped", _("took too much time or memory")
    PROTECTED = "protected", _("protected by a password")
    OTHER = "other", _("of a kind that is not read")


class DocumentText(models.Model):
    """What was read from a document, once for each version of its file."""

    document = models.OneToOneField(
        settings.WAGTAILDOCS_DOCUMENT_MODEL, on_delete=models.CASCADE, related_name="+", verbose_name=_("document")
    )
    status = models.CharField(_("result"), max_length=10, choices=ExtractionStatus)
    detail = models.CharField(_("what is wrong"), max_length=255, blank=True)
    pages = models.PositiveIntegerField(_("number of pages"), default=0)
    text = models.TextField(blank=True)
    file_hash = models.CharField(max_length=40, blank=True)
    read_at = models.DateTimeField(_("read at"), auto_now=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("text of a file")
        verbose_name_plural = _("texts of files")
        ordering = ["-read_at"]

    def __str__(self) -> str:
        return str(self.document)
