"""Places: communes, wards and districts of all times."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.models import Orderable

from core.text import fold
from departments.enums import EndKind, Extent, PlaceKind
from departments.forms import PlaceForm
from departments.querysets import PlaceQuerySet


class AdministrativeUnit(ClusterableModel):
    """A place between two days. Codes are given again after mergers: the key is the code with the first day.

    One register for all languages: a Vietnamese place name is not translated.
    """

    name = models.CharField(_("name"), max_length=120, help_text=_("Without the kind: An Hòa."))
    full_name = models.CharField(_("full name"), max_length=160, help_text=_("With the kind: Xã An Hòa."))
    kind = models.CharField(_("kind"), max_length=20, choices=PlaceKind, default=PlaceKind.COMMUNE)
    code = models.CharField(_("code"), max_length=10, help_text=_("From the national list of administrative units."))
    parent = models.ForeignKey(
        "self",
        verbose_name=_("lies in"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="children",
        help_text=_("The district or province of that time."),
    )
    valid_from = models.DateField(_("from"))
    valid_to = models.DateField(_("last day"), null=True, blank=True)
    ended_as = models.CharField(_("ended as"), max_length=20, choices=EndKind, blank=True)
    legal_basis = models.CharField(_("legal basis"), max_length=255, blank=True)
    organisation = models.ForeignKey(
        "departments.OrganisationPage",
        verbose_name=_("its authority"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="places",
        help_text=_("The section of its People's Committee, whose contacts are shown."),
    )
    # Full name with the names of what it lies in, folded: what people type finds it without accents.
    folded = models.CharField(max_length=500, editable=False, db_index=True)

    panels = [
        FieldRowPanel([FieldPanel("kind"), FieldPanel("code")]),
        FieldRowPanel([FieldPanel("name"), FieldPanel("full_name")]),
        FieldPanel("parent"),
        PageChooserPanel("organisation"),
        FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_to")]),
        MultiFieldPanel(
            [FieldPanel("ended_as"), FieldPanel("legal_basis"), InlinePanel("successions", label=_("successor"))],
            heading=_("What became of it"),
        ),
    ]

    base_form_class = PlaceForm
    objects = PlaceQuerySet.as_manager()

    class Meta:
        verbose_name = _("place")
        verbose_name_plural = _("places")
        ordering = ["name", "valid_from"]
        constraints = [models.UniqueConstraint(fields=["code", "valid_from"], name="place_key")]

    def __str__(self) -> str:
        return f"{self.full_name} ({self.code})"

    @property
    def trail(self) -> str:
        """The places in which it lies, nearest first: ``huyện Vân Khê, tỉnh Sông Mây``."""
        names, above = [], self.parent  # type: ignore[var-annotated]
        while above is not None and len(names) < 4:
            names.append(above.full_name)
            above = above.parent
        return ", ".join(names)

    def save(self, *args, **kwargs) -> None:
        self.folded = fold(f"{self.full_name} {self.trail}")[:500]
        super().save(*args, **kwargs)

    def clean(self) -> None:
        super().clean()
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            raise ValidationError({"valid_to": _("A place cannot end before it begins.")})
        if bool(self.valid_to) != bool(self.ended_as):
            raise ValidationError({"ended_as": _("Give both the last day and how it ended, or neither.")})
        if self.parent_id and self.parent_id == self.pk:
            raise ValidationError({"parent": _("A place cannot lie in itself.")})


class PlaceSuccession(Orderable):
    """A place that ended and one that it went over to."""

    predecessor = ParentalKey(AdministrativeUnit, on_delete=models.CASCADE, related_name="successions")
    successor = models.ForeignKey(
        AdministrativeUnit, verbose_name=_("successor"), on_delete=models.PROTECT, related_name="takeovers"
    )
    extent = models.CharField(_("extent"), max_length=10, choices=Extent, default=Extent.WHOLE)
    note = models.CharField(_("note"), max_length=255, blank=True, help_text=_("For example: hamlets 1 to 4."))
    reorganisation = models.ForeignKey(
        "departments.Reorganisation", null=True, editable=False, on_delete=models.CASCADE, related_name="places"
    )

    panels = [
        FieldPanel("successor"),
        FieldRowPanel([FieldPanel("extent"), FieldPanel("note")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("successor of a place")
        verbose_name_plural = _("successors of places")

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor}"
