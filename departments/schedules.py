"""Opening hours of desks, ready to be shown: two queries for any number of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import get_language

from departments import hours
from departments.enums import Weekday
from departments.models import Holiday, OpeningRule, OrganisationPage

SHOWN_AHEAD = timedelta(days=45)


@dataclass(frozen=True)
class Schedule:
    """``week``: ``[{"days": (first, last or ""), "spans": […]}]``; ``state`` now; ``exceptions`` that are near."""

    week: list[dict[str, Any]]
    state: hours.State
    exceptions: list[hours.Exception_]


def schedules(
    desks: Iterable[tuple[int | None, OrganisationPage]], now: datetime | None = None
) -> dict[int | None, Schedule]:
    """Return hours id → schedule for desks given as (id of their hours, organisation).

    The desks of one call belong to one organisation or to its predecessors: its exceptions hold for all of them.
    """
    now = timezone.localtime(now) if now else timezone.localtime()
    desks = [(pk, organisation) for pk, organisation in desks if pk]
    if not desks:
        return {}
    rules: dict[int, list[hours.Rule]] = {pk: [] for pk, _organisation in desks if pk}
    for row in OpeningRule.objects.filter(hours__in=rules):
        rules[row.hours_id].append(hours.Rule(row.first_day, row.last_day, row.opens, row.closes))
    exceptions = _exceptions({organisation.translation_key for _pk, organisation in desks}, now)
    near = [exception for exception in exceptions if exception.first_day <= (now + SHOWN_AHEAD).date()]
    local = now.replace(tzinfo=None)
    return {
        pk: Schedule(_week(week), hours.state_at(week, exceptions, local), near) for pk, week in rules.items() if week
    }


def _exceptions(keys: set, now: datetime) -> list[hours.Exception_]:
    last = now + max(SHOWN_AHEAD, timedelta(days=hours.LOOK_AHEAD_DAYS))
    rows = Holiday.objects.filter(
        Q(organisation=None) | Q(organisation__translation_key__in=keys),
        last_day__gte=now.date(),
        first_day__lte=last.date(),
    ).order_by("first_day")
    english = get_language() != "vi"
    return [
        hours.Exception_(
            row.first_day,
            row.last_day,
            (english and row.english_name) or row.name,
            row.opens,
            row.closes,
        )
        for row in rows
    ]


def _week(rules: list[hours.Rule]) -> list[dict[str, Any]]:
    return [
        {
            "first": Weekday(first).label,
            "last": Weekday(last).label if last > first else "",
            "spans": [{"opens": opens, "closes": closes} for opens, closes in spans],
        }
        for first, last, spans in hours.week_lines(rules)
    ]
