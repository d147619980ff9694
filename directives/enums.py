"""Choices of the directives room."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Occasion(models.TextChoices):
    """Where or by what a directive was given."""

    MEETING = "meeting", _("Meeting")
    INSPECTION = "inspection", _("Inspection")
    CONCLUSION_NOTICE = "conclusion_notice", _("Conclusion notice")
    OFFICIAL_LETTER = "official_letter", _("Official letter")
    INSTRUCTION = "instruction", _("Written instruction")
    TELEGRAM = "telegram", _("Official telegram")
    OTHER = "other", pgettext_lazy("occasion", "Other")


class Progress(models.TextChoices):
    """How far a task is, as the people who do it report it."""

    NOT_STARTED = "not_started", _("Not yet begun")
    UNDER_WAY = "under_way", _("Under way")
    DONE = "done", pgettext_lazy("task", "Done")
    PAUSED = "paused", _("Paused")


class TaskStatus(models.TextChoices):
    """What readers are told of a task on a given day: its progress measured against its deadline."""

    NOT_STARTED = "not_started", _("Not yet begun")
    UNDER_WAY = "under_way", _("Under way")
    OVERDUE = "overdue", _("Overdue")
    DONE_ON_TIME = "done_on_time", _("Done on time")
    DONE_LATE = "done_late", _("Done late")
    DONE = "done", pgettext_lazy("task", "Done, no deadline was set")
    PAUSED = "paused", _("Paused")


class Visibility(models.TextChoices):
    """Who may see a task or a note."""

    PUBLIC = "public", pgettext_lazy("visibility", "Everybody")
    INTERNAL = "internal", _("Staff only")
