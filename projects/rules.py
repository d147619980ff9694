"""What figures, days and a status may not say at the same time. Pure: facts in, sentences out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from projects.enums import ProjectStatus, ShownStatus
from projects.money import money_text

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

ENDED = {ProjectStatus.COMPLETED, ProjectStatus.CANCELLED}
# Nobody is late with what was put off or given up.
MAY_BE_LATE = {ProjectStatus.PREPARING, ProjectStatus.IN_PROGRESS}


@dataclass(frozen=True)
class Facts:
    """What is known of a project; money in million đồng, ``percent`` and money as the newest figures say."""

    status: str
    planned_start: date | None = None
    planned_end: date | None = None
    actual_start: date | None = None
    actual_end: date | None = None
    percent: int | None = None
    investment: Decimal | None = None
    disbursed: Decimal | None = None


def shown_status(status: str, planned_end: date | None, day: date) -> ShownStatus:
    """Return what readers are told on ``day``: late is whoever is still at it after the planned end."""
    if status in MAY_BE_LATE and planned_end and planned_end < day:
        return ShownStatus.LATE
    return ShownStatus(status)


def day_errors(facts: Facts, today: date) -> "dict[str, StrOrPromise]":
    """Return field → why its day cannot be; also for drafts."""
    errors = {}
    for start, end in (("planned_start", "planned_end"), ("actual_start", "actual_end")):
        first, last = getattr(facts, start), getattr(facts, end)
        if first and last and last < first:
            errors[end] = _("The end cannot be before the beginning.")
    for name in ("actual_start", "actual_end"):
        day = getattr(facts, name)
        if day and day > today:
            errors[name] = _("This day has not come yet.")
    return errors  # type: ignore[return-value]


def clashes(facts: Facts) -> "dict[str, StrOrPromise]":
    """Return field → what contradicts it; a publication may not have any."""
    errors = {}
    done = facts.status == ProjectStatus.COMPLETED
    if facts.percent == 100 and facts.status not in ENDED:
        errors["status"] = _("The newest figure says 100 percent, but the status is not “completed”.")
    if done and facts.percent is not None and facts.percent < 100:
        errors["status"] = _("The status is “completed”, but the newest figure says %(percent)s percent.") % {
            "percent": facts.percent
        }
    if facts.actual_end and facts.status not in ENDED:
        errors["status"] = _("There is an actual end, but the status is not “completed”.")
    if done and not facts.actual_end:
        errors["actual_end"] = _("Say on which day the project was completed.")
    if facts.investment is not None and facts.disbursed is not None and facts.disbursed > facts.investment:
        errors["money_figures"] = _(
            "More was disbursed (%(disbursed)s) than the total investment (%(investment)s). Correct one of them, "
            "or enter the adjusted total investment first."
        ) % {"disbursed": money_text(facts.disbursed), "investment": money_text(facts.investment)}
    return errors  # type: ignore[return-value]


def milestones_outside(days: Iterable[tuple[str, date]], start: date | None, end: date | None) -> list[str]:
    """Return the names of milestones planned before the project's planned start or after its planned end."""
    return [name for name, day in days if (start and day < start) or (end and day > end)]
