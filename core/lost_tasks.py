"""Background tasks that no worker brought to an end are given to a worker again."""

from datetime import datetime, timedelta

from django.apps import apps
from django.db.models import Q
from django_tasks import TaskResultStatus

# Longer than a task takes: the longest reads all pages of a section anew.
PATIENCE = timedelta(minutes=15)
# What failed longer ago waits for no repetition.
KEPT = timedelta(days=1)
TRIES = 3


def put_back_lost_tasks(now: datetime) -> int:
    """Queue anew what failed, or whose worker was killed, until each was tried ``TRIES`` times; return how many.

    Every task brings something in step with the data as they are, so that running it twice does no harm. Without a
    worker (the tasks then run at once) there is nothing to do.
    """
    if not apps.is_installed("django_tasks_db"):
        return 0
    results = apps.get_model("django_tasks_database", "DBTaskResult").objects
    lost = Q(status=TaskResultStatus.RUNNING)
    failed = Q(status=TaskResultStatus.FAILED, finished_at__gte=now - KEPT)
    found = list(results.filter(lost | failed, started_at__lte=now - PATIENCE).values_list("pk", "worker_ids"))
    again = [pk for pk, workers in found if len(workers) < TRIES]
    given_up = [pk for pk, workers in found if len(workers) >= TRIES]
    results.filter(lost, pk__in=given_up).update(status=TaskResultStatus.FAILED, finished_at=now)
    return results.filter(lost | failed, pk__in=again).update(status=TaskResultStatus.READY, finished_at=None)
