"""Choices of the schemes and projects room."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class ProjectStatus(models.TextChoices):
    """How far a project is, as its investor reports it. That it is late is not reported but computed."""

    PREPARING = "preparing", pgettext_lazy("project", "In preparation")
    IN_PROGRESS = "in_progress", pgettext_lazy("project", "In progress")
    PAUSED = "paused", pgettext_lazy("project", "Paused")
    COMPLETED = "completed", pgettext_lazy("project", "Completed")
    CANCELLED = "cancelled", pgettext_lazy("project", "Cancelled")


class ShownStatus(models.TextChoices):
    """What readers are told: the reported status, or "late" where the planned end has passed without one."""

    COMPLETED = "completed", pgettext_lazy("project", "Completed")
    IN_PROGRESS = "in_progress", pgettext_lazy("project", "In progress")
    LATE = "late", pgettext_lazy("project", "Late")
    PREPARING = "preparing", pgettext_lazy("project", "In preparation")
    PAUSED = "paused", pgettext_lazy("project", "Paused")
    CANCELLED = "cancelled", pgettext_lazy("project", "Cancelled")


# The class of a status in charts and lists (static/css/charts.css).
SHADES = {
    ShownStatus.COMPLETED: "done",
    ShownStatus.IN_PROGRESS: "going",
    ShownStatus.LATE: "late",
    ShownStatus.PREPARING: "wait",
    ShownStatus.PAUSED: "rest",
    ShownStatus.CANCELLED: "gone",
}


class TaskStatus(models.TextChoices):
    """How far a task of a scheme is. That it is overdue is computed."""

    NOT_STARTED = "not_started", pgettext_lazy("task", "Not started")
    IN_PROGRESS = "in_progress", pgettext_lazy("task", "In progress")
    COMPLETED = "completed", pgettext_lazy("task", "Completed")


class ShownTaskStatus(models.TextChoices):
    """What readers are told of a task: the reported status, or "overdue"."""

    COMPLETED = "completed", pgettext_lazy("task", "Completed")
    IN_PROGRESS = "in_progress", pgettext_lazy("task", "In progress")
    OVERDUE = "overdue", pgettext_lazy("task", "Overdue")
    NOT_STARTED = "not_started", pgettext_lazy("task", "Not started")


class MoneyKind(models.TextChoices):
    """What an amount of money is."""

    INVESTMENT = "investment", _("Total investment")
    PLANNED = "planned", _("Planned")
    ALLOCATED = "allocated", _("Allocated")
    DISBURSED = "disbursed", _("Disbursed")


class FundingSource(models.TextChoices):
    """Where money comes from (nguồn vốn)."""

    CENTRAL = "central", _("Central budget")
    PROVINCIAL = "provincial", _("Provincial budget")
    COMMUNE = "commune", _("Commune budget")
    FOREIGN = "foreign", _("Foreign loans and aid")
    PRIVATE = "private", _("Enterprises and private partners")
    OTHER = "other", _("Other lawful sources")


class CommitteeKind(models.TextChoices):
    """What a committee is for."""

    STEERING = "steering", _("Steering committee")
    EXECUTIVE = "executive", _("Executive board")
    WORKING_GROUP = "working_group", _("Working group")


class MemberRole(models.TextChoices):
    """What somebody does in a committee; the order is that of the list of members."""

    HEAD = "head", _("Head")
    STANDING_DEPUTY = "standing_deputy", _("Standing deputy head")
    DEPUTY = "deputy", _("Deputy head")
    MEMBER = "member", _("Member")
    SECRETARY = "secretary", _("Secretary")
