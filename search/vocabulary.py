"""What words there are and how often: weights, completions and the evidence for corrections."""

import math
import time
import uuid
from bisect import bisect_left
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from django.core.cache import cache

from search.models import Gram

GENERATION = "search:vocabulary"
KEPT_SECONDS = 300


class Count(NamedTuple):
    """In how many entries, in how many titles, and how it is usually written."""

    entries: int
    in_titles: int
    surface: str


class Vocabulary:
    """The words of one language, kept in the process; pairs are asked for when they are needed."""

    def __init__(self, language: str, words: dict[str, Count]) -> None:
        self.language = language
        self.words = words

    @cached_property
    def most(self) -> int:
        """About how many entries there are: the count of the commonest word."""
        return max((count.entries for count in self.words.values()), default=1)

    @cached_property
    def sorted_words(self) -> list[str]:
        """All words, in order, to find those that begin alike."""
        return sorted(self.words)

    def weight(self, word: str) -> float:
        """Return how much a word tells: near 0.3 for one that is everywhere, more the rarer it is."""
        count = self.words.get(word)
        return 0.3 + max(0.0, math.log((self.most + 1) / ((count.entries if count else 0) + 0.5)))

    def beginning_with(self, prefix: str, limit: int = 40) -> list[str]:
        """Return the commonest words that begin with ``prefix``, those of titles first."""
        found = []
        for place in range(bisect_left(self.sorted_words, prefix), len(self.sorted_words)):
            word = self.sorted_words[place]
            if not word.startswith(prefix):
                break
            found.append(word)
        found.sort(key=lambda word: (-4 * self.words[word].in_titles - self.words[word].entries, word))
        return found[:limit]

    def pairs(self, pairs: Iterable[str]) -> dict[str, Count]:
        """Return what is known of pairs written ``"a b"``."""
        wanted = list(dict.fromkeys(pairs))
        found: dict[str, Count] = {}
        for start in range(0, len(wanted), 900):
            rows = Gram.objects.filter(language=self.language, gram__in=wanted[start : start + 900])
            for gram, *count in rows.values_list("gram", "entries", "in_titles", "surface"):
                found[gram] = Count(*count)  # type: ignore[arg-type]
        return found

    def pairs_beginning_with(self, beginning: str, limit: int = 10) -> list[tuple[str, Count]]:
        """Return the commonest pairs (or words) whose text begins with ``beginning``, those of titles first."""
        # A half-open range walks the index on every database, where LIKE does not.
        rows = Gram.objects.filter(language=self.language, gram__gte=beginning, gram__lt=beginning + "\U0010ffff")
        found = [
            (gram, Count(*count))  # type: ignore[arg-type]
            for gram, *count in rows.values_list("gram", "entries", "in_titles", "surface")[:2000]
        ]
        found.sort(key=lambda item: (-4 * item[1].in_titles - item[1].entries, item[0]))
        return found[:limit]


_kept: dict[str, tuple[str, float, Vocabulary]] = {}


def vocabulary(language: str) -> Vocabulary:
    """Return the vocabulary of a language, read again when it was changed, at the latest after five minutes."""
    generation = cache.get(GENERATION)
    if generation is None:
        generation = uuid.uuid4().hex
        cache.set(GENERATION, generation, None)
    kept = _kept.get(language)
    if kept and kept[0] == generation and time.monotonic() - kept[1] < KEPT_SECONDS:
        return kept[2]
    rows = Gram.objects.filter(language=language, is_pair=False)
    words = {gram: Count(*count) for gram, *count in rows.values_list("gram", "entries", "in_titles", "surface")}  # type: ignore[arg-type]
    fresh = Vocabulary(language, words)
    _kept[language] = (generation, time.monotonic(), fresh)
    return fresh


def forget_vocabulary() -> None:
    """Let every process read the words again."""
    cache.delete(GENERATION)
