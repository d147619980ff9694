"""Opening hours: periods of a day, whether a desk is open, the lines of the week."""

from datetime import date, datetime, time

import pytest

from departments.hours import Exception_, Rule, spans_on, state_at, week_lines

MORNING, AFTERNOON = (time(7, 30), time(11, 30)), (time(13, 30), time(17))
OFFICE = [Rule(0, 4, *MORNING), Rule(0, 4, *AFTERNOON), Rule(5, 5, *MORNING)]
TET = Exception_(date(2026, 2, 16), date(2026, 2, 20), "Tết")
SHORT_DAY = Exception_(date(2026, 2, 18), date(2026, 2, 18), "Trực Tết", time(8), time(10))


@pytest.mark.parametrize(
    ("now", "is_open", "changes_at"),
    [
        ("2026-11-25 07:29", False, "2026-11-25 07:30"),
        ("2026-11-25 07:30", True, "2026-11-25 11:30"),
        ("2026-11-25 11:30", False, "2026-11-25 13:30"),
        ("2026-11-25 17:00", False, "2026-11-26 07:30"),
        ("2026-11-28 11:00", True, "2026-11-28 11:30"),
        ("2026-11-28 12:00", False, "2026-11-30 07:30"),
        # The days before Tết: the next opening is after it, save for the hours that hold in between.
        ("2026-02-16 09:00", False, "2026-02-18 08:00"),
        ("2026-02-18 09:00", True, "2026-02-18 10:00"),
        ("2026-02-18 10:00", False, "2026-02-21 07:30"),
    ],
)
def test_open_or_closed_and_until_when(now, is_open, changes_at):
    state = state_at(OFFICE, [TET, SHORT_DAY], datetime.fromisoformat(now))
    assert (state.is_open, state.changes_at) == (is_open, datetime.fromisoformat(changes_at))


def test_a_holiday_says_why_it_is_closed():
    assert state_at(OFFICE, [TET], datetime(2026, 2, 16, 9)).reason == "Tết"


def test_a_desk_that_never_opens_says_no_time():
    assert state_at([], [], datetime(2026, 2, 16, 9)).changes_at is None


def test_overlapping_periods_are_one():
    rules = [Rule(0, 0, time(7), time(10)), Rule(0, 0, time(9), time(12)), Rule(0, 0, time(12), time(13))]
    assert spans_on(rules, [], date(2026, 11, 23)) == [(time(7), time(13))]


def test_days_with_the_same_hours_are_one_line():
    assert week_lines(OFFICE) == [(0, 4, [MORNING, AFTERNOON]), (5, 5, [MORNING])]
    split = [Rule(0, 1, *MORNING), Rule(3, 4, *MORNING)]
    assert week_lines(split) == [(0, 1, [MORNING]), (3, 4, [MORNING])]
