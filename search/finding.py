"""From a query to an ordered list: read strictly first, and guess only as far as nothing sure was found.

Engines answer "which entries hold these words"; everything that is judgement happens here and in ``scorer``.
"""

import logging
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import QuerySet
from django.utils import timezone

from search import engine
from search.abbreviations import abbreviation_table, expand
from search.analysis import TITLE, Word, words_of
from search.correction import corrections
from search.engine import Row
from search.models import SearchEntry
from search.query import (
    COMPLETION,
    CORRECTION,
    LIGHT,
    QUESTION,
    UNCHANGED,
    Phrasing,
    bare_name,
    clean_query,
    key_guesses,
    typed_words,
    without_asking,
)
from search.scorer import Score, Scorer, searched_text
from search.vocabulary import Vocabulary, vocabulary

logger = logging.getLogger(__name__)

# How many candidates a reading may bring; what matches more is asked again more narrowly.
STRICT, NARROW, RELAXED = 120, 60, 150
SHOWN = 200
# What answers this much less well than the best is noise.
NOISE, LEAST_COVER, TWO_OF_THREE = 0.3, 0.45, 0.55
# What a word like "cần" counts among the others of a question.
LIGHT_WEIGHT = 0.3
# How many of a question's words and neighbours are asked for.
MOST_GRAMS = 12
# What is no news of a day: a commune's page is older than all that is said about the commune.
LASTING = ("page", "organisation", "person", "place", "scheme", "project")
# What a name without "ông" or "cũ" is worth beside the words as they were typed.
BARE_NAME = 0.98


@dataclass(frozen=True)
class Hit:
    """A candidate with its best score and the phrasing that it answers."""

    row: Row
    score: Score
    phrasing: Phrasing


@dataclass
class Findings:
    """What a query found. ``capped``: more entries match than were looked at, so counts must be asked for."""

    text: str = ""
    words: tuple[Word, ...] = ()
    hits: list[Hit] = field(default_factory=list)
    strict: list[Phrasing] = field(default_factory=list)
    guesses: frozenset[str] = frozenset()
    capped: bool = False
    language: str = ""

    @property
    def correction(self) -> Phrasing | None:
        """The corrected query whose results are shown, if the best of them needed one."""
        best = next((hit for hit in self.hits if hit.phrasing.origin == CORRECTION), None)
        complete = any(hit.score.sure and hit.phrasing.origin != CORRECTION for hit in self.hits)
        return best.phrasing if best and not complete else None

    def spelled(self, phrasing: Phrasing) -> str:
        """Return a corrected query as people write it: the spelling of a title that answers it, if there is one."""
        folded = [word.folded for word in phrasing.words]
        for hit in self.hits:
            for text in (hit.row.title, *hit.row.keys):
                words = words_of(text)
                for start in range(len(words) - len(folded) + 1):
                    if [word.folded for word in words[start : start + len(folded)]] == folded:
                        return text[words[start].start : words[start + len(folded) - 1].end].lower()
        return common_spelling(phrasing, self.language)

    @property
    def phrasings(self) -> list[Phrasing]:
        """All ways of saying it that found something: what a snippet marks."""
        return list(dict.fromkeys([*self.strict, *(hit.phrasing for hit in self.hits)]))


def public_entries(language: str) -> QuerySet[SearchEntry]:
    """Return what readers of ``language`` may find; every query of theirs starts here."""
    return SearchEntry.objects.filter(language=language, public=True)


