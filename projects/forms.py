"""What readers ask of the lists, as plain GET forms."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.languages import name_of
from core.marked_select import MarkedSelect
from core.validators import validate_year
from projects.enums import ShownStatus, ShownTaskStatus

if TYPE_CHECKING:
    from projects.models import ProjectPage, SchemeTask


class DayForm(forms.Form):
    """A day on which something is asked for."""

    ngay = forms.DateField(
        label=_("On the day"),
        validators=[validate_year],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    @classmethod
    def day_in(cls, query: Mapping[str, str]) -> date | None:
        """Return the day of ``?ngay=``, or ``None`` for none and for nonsense."""
        form = cls(query)
        return form.cleaned_data["ngay"] if form.is_valid() else None


class ListFilter(forms.Form):
    """Narrows a list by what occurs in it; a value that does not occur narrows nothing."""

    required_css_class = ""

    def __init__(self, query: Mapping[str, str], options: dict[str, tuple[Any, Iterable[tuple[str, Any]]]]) -> None:
        super().__init__(query)
        for name, (label, choices) in options.items():
            self.fields[name] = forms.ChoiceField(
                label=label, choices=[("", _("All")), *choices], required=False, widget=MarkedSelect
            )
        self.is_valid()

    def wanted(self, name: str) -> str:
        """Return what the reader chose, or ``""``."""
        return self.cleaned_data.get(name, "")

    @property
    def is_narrowed(self) -> bool:
        """Whether anything was chosen."""
        return any(self.cleaned_data.values())


def _named(rows: Iterable[Any], name: str) -> list[tuple[str, str]]:
    """Return (number, title) of the related things that occur in ``rows`` and may be named, by title."""
    found = {getattr(row, f"{name}_id"): name_of(getattr(row, name)) for row in rows}
    return sorted(((str(pk), title) for pk, title in found.items() if title), key=lambda choice: choice[1])


class ProjectFilter(ListFilter):
    """Projects by field, status, investor and a year in which they run."""

    def __init__(self, query: Mapping[str, str], projects: "list[ProjectPage]") -> None:
        years = {year for project in projects for year in _years(project)}
        super().__init__(
            query,
            {
                "linh-vuc": (_("Field of work"), _named(projects, "field")),
                "trang-thai": (_("Status"), ShownStatus.choices),
                "chu-dau-tu": (_("Investor"), _named(projects, "investor")),
                "nam": (_("Year"), [(str(year), str(year)) for year in sorted(years)]),
            },
        )

    def narrow(self, projects: "list[ProjectPage]") -> "list[ProjectPage]":
        """Return the projects that were asked for."""
        field, status = self.wanted("linh-vuc"), self.wanted("trang-thai")
        investor, year = self.wanted("chu-dau-tu"), self.wanted("nam")
        return [
            project
            for project in projects
            if (not field or str(project.field_id) == field)
            and (not status or project.shown_status == status)
            and (not investor or str(project.investor_id) == investor)
            and (not year or int(year) in _years(project))
        ]


class TaskFilter(ListFilter):
    """Tasks by field, status and lead agency."""

    def __init__(self, query: Mapping[str, str], tasks: "list[SchemeTask]") -> None:
        super().__init__(
            query,
            {
                "linh-vuc": (_("Field of work"), _named(tasks, "field")),
                "trang-thai": (_("Status"), ShownTaskStatus.choices),
                "co-quan": (_("Lead agency"), _named(tasks, "lead_agency")),
            },
        )

    def narrow(self, tasks: "list[SchemeTask]") -> "list[SchemeTask]":
        """Return the tasks that were asked for."""
        field, status, agency = self.wanted("linh-vuc"), self.wanted("trang-thai"), self.wanted("co-quan")
        return [
            task
            for task in tasks
            if (not field or str(task.field_id) == field)
            and (not status or task.shown_status == status)
            and (not agency or str(task.lead_agency_id) == agency)
        ]


def _years(project: "ProjectPage") -> range:
    """Return the years in which a project runs: from its first to its last known day, planned or actual."""
    days = [project.planned_start, project.planned_end, project.actual_start, project.actual_end]
    years = [day.year for day in days if day]
    return range(min(years), max(years) + 1) if years else range(0)
