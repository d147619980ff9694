"""People and the posts they hold or held."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, PageChooserPanel
from wagtail.models import Orderable, TranslatableMixin

from core.privacy import is_public
from core.text import fold
from departments.forms import UnitRecordForm
from departments.querysets import AppointmentQuerySet


class Person(TranslatableMixin, ClusterableModel):
    """Somebody who holds or held a public post.

    Only what the office makes public: no birthday, birthplace, family, party or home address is stored at all.
    """

    full_name = models.CharField(_("full name"), max_length=120)
    honorific = models.CharField(
        _("form of address"), max_length=40, blank=True, help_text=_("Ông, Bà; before the name.")
    )
    photo = models.ForeignKey(
        "core.PortalImage",
        verbose_name=_("portrait"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    bio = models.TextField(
        _("a few words"), max_length=600, blank=True, help_text=_("Duties and fields of work; nothing private.")
    )
    organisation = models.ForeignKey(
        "departments.OrganisationPage",
        verbose_name=_("record kept by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="people",
        help_text=_("The unit whose editors answer for this record; empty: the province."),
    )

    base_form_class = UnitRecordForm
    panels = [
        FieldRowPanel([FieldPanel("honorific"), FieldPanel("full_name")]),
        FieldPanel("photo"),
        FieldPanel("bio"),
        PageChooserPanel("organisation"),
        InlinePanel("appointments", label=_("post"), heading=_("Posts, past ones included")),
    ]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("person")
        verbose_name_plural = _("officials")
        ordering = ["full_name"]

    def __str__(self) -> str:
        return self.full_name

    @property
    def name_with_honorific(self) -> str:
        """The name as it is read out: ``Bà Lê Thị Sương``."""
        return f"{self.honorific} {self.full_name}".strip()


class Appointment(TranslatableMixin, Orderable):
    """A post that a person holds or held between two days, both included; a person may hold several at a time."""

    person = ParentalKey(Person, on_delete=models.CASCADE, related_name="appointments", verbose_name=_("person"))
    post = models.CharField(_("post"), max_length=160, help_text=_("For example: Phó Giám đốc."))
    organisation = models.ForeignKey(
        "departments.OrganisationPage",
        verbose_name=_("organisation"),
        on_delete=models.CASCADE,
        related_name="appointments",
    )
    starts_on = models.DateField(_("from"), null=True, blank=True)
    ends_on = models.DateField(_("last day in the post"), null=True, blank=True)
    order = models.PositiveSmallIntegerField(
        _("rank in the unit's list"), default=100, help_text=_("1 stands first; the head of the unit.")
    )
    decision = models.CharField(_("decision"), max_length=160, blank=True, help_text=_("Its number and date."))
    phone = models.CharField(_("office telephone"), max_length=60, blank=True)
    email = models.EmailField(_("office e-mail"), blank=True)

    panels = [
        FieldPanel("post"),
        PageChooserPanel("organisation"),
        FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on"), FieldPanel("order")]),
        FieldPanel("decision"),
        FieldRowPanel([FieldPanel("phone"), FieldPanel("email")]),
    ]

    objects = AppointmentQuerySet.as_manager()
    # What a translation is recognised by (core.languages).
    label_field = "post"

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        verbose_name = _("post of a person")
        verbose_name_plural = _("posts of people")
        ordering = ["sort_order"]
        indexes = [models.Index(fields=["organisation", "order"], name="appointment_of_unit")]

    def __str__(self) -> str:
        return f"{self.person}, {self.post}"

    @property
    def full_post(self) -> str:
        """The post with its unit, no word twice: "Giám đốc Sở" of the "Sở Y tế" is "Giám đốc Sở Y tế"."""
        unit = self.organisation
        if not is_public(unit) or any(fold(name) in fold(self.post) for name in unit.names):
            return self.post
        post, title = self.post.split(), unit.title.split()
        for size in range(min(len(post), len(title)), 0, -1):
            if fold(" ".join(post[-size:])) == fold(" ".join(title[:size])):
                return " ".join([*post, *title[size:]])
        return f"{self.post} {unit.title}"

    def clean(self) -> None:
        super().clean()
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            raise ValidationError({"ends_on": _("A post cannot end before it begins.")})