class Finder:
    """One search. ``exactly`` leaves corrections out; ``today`` is for the freshness of results."""

    def __init__(self, text: str, language: str, *, exactly: bool = False, today: date | None = None) -> None:
        self.entries = public_entries(language)
        self.exactly = exactly
        self.today = today or timezone.localdate()
        self.text = clean_query(text)
        self.words = typed_words(self.text)
        self.language = language
        self.hits: dict[str, Hit] = {}

    def find(self) -> Findings:
        """Return everything found, best first."""
        findings = Findings(text=self.text, words=self.words, language=self.language)
        if not self.words:
            return findings
        self.vocabulary: Vocabulary = vocabulary(self.language)
        self.guesses = frozenset(key_guesses(self.text, self.words))
        typed = Phrasing(self.words)
        self.table = abbreviation_table()
        name = typed.with_words(bare_name(self.words), UNCHANGED, BARE_NAME)
        strict = [*expand(typed, self.table), *(expand(name, self.table) if name.words != typed.words else ())]
        findings.strict, findings.guesses = strict, self.guesses
        rows, findings.capped = strict_rows(strict, self.guesses, self.entries)
        self._score(rows, strict)
        sure = self._is_sure()
        if not findings.capped:
            if self._last_may_be_unfinished(sure):
                self._complete_last(typed)
            content = self._content(typed)
            if not self._is_sure() and content is not typed:
                self._read_strictly(content)
            if not self._is_sure() and not self.exactly:
                self._correct(content)
            if not self._is_sure() and (len(self.hits) < 5 or len(self.words) >= 4):
                self._ask_loosely(content)
        elif not sure and len(self.words) >= 4:
            content = self._content(typed)
            if content is not typed:
                self._read_strictly(content)
            if not self._is_sure():
                self._ask_loosely(content)
        findings.hits = in_order(self.hits.values())
        return findings

    # -- the stages --------------------------------------------------------------------------------------------

    def _score(
        self,
        rows: Sequence[Row],
        phrasings: Sequence[Phrasing],
        least: float = 0.0,
        weight: Callable[[str], float] | None = None,
    ) -> None:
        """Keep for each row the phrasing that it answers best."""
        scorers = [Scorer(phrasing, weight or self.vocabulary.weight, self.today) for phrasing in phrasings]
        for row in rows:
            for scorer in scorers:
                score = scorer.score(row, self.guesses)
                if least and not score.complete and scorer.covered(row) < least:
                    continue
                known = self.hits.get(row.key)
                if known is None or score.points > known.score.points:
                    self.hits[row.key] = Hit(row, score, scorer.phrasing)

    def _is_sure(self) -> bool:
        return any(hit.score.sure for hit in self.hits.values())

    def _last_may_be_unfinished(self, sure: bool) -> bool:
        last = self.words[-1]
        if last.folded.isdigit() or (sure and (len(last.folded) > 3 or set(last.marks) & set("12345"))):
            return False
        return len(self.words) > 1 or not sure

    def _content(self, typed: Phrasing) -> Phrasing:
        """Return what a question is about; ``typed`` if it is none."""
        words = without_asking(self.words)
        return typed if words == self.words else typed.with_words(words, QUESTION, 0.95)

    def _complete_last(self, typed: Phrasing) -> None:
        phrasings = completions(typed, self.vocabulary)
        if phrasings:
            self._take(phrasings)

    def _correct(self, typed: Phrasing) -> None:
        offset = {word: self.text[word.start : word.end] for word in self.words}
        found = corrections(typed, lambda word: offset.get(word, word.folded), self.vocabulary)
        ways = [way for phrasing in found for way in expand(phrasing, self.table)[:3]]
        if ways:
            self._take(ways)

    def _take(self, phrasings: Sequence[Phrasing]) -> None:
        """Look for guessed phrasings: together in titles, then anywhere."""
        query = engine.any_of([engine.folded_words(phrasing) for phrasing in phrasings])
        rows = engine.rows(query, self.entries, NARROW)
        if len(rows) == NARROW:
            for look in (engine.folded_pairs, engine.folded_words):
                titled = engine.any_of([look(phrasing, TITLE) for phrasing in phrasings])
                rows += engine.rows(titled, self.entries, NARROW)
            rows += engine.rows(titled, self.entries.filter(kind__in=LASTING), NARROW)
        complete = [way for way in phrasings if self._answered(way, rows)]
        self._score(rows, complete or phrasings, least=0.99)

    @staticmethod
    def _answered(phrasing: Phrasing, rows: Sequence[Row]) -> bool:
        needles = [f" {word.folded} " for word in phrasing.words]
        return any(all(needle in text for needle in needles) for text in map(searched_text, rows))

    def _read_strictly(self, content: Phrasing) -> None:
        """Look for everything that a question is about."""
        ways = expand(content, self.table)
        rows, _capped = strict_rows(ways, frozenset(), self.entries)
        self._score(rows, ways)

    def _ask_loosely(self, content: Phrasing) -> None:
        """Let some of the words be enough, the rarest words and neighbours first."""
        ways = [self._written(way) for way in expand(content, self.table)]
        pairs = {f"{a.folded} {b.folded}" for way in ways for a, b in zip(way.words, way.words[1:], strict=False)}
        known = self.vocabulary.pairs(pairs)
        known |= {
            word.folded: self.vocabulary.words[word.folded]
            for word in content.words
            if word.folded in self.vocabulary.words and word.folded not in LIGHT
        }
        # The vocabulary of a large portal leaves out pairs that a single text has, and they tell most.
        counts = {gram: count.entries for gram, count in known.items()} | dict.fromkeys(pairs - known.keys(), 1)
        in_titles = {gram: count.in_titles for gram, count in known.items() if count.in_titles}
        rows = self._rows_with(_rarest(counts, RELAXED), "", self.entries, RELAXED)
        rows += self._rows_with(_rarest(in_titles, NARROW), TITLE, self.entries, NARROW)
        rows += self._rows_with(_rarest(in_titles), TITLE, self.entries.filter(kind__in=LASTING), NARROW)
        # Of three words two must be there; of a long question the telling ones are enough.
        least = LEAST_COVER if len(content.words) > 3 else TWO_OF_THREE
        self._score(rows, ways, least=least, weight=self._weight_in_question)

    def _written(self, way: Phrasing) -> Phrasing:
        """Return a long phrasing without words that no text has: all answers would lack them alike."""
        words = [word for word in way.words if word.folded in self.vocabulary.words]
        if len(way.words) <= 3 or 2 * len(words) < len(way.words):
            return way
        return way.with_words(words, way.origin, way.weight)

    def _weight_in_question(self, word: str) -> float:
        return self.vocabulary.weight(word) * (LIGHT_WEIGHT if word in LIGHT else 1)

    @staticmethod
    def _rows_with(grams: Sequence[str], prefix: str, entries: QuerySet[SearchEntry], limit: int) -> list[Row]:
        terms = [engine.all_of([prefix + gram.replace(" ", engine.PAIR)]) for gram in grams]
        return engine.rows(engine.any_of(terms), entries, limit) if terms else []


