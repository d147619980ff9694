"""Judged queries: each class of the ways in which people type, with the things that answer them.

Written before the search was tuned; those of the odd targets were held out and only ever counted.
"""

import random
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from core.searchable import SearchFacts
from core.text import fold

OLD_TONES = {"oà": "òa", "oá": "óa", "uỷ": "ủy", "uý": "úy", "hoà": "hòa"}
TELEX_TONES = {"\u0300": "f", "\u0301": "s", "\u0309": "r", "\u0303": "x", "\u0323": "j"}
VNI = {
    "\u0300": "2",
    "\u0301": "1",
    "\u0309": "3",
    "\u0303": "4",
    "\u0323": "5",
    "\u0302": "6",
    "\u0306": "8",
    "\u031b": "7",
}
TONES = ("\u0300", "\u0301", "\u0309", "\u0303", "\u0323")


@dataclass(frozen=True)
class Judged:
    """A query, its class, and the keys of which one must be among the first results."""

    name: str
    text: str
    wanted: frozenset[str]
    held_out: bool


def telex(word: str) -> str:
    """Return the Telex keys of a word."""
    out, tone = "", ""
    for character in unicodedata.normalize("NFD", word):
        if character in TELEX_TONES:
            tone = TELEX_TONES[character]
        elif character == "\u0302":
            out += out[-1]
        elif character in "\u0306\u031b":
            out += "w"
        else:
            out += "dd" if character == "đ" else character
    return out + tone


def vni(word: str) -> str:
    """Return the VNI keys of a word."""
    marks = "".join(VNI[c] for c in unicodedata.normalize("NFD", word) if c in VNI)
    letters = "".join(c for c in unicodedata.normalize("NFD", word) if c not in VNI)
    return letters.replace("đ", "d9") + marks


def other_tone(rng: random.Random, text: str) -> str:
    """Return ``text`` with another tone on one of its words."""
    marked = unicodedata.normalize("NFD", text)
    places = [place for place, character in enumerate(marked) if character in TONES]
    if not places:
        return text
    place = rng.choice(places)
    other = rng.choice([tone for tone in TONES if tone != marked[place]])
    return unicodedata.normalize("NFC", marked[:place] + other + marked[place + 1 :])


def slip(rng: random.Random, text: str) -> str:
    """Return ``text`` without accents and with one letter wrong, missing, doubled or swapped."""
    words = fold(text).split()
    place = rng.choice([n for n, word in enumerate(words) if len(word) > 2] or [0])
    word = words[place]
    at = rng.randrange(1, len(word))
    kind = rng.randrange(4)
    if kind == 0:
        word = word[:at] + word[at + 1 :]
    elif kind == 1:
        word = word[:at] + rng.choice("aeiounhtg") + word[at + 1 :]
    elif kind == 2:
        word = word[:at] + word[at - 1] + word[at:]
    else:
        word = word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :]
    words[place] = word
    return " ".join(words)


def half(rng: random.Random, text: str) -> str:
    """Return ``text`` with every other word unaccented."""
    return " ".join(fold(word) if n % 2 else word for n, word in enumerate(text.split()))


def swap_tones(rng: random.Random, text: str) -> str:
    """Return ``text`` with the old and the new place of the tone exchanged."""
    for new, old in OLD_TONES.items():
        text = text.replace(new, "\0").replace(old, new).replace("\0", old)
    return text


def keep_d(rng: random.Random, text: str) -> str:
    return text.replace("đ", "d").replace("Đ", "D")


FORMS: dict[str, Callable[[random.Random, str], str]] = {
    "exact": lambda rng, text: text,
    "no accents": lambda rng, text: fold(text),
    "d for đ": keep_d,
    "NFD": lambda rng, text: unicodedata.normalize("NFD", text),
    "capitals": lambda rng, text: text.upper(),
    "half accented": half,
    "place of the tone": swap_tones,
    "i and y": lambda rng, text: (
        text.replace("mỹ", "mĩ").replace("quý", "quí").replace("kỹ", "kĩ").replace("quy ", "qui ")
    ),
    "last word begun": lambda rng, text: text[: -max(1, len(text.split()[-1]) // 2)],
    "wrong accent": other_tone,
    "slip": slip,
    "run together": lambda rng, text: fold(text).replace(" ", ""),
    "telex": lambda rng, text: " ".join(telex(word) for word in text.split()),
    "vni": lambda rng, text: " ".join(vni(word) for word in text.split()),
    "question": lambda rng, text: rng.choice(["{} ở đâu", "cho tôi hỏi {} như thế nào", "{} khi nào"]).format(text),
}
NUMBERS: tuple[Callable[[str], str], ...] = (
    str,
    lambda sign: fold(sign).replace("/", " ").replace("-", " "),
    lambda sign: fold(sign),
    lambda sign: sign.replace("/", "-"),
)
SHORT = {
    "Văn phòng Ủy ban nhân dân tỉnh": "văn phòng UBND tỉnh",
    "Sở Khoa học và Công nghệ": "sở KH&CN",
    "Sở Giáo dục và Đào tạo": "so gdđt",
    "Sở Nông nghiệp và Môi trường": "sở NN&MT",
    "Sở Văn hóa, Thể thao và Du lịch": "so vhttdl",
}


def judged(things: list[tuple[str, SearchFacts]], each: int = 30) -> Iterator[Judged]:
    """Return the judged queries for a corpus: ``each`` of every class."""
    rng = random.Random(7)
    news = [item for item in things if item[0].startswith("news")]
    documents = [item for item in things if item[0].startswith("document")]
    files = [item for item in things if item[0].startswith("file")]
    for name, form in FORMS.items():
        for number, (key, facts) in enumerate(rng.sample(news, each)):
            text = facts.title.replace(" tại ", " ").lower()
            yield Judged(name, form(rng, text), frozenset({key}), bool(number % 2))
    for number, (key, facts) in enumerate(rng.sample(documents, 2 * each)):
        sign = facts.keys[0]
        same = frozenset(k for k, other in documents if other.keys[0] == sign)
        yield Judged("document number", NUMBERS[number % len(NUMBERS)](sign), same | {key}, bool(number // 4 % 2))
    for number, (key, facts) in enumerate(rng.sample(files, each)):
        words = facts.body[facts.body.index("Biểu mẫu số") :].split(".")[0]
        yield Judged("words in a file", fold(words) if number % 2 else words, frozenset({key}), bool(number // 2 % 2))
    for number, (key, facts) in enumerate(item for item in things if item[0].startswith("person")):
        yield Judged(
            "people", fold(facts.title) if number % 2 else facts.title, frozenset({key}), bool(number // 2 % 2)
        )
    for number, (key, facts) in enumerate(item for item in things if facts_short(item)):
        for text in (SHORT[facts.title], fold(SHORT[facts.title])):
            yield Judged("abbreviation", text, frozenset({key}), bool(number % 2))


def facts_short(item: tuple[str, SearchFacts]) -> bool:
    return item[1].title in SHORT
