"""A text as sentences and the clauses between semicolons, each with its place. Pure functions."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from core.text import CAPITALS

# A full stop ends a sentence at the end of its line, or before a capital, a quotation mark, a bullet; not in "TP. X".
_END = re.compile(
    r"(?<!\bTP)(?<!\bTX)(?<!\bThS)(?<!\bTS)(?:\./\.|[.?!…]+)[”\"')]*"
    rf"(?=\s+[{CAPITALS}“\"(\-–+\d]|\s*$)"
)
_BULLET = re.compile(r"\s*(?:[-–—+*•●▪]|\(?\d{1,2}[.)](?:\d{1,2}\.?)*|\(?[a-zđ][.)])\s+")
_CLAUSE = re.compile(r";")


@dataclass(frozen=True, slots=True)
class Clause:
    """``text[start:end]`` between two semicolons of one sentence.

    ``line`` and ``sentence`` number the line and the sentence that it stands in; ``is_bullet`` marks the first of a
    line that a dash, a number or a letter introduces.
    """

    start: int
    end: int
    line: int
    sentence: int
    is_bullet: bool


def clauses(text: str) -> Iterator[Clause]:
    """Yield the clauses of ``text`` in order, without bullets and blanks around them."""
    sentence = 0
    place = 0
    for line_number, line in enumerate(text.splitlines(keepends=True)):
        bullet = _BULLET.match(line)
        begin = place + (bullet.end() if bullet else 0)
        end_of_line = place + len(line)
        first = True
        for start, end in _spans(text, begin, end_of_line, _END):
            sentence += 1
            for clause_start, clause_end in _spans(text, start, end, _CLAUSE):
                left, right = _trimmed(text, clause_start, clause_end)
                if left < right:
                    yield Clause(left, right, line_number, sentence, first and bool(bullet))
                    first = False
        place = end_of_line


def _spans(text: str, start: int, end: int, boundary: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    position = start
    for match in boundary.finditer(text, start, end):
        yield position, match.end()
        position = match.end()
    if position < end:
        yield position, end


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
