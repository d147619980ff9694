"""Did you mean …: the sentences that the typed letters most likely stand for.

Vietnamese slips mostly hit another real syllable, so it is the neighbours that tell: a beam search weighs each word's
candidates by how often they stand beside each other in what is public.
"""

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

from core.text import fold
from search.analysis import LONGEST_WORD, Word, fold_word, one_i, words_of
from search.keystrokes import decode
from search.query import CORRECTION, MAX_WORDS, Phrasing
from search.vocabulary import Count, Vocabulary

BEAM = 16
CANDIDATES = 10
BEST = 3
LETTERS = "abcdeghiklmnopqrstuvxyjwzf"
# Costs in nats: how unlikely the slip is.
KEYS, SWAPPED, SLIP, SPLIT, LAST_TO_TOUCH = 1.0, 3.0, 3.8, 2.0, 14
# A word that stands in no public text finds nothing, so leaving it as it is does not help.
UNKNOWN = 6.0
# Nor does a slip often hit the accents of another word.
ACCENTED = 3.0
# "nghieng": no syllable has more letters.
LONGEST_SYLLABLE = 7


class Candidate(NamedTuple):
    """What one typed word may be: its words, and what it costs to believe that."""

    words: tuple[Word, ...]
    cost: float
    changed: bool

    @property
    def slip(self) -> bool:
        """Whether a wrong letter is assumed, not just other keys or a missing blank."""
        return self.changed and self.cost >= SWAPPED


def edits(word: str) -> dict[str, float]:
    """Return every spelling one slip away, with its cost."""
    found: dict[str, float] = {}
    size = len(word)
    for place in range(size):
        found[word[:place] + word[place + 1 :]] = SLIP
        for letter in LETTERS:
            found[word[:place] + letter + word[place + 1 :]] = SLIP
    for place in range(size + 1):
        for letter in LETTERS:
            found[word[:place] + letter + word[place:]] = SLIP
    for place in range(size - 1):
        found[word[:place] + word[place + 1] + word[place] + word[place + 2 :]] = SWAPPED
    found.pop(word, None)
    found.pop("", None)
    return found


def splits(glued: str, vocabulary: Vocabulary) -> list[tuple[str, ...]]:
    """Return ways to cut ``chinhquyendientu`` into known syllables, likeliest first; none for a short word.

    Long ones can be cut in very many ways, and only neighbours tell which is meant: the cheapest path through all
    syllables that stand in the word, each step as unexpected as that pair of neighbours.
    """
    if len(glued) < 5 or not glued.isalpha():
        return []
    pieces = _pieces(glued, vocabulary.words)
    starting: dict[int, list[tuple[int, str]]] = {}
    for start, end, word in pieces:
        starting.setdefault(start, []).append((end, word))
    counts = vocabulary.pairs(f"{one} {two}" for _start, end, one in pieces for _end, two in starting.get(end, ()))
    # (end, last syllable) → the cheapest ways to get there
    paths: dict[tuple[int, str], list[tuple[float, tuple[str, ...]]]] = {}
    for start, end, word in pieces:
        if start == 0:
            paths[end, word] = [(_surprise_of(None, word, counts, vocabulary), (word,))]
    for place in range(1, len(glued)):
        for (end, last), ways in list(paths.items()):
            if end != place:
                continue
            for further, word in starting.get(place, ()):
                step = _surprise_of(last, word, counts, vocabulary)
                longer = [(cost + step, (*way, word)) for cost, way in ways if len(way) < MAX_WORDS]
                paths[further, word] = sorted(paths.get((further, word), []) + longer)[:2]
    whole = sorted(way for (end, _last), ways in paths.items() if end == len(glued) for way in ways)
    return [way for _cost, way in whole if len(way) > 1][:4]


def _pieces(glued: str, words: dict[str, Count]) -> list[tuple[int, int, str]]:
    """Return (start, end, syllable) of every known syllable from which both ends of ``glued`` can be reached."""
    size = len(glued)
    found = [
        (start, end, piece)
        for start in range(size)
        for end in range(start + 1, min(size, start + LONGEST_SYLLABLE) + 1)
        if (piece := one_i(glued[start:end])) in words and (len(piece) > 1 or piece in "yoai")
    ]
    forward, backward = {0}, {size}
    for start, end, _piece in found:
        if start in forward:
            forward.add(end)
    for start, end, _piece in reversed(found):
        if end in backward:
            backward.add(start)
    return [(start, end, piece) for start, end, piece in found if start in forward and end in backward]


