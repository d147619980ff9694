"""Opening hours as numbers: what holds on a day, whether a desk is open, when it opens next. Pure functions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

LOOK_AHEAD_DAYS = 30

Span = tuple[time, time]


@dataclass(frozen=True)
class Rule:
    """A period of each weekday from ``first_day`` to ``last_day`` (0 is Monday)."""

    first_day: int
    last_day: int
    opens: time
    closes: time


@dataclass(frozen=True)
class Exception_:
    """Days on which other hours hold; without times it is closed."""

    first_day: date
    last_day: date
    name: str = ""
    opens: time | None = None
    closes: time | None = None


@dataclass(frozen=True)
class State:
    """Whether a desk is open at an instant; ``changes_at`` is when that ends (local, naive), if it is near."""

    is_open: bool
    changes_at: datetime | None = None
    reason: str = ""


def exception_on(exceptions: Iterable[Exception_], day: date) -> Exception_ | None:
    """Return the exception that holds on ``day``: of several the one that begins last, for it is the most special."""
    found = [exception for exception in exceptions if exception.first_day <= day <= exception.last_day]
    return max(found, key=lambda exception: (exception.first_day, -exception.last_day.toordinal()), default=None)


def spans_on(rules: Iterable[Rule], exceptions: Iterable[Exception_], day: date) -> list[Span]:
    """Return the periods of ``day`` in order; neighbouring and overlapping ones are one."""
    exception = exception_on(exceptions, day)
    if exception:
        spans = [(exception.opens, exception.closes)] if exception.opens and exception.closes else []
    else:
        spans = [(rule.opens, rule.closes) for rule in rules if rule.first_day <= day.weekday() <= rule.last_day]
    joined: list[Span] = []
    for opens, closes in sorted(spans):
        if joined and opens <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(closes, joined[-1][1]))
        else:
            joined.append((opens, closes))
    return joined


def state_at(rules: Sequence[Rule], exceptions: Sequence[Exception_], now: datetime) -> State:
    """Return whether a desk is open at ``now`` (local, naive) and when that changes."""
    for opens, closes in spans_on(rules, exceptions, now.date()):
        if opens <= now.time() < closes:
            return State(True, datetime.combine(now.date(), closes))
    exception = exception_on(exceptions, now.date())
    reason = exception.name if exception else ""
    for ahead in range(LOOK_AHEAD_DAYS + 1):
        day = now.date() + timedelta(days=ahead)
        for opens, _closes in spans_on(rules, exceptions, day):
            start = datetime.combine(day, opens)
            if start > now:
                return State(False, start, reason)
    return State(False, None, reason)


def week_lines(rules: Sequence[Rule]) -> list[tuple[int, int, list[Span]]]:
    """Return ``[(first weekday, last weekday, periods), …]``: neighbouring days with the same hours are one line."""
    monday = date(2024, 1, 1)
    lines: list[tuple[int, int, list[Span]]] = []
    for weekday in range(7):
        spans = spans_on(rules, [], monday + timedelta(days=weekday))
        if lines and lines[-1][1] == weekday - 1 and lines[-1][2] == spans:
            lines[-1] = (lines[-1][0], weekday, spans)
        elif spans:
            lines.append((weekday, weekday, spans))
    return lines
