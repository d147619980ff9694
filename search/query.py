"""From what somebody typed to words that no engine can choke on, and the ways in which they can be read."""

import unicodedata
from dataclasses import dataclass, replace

from search.analysis import DOCUMENT_TYPES, PAIR, Word, glue, glued_forms, words_of

MAX_CHARACTERS = 200
MAX_WORDS = 16
MAX_PHRASINGS = 6
# What may stand before the number of a document; a letter to an office has no code of its own.
KINDS_OF_DOCUMENTS = frozenset((*DOCUMENT_TYPES.values(), "cong van", "van ban"))
# Where a phrasing comes from.
UNCHANGED, ABBREVIATION, COMPLETION = "typed", "abbreviation", "completion"
CORRECTION, QUESTION = "correction", "question"

# Ways of asking that no page answers by repeating them; folded, longest first.
_ASKING = (
    "xin cho toi hoi", "cho toi hoi", "xin cho hoi", "cho em hoi", "cho minh hoi", "cho hoi", "xin hoi", "toi muon",
    "nhu the nao", "lam the nao de", "lam the nao", "the nao", "nhu nao", "cach nao", "phai lam sao", "lam sao de",
    "lam sao", "phai lam gi", "ra sao", "can nhung gi", "gom nhung gi", "nhung gi", "can gi", "gom gi",
    "can giay to gi", "giay to gi", "can dieu kien gi", "dieu kien gi", "can thu tuc gi", "thu tuc gi",
    "o cho nao", "cho nao", "o dau", "den dau", "thuoc dau", "nay thuoc dau",
    "bao nhieu", "bao nhieu tien", "het bao nhieu", "het bao nhieu tien", "mat bao nhieu", "mat bao nhieu tien",
    "bao lau", "bao gio", "khi nao", "ngay nao", "hom nao", "luc nao", "may ngay", "bay gio", "hien nay", "la ai",
    "la gi", "nay la", "nay la gi", "bay gio la gi", "tai sao", "vi sao", "co duoc", "duoc khong", "co phai",
    "phai khong", "co can",
)  # fmt: skip
ASKING = sorted((tuple(phrase.split()) for phrase in _ASKING), key=len, reverse=True)
# What a question may end with beside them.
LAST_ASKING = frozenset(("khong", "vay", "a"))
# What people put before somebody's name, and the kinds of unit behind whose name "cũ" says that it is no more.
COURTESIES = tuple(tuple(words.split()) for words in ("ong", "ba", "dong chi", "d c", "anh", "chi"))
UNITS = frozenset(("so", "xa", "phuong", "thi", "huyen", "quan", "tinh", "thanh", "ban", "phong", "truong"))
FORMER_MARKS = "4"
# Words that carry little in a question of several words.
LIGHT = frozenset(
    (
        *(
            "lam",
            "can",
            "xin",
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
        guesses.add(glue([word for word in folded if word != "nam"]))
        # "cấp cứu 115" is no document: digits alone name one where nothing else is said but what it is.
        if not all(word.isdigit() for word in rest) or _is_kind_of_document(folded[:first]):
            guesses.add("".join(rest))
        # "nghị quyết 17 của chính phủ": the kind of document and its number, whatever follows.
        if first:
            before = [word for word in folded[:first] if word != "so"][-2:]
            guesses.add(glue([*before, folded[first]]))
            if len(folded) > first + 1 and rest[1:2] and rest[1].isdigit():
                guesses.add(glue([*before, folded[first], rest[1]]))
    return {guess for guess in guesses if len(guess) > 1}


def bare_name(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return a name without what is said around it: "ông" before a person's, "cũ" behind a unit's; else ``words``."""
    last = words[-1]
    if last.folded == "cu" and (last.marks == FORMER_MARKS or (not last.marks and words[0].folded in UNITS)):
        return words[:-1] or words
    for courtesy in COURTESIES:
        size = len(courtesy)
        if len(words) > size + 1 and tuple(word.folded for word in words[:size]) == courtesy:
            return words[size:]
    return words


def _is_kind_of_document(words: list[str]) -> bool:
    name = " ".join(word for word in words if word != "so")
    return not name or name in DOCUMENT_TYPES or name in KINDS_OF_DOCUMENTS


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
    while len(kept) > 2 and kept[-1].folded in LIGHT | LAST_ASKING:
        kept.pop()
    return tuple(kept) if kept else words
