"""``manage.py rebuild_index``: every entry is compared with what is public and written anew where it differs."""

from typing import Any

from django.core.cache import cache
from django.core.management.base import BaseCommand, CommandParser

from core.privacy import forget_private_paths
from search import rebuilding, vocabulary_building
from search.abbreviations import learn
from search.indexing import drop, store
from search.models import SearchEntry

BATCH = 100
PLACE = "search:rebuild:page"
WIDTH = 30


class Command(BaseCommand):
    """Readers keep finding throughout: an entry is replaced, never taken away and brought back."""

    help = (
        "Bring the search index in step with everything public. Searching goes on meanwhile. A run that was stopped "
        "is continued by --resume; what is right already is read and left alone."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--resume", action="store_true", help="go on where the last run stopped")
        parser.add_argument("--force", action="store_true", help="write every entry, also those that seem right")
        parser.add_argument("--no-files", action="store_true", help="do not read uploaded files that were never read")

    def handle(self, *args: Any, **options: Any) -> None:
        forget_private_paths()
        self.force = options["force"]
        if not options["no_files"]:
            self._say(f"{rebuilding.read_unread()} files read")
        wanted, written = self._pages(cache.get(PLACE, 0) if options["resume"] else 0, options["resume"])
        for entry in rebuilding.instances():
            wanted.add(entry.key)
            written += self._store([entry])
        gone = [difference.key for difference in rebuilding.superfluous(wanted)]
        for start in range(0, len(gone), BATCH):
            drop(SearchEntry.objects.filter(key__in=gone[start : start + BATCH]))
        drop(SearchEntry.objects.filter(public=False, page=None))
        cache.delete(PLACE)
        self._say(f"{len(wanted)} entries, {written} written, {len(gone)} removed")
        self._say(f"{vocabulary_building.rebuild()} words and pairs counted")

    def _pages(self, after: int, resumed: bool) -> tuple[set[str], int]:
        """Write the entries of all pages, in the order of their ids, noting how far it came."""
        wanted: set[str] = set()
        written = done = 0
        ids = list(rebuilding.public_page_ids())
        for start in range(0, len(ids), BATCH):
            part = ids[start : start + BATCH]
            done += len(part)
            if resumed and part[-1] <= after:
                stored = SearchEntry.objects.filter(page__in=part, public=True)
                wanted |= set(stored.values_list("key", flat=True))
                continue
            entries = rebuilding.entries_of(part)
            wanted |= {entry.key for entry in entries}
            written += self._store(entries)
            learn(f"{entry.lead} {entry.body}" for entry in entries)
            cache.set(PLACE, part[-1], 7 * 86_400)
            self._bar(done, len(ids))
        if ids:
            self.stderr.write("")
        return wanted, written

    def _store(self, entries: list[SearchEntry]) -> int:
        if self.force:
            SearchEntry.objects.filter(key__in=[entry.key for entry in entries]).update(digest="")
        return store(entries, learning=False)

    def _bar(self, done: int, total: int) -> None:
        filled = WIDTH * done // total
        bar = "█" * filled + "·" * (WIDTH - filled)
        self.stderr.write(f"\r{bar} {done}/{total}", ending="")
        self.stderr.flush()

    def _say(self, text: str) -> None:
        self.stdout.write(text)
