"""A task that a directive sets, who does it, and how it goes."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, InlinePanel, MultiFieldPanel

from core.fields import words
from core.languages import name_of
from core.models import TranslatedRow
from core.text import vietnamese_slugify
from directives.enums import Progress, TaskStatus, Visibility
from directives.querysets import TaskQuerySet
from directives.status import days_late, status_on


class DirectiveTask(TranslatedRow, ClusterableModel):
    """A task (nhiệm vụ). Its status is computed from progress and dates, never typed.

    An agency that keeps no section of the portal is named in words; one that does is linked, and keeps the words
    under which it was charged if they are given.
    """

    directive = ParentalKey("directives.DirectivePage", on_delete=models.CASCADE, related_name="tasks")
    number = models.PositiveSmallIntegerField(
        null=True, editable=False, help_text=_("Among the public tasks of its directive; internal ones have none.")
    )
    content = models.TextField(_("what is to be done"), max_length=2000)
    lead_agency = models.ForeignKey(
        "departments.OrganisationPage",
        verbose_name=_("lead agency"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="led_tasks",
    )
    lead_name = models.CharField(
        _("lead agency in words"),
        max_length=255,
        blank=True,
        help_text=_("If the agency is not in the directory, or the directive called it otherwise."),
    )
    lead_slug = models.CharField(max_length=255, blank=True, editable=False)
    field = models.ForeignKey(
        "core.Field", verbose_name=_("field"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    due_on = models.DateField(_("due on"), null=True, blank=True)
    is_standing = models.BooleanField(
        _("standing task"), default=False, help_text=_("To be done all the time, without a last day.")
    )
    progress = models.CharField(_("progress"), max_length=20, choices=Progress, default=Progress.NOT_STARTED)
    done_on = models.DateField(_("done on"), null=True, blank=True)
    result_document = models.ForeignKey(
        "legal.LegalDocumentPage",
        verbose_name=_("result document"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    visibility = models.CharField(_("who may see it"), max_length=10, choices=Visibility, default=Visibility.PUBLIC)

    translatable_fields = words("content", "lead_name", "coordinating", "notes")

    panels = [
        FieldPanel("content"),
        FieldRowPanel([FieldPanel("lead_agency"), FieldPanel("lead_name")]),
        InlinePanel("coordinating", label=_("coordinating agency"), heading=_("Coordinating agencies")),
        FieldRowPanel([FieldPanel("due_on"), FieldPanel("is_standing"), FieldPanel("field")]),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("progress"), FieldPanel("done_on")]),
                FieldPanel("result_document"),
                HelpPanel(_("Readers see whether a task is on time, late or overdue: the portal works it out.")),
            ],
            heading=_("Progress"),
        ),
        InlinePanel("notes", label=_("progress note"), heading=_("Progress notes")),
        FieldPanel("visibility"),
    ]

    objects = models.Manager.from_queryset(TaskQuerySet)()

    class Meta(TranslatedRow.Meta):
        verbose_name = _("assigned task")
        verbose_name_plural = _("assigned tasks")
        indexes = [
            models.Index(fields=["visibility", "due_on"], name="directives_task_due"),
            models.Index(fields=["visibility", "lead_agency", "due_on"], name="directives_task_lead"),
        ]

    def __str__(self) -> str:
        return self.content[:80]

    def clean(self) -> None:
        super().clean()
        errors = {}
        if not self.content.strip():
            errors["content"] = _("Say what is to be done.")
        if not self.lead_agency_id and not self.lead_name.strip():
            errors["lead_agency"] = _("Name the lead agency: choose it or write it.")
        if self.is_standing and self.due_on:
            errors["due_on"] = _("A standing task has no last day: give one or the other.")
        if self.progress == Progress.DONE and not self.done_on:
            errors["done_on"] = _("Say on which day it was done.")
        if self.done_on and self.progress != Progress.DONE:
            errors["progress"] = _("A task with a day on which it was done is done: say so, or take the day away.")
        if self.done_on and self.done_on > timezone.localdate():
            errors["done_on"] = _("This day has not come yet.")
        if errors:
            raise ValidationError(errors)

    def fill_derived(self) -> None:
        """Set what lists look for."""
        self.lead_slug = "" if self.lead_agency_id else vietnamese_slugify(self.lead_name)[:255]

    # -- what readers are told ---------------------------------------------------------------------------------

    @property
    def is_public(self) -> bool:
        """Whether it may leave the staff's rooms; its directive must be public too."""
        return self.visibility == Visibility.PUBLIC

    def status_on(self, day: date) -> TaskStatus:
        """Return its status on ``day``."""
        return status_on(day, self.progress, self.due_on, self.done_on)

    @property
    def is_for_translators(self) -> bool:  # type: ignore[override]
        """Whether its words may leave the staff's rooms for a translator."""
        return self.is_public

    @property
    def status(self) -> TaskStatus:
        """Its status today, by the clock of Hà Nội."""
        return self.status_on(timezone.localdate())

    @property
    def status_words(self) -> str:
        """Its status in words, with the days it is or was late: "quá hạn 3 ngày"."""
        days = days_late(timezone.localdate(), self.progress, self.due_on, self.done_on)
        if self.status == TaskStatus.OVERDUE:
            return ngettext("Overdue by %(days)d day", "Overdue by %(days)d days", days) % {"days": days}
        if self.status == TaskStatus.DONE_LATE:
            return ngettext("Done %(days)d day late", "Done %(days)d days late", days) % {"days": days}
        return str(self.status.label)

    @property
    def lead(self) -> str:
        """The lead agency as the directive called it."""
        return self.said["lead_name"] if self.lead_name else name_of(self.lead_agency)

    @property
    def deadline(self) -> str:
        """Its last day as ``30/06/2026``, or that it is standing, or that none was set."""
        if self.is_standing:
            return gettext("standing")
        return date_format(self.due_on, "d/m/Y") if self.due_on else gettext("no deadline set")

    @property
    def anchor(self) -> str:
        """Where it stands on the page of its directive."""
        return f"nhiem-vu-{self.number}"

    @property
    def coordinating_names(self) -> list[str]:
        """The coordinating agencies, in the editor's order."""
        return [agency.shown_name for agency in self.coordinating.all()]

    @property
    def public_notes(self) -> list["ProgressNote"]:
        """The notes that readers may see, newest first."""
        notes = [note for note in self.notes.all() if note.is_public]
        return sorted(notes, key=lambda note: note.day, reverse=True)


