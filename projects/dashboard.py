"""What the page of a scheme shows at a glance: numbers, charts, and the table of each chart."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from core import charts
from core.companions import companions_of
from core.languages import name_of
from core.privacy import is_public
from core.tables import Table, number_text
from projects import tables
from projects.enums import SHADES, FundingSource, MoneyKind, ShownStatus, ShownTaskStatus
from projects.figures import newest
from projects.money import money_text
from projects.progress import FieldProgress, by_field, progress_of, progress_of_schemes, sums

if TYPE_CHECKING:
    from projects.models import ProjectPage, SchemePage

# Rows that the page shows before it leads to the whole table.
ROWS = 20
TASK_SHADES = {
    ShownTaskStatus.COMPLETED: "done",
    ShownTaskStatus.IN_PROGRESS: "going",
    ShownTaskStatus.OVERDUE: "late",
    ShownTaskStatus.NOT_STARTED: "wait",
}
SPENT = {MoneyKind.PLANNED: "plan", MoneyKind.ALLOCATED: "give", MoneyKind.DISBURSED: "paid"}


def dashboard_context(scheme: "SchemePage", day: date) -> dict[str, Any]:
    """Return everything that the page of ``scheme`` shows as of ``day``; the number of projects costs no query."""
    projects = scheme.listed_projects
    tasks = scheme.listed_tasks
    money = tables.scheme_money(projects, day)
    progress = progress_of(projects, tasks, scheme.target_project_count)
    fields = by_field(projects, tasks, [name_of(field) for field in scheme.fields.all()])
    sections = [
        section
        for section in (
            status_section(progress.statuses),
            field_section(fields),
            money_section(money),
            timeline_section(projects, day),
        )
        if section
    ]
    tasks_view = {"table": tables.tasks_table(tasks), **task_chart(progress.task_statuses)}
    budget = list(newest(scheme.money_figures.all(), day, lambda figure: figure.series).values())
    return {
        "progress": progress,
        "spending": spending(money),
        "sections": sections,
        "tasks": tasks_view if tasks else None,
        "shown_projects": projects[:ROWS],
        "budget": budget_table(budget) if budget else None,
        "basis": [shown_basis(basis) for basis in scheme.listed_basis],
        "committee": committee_of(scheme, day),
        "coordinating": [unit for unit in scheme.coordinating_agencies.all() if is_public(unit)],
        "companions": companions_of(scheme),
        "tables": scheme.table_links(),
        "saved_tables": [*(section["table"] for section in sections), tables.projects_table(projects, money)],
    }


def with_progress(schemes: "list[SchemePage]") -> "list[SchemePage]":
    """Return ``schemes`` with ``progress`` and ``status_view`` for a list, in two queries for all of them."""
    progress = progress_of_schemes(schemes, timezone.localdate())
    for scheme in schemes:
        scheme.progress = progress[scheme.pk]
        scheme.status_view = status_view(scheme.progress.statuses, f"chart-{scheme.pk}")
    return schemes


def spending(money: list) -> dict[str, Any] | None:
    """Return what was disbursed of what was allocated, over all years, in words and percent."""
    total = sums(money).get((), {})
    allocated, disbursed = total.get(MoneyKind.ALLOCATED), total.get(MoneyKind.DISBURSED)
    if not allocated:
        return None
    return {
        "allocated": money_text(allocated),
        "disbursed": money_text(disbursed or 0),
        "percent": round(charts.share(float(disbursed or 0), float(allocated))),
        "as_of": max(figure.as_of for figure in money),
    }


def status_view(statuses: dict[ShownStatus, int], chart_id: str) -> dict[str, Any]:
    """Return projects by status as a bar of parts with its key."""
    rows = [(str(status.label), count) for status, count in statuses.items()]
    chart = charts.stacked_bar(chart_id, _("Projects by status"), _in_words(rows), _parts(statuses, SHADES))
    return {"chart": chart, "key": _key(statuses, SHADES)}


def status_section(statuses: dict[ShownStatus, int]) -> dict[str, Any] | None:
    """Return projects by status: one bar of parts."""
    if not statuses:
        return None
    rows = [(str(status.label), count) for status, count in statuses.items()]
    rows.append((_("Total"), sum(statuses.values())))
    columns = [("status", gettext_lazy("Status")), ("projects", gettext_lazy("Projects"))]
    view = status_view(statuses, "chart-status")
    table = Table("status", _("Projects by status"), columns, rows)
    return _section("status", _("Projects by status"), view["chart"], table, key=view["key"], is_wide=True)


def task_chart(statuses: dict[ShownTaskStatus, int]) -> dict[str, Any]:
    """Return tasks by status: one bar of parts, and its key."""
    rows = [(str(status.label), count) for status, count in statuses.items()]
    chart = charts.stacked_bar("chart-tasks", _("Tasks by status"), _in_words(rows), _parts(statuses, TASK_SHADES))
    return {"chart": chart, "key": _key(statuses, TASK_SHADES)}


def field_section(fields: Sequence[FieldProgress]) -> dict[str, Any] | None:
    """Return how far each field is: a bar a field."""
    if not fields:
        return None
    bars = [
        charts.Bar(
            label=field.name,
            value=field.average or 0,
            text=_("%(percent)s%% of %(count)s projects") % {"percent": field.average, "count": field.projects}
            if field.average is not None
            else _("no projects yet"),
        )
        for field in fields
    ]
    columns = [
        ("field", gettext_lazy("Field of work")),
        ("projects", gettext_lazy("Projects")),
        ("completed_projects", gettext_lazy("Completed projects")),
        ("average", gettext_lazy("Average progress, %")),
        ("tasks", gettext_lazy("Assigned tasks")),
        ("completed_tasks", gettext_lazy("Completed tasks")),
    ]
    rows: list[tuple] = [
        (f.name, f.projects, f.completed_projects, f.average, f.tasks, f.completed_tasks) for f in fields
    ]
    rows.append(
        (
            _("Total"),
            sum(f.projects for f in fields),
            sum(f.completed_projects for f in fields),
            None,
            sum(f.tasks for f in fields),
            sum(f.completed_tasks for f in fields),
        )
    )
    return _section(
        "fields",
        _("Progress by field"),
        charts.bars(bars, 100),
        Table("fields", _("Progress by field"), columns, rows),
        note=_("Average of the projects' newest percentages; a project without a report counts as 0."),
    )


def money_section(money: list) -> dict[str, Any] | None:
    """Return money by year, and in the table by year and source."""
    spent = [figure for figure in money if figure.kind in SPENT and figure.year]
    if not spent:
        return None
    by_year = sums(spent, "year")
    longest = float(max(amount for amounts in by_year.values() for amount in amounts.values()))
    groups = [
        (
            str(year),
            [
                charts.Bar(kind.label, float(amounts[kind]), money_text(amounts[kind]), css)
                for kind, css in SPENT.items()
                if kind in amounts
            ],
        )
        for (year,), amounts in sorted(by_year.items())
    ]
    sources = list(FundingSource.values)
    by_source = sums(spent, "year", "funding_source")
    rows: list[tuple] = [
        (str(year), str(FundingSource(source).label), *(by_source[year, source].get(kind) for kind in SPENT))
        for year, source in sorted(by_source, key=lambda place: (place[0], sources.index(place[1])))
    ]
    total = sums(spent)[()]
    rows.append((_("Total"), "", *(total.get(kind) for kind in SPENT)))
    columns = [
        ("year", gettext_lazy("Budget year")),
        ("funding_source", gettext_lazy("Funding source")),
        ("planned", gettext_lazy("Planned, million đồng")),
        ("allocated", gettext_lazy("Allocated, million đồng")),
        ("disbursed", gettext_lazy("Disbursed, million đồng")),
    ]
    return _section(
        "spending",
        _("Money of the projects"),
        charts.grouped_bars(groups, longest),
        Table("spending", _("Money of the projects by year and source"), columns, rows),
        note=_("As of %(day)s.") % {"day": f"{max(figure.as_of for figure in spent):%d/%m/%Y}"},
    )


def timeline_section(projects: "Sequence[ProjectPage]", day: date) -> dict[str, Any] | None:
    """Return when projects were to run and did: the first of them, in the order in which they begin."""
    dated = [p for p in projects if p.planned_start and p.planned_end and p.shown_status != ShownStatus.CANCELLED]
    dated.sort(key=lambda project: (project.planned_start, project.code))
    if not dated:
        return None
    spans = [
        charts.Span(
            label=project.title,
            note=f"{project.shown_status.label} · {project.planned_start:%m/%Y}–{project.planned_end:%m/%Y}",
            start=project.planned_start,  # type: ignore[arg-type]
            end=project.planned_end,  # type: ignore[arg-type]
            actual_start=project.actual_start,
            actual_end=project.actual_end,
            css=SHADES[project.shown_status],
        )
        for project in dated[:ROWS]
    ]
    columns = [
        ("project", gettext_lazy("Project")),
        ("planned_start", gettext_lazy("Planned start")),
        ("planned_end", gettext_lazy("Planned end")),
        ("actual_start", gettext_lazy("Actual start")),
        ("actual_end", gettext_lazy("Actual end")),
        ("status", gettext_lazy("Status")),
    ]
    rows = [
        (p.title, p.planned_start, p.planned_end, p.actual_start, p.actual_end, str(p.shown_status.label))
        for p in dated[:ROWS]
    ]
    words = _("%(count)s projects from %(first)s to %(last)s.") % {
        "count": len(spans),
        "first": min(span.start for span in spans).year,
        "last": max(span.end for span in spans).year,
    }
    return _section(
        "timeline",
        _("Timeline of the projects"),
        charts.timeline(
            "chart-timeline", _("Timeline of the projects"), words, spans, day, pgettext("timeline", "today")
        ),
        Table("timeline", _("Timeline of the projects"), columns, rows, [p.url for p in dated[:ROWS]]),
        note=_("An outline is the planned time, a bar in it the actual one. The first %(count)s projects.")
        % {"count": len(spans)}
        if len(dated) > len(spans)
        else _("An outline is the planned time, a bar in it the actual one."),
        is_wide=True,
        summary=words.rstrip("."),
    )


def budget_table(figures: list) -> Table:
    """Return the scheme's own budget by year and source, with the day and the paper that says so."""
    sources = list(FundingSource.values)
    figures = sorted(figures, key=lambda figure: (figure.year or 0, sources.index(figure.funding_source)))
    columns = [
        ("kind", gettext_lazy("What")),
        ("year", gettext_lazy("Budget year")),
        ("funding_source", gettext_lazy("Funding source")),
        ("amount", gettext_lazy("Amount, million đồng")),
        ("as_of", gettext_lazy("As of")),
        ("source", gettext_lazy("Source")),
    ]
    rows: list[tuple] = [
        (
            figure.get_kind_display(),
            str(figure.year) if figure.year else _("All years"),
            figure.get_funding_source_display(),
            figure.amount,
            figure.as_of,
            figure.said["source"],
        )
        for figure in figures
    ]
    return Table("budget", _("Budget of the scheme"), columns, rows)


def committee_of(scheme: "SchemePage", day: date) -> dict[str, Any] | None:
    """Return the public committee of ``scheme`` with its members on ``day``."""
    committee = scheme.committee
    if committee is None or not is_public(committee):
        return None
    return {"page": committee, "members": committee.members_on(day)}


def shown_basis(basis: Any) -> dict[str, str]:
    """Return ``{"text", "url"}``: the record of the register if the public may open it, else its words."""
    document = basis.document if basis.document and is_public(basis.document) else None
    text = basis.said["text"] if basis.text else name_of(document)
    return {"text": text, "url": document.url if document else ""}


def _section(name: str, title: str, chart: str, table: Table, **more: Any) -> dict[str, Any]:
    return {"name": name, "title": title, "chart": chart, "table": table, **more}


def _parts(counts: dict, shades: dict) -> list[charts.Bar]:
    return [charts.Bar(status.label, count, number_text(count), shades[status]) for status, count in counts.items()]


def _key(counts: dict, shades: dict) -> list[dict[str, Any]]:
    return [
        {"css": shades[status], "label": status.label, "count": number_text(count)}
        for status, count in counts.items()
    ]


def _in_words(rows: list[tuple]) -> str:
    return "; ".join(f"{label}: {count}" for label, count in rows)
