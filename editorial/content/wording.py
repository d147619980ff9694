"""Checks of headline, lead and spelling. Pure functions: text in, findings out."""

import re
import unicodedata
from collections.abc import Iterable

from editorial.content.findings import Finding

# A lead is read alone in lists, feeds and search results; these openings lean on the headline before them.
_LEANING = re.compile(
    r"(?:[-–(“\"'\s]|\([^)]*\)\s*[-–])*"
    r"(đó là|đây là|theo đó|qua đó|từ đó|do đó|vì vậy|vì thế|trong đó|bên cạnh đó|ngoài ra|tuy nhiên)\b",
    re.IGNORECASE,
)
# UBND, HĐND, TTHC: consonants only, or nearly; a Vietnamese word has a vowel.
_SHORT_FORM = re.compile(r"[^AEIOUYĂÂÊÔƠƯÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝẠ-Ỹ]*[U]?[^AEIOUYĂÂÊÔƠƯÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝẠ-Ỹ]{2,}")


def caps_title(title: str) -> list[Finding]:
    """Find a headline in capitals: screen readers may spell it out, and everybody reads it slower.

    Abbreviations (UBND, HĐND) alone are no reason: at least one word of a sentence must be shouted.
    """
    words = re.findall(r"[^\W\d_]+", unicodedata.normalize("NFC", title))
    sentence = [word for word in words if not _SHORT_FORM.fullmatch(word)]
    shouted = title == title.upper() and title != title.lower()
    return [Finding("caps_title", title)] if shouted and len(sentence) > 2 else []


def leaning_lead(lead: str) -> list[Finding]:
    """Find a lead that begins "Đó là", "Theo đó" … and so cannot stand alone."""
    match = _LEANING.match(unicodedata.normalize("NFC", lead))
    return [Finding("leaning_lead", match.group(1))] if match else []


def misspellings(text: str, pairs: Iterable[tuple[str, str]]) -> list[Finding]:
    """Find the wrong spellings of ``pairs`` (wrong, right) as whole words, each once, as the text has them."""
    text = unicodedata.normalize("NFC", text)
    found = []
    for wrong, right in pairs:
        words = r"\s+".join(map(re.escape, unicodedata.normalize("NFC", wrong).split()))
        match = re.search(rf"(?<!\w){words}(?!\w)", text, re.IGNORECASE) if words else None
        if match:
            found.append(Finding("misspelling", " ".join(match.group().split()), right))
    return found


def mixed_short_forms(text: str) -> list[Finding]:
    """Find an agency abbreviated in two ways in one text ("Sở TTTT" and "Sở TT&TT")."""
    forms: dict[str, set[str]] = {}
    for form in re.findall(r"(?<!\w)[A-ZĐÂÊÔƠƯ]{1,4}(?:&[A-ZĐÂÊÔƠƯ]{1,4}|[A-ZĐÂÊÔƠƯ]{2,6})(?!\w)", text):
        forms.setdefault(form.replace("&", ""), set()).add(form)
    return [Finding("mixed_short_forms", ", ".join(sorted(both))) for both in forms.values() if len(both) > 1]
