"""Links of live pages that lead nowhere, as the nightly check found them."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class LinkProblem(models.TextChoices):
    """Why a link leads nowhere."""

    GONE = "gone", _("There is nothing at this address")
    NOT_PUBLIC = "not_public", _("The page is not public")
    UNREACHABLE = "unreachable", _("The other site does not answer")


class BrokenLink(models.Model):
    """One link of one page; the next check removes it if it leads somewhere again."""

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="broken_links", verbose_name=_("page"))
    url = models.CharField(_("address"), max_length=500)
    problem = models.CharField(_("problem"), max_length=20, choices=LinkProblem)
    found_at = models.DateTimeField(_("found on"))

    class Meta:
        verbose_name = _("broken link")
        verbose_name_plural = _("broken links")
        ordering = ["page__path", "url"]
        constraints = [models.UniqueConstraint(fields=["page", "url"], name="unique_broken_link")]

    def __str__(self) -> str:
        return self.url
