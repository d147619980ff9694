"""Pure rules: status of a day, days and figures that contradict each other, means, money in words."""

from datetime import date
from decimal import Decimal
from types import SimpleNamespace

import pytest

from projects.enums import ShownStatus
from projects.money import money_text
from projects.progress import average_percent
from projects.rules import Facts, clashes, day_errors, milestones_outside, shown_status

DAY = date(2026, 11, 25)
BEFORE, AFTER = date(2026, 11, 24), date(2026, 11, 26)


@pytest.mark.parametrize(
    ("status", "planned_end", "shown"),
    [
        ("in_progress", BEFORE, "late"),
        ("preparing", BEFORE, "late"),
        ("in_progress", DAY, "in_progress"),
        ("in_progress", None, "in_progress"),
        ("paused", BEFORE, "paused"),
        ("cancelled", BEFORE, "cancelled"),
        ("completed", BEFORE, "completed"),
    ],
)
def test_late_is_who_is_still_at_it_after_the_planned_end(status, planned_end, shown):
    assert shown_status(status, planned_end, DAY) == shown


@pytest.mark.parametrize(
    ("facts", "fields"),
    [
        ({"planned_start": AFTER, "planned_end": BEFORE}, {"planned_end"}),
        ({"actual_start": DAY, "actual_end": BEFORE}, {"actual_end"}),
        ({"actual_start": AFTER}, {"actual_start"}),
        ({"planned_start": BEFORE, "planned_end": AFTER, "actual_start": DAY}, set()),
    ],
)
def test_days_that_cannot_be(facts, fields):
    assert set(day_errors(Facts(status="in_progress", **facts), DAY)) == fields


@pytest.mark.parametrize(
    ("facts", "fields"),
    [
        ({"status": "in_progress", "percent": 100}, {"status"}),
        ({"status": "completed", "percent": 99, "actual_end": DAY}, {"status"}),
        ({"status": "completed", "percent": 100}, {"actual_end"}),
        ({"status": "in_progress", "actual_end": DAY}, {"status"}),
        ({"status": "completed", "percent": 100, "actual_end": DAY}, set()),
        ({"status": "cancelled", "percent": 12, "actual_end": DAY}, set()),
        ({"status": "in_progress", "investment": Decimal(10), "disbursed": Decimal(11)}, {"money_figures"}),
        ({"status": "in_progress", "investment": Decimal(10), "disbursed": Decimal(10)}, set()),
        ({"status": "in_progress", "disbursed": Decimal(10)}, set()),
    ],
)
def test_a_publication_may_not_contradict_itself(facts, fields):
    assert set(clashes(Facts(**facts))) == fields


def test_milestones_outside_the_planned_time_are_named():
    days = [("Sớm", BEFORE), ("Đúng", DAY), ("Muộn", AFTER)]
    assert milestones_outside(days, DAY, DAY) == ["Sớm", "Muộn"]
    assert milestones_outside(days, None, None) == []


@pytest.mark.parametrize(
    ("percents", "mean"),
    [([], None), ([None], 0), ([100, 40, None], 47), ([50, 51], 51), ([0, 1], 1)],
)
def test_the_mean_rounds_half_up_and_counts_silence_as_nothing(percents, mean):
    projects = [SimpleNamespace(percent=percent, shown_status=ShownStatus.IN_PROGRESS) for percent in percents]
    cancelled = SimpleNamespace(percent=90, shown_status=ShownStatus.CANCELLED)
    assert average_percent([*projects, cancelled]) == mean


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        (0, "0 triệu đồng"),
        (850, "850 triệu đồng"),
        (Decimal("999.95"), "1.000 triệu đồng"),
        (9600, "9,6 tỷ đồng"),
        (1250500, "1.250,5 tỷ đồng"),
    ],
)
def test_money_in_words(amount, text):
    assert money_text(amount) == text