def _rarest(counts: dict[str, int], limit: float = math.inf) -> list[str]:
    """Return the rarest grams, as many as bring no more than ``limit`` entries: the newest would hide the others."""
    chosen: list[str] = []
    promised = 0
    for gram, count in sorted(counts.items(), key=lambda item: (item[1], item[0]))[:MOST_GRAMS]:
        if chosen and promised + count > limit:
            break
        chosen.append(gram)
        promised += count
    return chosen


def strict_rows(
    phrasings: Sequence[Phrasing], guesses: frozenset[str], entries: QuerySet[SearchEntry]
) -> tuple[list[Row], bool]:
    """Return the candidates with every word of a phrasing, and whether there are more than were fetched.

    Where they are too many the newest alone would hide the best: titles, exact marks, neighbours, and what its own
    news would bury are asked for by themselves.
    """
    rows = engine.rows(engine.keys(guesses), entries, NARROW) if guesses else []
    strict = engine.rows(engine.any_of([engine.folded_words(way) for way in phrasings]), entries, STRICT)
    rows += strict
    if len(strict) < STRICT:
        return rows, False
    narrower = [(engine.folded_words, TITLE)]
    if any(len(way.words) > 1 for way in phrasings):
        narrower += [(engine.folded_pairs, TITLE), (engine.folded_pairs, "")]
    if any(word.marks for word in phrasings[0].words):
        narrower += [(engine.marked_words, TITLE), (engine.marked_pairs, "")]
    for look, prefix in narrower:
        rows += engine.rows(engine.any_of([look(way, prefix) for way in phrasings]), entries, NARROW)
    titled = engine.any_of([engine.folded_words(way, TITLE) for way in phrasings])
    rows += engine.rows(titled, entries.filter(kind__in=LASTING), NARROW)
    return rows, True


