"""Types of documents and the bodies that issue them."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import TranslatableMixin
from wagtail.search import index

from core.text import vietnamese_slugify
from legal.enums import IssuerLevel


class Labelled(TranslatableMixin, index.Indexed, models.Model):
    """A named thing by which documents are sorted, once per language."""

    name = models.CharField(_("name"), max_length=160)
    slug = models.SlugField(
        _("slug"), max_length=160, blank=True, help_text=_("The word in the address; made from the name if empty.")
    )

    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.FilterField("locale_id"),
    ]

    class Meta(TranslatableMixin.Meta):
        abstract = True

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        self.slug = self.slug or vietnamese_slugify(self.name)

    def save(self, *args, **kwargs) -> None:
        self.slug = self.slug or vietnamese_slugify(self.name)
        super().save(*args, **kwargs)


class DocumentType(Labelled):
    """A type of document (loại văn bản) with the code that stands in its number.

    A resolution and a decision exist twice: as a normative document (25/2020/NQ-HĐND) and as an administrative one
    (959/QĐ-UBND). Letters (công văn) have no code.
    """

    code = models.CharField(_("code"), max_length=10, blank=True, help_text=_("For example QĐ; Đ is not D."))
    is_normative = models.BooleanField(_("normative document"), default=False)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    panels = [
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("code"), FieldPanel("is_normative")]),
        FieldRowPanel([FieldPanel("slug"), FieldPanel("order")]),
    ]

    class Meta(Labelled.Meta):
        verbose_name = _("document type")
        verbose_name_plural = _("document types")
        ordering = ["order", "name"]
        constraints = [models.UniqueConstraint(fields=["slug", "locale"], name="unique_document_type_slug")]

    @property
    def short_name(self) -> str:
        """The name as it stands before a number: without what tells "Quyết định (cá biệt)" from its namesake."""
        return self.name.partition(" (")[0]


class IssuingBody(Labelled):
    """A body that issues documents (cơ quan ban hành), of the province or beyond it."""

    abbreviation = models.CharField(
        _("abbreviation"), max_length=40, blank=True, db_index=True, help_text=_("As in numbers: UBND, HĐND, BTC.")
    )
    level = models.CharField(
        pgettext_lazy("body", "level"), max_length=20, choices=IssuerLevel, default=IssuerLevel.PROVINCE
    )
    organisation = models.ForeignKey(
        "departments.OrganisationPage",
        verbose_name=_("its section of the portal"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="issuing_bodies",
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    panels = [
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("abbreviation"), FieldPanel("level")]),
        FieldPanel("organisation"),
        FieldRowPanel([FieldPanel("slug"), FieldPanel("order")]),
    ]

    class Meta(Labelled.Meta):
        verbose_name = _("issuing body")
        verbose_name_plural = _("issuing bodies")
        ordering = ["order", "name"]
        constraints = [models.UniqueConstraint(fields=["slug", "locale"], name="unique_issuing_body_slug")]
