"""One order for every engine: how well a candidate answers a phrasing. No database here.

Additive parts, then two gentle factors (kind and age), so that accents, titles and whole phrases always win first and
freshness decides between equals.
"""

import math
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from search.analysis import folded_line, key_forms, marked_line, words_of
from search.engine import Row
from search.query import Phrasing

KIND_PRIOR = {
    "page": 1.06, "organisation": 1.06, "person": 1.05, "place": 1.05, "document": 1.04, "scheme": 1.03,
    "project": 1.02, "notice": 1.01, "directive": 1.01, "file": 0.98,
}  # fmt: skip
WRONG_MARKS, UNMARKED = 0.5, 0.88
FRESHNESS, HALF_AGE_DAYS = 0.06, 540
# Its own number, abbreviation or former name is what was typed.
KEY_BONUS = 8.0
# What it is also called answers as its title does, a little less.
OTHER_NAME = 0.98
# The query is the whole title, or with it begins the name of a department, person or place.
NAME_BONUS = 3.0
NAMED = {"organisation", "person", "place"}


@dataclass(frozen=True)
class Score:
    """The points, and whether every word was found and stood together."""

    points: float
    complete: bool
    whole: bool
    exact: bool

    @property
    def sure(self) -> bool:
        """Whether nothing needs to be guessed: all words are there, as one phrase."""
        return self.complete and self.whole


