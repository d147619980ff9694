"""What readers look for, without anything about the readers."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class QueryCount(models.Model):
    """How often a query, folded, was asked on one day: no address, no account, no time of day."""

    day = models.DateField(_("day"))
    language = models.CharField(_("language"), max_length=10)
    text = models.CharField(_("searched for"), max_length=200)
    times = models.PositiveIntegerField(_("times"), default=0)
    results = models.PositiveIntegerField(_("results at the last time"), default=0)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("search query")
        verbose_name_plural = _("search queries")
        constraints = [models.UniqueConstraint(fields=["day", "language", "text"], name="search_query_day_unique")]

    def __str__(self) -> str:
        return self.text
