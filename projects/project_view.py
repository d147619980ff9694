"""What the page of a project shows: its newest figures with their day and who answers, and how they moved."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from core import charts
from core.languages import language_of, name_of, said
from core.tables import Table, cell_text, number_text
from projects import tables
from projects.enums import MoneyKind, ShownStatus
from projects.figures import history, newest
from projects.money import money_text
from projects.progress import sums

if TYPE_CHECKING:
    from projects.models import Indicator, ProjectPage


@dataclass(frozen=True)
class Rows:
    """What is recorded of a project, read once."""

    progress: list
    money: list
    milestones: list
    indicators: list

    @classmethod
    def of(cls, project: "ProjectPage") -> "Rows":
        """Read the rows of ``project``, in five queries."""
        return cls(
            progress=list(project.progress_figures.select_related("reported_by")),
            money=list(project.money_figures.select_related("reported_by")),
            milestones=list(project.milestones.all()),
            indicators=list(project.indicators.prefetch_related("values__reported_by") if project.pk else []),
        )

    @property
    def figures(self) -> list:
        """All figures, those of the indicators too."""
        values = (value for indicator in self.indicators for value in indicator.values.all())
        return [*self.progress, *self.money, *values]


def context_for(project: "ProjectPage", day: date) -> dict[str, Any]:
    """Return everything that the page of ``project`` shows as of ``day``, in five queries."""
    rows = project.rows
    scheme = project.scheme
    counting = list(newest(rows.money, day, lambda figure: figure.series).values())
    percent = percent_view(project, rows.progress, day)
    money_shown = money_view(project, rows.money, counting)
    steps = milestones_view(project, rows.milestones, day)
    measured = [indicator_view(project, indicator, day) for indicator in rows.indicators]
    return {
        "scheme": scheme,
        "percent": percent,
        "money": money_shown,
        "milestones": steps,
        "indicators": measured,
        "saved_tables": [
            *([percent["history"]] if percent else []),
            *([steps["table"]] if steps else []),
            *(item["history"] for item in measured),
            *([money_shown["table"], money_shown["history"]] if money_shown else []),
        ],
        "shade": project.shade,
        "is_late": project.shown_status == ShownStatus.LATE,
        "days_late": (day - project.planned_end).days if project.shown_status == ShownStatus.LATE else 0,  # type: ignore[operator]
    }


def percent_view(project: "ProjectPage", figures: list, day: date) -> dict[str, Any] | None:
    """Return the newest percentage and how it moved."""
    current = newest(figures, day).get(None)
    if current is None:
        return None
    told = [figure for figure, corrected in reversed(history(figures)) if not corrected and figure.as_of <= day]
    return {
        "percent": current.percent,
        "as_of": current.as_of,
        "who": _who(current, project),
        "chart": charts.sparkline(
            "chart-progress",
            _("How the progress moved"),
            "; ".join(f"{figure.as_of:%d/%m/%Y}: {figure.percent}%" for figure in told),
            [(figure.as_of, figure.percent) for figure in told],
            100,
        ),
        "history": _history_table(project, figures, _("Progress"), _("Done, %"), lambda figure: figure.percent),
    }


def money_view(project: "ProjectPage", figures: list, counting: list) -> dict[str, Any] | None:
    """Return the sums of the amounts that count, their table by year and source, and all amounts ever entered."""
    if not counting:
        return None
    total = sums(counting)[()]
    base = total.get(MoneyKind.INVESTMENT) or total.get(MoneyKind.ALLOCATED) or total.get(MoneyKind.PLANNED)
    shades = {"investment": "plan", "planned": "plan", "allocated": "give", "disbursed": "paid"}
    bars = [
        charts.Bar(kind.label, float(total[kind]), money_text(total[kind]), shades[kind])
        for kind in MoneyKind
        if kind in total
    ]
    last = max(counting, key=lambda figure: figure.as_of)
    rows = [
        (
            figure.as_of,
            figure.get_kind_display(),
            str(figure.year) if figure.year else _("All years"),
            figure.get_funding_source_display(),
            figure.amount,
            _who(figure, project),
            figure.said["source"],
            _("corrected later") if corrected else "",
        )
        for figure, corrected in history(figures, lambda figure: figure.series)
    ]
    columns = [
        tables.AS_OF,
        ("kind", gettext_lazy("What")),
        ("year", gettext_lazy("Budget year")),
        ("funding_source", gettext_lazy("Funding source")),
        ("amount", gettext_lazy("Amount, million đồng")),
        tables.REPORTED_BY,
        ("source", gettext_lazy("Source")),
        ("note", gettext_lazy("Note")),
    ]
    whole = tables.money_table([project], counting)
    return {
        "chart": charts.bars(bars, max(float(base or 0), *(bar.value for bar in bars))),
        "table": Table("money", whole.title, whole.columns[2:], [row[2:] for row in whole.rows]),
        "as_of": last.as_of,
        "who": _who(last, project),
        "history": Table("history", _("%(name)s: history") % {"name": _("Money")}, columns, rows),
    }


def milestones_view(project: "ProjectPage", milestones: list, day: date) -> dict[str, Any] | None:
    """Return the steps of the project on a timeline."""
    if not milestones:
        return None
    milestones = sorted(milestones, key=lambda milestone: milestone.planned_on)
    spans = [
        charts.Span(
            label=milestone.said["name"],
            note=f"{milestone.reached_on or milestone.planned_on:%d/%m/%Y}",
            start=milestone.planned_on,
            end=milestone.planned_on,
            actual_start=milestone.reached_on,
            actual_end=milestone.reached_on,
            css="late" if milestone.reached_on and milestone.reached_on > milestone.planned_on else "done",
        )
        for milestone in milestones
    ]
    rows: list[tuple] = [
        (m.said["name"], m.planned_on, m.reached_on, milestone_status(m, day), m.said["note"]) for m in milestones
    ]
    words = _("%(count)s milestones from %(first)s to %(last)s.") % {
        "count": len(spans),
        "first": cell_text(min(span.start for span in spans)),
        "last": cell_text(max(span.end for span in spans)),
    }
    columns = [
        ("milestone", gettext_lazy("Milestone")),
        ("planned_on", gettext_lazy("Planned for")),
        ("reached_on", gettext_lazy("Reached on")),
        ("status", gettext_lazy("Status")),
        ("note", gettext_lazy("Note")),
    ]
    return {
        "chart": charts.timeline(
            "chart-milestones",
            _("Milestones"),
            words,
            spans,
            day,
            pgettext("timeline", "today"),
        ),
        "table": Table("milestones", _("Milestones"), columns, rows),
    }


def milestone_status(milestone: Any, day: date) -> str:
    """Return how a step stands to its plan on ``day``, in words; empty while there is nothing to say."""
    end = milestone.reached_on or day
    late = (end - milestone.planned_on).days
    if late <= 0:
        return _("reached in time") if milestone.reached_on else ""
    words = _("reached %(days)s days late") if milestone.reached_on else _("%(days)s days overdue")
    return words % {"days": number_text(late)}


def indicator_view(project: "ProjectPage", indicator: "Indicator", day: date) -> dict[str, Any]:
    """Return an indicator with its newest value and how it moved."""
    values = list(indicator.values.all())
    current = newest(values, day).get(None)
    told = [figure for figure, corrected in reversed(history(values)) if not corrected and figure.as_of <= day]
    name, unit = indicator.said["name"], indicator.said["unit"]
    unit_language = language_of(unit) if unit else ""
    unit = f" {unit}" if unit else ""
    return {
        "indicator": indicator,
        "actual": f"{number_text(current.value)}{unit}" if current else "",
        "baseline": f"{number_text(indicator.baseline)}{unit}" if indicator.baseline is not None else "",
        "target": f"{number_text(indicator.target)}{unit}" if indicator.target is not None else "",
        "as_of": current.as_of if current else None,
        "who": _who(current, project) if current else "",
        "chart": charts.sparkline(
            f"chart-{indicator.key}",
            name,
            said("; ".join(f"{f.as_of:%d/%m/%Y}: {number_text(f.value)}{unit}" for f in told), unit_language),
            [(figure.as_of, float(figure.value)) for figure in told],
            float(indicator.target) if indicator.target is not None else None,
        ),
        "history": _history_table(project, values, name, _("Value"), lambda figure: figure.value),
    }


def _history_table(project: "ProjectPage", figures: list, title: str, heading: str, number: Any) -> Table:
    columns = [
        tables.AS_OF,
        ("value", heading),
        tables.REPORTED_BY,
        ("source", gettext_lazy("Source")),
        ("note", gettext_lazy("Note")),
    ]
    rows = [
        (
            figure.as_of,
            number(figure),
            _who(figure, project),
            figure.said["source"],
            _("corrected later") if corrected else "",
        )
        for figure, corrected in history(figures)
    ]
    return Table("history", _("%(name)s: history") % {"name": title}, columns, rows)  # type: ignore[arg-type]


def _who(figure: Any, project: "ProjectPage") -> str:
    return name_of(figure.reported_by) if figure.reported_by else project.investor_label
