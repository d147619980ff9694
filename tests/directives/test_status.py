"""What readers are told of a task on a day, and what cannot be true of one."""

from datetime import date, timedelta
from itertools import product

import pytest
from django.utils import timezone

from directives.enums import Progress, TaskStatus
from directives.models import DirectiveTask
from directives.status import days_late, status_on
from tests.factories.directives import DirectivePageFactory, add_task

DUE = date(2026, 6, 30)


@pytest.mark.parametrize(
    ("day", "progress", "due_on", "done_on", "expected", "late"),
    [
        (date(2026, 6, 30), "under_way", DUE, None, TaskStatus.UNDER_WAY, 0),
        (date(2026, 7, 1), "under_way", DUE, None, TaskStatus.OVERDUE, 1),
        (date(2026, 7, 3), "not_started", DUE, None, TaskStatus.OVERDUE, 3),
        (date(2026, 6, 1), "not_started", DUE, None, TaskStatus.NOT_STARTED, 0),
        (date(2027, 1, 1), "done", DUE, date(2026, 6, 30), TaskStatus.DONE_ON_TIME, 0),
        (date(2027, 1, 1), "done", DUE, date(2026, 7, 2), TaskStatus.DONE_LATE, 2),
        (date(2027, 1, 1), "done", None, date(2026, 7, 2), TaskStatus.DONE, 0),
        (date(2027, 1, 1), "paused", DUE, None, TaskStatus.PAUSED, 0),
        (date(2027, 1, 1), "under_way", None, None, TaskStatus.UNDER_WAY, 0),
    ],
)
def test_status_follows_from_progress_and_dates(day, progress, due_on, done_on, expected, late):
    assert status_on(day, progress, due_on, done_on) == expected
    assert days_late(day, progress, due_on, done_on) == late


@pytest.mark.django_db
def test_the_database_counts_by_the_same_rule(directive_index):
    page = DirectivePageFactory(parent=directive_index, date=date(2026, 6, 1))
    days = [None, DUE - timedelta(days=1), DUE, DUE + timedelta(days=1)]
    for number, (progress, due_on, done_on) in enumerate(product(Progress.values, days, days)):
        page.tasks.add(
            DirectiveTask(
                content=f"Việc {number}", lead_name="Sở Y tế", progress=progress, due_on=due_on, done_on=done_on
            )
        )
    page.save()
    tasks = DirectiveTask.objects.all()
    assert tasks.count() == 64
    counts = tasks.counted(DUE)
    assert sum(counts.values()) == 64
    for status in TaskStatus:
        expected = {task.pk for task in tasks if task.status_on(DUE) == status}
        assert {task.pk for task in tasks.with_status(status, DUE)} == expected
        assert counts[status] == len(expected) > 0


@pytest.mark.django_db
def test_a_task_is_overdue_the_morning_after_its_day_in_hanoi(directive_index, monkeypatch):
    task = add_task(DirectivePageFactory(parent=directive_index, date=date(2026, 6, 1)), due_on=DUE)
    # 30 June, 16:59 and 17:00 UTC: a minute to midnight in Hà Nội, and midnight.
    for minute, words in ((59, "Chưa thực hiện"), (60, "Quá hạn 1 ngày")):
        moment = timezone.datetime(2026, 6, 30, 16, tzinfo=timezone.get_fixed_timezone(0)) + timedelta(minutes=minute)
        monkeypatch.setattr(timezone, "now", lambda moment=moment: moment)
        assert task.status_words == words
