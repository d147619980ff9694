"""Opening hours of desks, ready to be shown.

Hours and holidays change a few times a year and stand on many pages, so they are kept between requests.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language

from core.cache import forget, remember
from departments import hours
from departments.enums import Weekday
from departments.models import Holiday, OpeningRule, OrganisationPage

SHOWN_AHEAD = timedelta(days=45)
CACHE_NAMES = ("opening-rules", "holidays")


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
    Usually no query.
    """
    now = timezone.localtime(now) if now else timezone.localtime()
    desks = [(pk, organisation) for pk, organisation in desks if pk]
    if not desks:
        return {}
    known = remember("opening-rules", _build_rules)
    rules = {pk: known[pk] for pk, _organisation in desks if pk in known}
    exceptions = _exceptions({organisation.translation_key for _pk, organisation in desks}, now)
    near = [exception for exception in exceptions if exception.first_day <= (now + SHOWN_AHEAD).date()]
    local = now.replace(tzinfo=None)
    return {pk: Schedule(_week(week), hours.state_at(week, exceptions, local), near) for pk, week in rules.items()}


def forget_hours() -> None:
    """Ask the database again, now and once more when the change is stored."""
    forget(*CACHE_NAMES)
    transaction.on_commit(lambda: forget(*CACHE_NAMES))


def _build_rules() -> dict[int, list[hours.Rule]]:
    rows = OpeningRule.objects.order_by("hours", "sort_order")
    return {
        pk: [hours.Rule(row.first_day, row.last_day, row.opens, row.closes) for row in week]
        for pk, week in groupby(rows, lambda row: row.hours_id)
    }


def _exceptions(keys: set, now: datetime) -> list[hours.Exception_]:
    """Return what holds at the organisations with these translation keys, from ``now`` on for as long as we look."""
    last = now + max(SHOWN_AHEAD, timedelta(days=hours.LOOK_AHEAD_DAYS))
    english = get_language() != "vi"
    return [
        hours.Exception_(first_day, last_day, (english and english_name) or name, opens, closes)
        for first_day, last_day, name, english_name, opens, closes, key in remember("holidays", _build_holidays)
        if (key is None or key in keys) and last_day >= now.date() and first_day <= last.date()
    ]


def _build_holidays() -> list[tuple]:
    names = ("first_day", "last_day", "name", "english_name", "opens", "closes", "organisation__translation_key")
    return list(Holiday.objects.order_by("first_day").values_list(*names))


def _week(rules: list[hours.Rule]) -> list[dict[str, Any]]:
    return [
        {
            "first": Weekday(first).label,
            "last": Weekday(last).label if last > first else "",
            "spans": [{"opens": opens, "closes": closes} for opens, closes in spans],
        }
        for first, last, spans in hours.week_lines(rules)
    ]
