"""The follow-up list in figures and rows, the same for its page, table, feed and data."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from core.languages import locale_code, name_of, said
from core.privacy import private_paths
from directives.models.task import DirectiveTask

# Below this many measured tasks a percentage says more than is known; n/m is shown instead.
SMALL_NUMBER = 10


@dataclass(frozen=True)
class TaskRow:
    """A task as the list shows it, all values in words."""

    task: DirectiveTask
    content: str
    directive: str
    directive_date: str
    lead: str
    coordinating: list[str]
    field: str
    due: str
    status: str
    done_on: str
    url: str

    @property
    def cells(self) -> list[str]:
        """The row of the CSV file, in the order of ``header()``."""
        return [
            *(self.content, self.lead, "; ".join(self.coordinating), self.field, self.due, self.status, self.done_on),
            *(self.directive, self.directive_date, self.url),
        ]


def header() -> list[str]:
    """Return the names of the columns."""
    return [
        *(
            _("Assigned task"),
            _("Lead agency"),
            _("Coordinating agencies"),
            _("Field of work"),
            _("Deadline"),
            _("Status"),
        ),
        *(_("Done on"), _("Directive"), _("Date of the directive"), _("Address")),
    ]


def rows(tasks: Iterable[DirectiveTask], origin: str = "") -> Iterator[TaskRow]:
    """Yield the rows of ``tasks``; ``origin`` (scheme and host) makes addresses absolute."""
    for task in tasks:
        yield TaskRow(
            task=task,
            content=task.said["content"],
            directive=task.directive.title,
            directive_date=_day(task.directive.date),
            lead=task.lead,
            coordinating=task.coordinating_names,
            field=name_of(task.field),
            due=task.deadline,
            status=task.status_words,
            done_on=_day(task.done_on),
            url=f"{origin}{task.directive.url or ''}#{task.anchor}",
        )


def rates(lines: Iterable[dict[str, Any]], language: str = "") -> list[dict[str, Any]]:
    """Return the lead agencies with their tasks and on-time rate, by name; ``lines`` as of ``by_lead_agency``.

    An agency that is named in words only is named in ``language``, or in the original's where that is still to be
    translated.

    Rate = done on time / (done, with a deadline + overdue). Few measured tasks give ``3/4``, more give a percentage.
    """
    found = []
    for line in lines:
        words = settings.LANGUAGE_CODE if "lead_name" in line["untranslated"] else language
        name = said(line["name"] or "–", words)
        if line["lead_agency__live"] and not line["lead_agency__path"].startswith(tuple(private_paths())):
            name = said(line["lead_agency__title"], locale_code(line["lead_agency__locale"]))
        key = str(line["lead_agency"] or line["lead_slug"])
        found.append({**line, "key": key, "name": name, "rate": rate_words(line["on_time"], line["measured"])})
    return sorted(found, key=lambda line: line["name"])


def rate_words(on_time: int, measured: int) -> str:
    """Return ``"3/4"``, ``"85 % (17/20)"``, or a dash if nothing came due yet."""
    if not measured:
        return "–"
    if measured < SMALL_NUMBER:
        return f"{on_time}/{measured}"
    # Rounded down, so that "100 %" means every one.
    return f"{on_time * 100 // measured} % ({on_time}/{measured})"


def _day(day: date | None) -> str:
    return date_format(day, "d/m/Y") if day else ""
