"""A task that a worker did not finish is tried again, and not for ever."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult, get_date_max

pytestmark = pytest.mark.django_db


def task(status: str, minutes: float, tries: int = 1) -> DBTaskResult:
    """Return a task that a worker took ``minutes`` ago."""
    began = timezone.now() - timedelta(minutes=minutes)
    return DBTaskResult.objects.create(
        status=status,
        started_at=began,
        finished_at=began if status == TaskResultStatus.FAILED else None,
        run_after=get_date_max(),
        worker_ids=[f"worker-{number}" for number in range(tries)],
        args_kwargs={"args": [1], "kwargs": {}},
        task_path="search.tasks.index_page",
        backend_name="default",
    )


@pytest.mark.parametrize(
    ("status", "minutes", "tries", "after"),
    [
        ("RUNNING", 16, 1, "READY"),
        ("RUNNING", 16, 2, "READY"),
        ("RUNNING", 14, 1, "RUNNING"),
        # Whoever kills three workers is not given a fourth.
        ("RUNNING", 16, 3, "FAILED"),
        ("FAILED", 16, 1, "READY"),
        ("FAILED", 14, 1, "FAILED"),
        ("FAILED", 16, 3, "FAILED"),
        ("FAILED", 25 * 60, 1, "FAILED"),
        ("SUCCESSFUL", 16, 1, "SUCCESSFUL"),
    ],
)
def test_the_timer_of_every_minute_puts_back_what_no_worker_finished(status, minutes, tries, after):
    lost = task(status, minutes, tries)
    call_command("publish_scheduled")
    assert DBTaskResult.objects.get(pk=lost.pk).status == after


def test_a_worker_takes_what_was_put_back():
    task(TaskResultStatus.RUNNING, 16)
    assert not DBTaskResult.objects.ready().exists()
    call_command("publish_scheduled")
    assert DBTaskResult.objects.ready().count() == 1
