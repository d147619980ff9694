"""Abbreviations and the words that they stand for."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from search.analysis import words_of


class AbbreviationOrigin(models.TextChoices):
    """Who says so."""

    EDITOR = "editor", _("an editor")
    TEXT = "text", _("found in a text")


class Abbreviation(models.Model):
    """A group of spellings that mean the same: whoever types one finds the others.

    It widens queries only, so a change holds at once and nothing is indexed anew.
    """

    short = models.CharField(_("abbreviation"), max_length=40, help_text=_("For example UBND, TT&TT or sổ đỏ."))
    long = models.CharField(_("stands for"), max_length=200, help_text=_("For example ủy ban nhân dân."))
    origin = models.CharField(
        _("origin"), max_length=10, choices=AbbreviationOrigin, default=AbbreviationOrigin.EDITOR, editable=False
    )
    is_used = models.BooleanField(
        _("in use"),
        default=True,
        help_text=_("Take the tick away instead of deleting one that a text adds again."),
    )

    panels = [FieldRowPanel([FieldPanel("short"), FieldPanel("long")]), FieldPanel("is_used")]

    class Meta:
        verbose_name = _("abbreviation")
        verbose_name_plural = _("abbreviations")
        ordering = ["short", "long"]
        constraints = [models.UniqueConstraint(fields=["short", "long"], name="search_abbreviation_unique")]

    def __str__(self) -> str:
        return f"{self.short} = {self.long}"

    def clean(self) -> None:
        super().clean()
        for name in ("short", "long"):
            if not words_of(getattr(self, name)):
                raise ValidationError({name: _("Write letters or digits.")})