class Scorer:
    """Scores candidates for one phrasing; made once for a query."""

    def __init__(self, phrasing: Phrasing, weight: Callable[[str], float], today: date) -> None:
        self.phrasing = phrasing
        self.today = today
        self.words = [word.folded for word in phrasing.words]
        self.needles = [(f" {word.folded} ", f" {word.marked} ", bool(word.marks)) for word in phrasing.words]
        self.weights = [weight(word) for word in self.words]
        self.total = sum(self.weights) or 1.0
        pairs = list(zip(phrasing.words, phrasing.words[1:], strict=False))
        self.pairs = [(f" {a.folded} {b.folded} ", f" {a.marked} {b.marked} ") for a, b in pairs]
        self.pair_weights = [a + b for a, b in zip(self.weights, self.weights[1:], strict=False)]
        self.pair_total = sum(self.pair_weights) or 1.0
        self.whole_folded = f" {' '.join(self.words)} "
        self.whole_marked = f" {' '.join(word.marked for word in phrasing.words)} "

    def score(self, row: Row, guesses: Collection[str]) -> Score:
        """Return the points of ``row``; ``guesses`` are the keys that the query may name.

        Another name that it has, a former one or that of a predecessor, counts as its title if it answers better.
        """
        best = self._score(row, guesses)
        for folded, marked in other_names(tuple(row.keys)):
            called = self._score(row._replace(title_folded=folded, title_marked=marked), guesses)
            called = replace(called, points=called.points * OTHER_NAME)
            best = max(best, called, key=lambda score: score.points)
        return best

    def _score(self, row: Row, guesses: Collection[str]) -> Score:
        in_title = self._cover(row.title_folded, row.title_marked)
        in_body = self._cover(row.body_folded, row.body_marked)
        named = bool(guesses) and not row_keys(tuple(row.keys)).isdisjoint(guesses)
        best = [max(one, two) for one, two in zip(in_title, in_body, strict=True)]
        cover = self._share(best)
        title_cover = self._share(in_title)
        title_pairs = [folded in row.title_folded for folded, _marked in self.pairs]
        body_pairs = [folded in row.body_folded for folded, _marked in self.pairs]
        points = 4 * cover**2 + 4 * title_cover**2 + self._pairs(row, title_pairs, body_pairs)
        size = len(self.words)
        title_run = self._run(row.title_folded, in_title, title_pairs)
        text_run = self._run(row.body_folded, in_body, body_pairs)
        whole = size in (title_run, text_run)
        # One word of several is no run: "xã" in a title says nothing.
        points += 0.7 * min(title_run, 6) * (title_run > 1 or size == 1) + 0.25 * min(text_run, 6)
        points += 0.8 * (title_run == size) + 0.5 * (text_run == size)
        points += 0.7 * (self.whole_marked in row.title_marked) + 0.3 * (self.whole_marked in row.body_marked)
        # How much of the title the query is: "Sở Y tế" before "Sở Y tế tập huấn …".
        points += 0.8 * min(1.0, size * title_cover / max(1, row.title_folded.count(" ") - 1))
        if row.title_folded == self.whole_folded or (
            row.kind in NAMED and row.title_folded.startswith(self.whole_folded)
        ):
            points += NAME_BONUS * title_cover
        if row.lead_length:
            points += 0.5 * (0 <= row.body_folded.find(self.whole_folded) < row.lead_length)
            points += 0.5 * self._share(
                [0 <= row.body_folded.find(needle[0]) < row.lead_length and 1.0 for needle in self.needles]
            )
        if named:
            points += KEY_BONUS
        complete = named or all(best)
        return Score(
            points * self.phrasing.weight * KIND_PRIOR.get(row.kind, 1.0) * self._freshness(row.day),
            complete=complete,
            # Three words or more in one title are no accident, whatever stands between them.
            whole=named or (complete and (whole or (size > 2 and all(in_title)))),
            exact=min(best, default=0) >= UNMARKED,
        )

    def covered(self, row: Row) -> float:
        """Return the share of the query's weight that ``row`` holds, whatever the marks."""
        text = searched_text(row)
        return self._share([float(needle[0] in text) for needle in self.needles])

    def _cover(self, folded: str, marked: str) -> list[float]:
        """Return for each word how well the text has it: 1 as typed, half with other marks, 0 not at all."""
        found = []
        for plain, exact, has_marks in self.needles:
            if plain not in folded:
                found.append(0.0)
            elif exact in marked:
                found.append(1.0)
            else:
                found.append(WRONG_MARKS if has_marks else UNMARKED)
        return found

    def _share(self, found: list[float]) -> float:
        return sum(w * value for w, value in zip(self.weights, found, strict=True)) / self.total

    def _pairs(self, row: Row, in_title: list[bool], in_body: list[bool]) -> float:
        """Return the points of neighbours that are neighbours in the candidate too."""
        points = 0.0
        for weight, (_folded, marked), title, body in zip(
            self.pair_weights, self.pairs, in_title, in_body, strict=True
        ):
            if title or body:
                points += weight * (4 + 3 * title + (marked in row.title_marked or marked in row.body_marked))
        return points / self.pair_total

    def _run(self, line: str, words: list[float], pairs: list[bool]) -> int:
        """Return how many words of the query follow each other in ``line``: all only if they stand there as one run.

        Shorter runs are put together from pairs, which may overstate them a little and costs no further look.
        """
        if self.whole_folded in line:
            return len(self.words)
        best = streak = int(any(words))
        for pair in pairs:
            streak = streak + 1 if pair else 1
            best = max(best, streak)
        return min(best, len(self.words) - 1) if any(words) else 0

    def _freshness(self, day: date) -> float:
        age = max(0, (self.today - day).days)
        return 1 + FRESHNESS * math.exp(-age / HALF_AGE_DAYS)


def searched_text(row: Row) -> str:
    """Return all folded words of ``row``: title, other names and text."""
    return row.title_folded + row.body_folded + "".join(folded for folded, _marked in other_names(tuple(row.keys)))


@lru_cache(maxsize=20_000)
def row_keys(keys: tuple[str, ...]) -> frozenset[str]:
    """Return the glued forms of an entry's keys that name it alone."""
    forms: set[str] = set()
    for key in keys:
        # The issuer's code alone ("nqhdnd") names every resolution of a council, so it is not a name.
        forms |= {form for form in key_forms(key) if any(c.isdigit() for c in form) or not any(map(str.isdigit, key))}
    return frozenset(forms)


@lru_cache(maxsize=20_000)
def other_names(keys: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Return the folded and marked lines of those keys that are names, not numbers."""
    names = (words_of(key) for key in keys if not any(c.isdigit() for c in key))
    return tuple((folded_line(words), marked_line(words)) for words in names if words)
