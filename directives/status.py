"""A task's status on a given day, and what cannot be true of it. Pure functions."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Protocol

from django.utils.translation import gettext_lazy as _

from core.text import fold
from directives.enums import Progress, TaskStatus

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


def status_on(day: date, progress: str, due_on: date | None, done_on: date | None) -> TaskStatus:
    """Return the status that a task has on ``day``.

    A task is on time up to and including its due day; the next morning it is overdue. One without a deadline
    (standing, or none named) is never overdue, nor done on time or late: it is just done. A paused one is not counted
    as late.
    """
    if progress == Progress.DONE:
        if due_on is None or done_on is None:
            return TaskStatus.DONE
        return TaskStatus.DONE_ON_TIME if done_on <= due_on else TaskStatus.DONE_LATE
    if progress == Progress.PAUSED:
        return TaskStatus.PAUSED
    if due_on and due_on < day:
        return TaskStatus.OVERDUE
    return TaskStatus.UNDER_WAY if progress == Progress.UNDER_WAY else TaskStatus.NOT_STARTED


def days_late(day: date, progress: str, due_on: date | None, done_on: date | None) -> int:
    """Return how many days after its due day a task is on ``day``, or was when it was done; 0 if it is not late."""
    status = status_on(day, progress, due_on, done_on)
    if due_on is None or status not in (TaskStatus.OVERDUE, TaskStatus.DONE_LATE):
        return 0
    end = done_on if status == TaskStatus.DONE_LATE and done_on else day
    return (end - due_on).days


class Dated(Protocol):
    """What is asked of a task that is checked."""

    due_on: date | None
    done_on: date | None
    lead_agency_id: int | None
    lead_name: str


def task_problems(
    directive_date: date, task: Dated, coordinating: Iterable[tuple[int | None, str]]
) -> "dict[str, StrOrPromise]":
    """Return field → sentence for what contradicts the directive of ``directive_date``; empty if nothing does.

    ``coordinating`` are the helping agencies as (page id or ``None``, name).
    """
    problems: dict[str, StrOrPromise] = {}
    if task.due_on and task.due_on < directive_date:
        problems["due_on"] = _("A task cannot be due before the day of its directive.")
    if task.done_on and task.done_on < directive_date:
        problems["done_on"] = _("A task cannot be done before the day of its directive.")
    for organisation_id, name in coordinating:
        same_page = organisation_id and organisation_id == task.lead_agency_id
        same_name = name and fold(name.strip()) == fold(task.lead_name.strip())
        if same_page or same_name:
            problems["lead_agency"] = _("The lead agency is also named as coordinating: take it out there.")
    return problems
