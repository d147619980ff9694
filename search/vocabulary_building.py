"""Counting words: all of them in bulk, or the new ones of one publication."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from django.db import transaction

from search.analysis import words_of
from search.models import Gram, SearchEntry
from search.vocabulary import forget_vocabulary

LONGEST_GRAM = 90
BATCH = 2_000


def grams_of(text: str) -> dict[str, str]:
    """Return folded word or pair → its first spelling in ``text``, lower case."""
    found: dict[str, str] = {}
    words = words_of(text)
    for word in words:
        found.setdefault(word.folded, text[word.start : word.end].lower())
    for one, two in zip(words, words[1:], strict=False):
        gram = f"{one.folded} {two.folded}"
        # Over the end of a sentence two words are no neighbours.
        if two.start - one.end <= 2 and len(gram) <= LONGEST_GRAM:
            found.setdefault(gram, f"{text[one.start : one.end]} {text[two.start : two.end]}".lower())
    return found


def entry_grams(entry: SearchEntry) -> tuple[dict[str, str], set[str]]:
    """Return the grams of all of an entry, and which of them are in its title."""
    title = grams_of("\n".join([entry.title, *entry.keys]))
    return {**grams_of(f"{entry.lead}\n{entry.body}"), **title}, set(title)


def add_new_words(entries: Iterable[SearchEntry]) -> None:
    """Make words known that no public text had before, so that they can be completed and corrected to at once."""
    fresh: dict[tuple[str, str], Gram] = {}
    for entry in entries:
        grams, titled = entry_grams(entry)
        for gram, surface in grams.items():
            fresh[(entry.language, gram)] = _gram(entry.language, gram, 1, int(gram in titled), surface)
    languages = {language for language, _gram in fresh}
    known = set()
    for language in languages:
        own = [gram for lang, gram in fresh if lang == language]
        for start in range(0, len(own), 900):
            found = Gram.objects.filter(language=language, gram__in=own[start : start + 900])
            known |= {(language, gram) for gram in found.values_list("gram", flat=True)}
    missing = [gram for key, gram in sorted(fresh.items()) if key not in known]
    if missing:
        Gram.objects.bulk_create(missing, ignore_conflicts=True, batch_size=BATCH)
    if any(not gram.is_pair for gram in missing):
        forget_vocabulary()


def _gram(language: str, gram: str, entries: int, in_titles: int, surface: str) -> Gram:
    return Gram(
        language=language,
        gram=gram,
        is_pair=" " in gram,
        entries=entries,
        in_titles=in_titles,
        surface=surface[:180],
    )


def rebuild(progress: Callable[[int], None] = lambda done: None) -> int:
    """Count the words of everything public anew; readers use the old counts until the last moment.

    Returns how many words and pairs there are. A pair that one text alone has, and not in its title, is left out of
    a large portal: it is half of the table and says little.
    """
    total = 0
    for language in SearchEntry.objects.order_by().values_list("language", flat=True).distinct():
        counted, titled, surfaces = _count(language, progress)
        large = SearchEntry.objects.filter(language=language, public=True).count() > 2_000
        rows = (
            _gram(language, gram, entries, titled[gram], surfaces[gram].most_common(1)[0][0])
            for gram, entries in counted.items()
            if not large or entries > 1 or titled[gram] or " " not in gram
        )
        with transaction.atomic():
            Gram.objects.filter(language=language).delete()
            total += _write(rows)
    with transaction.atomic():
        Gram.objects.exclude(language__in=SearchEntry.objects.values("language")).delete()
    forget_vocabulary()
    return total


def _count(language: str, progress: Callable[[int], None]):
    counted: Counter[str] = Counter()
    titled: Counter[str] = Counter()
    surfaces: dict[str, Counter[str]] = {}
    entries = SearchEntry.objects.filter(language=language, public=True).only(
        "title", "keys", "lead", "body", "language"
    )
    for entry in entries.iterator(chunk_size=500):
        grams, in_title = entry_grams(entry)
        counted.update(grams.keys())
        titled.update(in_title)
        for gram, surface in grams.items():
            spellings = surfaces.setdefault(gram, Counter())
            if len(spellings) < 8 or surface in spellings:
                spellings[surface] += 1
        progress(1)
    return counted, titled, surfaces


def _write(rows: Iterator[Gram]) -> int:
    total = 0
    batch: list[Gram] = []
    for row in rows:
        batch.append(row)
        if len(batch) == BATCH:
            Gram.objects.bulk_create(batch)
            total, batch = total + len(batch), []
    Gram.objects.bulk_create(batch)
    return total + len(batch)
