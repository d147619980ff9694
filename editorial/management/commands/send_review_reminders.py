"""The digest of pages to be reviewed. A timer starts it every working morning (docs/operators)."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from editorial.models.timers import REVIEW_REMINDERS, TimerRun
from editorial.review_dates import send_reminders


class Command(BaseCommand):
    """Send everybody one mail with the pages whose review is due; a second run on the same day sends nothing."""

    help = "Remind by e-mail of pages whose review is due."

    def handle(self, *args: Any, **options: Any) -> None:
        failures = send_reminders(timezone.localdate())
        TimerRun.note(REVIEW_REMINDERS, failures=failures)
        if failures:
            raise CommandError(f"{failures} mails could not be sent; their pages come again with the next run.")
