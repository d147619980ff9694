"""How organisations end and who takes over."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from departments.enums import EndKind, Extent
from departments.models.organisation import OrganisationPage


class Reorganisation(models.Model):
    """One act by which organisations ended, with everything that it changed, so that it can be undone.

    Made and undone by ``departments.reorganisation`` alone.
    """

    kind = models.CharField(_("how they end"), max_length=20, choices=EndKind)
    on = models.DateField(_("in force from"))
    legal_basis = models.CharField(_("legal basis"), max_length=255, blank=True)
    note = models.TextField(_("note for readers"), max_length=300, blank=True)
    changes = models.JSONField(default=list, editable=False)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("done by")
    )
    done_at = models.DateTimeField(_("done"), auto_now_add=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("undone by")
    )
    undone_at = models.DateTimeField(_("undone"), null=True)
    # What it was about, for the record: the rows below go when it is undone.
    summary = models.TextField(_("units"), editable=False)

    class Meta:
        verbose_name = _("reorganisation")
        verbose_name_plural = _("reorganisations")
        ordering = ["-done_at"]

    def __str__(self) -> str:
        return self.summary


class Succession(models.Model):
    """An organisation that ended and one that took over from it; without a successor it ended for good.

    The rows stand between pages of the portal's first language; translations follow by their translation key.
    """

    reorganisation = models.ForeignKey(Reorganisation, on_delete=models.CASCADE, related_name="successions")
    predecessor = models.ForeignKey(
        OrganisationPage, on_delete=models.CASCADE, related_name="successions", verbose_name=_("predecessor")
    )
    successor = models.ForeignKey(
        OrganisationPage,
        null=True,
        on_delete=models.SET_NULL,
        related_name="takeovers",
        verbose_name=_("successor"),
    )
    extent = models.CharField(_("extent"), max_length=10, choices=Extent, default=Extent.WHOLE)

    class Meta:
        verbose_name = _("succession")
        verbose_name_plural = _("successions")
        constraints = [models.UniqueConstraint(fields=["predecessor", "successor"], name="one_succession_a_pair")]

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor or '–'}"
