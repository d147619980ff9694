"""Abbreviations both ways: UBND finds "ủy ban nhân dân", and the reverse."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from core.cache import forget, remember
from search.analysis import Word, fold_word, words_of
from search.models import Abbreviation
from search.models.abbreviation import AbbreviationOrigin
from search.query import ABBREVIATION, MAX_PHRASINGS, MAX_WORDS, Phrasing, typed_words

CACHE_NAME = "search-abbreviations"
LONGEST = 12
# In how many pieces an abbreviation may be written, and how long each is.
PIECES, PIECE = 3, 5
WEIGHT = 0.98
_IN_TEXT = re.compile(r"((?:[^\W\d_]+[ ,-]+){1,10}[^\W\d_]+)\s*\(([A-ZĐ&]{2,10})\)")
# Words that an abbreviation usually leaves out.
_SKIPPED = {"va", "cua", "ve", "cac"}

Table = dict[tuple[str, ...], list[tuple[tuple[Word, ...], tuple[Word, ...]]]]


def abbreviation_table() -> Table:
    """Return folded spelling → ``(its own words, another spelling)`` for all groups in use."""
    pairs = remember(CACHE_NAME, lambda: list(Abbreviation.objects.filter(is_used=True).values_list("short", "long")))
    return _table(tuple(map(tuple, pairs)))


@lru_cache(maxsize=1)
def _table(pairs: tuple[tuple[str, str], ...]) -> Table:
    table: Table = {}
    for short, long in pairs:
        one, two = typed_words(short), typed_words(long)
        for own, other in ((one, two), (two, one)):
            table.setdefault(tuple(word.folded for word in own), []).append((own, other))
    return table


def forget_abbreviations() -> None:
    """Read the table again: it was changed."""
    forget(CACHE_NAME)


def expand(phrasing: Phrasing, table: Table) -> list[Phrasing]:
    """Return ``phrasing`` and the other ways to say it, with abbreviations written out and the reverse.

    Where marks were typed they must be the group's own: "số do" is not "sổ đỏ".
    """
    found = [phrasing]
    for current in found:
        if len(found) >= MAX_PHRASINGS:
            break
        words = current.words
        for start in range(len(words)):
            for size in range(min(LONGEST, len(words) - start), 0, -1):
                span = words[start : start + size]
                for own, other in (*table.get(tuple(word.folded for word in span), ()), *_in_pieces(span, table)):
                    if not _agree(span, own):
                        continue
                    replaced = (*words[:start], *other, *words[start + size :])[:MAX_WORDS]
                    fresh = phrasing.with_words(replaced, ABBREVIATION, phrasing.weight * WEIGHT)
                    if fresh.text not in {known.text for known in found} and len(found) < MAX_PHRASINGS:
                        found.append(fresh)
    return found


def _in_pieces(span: Sequence[Word], table: Table):
    """Return the groups whose abbreviation ``span`` is, written with blanks or hyphens: "LĐ-TB&XH", "kh đt"."""
    if 1 < len(span) <= PIECES and all(len(word.folded) <= PIECE for word in span):
        return table.get(("".join(word.folded for word in span),), ())
    return ()


def _agree(span: Sequence[Word], own: Sequence[Word]) -> bool:
    if len(span) != len(own):
        marks = set("".join(word.marks for word in span))
        return not marks or marks == set(own[0].marks)
    return all(not typed.marks or typed.marks == word.marks for typed, word in zip(span, own, strict=True))


def mine(text: str) -> set[tuple[str, str]]:
    """Return the ``(abbreviation, words)`` that a text explains: "Ủy ban nhân dân (UBND)".

    Only words whose initials are the abbreviation's letters count; small words may be left out.
    """
    found = set()
    for match in _IN_TEXT.finditer(text):
        letters = [fold_word(letter)[0] for letter in match.group(2) if letter != "&"]
        words = words_of(match.group(1))
        for size in range(len(letters), min(len(words), len(letters) + 3) + 1):
            tail = words[-size:]
            initials = [word.folded[0] for word in tail]
            without_small = [word.folded[0] for word in tail if word.folded not in _SKIPPED]
            if tail[0].folded not in _SKIPPED and letters in (initials, without_small):
                long = match.group(1)[tail[0].start : tail[-1].end]
                found.add((match.group(2)[:40], " ".join(long.split()).lower()[:200]))
                break
    return found


def learn(texts: Iterable[str]) -> None:
    """Add the abbreviations that public texts explain and nobody knows yet."""
    found = {pair for text in texts for pair in mine(text)}
    if not found:
        return
    known = {
        (_same(short), _same(long)) for short, long in Abbreviation.objects.values_list("short", "long").iterator()
    }
    fresh = [pair for pair in sorted(found) if (_same(pair[0]), _same(pair[1])) not in known]
    Abbreviation.objects.bulk_create(
        [Abbreviation(short=short, long=long, origin=AbbreviationOrigin.TEXT) for short, long in fresh],
        ignore_conflicts=True,
    )
    if fresh:
        forget_abbreviations()


def _same(text: str) -> str:
    return " ".join(word.folded for word in typed_words(text))
