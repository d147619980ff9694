"""What a person reads on a screen of the admin, and whether it is English.

A text is English if it is a message of some catalogue in its source form, or if it reads like an English sentence.
"""

import re
from functools import lru_cache
from pathlib import Path

import django
import polib
import wagtail
import wagtail_localize
from bs4 import BeautifulSoup, Comment, NavigableString

from tests.catalogues import ROOT

PACKAGES = [Path(package.__file__).parent for package in (wagtail, wagtail_localize)]
DJANGO = Path(django.__file__).parent
OURS = [ROOT / "locale", ROOT / "locale_wagtail"]
READ_ATTRIBUTES = ("aria-label", "title", "placeholder", "alt", "aria-description", "data-w-tooltip-content-value")
UNREAD = {"script", "style", "code", "pre", "textarea"}
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
# Words without which hardly an English sentence is made, and which are no Vietnamese syllables.
ENGLISH = re.compile(
    r"\b(?:the|of|and|is|are|you|your|this|that|with|not|from|has|have|will|be|or|it)\b", re.IGNORECASE
)
# Names that are the same in every language.
NAMES = {"wagtail", "csv", "xlsx", "pdf", "url", "id", "html", "csrf", "api", "e-mail", "email", "menu", "rss"}


def _letters(text: str) -> bool:
    return bool(re.search(r"[A-Za-z]{2}", text))


def normal(text: str) -> str:
    """Return ``text`` with white space collapsed and the punctuation at its ends left out, lower case."""
    return " ".join(text.split()).strip(" :.…*·|•-–—“”\"'()").casefold()


def _catalogues(language: str) -> list[Path]:
    found = [path for package in PACKAGES for path in package.rglob(f"locale/{language}/LC_MESSAGES/*.po")]
    return [*found, *DJANGO.rglob(f"locale/{language}/LC_MESSAGES/*.po")]


@lru_cache(maxsize=1)
def sources() -> tuple[set[str], list[re.Pattern[str]]]:
    """Return the English of all catalogues: whole texts, and patterns of those with placeholders."""
    messages: set[str] = set()
    for path in [*_catalogues("en"), *(path for folder in OURS for path in folder.rglob("*.po"))]:
        for entry in polib.pofile(str(path)):
            messages |= {entry.msgid, entry.msgid_plural or ""}
    plain, patterns = set(), []
    for message in messages:
        if not _letters(message) or "<" in message:
            continue
        if PLACEHOLDER.search(message):
            parts = [re.escape(normal(part)) for part in PLACEHOLDER.split(message)]
            if len("".join(parts)) > 8:
                patterns.append(re.compile(r"\s*.+\s*".join(parts)))
        else:
            plain.add(normal(message))
    return plain, patterns


@lru_cache(maxsize=1)
def translations() -> set[str]:
    """Return the Vietnamese of all catalogues: a text that is also one of these is no English."""
    texts = set()
    for path in [*_catalogues("vi"), *(path for folder in OURS for path in folder.rglob("*.po"))]:
        for entry in polib.pofile(str(path)):
            texts |= {normal(entry.msgstr), *(normal(text) for text in entry.msgstr_plural.values())}
    return texts


@lru_cache(maxsize=20_000)
def is_english(text: str) -> bool:
    """Tell whether a text of a screen is English; names, numbers and Vietnamese without accents are not."""
    plain = normal(text)
    if not _letters(plain) or not plain.isascii() or plain in translations() or plain in NAMES:
        return False
    messages, patterns = sources()
    if plain in messages or any(pattern.fullmatch(plain) for pattern in patterns):
        return True
    return len(ENGLISH.findall(plain)) >= 2


def texts_of(html: str) -> list[str]:
    """Return what is read on a screen: text, and the attributes that are spoken or shown."""
    soup = BeautifulSoup(html, "html.parser")
    found = []
    for node in soup.descendants:
        if isinstance(node, NavigableString):
            hidden = isinstance(node, Comment) or node.parent.name in UNREAD | {"[document]"}
            if not hidden and node.strip():
                found.append(str(node))
            continue
        found += [node[name] for name in READ_ATTRIBUTES if node.get(name) and name in node.attrs]
        if node.name == "input" and node.get("type") in {"submit", "button"} and node.get("value"):
            found.append(node["value"])
    return [text for text in found if _letters(text) or not text.isascii()]
