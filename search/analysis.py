"""The language, without a database: from Vietnamese text to plain ASCII words that any engine can hold.

A word is kept in two forms. *Folded*: lower case, no marks, one spelling of i/y at the end (``kỹ``, ``kĩ`` → ``ki``).
*Marked*: folded, ``x`` and its marks as sorted digits (``quyền`` → ``quyenx16``): where the tone stands (hoà, hòa),
the normal form and capitals make no difference, a wrong mark does.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

# Combining mark → digit; đ has no decomposition in Unicode and is 9.
MARKS = {
    "\u0300": "1", "\u0301": "2", "\u0309": "3", "\u0303": "4", "\u0323": "5",
    "\u0302": "6", "\u0306": "7", "\u031b": "8",
}  # fmt: skip
VOWELS = frozenset("aeiouy")
LONGEST_WORD = 40
MAX_PARTS = 6
STANDS_ALONE = 3

# Joins two words to one engine word; no Vietnamese word, number or abbreviation holds it.
PAIR = "qq"
# What an engine word of the title, and of the keys, starts with.
TITLE, KEY = "zt", "zk"

_LETTER = r"[^\W_][\u0300-\u036f]*"
# TT&TT is one word, as TTTT is.
_PART = re.compile(rf"(?:{_LETTER})+(?:&(?:{_LETTER})+)*")
_CHUNK = re.compile(rf"{_PART.pattern}(?:[/.\-–]+{_PART.pattern})*")
_NOT_PLAIN = re.compile(r"[^a-z0-9]+")

# Codes of official documents (Decree 30/2020, annex III, and the law on legal documents) → their names, folded.
DOCUMENT_TYPES = {
    "nq": "nghi quyet", "qd": "quyet dinh", "ct": "chi thi", "qc": "qui che", "tb": "thong bao", "hd": "huong dan",
    "ctr": "chuong trinh", "kh": "ke hoach", "pa": "phuong an", "da": "de an", "bc": "bao cao", "bb": "bien ban",
    "ttr": "to trinh", "cd": "cong dien", "nd": "nghi dinh", "tt": "thong tu", "l": "luat", "pl": "phap lenh",
    "ttlt": "thong tu lien tich", "qyd": "qui dinh", "tc": "thong cao",
}  # fmt: skip


class Word(NamedTuple):
    """A word of a text: folded, its marks as sorted digits, and where it stands in the original."""

    folded: str
    marks: str
    start: int
    end: int

    @property
    def marked(self) -> str:
        """The engine's word for the exact spelling; the folded one if it bears no mark."""
        return f"{self.folded}x{self.marks}" if self.marks else self.folded


@lru_cache(maxsize=65_536)
def fold_word(word: str) -> tuple[str, str]:
    """Return ``(folded, marks)`` of one word; folded is empty if nothing of it is a letter of ours or a digit."""
    letters, marks = [], set()
    for character in unicodedata.normalize("NFD", unicodedata.normalize("NFKC", word).lower()):
        if character in MARKS:
            marks.add(MARKS[character])
        elif character == "đ":
            letters.append("d")
            marks.add("9")
        else:
            letters.append(character)
    folded = _NOT_PLAIN.sub("", "".join(letters))[:LONGEST_WORD]
    if len(folded) == 2 and folded.isdigit() and folded[0] == "0":
        folded = folded[1]
    return one_i(folded), "".join(sorted(marks))


def one_i(folded: str) -> str:
    """Write a final ``y`` after a consonant or ``qu`` as ``i``: both spellings of kỹ/kĩ, quy/qui are in use."""
    before = folded[-2:-1]
    if folded[-1:] == "y" and before and (before not in VOWELS or folded[-3:-1] == "qu"):
        return folded[:-1] + "i"
    return folded