def completions(typed: Phrasing, words: Vocabulary, limit: int = 3) -> list[Phrasing]:
    """Return the likeliest ways in which the last word may go on, not counting itself."""
    *before, last = typed.words
    if before:
        beginning = f"{before[-1].folded} {last.folded}"
        endings = [gram.split(" ", 1)[1] for gram, _count in words.pairs_beginning_with(beginning, limit + 1)]
    else:
        endings = words.beginning_with(last.folded, limit + 1)
    found = []
    for ending in endings:
        # The marks typed so far must be among those of the word; which they are is the scorer's business.
        if ending != last.folded and " " not in ending:
            found.append(typed.with_words([*before, last._replace(folded=ending, marks="")], COMPLETION, 0.97, 1))
    return found[:limit]


def in_order(hits) -> list[Hit]:
    """Return hits best first, a file once, without what answers far less well than the best."""
    ordered = sorted(hits, key=lambda hit: (-hit.score.points, -hit.row.day.toordinal(), hit.row.key))
    kept: list[Hit] = []
    files: set[int] = set()
    least = NOISE * ordered[0].score.points if ordered else 0
    for hit in ordered:
        if hit.score.points < least and not hit.score.complete:
            continue
        if hit.row.document_id is not None:
            if hit.row.document_id in files:
                continue
            files.add(hit.row.document_id)
        kept.append(hit)
    return kept


def rescored(findings: Findings, rows: Sequence[Row], language: str) -> list[Row]:
    """Return ``rows`` in the order in which they answer the strict readings of a query."""
    words = vocabulary(language)
    scorers = [Scorer(way, words.weight, timezone.localdate()) for way in findings.strict]
    hits = []
    for row in rows:
        scores = [(scorer.score(row, findings.guesses), scorer.phrasing) for scorer in scorers]
        hits.append(Hit(row, *max(scores, key=lambda item: item[0].points)))
    return [hit.row for hit in in_order(hits)]


def common_spelling(phrasing: Phrasing, language: str) -> str:
    """Return words in the spelling that their neighbours make likeliest."""
    known = vocabulary(language)
    words = phrasing.words
    counts = known.pairs(f"{a.folded} {b.folded}" for a, b in zip(words, words[1:], strict=False))
    spelled = [known.words[word.folded].surface if word.folded in known.words else word.folded for word in words]
    for place, (one, two) in enumerate(zip(words, words[1:], strict=False)):
        pair = counts.get(f"{one.folded} {two.folded}")
        if pair:
            spelled[place : place + 2] = pair.surface.split(" ")[:2]
    return " ".join(spelled)


def find(text: str, language: str, *, exactly: bool = False, today: date | None = None) -> Findings:
    """Search for ``text`` among what is public in ``language``."""
    return Finder(text, language, exactly=exactly, today=today).find()


def find_page_ids(text: str, language: str, kind: str = "") -> list[int]:
    """Return the ids of public pages that answer, best first: the search box for the lists of other rooms.

    None where a search server is asked and does not answer: those lists look into titles by themselves.
    """
    try:
        hits = find(text, language).hits
    except engine.Unavailable:
        logger.exception("the search server does not answer")
        return []
    wanted = (hit.row for hit in hits if not kind or hit.row.kind == kind)
    return list(dict.fromkeys(row.page_id for row in wanted if row.page_id and row.key.startswith("page:")))
