"""``manage.py check_index``: compares the index with what is public and says what differs."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from core.privacy import forget_private_paths
from search import rebuilding
from search.engine import Unavailable

BATCH = 100


class Command(BaseCommand):
    """Changes nothing; ends with an error when something differs, so that a timer can tell."""

    help = "Say which entries of the search index are missing, stale or should not be there. Changes nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--limit", type=int, default=50, help="how many differences to name (default 50)")

    def handle(self, *args: Any, **options: Any) -> None:
        forget_private_paths()
        wanted: set[str] = set()
        found: list[rebuilding.Difference] = []
        ids = list(rebuilding.public_page_ids())
        for start in range(0, len(ids), BATCH):
            entries = rebuilding.entries_of(ids[start : start + BATCH])
            wanted |= {entry.key for entry in entries}
            found += rebuilding.compare(entries)
        others = list(rebuilding.instances())
        wanted |= {entry.key for entry in others}
        found += rebuilding.compare(others)
        found += rebuilding.superfluous(wanted)
        for difference in found[: options["limit"]]:
            self.stdout.write(str(difference))
        try:
            unheld = rebuilding.without_words()
        except Unavailable as error:
            raise CommandError(f"The search server does not answer: {error.__cause__}") from error
        if unheld:
            self.stdout.write(f"{unheld} entries are not in the search engine")
        if found or unheld:
            raise CommandError(f"{len(found) + unheld} differences; manage.py rebuild_index --force puts them right")
        self.stdout.write(f"The index is as it should be: {len(wanted)} entries.")
