"""When the commands that a timer starts ran last, so that people learn of a timer that stands still."""

from datetime import datetime, timedelta

from django.db import models
from django.utils import timezone

PUBLISH_SCHEDULED = "publish_scheduled"
REVIEW_REMINDERS = "send_review_reminders"

# How long after its last run a command counts as stopped.
PATIENCE = {PUBLISH_SCHEDULED: timedelta(minutes=10), REVIEW_REMINDERS: timedelta(hours=48)}


class TimerRun(models.Model):
    """The last run of one command."""

    name = models.CharField(max_length=60, unique=True)
    ran_at = models.DateTimeField()
    failures = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return self.name

    @classmethod
    def note(cls, name: str, failures: int = 0) -> None:
        """Write down that command ``name`` has just run; ``failures`` things could not be done."""
        cls.objects.update_or_create(name=name, defaults={"ran_at": timezone.now(), "failures": failures})

    @classmethod
    def last(cls, name: str) -> datetime | None:
        """Return when command ``name`` ran last, ``None`` for never."""
        return cls.objects.filter(name=name).values_list("ran_at", flat=True).first()

    @classmethod
    def has_stopped(cls, name: str) -> bool:
        """Tell whether command ``name`` never ran or not within its ``PATIENCE``."""
        ran_at = cls.last(name)
        return ran_at is None or timezone.now() - ran_at > PATIENCE[name]
