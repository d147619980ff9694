"""From what somebody typed to words that no engine can choke on, and the ways in which they can be read."""

import unicodedata
from dataclasses import dataclass, replace

from search.analysis import PAIR, Word, glue, glued_forms, words_of

MAX_CHARACTERS = 200
MAX_WORDS = 16
MAX_PHRASINGS = 6
# Where a phrasing comes from.
UNCHANGED, ABBREVIATION, COMPLETION = "typed", "abbreviation", "completion"
CORRECTION, QUESTION = "correction", "question"

# Ways of asking that no page answers by repeating them; folded, longest first.
ASKING = tuple(
    tuple(phrase.split())
    for phrase in (
        "xin cho toi hoi", "cho toi hoi", "nhu the nao", "lam the nao de", "lam the nao", "can nhung gi",
        "gom nhung gi",
        "xin cho hoi", "o cho nao", "cho hoi", "toi muon", "o dau", "bao nhieu", "bao lau", "la gi", "khi nao",
        "bao gio", "the nao", "ra sao", "can gi", "gom gi", "nhung gi", "tai sao", "vi sao", "co duoc", "duoc khong",
        "den dau", "co phai", "la ai", "may ngay", "co can", "cach nao", "phai khong", "cho nao",
    )
)  # fmt: skip
# Words that carry little in a question of several words.
LIGHT = frozenset(
    (
        *(
            "lam",
            "can",
            "co",
            "muon",
            "toi",
            "minh",
            "thi",
            "de",
            "cho",
            "o",
            "tai",
            "la",
            "va",
            "cua",
            "ve",
            "nhung",
        ),
        *("cac", "phai", "duoc", "nao", "gi", "ai", "cach", "di", "den", "khi", "nhu", "se", "da", "ma", "voi", "bi"),
        "mot",
    )
)


@dataclass(frozen=True)
class Phrasing:
    """One way to say the query. ``weight`` is below 1 for what was not typed as it stands; ``changed`` are words."""

    words: tuple[Word, ...]
    origin: str = UNCHANGED
    weight: float = 1.0
    changed: int = 0

    @property
    def text(self) -> str:
        """The folded words, to compare phrasings."""
        return " ".join(word.folded for word in self.words)

    @property
    def pairs(self) -> list[str]:
        """The folded pairs of neighbours."""
        return [a.folded + PAIR + b.folded for a, b in zip(self.words, self.words[1:], strict=False)]

    def with_words(self, words: list[Word] | tuple[Word, ...], origin: str, weight: float, changed: int = 0):
        """Return the phrasing with other words."""
        return replace(self, words=tuple(words), origin=origin, weight=weight, changed=changed)


def clean_query(text: str) -> str:
    """Return ``text`` as plain words: NFC, no control characters, no quotes, at most 200 characters and 16 words."""
    normalised = unicodedata.normalize("NFC", text[: 4 * MAX_CHARACTERS])
    spaced = "".join(" " if unicodedata.category(c)[0] in "CZ" or c == '"' else c for c in normalised)
    return " ".join(spaced[:MAX_CHARACTERS].split()[:MAX_WORDS])


def typed_words(text: str) -> tuple[Word, ...]:
    """Return the words of a cleaned query, as many as a search looks at."""
    return tuple(words_of(text)[:MAX_WORDS])


def key_guesses(text: str, words: tuple[Word, ...]) -> set[str]:
    """Return the keys that the query may name: all of it, and the number in it (``nghi quyet so 25 nam 2020``)."""
    folded = [word.folded for word in words]
    guesses = {glue(folded)} | {form for form in glued_forms(text) if form[:1].isdigit() and len(form) > 3}
    first = next((place for place, word in enumerate(folded) if word[:1].isdigit()), None)
    if first is not None:
        rest = [word for word in folded[first:] if word != "nam"]
        guesses |= {"".join(rest), glue([word for word in folded if word != "nam"])}
        # "nghị quyết 17 của chính phủ": the kind of document and its number, whatever follows.
        if first >= 2:
            before = [word for word in folded[:first] if word != "so"][-2:]
            guesses.add(glue([*before, folded[first]]))
            if len(folded) > first + 1 and rest[1:2] and rest[1].isdigit():
                guesses.add(glue([*before, folded[first], rest[1]]))
    return {guess for guess in guesses if len(guess) > 1}


def without_asking(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return the words without the phrases by which people ask; all of them if nothing would be left."""
    kept: list[Word] = []
    place = 0
    while place < len(words):
        for phrase in ASKING:
            if tuple(word.folded for word in words[place : place + len(phrase)]) == phrase and len(words) > 2:
                place += len(phrase)
                break
        else:
            kept.append(words[place])
            place += 1
    while len(kept) > 2 and kept[0].folded in LIGHT:
        kept.pop(0)
    while len(kept) > 2 and kept[-1].folded in LIGHT:
        kept.pop()
    return tuple(kept) if kept else words