class CoordinatingAgency(TranslatedRow):
    """An agency that helps the one in the lead (cơ quan phối hợp)."""

    task = ParentalKey(DirectiveTask, on_delete=models.CASCADE, related_name="coordinating")
    organisation = models.ForeignKey(
        "departments.OrganisationPage",
        verbose_name=_("coordinating agency"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    name = models.CharField(_("coordinating agency in words"), max_length=255, blank=True)

    translatable_fields = words("name")

    panels = [FieldRowPanel([FieldPanel("organisation"), FieldPanel("name")])]

    class Meta(TranslatedRow.Meta):
        verbose_name = _("coordinating agency")
        verbose_name_plural = _("coordinating agencies")

    def __str__(self) -> str:
        return self.shown_name

    def clean(self) -> None:
        super().clean()
        if not self.organisation_id and not self.name.strip():
            raise ValidationError({"organisation": _("Choose an agency or name it.")})

    @property
    def shown_name(self) -> str:
        """The agency as the directive called it."""
        return self.said["name"] if self.name else name_of(self.organisation)


class ProgressNote(TranslatedRow):
    """What was done on a day, in a sentence or two."""

    task = ParentalKey(DirectiveTask, on_delete=models.CASCADE, related_name="notes")
    day = models.DateField(_("day"), default=timezone.localdate)
    text = models.TextField(_("what was done"), max_length=1000)
    visibility = models.CharField(_("who may see it"), max_length=10, choices=Visibility, default=Visibility.PUBLIC)

    translatable_fields = words("text")

    panels = [FieldRowPanel([FieldPanel("day"), FieldPanel("visibility")]), FieldPanel("text")]

    class Meta(TranslatedRow.Meta):
        verbose_name = _("progress note")
        verbose_name_plural = _("progress notes")

    def __str__(self) -> str:
        return self.text[:80]

    @property
    def is_public(self) -> bool:
        """Whether readers may see it; its task must be public too."""
        return self.visibility == Visibility.PUBLIC

    @property
    def is_for_translators(self) -> bool:  # type: ignore[override]
        """Whether its words may leave the staff's rooms for a translator."""
        return self.is_public
