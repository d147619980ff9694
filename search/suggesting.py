"""What is offered while somebody types, and what else they might look for."""

from collections import Counter

from core.cache import remember_of_pages
from search import engine
from search.abbreviations import abbreviation_table, expand
from search.analysis import Word, words_of
from search.finding import LASTING, Findings, public_entries
from search.query import LIGHT, Phrasing, clean_query, typed_words
from search.vocabulary import Vocabulary, vocabulary

MIN_LETTERS, MOST, TITLES = 2, 8, 5
# How many likely endings are looked up, for longer queries and for titles, and how many readings of the words.
LOOKED_AT, ENDINGS, READINGS = 12, 6, 2


def suggestions(text: str, language: str) -> list[dict[str, str]]:
    """Return at most eight ``{"text", "url"}``: longer queries (no address) and the titles of results.

    Each longer query was looked up first: nothing is offered that would find nothing, or that only a page has which
    is not public any more.
    """
    query = clean_query(text)
    words = typed_words(query)
    if sum(len(word.folded) for word in words) < MIN_LETTERS:
        return []
    name = f"search-suggest:{language}:{'_'.join(word.marked for word in words)}"
    return remember_of_pages(name, lambda: _suggest(words, language))


def _suggest(words: tuple[Word, ...], language: str) -> list[dict[str, str]]:
    found = [{"text": text, "url": ""} for text in _longer_queries(words, language)]
    found += [{"text": title, "url": url} for title, url in _titles(words, language)]
    return found[:MOST]


def _longer_queries(words: tuple[Word, ...], language: str, limit: int = 3) -> list[str]:
    """Return the query with its last word finished, in the commonest spelling."""
    known = vocabulary(language)
    *before, last = words
    if before:
        beginning = f"{before[-1].folded} {last.folded}"
        grams = known.pairs_beginning_with(beginning, LOOKED_AT)
        endings = [(gram.split(" ")[-1], count.surface) for gram, count in grams]
    else:
        found = known.beginning_with(last.folded, LOOKED_AT)
        endings = [(word, known.words[word].surface) for word in found]
    entries = public_entries(language)
    texts: list[str] = []
    for folded, surface in endings:
        spelled = words_of(surface)
        if not spelled or spelled[-1].folded != folded or not _may_become(last, spelled[-1]):
            continue
        longer = Phrasing((*before[:-1], *spelled))
        # As one phrase: the words of "cấp lại thuận" all stand somewhere, and nobody would write it.
        if not engine.exists(engine.both(engine.marked_words(longer), engine.folded_pairs(longer)), entries):
            continue
        texts.append(" ".join([*(_surface(word, known) for word in before[:-1]), surface]))
        if len(texts) == limit:
            break
    return list(dict.fromkeys(texts))


def _may_become(typed: Word, whole: Word) -> bool:
    return not typed.marks or set(typed.marks) <= set(whole.marks)


def _surface(word: Word, known: Vocabulary) -> str:
    """Return the commonest spelling of a word that was typed."""
    count = known.words.get(word.folded)
    return count.surface if count else word.folded


def _titles(words: tuple[Word, ...], language: str) -> list[tuple[str, str]]:
    """Return titles and addresses of results whose title holds the words, the last one perhaps begun.

    What lasts comes before the news about it, and among news the newest.
    """
    entries = public_entries(language).order_by(*engine.NEWEST)
    ways = [
        engine.all_of(engine.in_title(word) for word in [*(word.folded for word in reading.words[:-1]), ending])
        for reading in expand(Phrasing(words), abbreviation_table())[:READINGS]
        for ending in _endings(reading.words, vocabulary(language))
    ]
    query = engine.any_of(ways)
    rows = engine.titles(query, entries, 4 * TITLES)
    if len(rows) > TITLES:
        rows = engine.titles(query, entries.filter(kind__in=LASTING), 4 * TITLES) + rows
    start = f" {' '.join(word.folded for word in words)}"
    exact = [f" {word.marked}" for word in words]

    def rank(row: tuple[str, str, str, str]) -> tuple[bool, bool, int]:
        _title, _url, folded, marked = row
        return (start not in folded, not folded.startswith(start), -sum(mark in marked for mark in exact))

    best = sorted(dict.fromkeys(rows), key=rank)[:TITLES]
    return [(title, url) for title, url, _folded, _marked in best]


def _endings(words: tuple[Word, ...], known: Vocabulary) -> list[str]:
    """Return what the last word may become: itself, what follows the word before it, else what is common."""
    *before, last = words
    beginning = f"{before[-1].folded} {last.folded}" if before else ""
    found = [gram.split(" ")[1] for gram, _count in known.pairs_beginning_with(beginning, ENDINGS)] if before else []
    return list(dict.fromkeys([last.folded, *(found or known.beginning_with(last.folded, ENDINGS))]))


def related(findings: Findings, limit: int = 6) -> list[str]:
    """Return further searches: what the titles of the best results have in common beside the query.

    Titles of public pages only; what other readers typed is never shown.
    """
    asked = {word.folded for word in findings.words}
    seen: Counter[str] = Counter()
    spelling: dict[str, str] = {}
    for hit in findings.hits[:40]:
        title = hit.row.title
        words = words_of(title)
        phrases = set()
        for size in (2, 3, 4):
            for start in range(len(words) - size + 1):
                part = words[start : start + size]
                folded = [word.folded for word in part]
                own = [word for word in folded if word not in asked]
                if not own or not asked & set(folded) or folded[0] in LIGHT or folded[-1] in LIGHT:
                    continue
                if any(b.start - a.end > 1 for a, b in zip(part, part[1:], strict=False)):
                    continue
                phrase = " ".join(folded)
                phrases.add(phrase)
                spelling.setdefault(phrase, title[part[0].start : part[-1].end])
        seen.update(phrases)
    ranked = sorted(
        (item for item in seen.items() if item[1] > 1), key=lambda item: (-item[1], -len(item[0]), item[0])
    )
    kept: list[str] = []
    for phrase, _count in ranked:
        if not any(phrase in other or other in phrase for other in kept):
            kept.append(phrase)
        if len(kept) == limit:
            break
    return [spelling[phrase] for phrase in kept]
