"""Wagtail's command of the same name, with bundles, a record of the run, and no stop at the first bad draft.

As it runs every minute it also looks after background tasks that a worker left unfinished.
"""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from core.lost_tasks import put_back_lost_tasks
from editorial import scheduling
from editorial.models.timers import PUBLISH_SCHEDULED, TimerRun


class Command(BaseCommand):
    """Publish and take back what is due. A timer starts it every minute (docs/operators)."""

    help = "Publish scheduled drafts and release bundles whose time has come; take back what has expired."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--dryrun", action="store_true", help="Only say what is due.")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["dryrun"]:
            for item in scheduling.due(timezone.now()):
                self.stdout.write(f"{item.at:%Y-%m-%d %H:%M} {item.name}")
            return
        outcome = scheduling.run()
        TimerRun.note(PUBLISH_SCHEDULED, failures=len(outcome.failed))
        for name in outcome.done:
            self.stdout.write(name)
        if again := put_back_lost_tasks(timezone.now()):
            self.stdout.write(f"{again} background tasks are tried again")
        if outcome.failed:
            raise CommandError("\n".join(f"{name}: {why}" for name, why in outcome.failed))
