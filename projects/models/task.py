"""What a scheme gives the agencies to do."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from core.fields import words
from core.models import TranslatedRow
from projects.enums import ShownTaskStatus, TaskStatus


class SchemeTask(TranslatedRow):
    """A task of a scheme (nhiệm vụ): who does what by when. Without a day it is a standing one (thường xuyên)."""

    scheme = ParentalKey("projects.SchemePage", on_delete=models.CASCADE, related_name="tasks")
    text = models.CharField(_("assigned task"), max_length=500)
    field = models.ForeignKey(
        "core.Field", verbose_name=_("field"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    lead_agency = models.ForeignKey(
        "departments.OrganisationPage",
        verbose_name=_("lead agency"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    due_on = models.DateField(_("due on"), null=True, blank=True, help_text=_("Empty for a standing task."))
    status = models.CharField(_("status"), max_length=20, choices=TaskStatus, default=TaskStatus.NOT_STARTED)
    status_as_of = models.DateField(_("status as of"), null=True, blank=True)
    completed_on = models.DateField(_("completed on"), null=True, blank=True)
    result = models.CharField(_("result"), max_length=500, blank=True)

    translatable_fields = words("text", "result")

    panels = [
        FieldPanel("text"),
        FieldRowPanel([FieldPanel("field"), FieldPanel("lead_agency"), FieldPanel("due_on")]),
        FieldRowPanel([FieldPanel("status"), FieldPanel("status_as_of"), FieldPanel("completed_on")]),
        FieldPanel("result"),
    ]

    class Meta(TranslatedRow.Meta):
        verbose_name = _("task of a scheme")
        verbose_name_plural = _("tasks of a scheme")

    def __str__(self) -> str:
        return self.text

    def clean(self) -> None:
        super().clean()
        errors = {}
        today = timezone.localdate()
        if self.completed_on and self.status != TaskStatus.COMPLETED:
            errors["status"] = _("There is a day of completion, but the status is not “completed”.")
        if self.status == TaskStatus.COMPLETED and not self.completed_on:
            errors["completed_on"] = _("Say on which day the task was completed.")
        for name in ("completed_on", "status_as_of"):
            if getattr(self, name) and getattr(self, name) > today:
                errors[name] = _("This day has not come yet.")
        if errors:
            raise ValidationError(errors)

    def status_on(self, day: date) -> ShownTaskStatus:
        """Return what readers are told on ``day``: a task whose day is over and that is not completed is overdue."""
        if self.status != TaskStatus.COMPLETED and self.due_on and self.due_on < day:
            return ShownTaskStatus.OVERDUE
        return ShownTaskStatus(self.status)

    @property
    def shown_status(self) -> ShownTaskStatus:
        """What readers are told today."""
        return self.status_on(timezone.localdate())
