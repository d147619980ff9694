"""How far schemes are: counted once here, shown by the list of schemes, the dashboard and the home page.

Only what the public may open is counted. ``average`` is the plain mean of the projects' newest percentages; a
project that never reported one counts as 0, so that silence does not look like progress; a cancelled one is left out.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from django.db.models import Q
from django.utils.translation import gettext as _
from wagtail.models import Page

from core.languages import name_of
from core.privacy import open_to_all
from projects.enums import MoneyKind, ShownStatus, ShownTaskStatus

if TYPE_CHECKING:
    from projects.models import ProjectPage, SchemePage, SchemeTask


@dataclass(frozen=True)
class FieldProgress:
    """One field of a scheme: its projects and tasks, and how far they are on average (``None`` without projects)."""

    name: str
    projects: int
    average: int | None
    completed_projects: int
    tasks: int
    completed_tasks: int


@dataclass(frozen=True)
class Progress:
    """A scheme's projects and tasks in numbers."""

    entered: int
    target: int | None
    statuses: dict[ShownStatus, int]
    average: int | None
    as_of: date | None
    task_statuses: dict[ShownTaskStatus, int] = field(default_factory=dict)

    @property
    def tasks(self) -> int:
        """How many tasks there are."""
        return sum(self.task_statuses.values())

    @property
    def completed_tasks(self) -> int:
        """How many of them are completed."""
        return self.task_statuses.get(ShownTaskStatus.COMPLETED, 0)

    @property
    def overdue_tasks(self) -> int:
        """How many tasks are overdue."""
        return self.task_statuses.get(ShownTaskStatus.OVERDUE, 0)

    @property
    def completed(self) -> int:
        """How many projects are completed."""
        return self.statuses.get(ShownStatus.COMPLETED, 0)

    @property
    def late(self) -> int:
        """How many projects are late."""
        return self.statuses.get(ShownStatus.LATE, 0)

    @property
    def count_text(self) -> str:
        """``12/18``, or ``12`` where the scheme names no number."""
        return str(self.entered) if self.target is None else f"{self.entered}/{self.target}"


def average_percent(projects: "Iterable[ProjectPage]") -> int | None:
    """Return the mean of the newest percentages, rounded half up; ``None`` for no project that still counts."""
    percents = [project.percent or 0 for project in projects if project.shown_status != ShownStatus.CANCELLED]
    return (2 * sum(percents) + len(percents)) // (2 * len(percents)) if percents else None


def progress_of(
    projects: "Sequence[ProjectPage]", tasks: "Iterable[SchemeTask]" = (), target: int | None = None
) -> Progress:
    """Count ``projects`` (with ``percent`` annotated) and ``tasks`` of one scheme."""
    statuses = Counter(project.shown_status for project in projects)
    days = [project.percent_as_of for project in projects if project.percent_as_of]
    task_statuses = Counter(task.shown_status for task in tasks)
    return Progress(
        entered=len(projects),
        target=target,
        statuses={status: statuses[status] for status in ShownStatus if statuses[status]},
        average=average_percent(projects),
        as_of=max(days, default=None),
        task_statuses={status: task_statuses[status] for status in ShownTaskStatus if task_statuses[status]},
    )


def progress_of_schemes(schemes: "Sequence[SchemePage]", day: date) -> dict[int, Progress]:
    """Return page id → progress of all ``schemes``, in two queries."""
    from projects.models import ProjectPage, SchemeTask

    if not schemes:
        return {}
    projects = defaultdict(list)
    paths = {scheme.path: scheme.pk for scheme in schemes}
    below = Q()
    for path in paths:
        below |= Q(path__startswith=path, depth=len(path) // Page.steplen + 1)
    for project in open_to_all(ProjectPage.objects.filter(below)).with_progress(day):
        projects[paths[project.path[: -project.steplen]]].append(project)
    tasks = defaultdict(list)
    for task in SchemeTask.objects.filter(scheme__in=[scheme.pk for scheme in schemes]):
        tasks[task.scheme_id].append(task)
    return {
        scheme.pk: progress_of(projects[scheme.pk], tasks[scheme.pk], scheme.target_project_count)
        for scheme in schemes
    }


def by_field(
    projects: "Sequence[ProjectPage]", tasks: "Sequence[SchemeTask]", names: Sequence[str]
) -> list[FieldProgress]:
    """Return the scheme's own fields in their order, then others that occur; what has none comes last.

    Nothing is left out: the sums over the fields are the numbers of projects and of tasks.
    """
    of_projects, of_tasks = defaultdict(list), defaultdict(list)
    for project in projects:
        of_projects[name_of(project.field)].append(project)
    for task in tasks:
        of_tasks[name_of(task.field)].append(task)
    others = sorted({*of_projects, *of_tasks} - set(names) - {""})
    last = [""] if "" in of_projects or "" in of_tasks else []
    return [
        FieldProgress(
            name=name or _("Without a field"),
            projects=len(of_projects[name]),
            average=average_percent(of_projects[name]),
            completed_projects=sum(p.shown_status == ShownStatus.COMPLETED for p in of_projects[name]),
            tasks=len(of_tasks[name]),
            completed_tasks=sum(t.shown_status == ShownTaskStatus.COMPLETED for t in of_tasks[name]),
        )
        for name in [*names, *others, *last]
    ]


Amounts = dict[MoneyKind, Decimal]


def sums(figures: Iterable, *names: str) -> dict[tuple, Amounts]:
    """Return the amounts of the counting ``figures`` by the fields ``names``, each by kind."""
    found: dict[tuple, Amounts] = defaultdict(lambda: defaultdict(Decimal))
    for figure in figures:
        found[tuple(getattr(figure, name) for name in names)][MoneyKind(figure.kind)] += figure.amount
    return {key: dict(amounts) for key, amounts in found.items()}