def words_of(text: str) -> list[Word]:
    """Return the words of ``text`` in order; ``25/2020/NQ-HĐND`` is four, ``TT&TT`` one, ``PCCC&CNCH`` two."""
    words = []
    for part in _PART.finditer(text):
        for start, end in _joined(part.group()):
            folded, marks = fold_word(part.group()[start:end])
            if folded:
                words.append(Word(folded, marks, part.start() + start, part.start() + end))
    return words


def _joined(part: str) -> list[tuple[int, int]]:
    """Return where the words of ``part`` stand: it is one, unless & joins abbreviations that can stand alone."""
    if "&" not in part:
        return [(0, len(part))]
    pieces = [(piece.start(), piece.end()) for piece in re.finditer("[^&]+", part)]
    return pieces if min(end - start for start, end in pieces) >= STANDS_ALONE else [(0, len(part))]


def glued_forms(text: str) -> set[str]:
    """Return the runs of each number or code in ``text`` written as one word.

    ``25/2020/NQ-HĐND`` → ``252020nqhdnd``, ``252020``, ``nqhdnd`` … Ordinary words joined by a hyphen or a full stop
    are not codes.
    """
    forms = set()
    for chunk in _CHUNK.findall(text):
        parts = [fold_word(part)[0] for part in _PART.findall(chunk)]
        parts = [part for part in parts if part]
        if len(parts) > 1 and (chunk.isupper() or any(c.isdigit() for c in chunk)):
            forms |= _runs(parts[:MAX_PARTS])
    return forms


def _runs(parts: Sequence[str]) -> set[str]:
    """Return all runs of two or more neighbouring ``parts``, glued."""
    size = len(parts)
    return {"".join(parts[a:b])[:LONGEST_WORD] for a in range(size) for b in range(a + 2, size + 1)}


def glue(folded: Iterable[str]) -> str:
    """Return words as the one word under which keys are kept; "số" before a number says nothing."""
    kept: list[str] = []
    for word in folded:
        if word[:1].isdigit() and kept and kept[-1] == "so":
            kept.pop()
        kept.append(word)
    return "".join(kept)[:LONGEST_WORD]


def key_forms(key: str) -> set[str]:
    """Return what somebody may type, glued, to mean exactly the thing with this key.

    ``25/2020/NQ-HĐND`` → the number whole, ``252020``, ``25nq`` and ``nghiquyet25``; ``Sở TT&TT`` → ``sotttt``.
    """
    folded = [word.folded for word in words_of(key)]
    forms = {glue(folded)}
    first = next((place for place, word in enumerate(folded) if word.isdigit()), None)
    if first is not None:
        number = folded[first : first + MAX_PARTS]
        forms |= {"".join(number[:size])[:LONGEST_WORD] for size in range(2, len(number) + 1)}
        year = number[1] if len(number) > 1 and number[1].isdigit() else ""
        code = next((part for part in number[1:] if not part.isdigit()), "")
        # Without the code of a type it is a letter: 3241/SNV-TT.
        for name in {code, DOCUMENT_TYPES.get(code, "cong van").replace(" ", "")} if code else ():
            forms |= {name + number[0], name + number[0] + year}
        forms.add("".join(number[1 + bool(year) :]))
    return forms - {""}


def folded_line(words: Iterable[Word]) -> str:
    """Return words as one folded line with a blank before and after each, for ``" a b " in line``."""
    return f" {' '.join(word.folded for word in words)} "


def marked_line(words: Iterable[Word]) -> str:
    """Return words as one line of marked forms."""
    return f" {' '.join(word.marked for word in words)} "


def terms(words: Sequence[Word], prefix: str = "") -> set[str]:
    """Return the engine's words for a text: each word and each pair of neighbours, folded and marked."""
    found = set()
    for word in words:
        found |= {prefix + word.folded, prefix + word.marked}
    for one, two in zip(words, words[1:], strict=False):
        found |= {prefix + one.folded + PAIR + two.folded, prefix + one.marked + PAIR + two.marked}
    return found
