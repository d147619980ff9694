"""Since when a page says what it says: the measure by which a translation is older than its original."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class TextVersion(models.Model):
    """The words of a published page in the portal's first language, kept as digests.

    ``segments`` maps the path of every piece of text to ``[digest, instant]`` (ISO 8601): since when it has read so.
    A piece that was taken away stays with an empty digest, because its translation has to go too.
    """

    page = models.OneToOneField(
        Page, on_delete=models.CASCADE, primary_key=True, related_name="text_version", verbose_name=_("page")
    )
    changed_at = models.DateTimeField(_("words changed"))
    segments = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("version of a text")
        verbose_name_plural = _("versions of texts")

    def __str__(self) -> str:
        return f"{self.page_id} {self.changed_at:%Y-%m-%d %H:%M}"
