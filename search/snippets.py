"""The piece of a result that shows why it was found, the hits marked in the original spelling."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.html import escape, format_html_join
from django.utils.safestring import SafeString, mark_safe

from search.analysis import Word, words_of
from search.query import LIGHT, Phrasing

WINDOW = 240
LOOKED_AT = 60_000


@dataclass(frozen=True)
class Wanted:
    """The folded words to mark: those that were typed, and those of every way of saying the query."""

    typed: frozenset[str]
    every: frozenset[str]

    def hits(self, text: str) -> list[Word]:
        """Return the words of ``text`` to mark: where all typed ones stand, no other way of saying them is needed."""
        words = words_of(text)
        wanted = self.typed if self.typed <= {word.folded for word in words} else self.every
        return [word for word in words if word.folded in wanted]


def wanted_words(phrasings: Sequence[Phrasing]) -> Wanted:
    """Return the words to mark, without those that say little unless there are no others."""

    def telling(chosen: Sequence[Phrasing]) -> frozenset[str]:
        whole = frozenset(word.folded for phrasing in chosen for word in phrasing.words)
        return frozenset(word for word in whole if word not in LIGHT) or whole

    return Wanted(telling(phrasings[:1]), telling(phrasings))


def marked(text: str, wanted: Wanted) -> SafeString:
    """Return ``text`` as HTML with the ``wanted`` words in ``<mark>``; neighbours share one."""
    return _render(text, wanted.hits(text))


def snippet(text: str, wanted: Wanted, size: int = WINDOW) -> SafeString:
    """Return the best ``size`` characters of ``text`` as HTML: those with most different and neighbouring hits."""
    text = " ".join(text[:LOOKED_AT].split())
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


def _best_start(hits: Sequence[Word], size: int) -> int:
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


def _render(text: str, hits: Sequence[Word]) -> SafeString:
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
