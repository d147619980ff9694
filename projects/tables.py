"""The tables of a scheme: what the page shows is what CSV and JSON hold. One query each, one for its figures."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from core.languages import name_of
from core.tables import Table
from projects.enums import FundingSource, MoneyKind
from projects.progress import sums
from projects.querysets import newest_only

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

    from projects.models import ProjectPage, SchemePage, SchemeTask

FIELD = ("field", gettext_lazy("Field of work"))
STATUS = ("status", gettext_lazy("Status"))
CODE = ("code", gettext_lazy("Code"))
PROJECT = ("project", gettext_lazy("Project"))
AS_OF = ("as_of", gettext_lazy("As of"))
REPORTED_BY = ("reported_by", gettext_lazy("Who answers for it"))
TITLES: "dict[str, StrOrPromise]" = {
    "projects": gettext_lazy("Projects"),
    "tasks": gettext_lazy("Assigned tasks"),
    "indicators": gettext_lazy("Indicators"),
    "money": gettext_lazy("Money"),
    "milestones": gettext_lazy("Milestones"),
}


def scheme_money(projects: "Iterable[ProjectPage]", day: date) -> list[Any]:
    """Return the amounts that count on ``day`` of the public ``projects``: one query."""
    from projects.models import MoneyFigure

    figures = MoneyFigure.objects.filter(project__in=[project.pk for project in projects])
    return list(newest_only(figures, day, "project", "kind", "year", "funding_source").select_related("reported_by"))


def schemes_table(schemes: "Iterable[SchemePage]") -> Table:
    """Return one row a scheme; ``progress`` is attached."""
    columns = [
        ("scheme", gettext_lazy("Scheme")),
        ("period_start", gettext_lazy("First year")),
        ("period_end", gettext_lazy("Last year")),
        ("orientation_year", gettext_lazy("Orientation to the year")),
        ("target_projects", gettext_lazy("Projects, as planned")),
        ("entered_projects", gettext_lazy("Projects entered")),
        ("completed_projects", gettext_lazy("Completed projects")),
        ("late_projects", gettext_lazy("Late projects")),
        ("average", gettext_lazy("Average progress, %")),
        AS_OF,
        ("tasks", gettext_lazy("Assigned tasks")),
        ("completed_tasks", gettext_lazy("Completed tasks")),
    ]
    rows: list[tuple] = [
        (
            scheme.title,
            *(
                str(year) if year else None
                for year in (scheme.period_start, scheme.period_end, scheme.orientation_year)
            ),
            scheme.progress.target,
            scheme.progress.entered,
            scheme.progress.completed,
            scheme.progress.late,
            scheme.progress.average,
            scheme.progress.as_of,
            scheme.progress.tasks,
            scheme.progress.completed_tasks,
        )
        for scheme in schemes
    ]
    return Table("schemes", _("Schemes"), columns, rows, [scheme.url for scheme in schemes])


def projects_table(projects: "list[ProjectPage]", money: list) -> Table:
    """Return one row a project."""
    amounts = sums(money, "project_id")
    rows = []
    for project in projects:
        of_project = amounts.get((project.pk,), {})
        rows.append(
            (
                project.code,
                project.title,
                name_of(project.field),
                project.investor_label,
                project.planned_start,
                project.planned_end,
                str(project.shown_status.label),
                project.percent,
                project.percent_as_of,
                of_project.get(MoneyKind.INVESTMENT),
                of_project.get(MoneyKind.DISBURSED),
            )
        )
    columns = [
        CODE,
        PROJECT,
        FIELD,
        ("investor", gettext_lazy("Investor")),
        ("planned_start", gettext_lazy("Planned start")),
        ("planned_end", gettext_lazy("Planned end")),
        STATUS,
        ("percent", gettext_lazy("Done, %")),
        AS_OF,
        ("investment", gettext_lazy("Total investment, million đồng")),
        ("disbursed", gettext_lazy("Disbursed, million đồng")),
    ]
    return Table("projects", TITLES["projects"], columns, rows, [project.url for project in projects])


def tasks_table(tasks: "Iterable[SchemeTask]") -> Table:
    """Return one row a task."""
    rows = [
        (
            number,
            task.said["text"],
            name_of(task.field),
            name_of(task.lead_agency),
            task.due_on if task.due_on else _("Standing task"),
            str(task.shown_status.label),
            task.completed_on,
            task.status_as_of,
            task.said["result"],
        )
        for number, task in enumerate(tasks, start=1)
    ]
    columns = [
        ("number", pgettext_lazy("number of a row", "Number")),
        ("task", gettext_lazy("Assigned task")),
        FIELD,
        ("lead_agency", gettext_lazy("Lead agency")),
        ("due_on", gettext_lazy("Due on")),
        STATUS,
        ("completed_on", gettext_lazy("Completed on")),
        AS_OF,
        ("result", gettext_lazy("Result")),
    ]
    return Table("tasks", TITLES["tasks"], columns, rows)


def indicators_table(projects: "list[ProjectPage]", day: date) -> Table:
    """Return one row an indicator with its actual value as of ``day``."""
    from projects.models import Indicator, IndicatorValue

    by_pk = {project.pk: project for project in projects}
    order = {pk: place for place, pk in enumerate(by_pk)}
    indicators = list(Indicator.objects.filter(project__in=by_pk).order_by("sort_order", "pk"))
    indicators.sort(key=lambda indicator: order[indicator.project_id])
    values = {
        value.indicator_id: value
        for value in newest_only(
            IndicatorValue.objects.filter(indicator__project__in=by_pk), day, "indicator"
        ).select_related("reported_by")
    }
    rows, urls = [], []
    for indicator in indicators:
        project = by_pk[indicator.project_id]
        actual = values.get(indicator.pk)
        rows.append(
            (
                project.code,
                project.title,
                indicator.said["name"],
                indicator.said["unit"],
                indicator.baseline,
                indicator.target,
                indicator.target_year and str(indicator.target_year),
                actual and actual.value,
                actual and actual.as_of,
                _who(actual, project) if actual else "",
            )
        )
        urls.append(project.url)
    columns = [
        CODE,
        PROJECT,
        ("indicator", gettext_lazy("Indicator")),
        ("unit", gettext_lazy("Unit")),
        ("baseline", gettext_lazy("Baseline")),
        ("target", gettext_lazy("Target value")),
        ("target_year", gettext_lazy("Target year")),
        ("actual", gettext_lazy("Actual")),
        AS_OF,
        REPORTED_BY,
    ]
    return Table("indicators", TITLES["indicators"], columns, rows, urls)


def money_table(projects: "list[ProjectPage]", money: list) -> Table:
    """Return one row for each project, year and source that has an amount; the total investment has no year."""
    by_pk = {project.pk: project for project in projects}
    order = {pk: place for place, pk in enumerate(by_pk)}
    places = sums(money, "project_id", "year", "funding_source")
    days = {}  # type: ignore[var-annotated]
    who = {}
    for figure in money:
        place = (figure.project_id, figure.year, figure.funding_source)
        days[place] = max(figure.as_of, days.get(place, figure.as_of))
        who[place] = _who(figure, by_pk[figure.project_id])
    sources = list(FundingSource.values)
    rows, urls = [], []
    for place in sorted(places, key=lambda place: (order[place[0]], place[1] or 0, sources.index(place[2]))):
        project = by_pk[place[0]]
        amounts = places[place]
        rows.append(
            (
                project.code,
                project.title,
                str(place[1]) if place[1] else _("All years"),
                str(FundingSource(place[2]).label),
                *(amounts.get(kind) for kind in MoneyKind),
                days[place],
                who[place],
            )
        )
        urls.append(project.url)
    columns = [
        CODE,
        PROJECT,
        ("year", gettext_lazy("Budget year")),
        ("funding_source", gettext_lazy("Funding source")),
        ("investment", gettext_lazy("Total investment, million đồng")),
        ("planned", gettext_lazy("Planned, million đồng")),
        ("allocated", gettext_lazy("Allocated, million đồng")),
        ("disbursed", gettext_lazy("Disbursed, million đồng")),
        AS_OF,
        REPORTED_BY,
    ]
    return Table("money", TITLES["money"], columns, rows, urls)


def milestones_table(projects: "list[ProjectPage]") -> Table:
    """Return one row a milestone, by project."""
    from projects.models import Milestone

    by_pk = {project.pk: project for project in projects}
    order = {pk: place for place, pk in enumerate(by_pk)}
    milestones = sorted(
        Milestone.objects.filter(project__in=by_pk),
        key=lambda milestone: (order[milestone.project_id], milestone.planned_on),
    )
    rows = [
        (
            by_pk[milestone.project_id].code,
            by_pk[milestone.project_id].title,
            milestone.said["name"],
            milestone.planned_on,
            milestone.reached_on,
            milestone.said["note"],
        )
        for milestone in milestones
    ]
    columns = [
        CODE,
        PROJECT,
        ("milestone", gettext_lazy("Milestone")),
        ("planned_on", gettext_lazy("Planned for")),
        ("reached_on", gettext_lazy("Reached on")),
        ("note", gettext_lazy("Note")),
    ]
    urls = [by_pk[milestone.project_id].url for milestone in milestones]
    return Table("milestones", TITLES["milestones"], columns, rows, urls)


def _who(figure: Any, project: "ProjectPage") -> str:
    return name_of(figure.reported_by) if figure.reported_by else project.investor_label
