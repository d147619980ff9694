"""What readers look for, counted without them: in memory while they wait, in the database later (ADR 0026).

A search writes nothing. Counts are kept in the process and written together after a response has been sent, once a
minute at most; a process that is killed loses the counts of its last minute.
"""

import atexit
import logging
import re
import threading
import time
from collections import Counter

from django.conf import settings
from django.core.signals import request_finished
from django.db import DatabaseError, transaction
from django.db.models import F
from django.dispatch import receiver
from django.utils import timezone

from search.models import QueryCount
from search.query import typed_words

logger = logging.getLogger(__name__)

# Six digits in a row may be a telephone, identity or bank number; an address with @ may name a person.
_NUMBER = re.compile(r"\d{6,}")
_SPACED_NUMBER = re.compile(r"(?:\d[ .-]?){9,}")

_lock = threading.Lock()
_counts: Counter[tuple[str, str, str]] = Counter()
_results: dict[tuple[str, str, str], int] = {}
_last_written = time.monotonic()
MOST_KEPT = 5_000


def note(text: str, language: str, results: int) -> None:
    """Count one query, folded; none that may hold somebody's number or address."""
    if "@" in text or _SPACED_NUMBER.search(text):
        return
    folded = " ".join(word.folded for word in typed_words(text))
    if not folded or _NUMBER.search(folded):
        return
    key = (timezone.localdate().isoformat(), language, folded[:200])
    with _lock:
        if key in _counts or len(_counts) < MOST_KEPT:
            _counts[key] += 1
            _results[key] = results


def is_due() -> bool:
    """Tell whether enough time passed or enough was asked."""
    seconds = settings.SEARCH_LOG_SECONDS
    if not seconds or not _counts:
        return False
    return time.monotonic() - _last_written >= seconds or _counts.total() >= settings.SEARCH_LOG_QUERIES


def write() -> int:
    """Write the counts and return how many queries they were; what cannot be written is lost, not waited for."""
    global _last_written
    with _lock:
        counts, results = Counter(_counts), dict(_results)
        _counts.clear()
        _results.clear()
        _last_written = time.monotonic()
    try:
        with transaction.atomic():
            for (day, language, text), times in sorted(counts.items()):
                row = {"day": day, "language": language, "text": text}
                QueryCount.objects.get_or_create(**row)  # type: ignore[arg-type]
                latest = results[(day, language, text)]
                QueryCount.objects.filter(**row).update(times=F("times") + times, results=latest)
    except DatabaseError:
        logger.warning("counts of %s queries were lost", counts.total(), exc_info=True)
        return 0
    return counts.total()


@receiver(request_finished)
def write_when_due(sender, **kwargs) -> None:
    """After any response: write if it is time."""
    if is_due():
        write()


@atexit.register
def write_at_the_end() -> None:
    """A process that ends in good order takes nothing with it."""
    if _counts and settings.configured and settings.SEARCH_LOG_SECONDS:
        write()