def candidates(word: Word, typed: str, vocabulary: Vocabulary) -> list[Candidate]:
    """Return what a typed word may stand for, itself first."""
    known = vocabulary.words
    found = [Candidate((word,), 0.0 if word.folded in known else UNKNOWN, changed=False)]
    decoded = decode(typed)
    if decoded:
        folded, marks = fold_word(decoded)
        if folded in known:
            found.append(Candidate((Word(folded, marks, 0, 0),), KEYS, changed=True))
    if any(c.isdigit() for c in word.folded) or len(word.folded) < 2:
        return found
    near = []
    extra = ACCENTED if word.marks and _is_usual([word], known.get(word.folded)) else 0.0
    for spelling, cost in edits(word.folded).items():
        if spelling in known:
            near.append((cost - 0.5 * math.log1p(known[spelling].entries), cost, spelling))
    for _rank, cost, spelling in sorted(near)[:CANDIDATES]:
        found.append(Candidate((Word(spelling, "", 0, 0),), cost + extra, changed=True))
    # Without a blank a title is longer than any word that the index holds.
    glued = fold(typed) if len(typed) > LONGEST_WORD else word.folded
    for pieces in splits(glued, vocabulary):
        found.append(Candidate(tuple(Word(piece, "", 0, 0) for piece in pieces), SPLIT, changed=True))
    return found


def corrections(phrasing: Phrasing, typed: Callable[[Word], str], vocabulary: Vocabulary) -> list[Phrasing]:
    """Return up to three likelier ways to say ``phrasing``, the likeliest first.

    ``typed`` gives the letters of a word as they were typed, with the digits and keys that folding leaves out.
    """
    if len(phrasing.words) > LAST_TO_TOUCH:
        return []
    written = _as_written(phrasing.words, vocabulary)
    choices = [
        [Candidate((word,), 0.0, changed=False)] if right else candidates(word, typed(word), vocabulary)
        for word, right in zip(phrasing.words, written, strict=True)
    ]
    if all(len(choice) == 1 for choice in choices):
        return []
    inner = (
        f"{a.folded} {b.folded}"
        for choice in choices
        for one in choice
        for a, b in zip(one.words, one.words[1:], strict=False)
    )
    between = (
        f"{one.words[-1].folded} {two.words[0].folded}"
        for left, right in zip(choices, choices[1:], strict=False)
        for one in left
        for two in right
    )
    counts = vocabulary.pairs([*inner, *between])
    beam: list[tuple[float, tuple[Word, ...], int, int]] = [(0.0, (), 0, 0)]
    for choice in choices:
        longer = []
        for cost, words, changed, slips in beam:
            for one in choice:
                price = cost + one.cost + _surprise(words[-1:] + one.words, counts, vocabulary)
                longer.append((price, words + one.words, changed + one.changed, slips + one.slip))
        longer.sort(key=lambda item: item[0])
        beam = longer[:BEAM]
    unchanged = next((cost for cost, _words, changed, _slips in beam if not changed), math.inf)
    found = []
    if any(word.folded not in vocabulary.words for word in phrasing.words):
        # As it stands nobody has written it: every reading of known words is likelier.
        unchanged = math.inf
    # Whoever mistypes more than half of the words types something else.
    most = max(1, len(phrasing.words) // 2)
    for cost, words, changed, slips in beam:
        if changed and cost < unchanged + 2.0 and slips <= most:
            weight = 0.93 - 0.05 * (changed - 1)
            found.append(phrasing.with_words(words[:MAX_WORDS], CORRECTION, max(0.5, weight), changed))
    return found[:BEST]


def _as_written(words: Sequence[Word], vocabulary: Vocabulary) -> list[bool]:
    """Tell of each word whether it was typed with its accents beside a neighbour, as public texts have the two.

    Nobody gets there by a slip, and what need not be guessed leads no guess astray.
    """
    pairs = list(zip(words, words[1:], strict=False))
    counts = vocabulary.pairs(f"{one.folded} {two.folded}" for one, two in pairs)
    right = [False] * len(words)
    for place, (one, two) in enumerate(pairs):
        if (one.marks or two.marks) and _is_usual([one, two], counts.get(f"{one.folded} {two.folded}")):
            right[place] = right[place + 1] = True
    return right


def _is_usual(words: Sequence[Word], count: Count | None) -> bool:
    """Tell whether words bear the marks with which they are usually written."""
    return count is not None and [w.marks for w in words_of(count.surface)] == [word.marks for word in words]


def _surprise(words: tuple[Word, ...], counts: dict[str, Count], vocabulary: Vocabulary) -> float:
    """Return how unexpected these neighbours are, in nats; the first word alone counts by its own frequency."""
    if len(words) == 1:
        return _surprise_of(None, words[0].folded, counts, vocabulary)
    return sum(
        _surprise_of(one.folded, two.folded, counts, vocabulary) for one, two in zip(words, words[1:], strict=False)
    )


def _surprise_of(before: str | None, word: str, counts: dict[str, Count], vocabulary: Vocabulary) -> float:
    total = math.log(vocabulary.most + 50)
    known = vocabulary.words.get(word)
    entries = known.entries if known else 0
    if before is None:
        return total - math.log(entries + 0.2)
    pair = counts.get(f"{before} {word}")
    seen = pair.entries + 4 * pair.in_titles if pair else 0
    return total - math.log(seen + 0.05 * math.sqrt(entries) + 0.02)
