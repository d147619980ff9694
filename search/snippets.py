"""The piece of a result that shows why it was found, the hits marked in the original spelling."""

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from django.utils.html import escape, format_html_join
from django.utils.safestring import SafeString, mark_safe

from search.analysis import one_i
from search.query import LIGHT, Phrasing

WINDOW = 240
LOOKED_AT = 60_000
# "KH&CN" is the word "khcn"; longer words are not written so.
LONGEST_ABBREVIATION = 6


class Span(NamedTuple):
    """A word of a text: folded, and where it stands."""

    folded: str
    start: int
    end: int


class Wanted:
    """The folded words to mark: those that were typed, and those of every way of saying the query.

    ``light`` ones say little ("cần", "ở"): they are marked only beside another ("căn cước").
    """

    def __init__(self, typed: frozenset[str], every: frozenset[str], light: frozenset[str] = frozenset()) -> None:
        self.typed, self.every, self.light = typed, every, light - typed
        words = "|".join(map(_pattern, sorted(every | light, key=len)))
        self.pattern = re.compile(f"(?<![a-z0-9])(?:{words})(?![a-z0-9])")

    def hits(self, text: str) -> list[Span]:
        """Return the words of ``text`` (NFC) to mark: where all typed ones stand, nothing else needs to be."""
        found = [Span(_folded(m[0]), m.start(), m.end()) for m in self.pattern.finditer(text.translate(PLAIN))]
        wanted = self.typed if self.typed <= {word.folded for word in found} else self.every
        kept = []
        for place, word in enumerate(found):
            beside = found[max(0, place - 1) : place + 2]
            if word.folded in wanted or (
                word.folded in self.light
                and any(one.folded in wanted and _touch(one, word) for one in beside if one is not word)
            ):
                kept.append(word)
        return kept


def _touch(one: Span, two: Span) -> bool:
    return max(one.start, two.start) - min(one.end, two.end) <= 1


def _pattern(word: str) -> str:
    """Return the pattern of a folded word in plain text; it undoes what ``analysis.fold_word`` does."""
    if word.isdigit():
        return f"0?{word}" if len(word) == 1 else word
    letters = "&?".join(word) if len(word) <= LONGEST_ABBREVIATION else word
    return f"{letters[:-1]}[iy]" if word[-1] == "i" else letters


def _folded(plain: str) -> str:
    word = one_i(plain.replace("&", ""))
    return word[1:] if len(word) == 2 and word.isdigit() and word[0] == "0" else word


def _plain_letters() -> dict[int, str]:
    """Return letter → the plain one in lower case, one for one, so that places in a text stay what they are."""
    table = {ord("Đ"): "d", ord("đ"): "d"}
    for number in (*range(0x41, 0x5B), *range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        base = unicodedata.normalize("NFD", chr(number).lower())[0]
        if base.isascii():
            table.setdefault(number, base)
    return table


def wanted_words(phrasings: Sequence[Phrasing]) -> Wanted:
    """Return the words to mark."""

    def words(chosen: Sequence[Phrasing]) -> frozenset[str]:
        return frozenset(word.folded for phrasing in chosen for word in phrasing.words)

    typed, every = words(phrasings[:1]), words(phrasings)
    return Wanted(typed - LIGHT or typed, every - LIGHT or every, typed & LIGHT)


def marked(text: str, wanted: Wanted) -> SafeString:
    """Return ``text`` as HTML with the ``wanted`` words in ``<mark>``; neighbours share one."""
    text = unicodedata.normalize("NFC", text)
    return _render(text, wanted.hits(text))


def snippet(text: str, wanted: Wanted, size: int = WINDOW) -> SafeString:
    """Return the best ``size`` characters of ``text`` as HTML: those with most different and neighbouring hits."""
    text = " ".join(unicodedata.normalize("NFC", text[:LOOKED_AT]).split())
    hits = wanted.hits(text)
    start = _best_start(hits, size) if hits else 0
    begin, end = _between_words(text, start, size)
    piece = text[begin:end]
    inside = [
        word._replace(start=word.start - begin, end=word.end - begin)
        for word in hits
        if begin <= word.start and word.end <= end
    ]
    before = "… " if begin else ""
    after = " …" if end < len(text) else ""
    return mark_safe(before + _render(piece, inside) + after)  # noqa: S308 (both parts are ours, the middle escaped)


def _best_start(hits: Sequence[Span], size: int) -> int:
    best, place = (-1.0, 0), hits[0].start
    last = 0
    for first, hit in enumerate(hits):
        while last < len(hits) and hits[last].end <= hit.start + size * 2 // 3:
            last += 1
        window = hits[first:last]
        different = len({word.folded for word in window})
        close = sum(1 for a, b in zip(window, window[1:], strict=False) if b.start - a.end <= 2)
        points = (2.0 * different + min(close, 6), -hit.start)
        if points > best:
            best, place = points, hit.start
    return place


def _between_words(text: str, hit: int, size: int) -> tuple[int, int]:
    """Return the bounds of a piece that begins somewhat before ``hit``, with a sentence if one begins there."""
    begin = max(0, hit - size // 4)
    if begin:
        sentence = text.rfind(". ", begin, hit)
        begin = sentence + 2 if sentence >= 0 else text.find(" ", begin) + 1
        begin = begin if 0 < begin <= hit else hit
    end = min(len(text), begin + size)
    if end < len(text):
        cut = text.rfind(" ", hit, end)
        end = cut if cut > hit else end
    return begin, end


def _render(text: str, hits: Sequence[Span]) -> SafeString:
    """Escape first, then mark: what stands in a page can never become markup here."""
    runs: list[list[int]] = []
    for word in hits:
        if runs and not text[runs[-1][1] : word.start].strip(" -–/.&"):
            runs[-1][1] = word.end
        else:
            runs.append([word.start, word.end])
    pieces = []
    place = 0
    for start, end in runs:
        pieces.append((escape(text[place:start]), text[start:end]))
        place = end
    head = format_html_join("", "{}<mark>{}</mark>", pieces)
    return mark_safe(head + escape(text[place:]))  # noqa: S308 (escaped above)


PLAIN = _plain_letters()
