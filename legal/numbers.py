"""Numbers of official documents (số, ký hiệu): read, write in the normal form, check. Pure functions.

The forms (Decree 30/2020/NĐ-CP, appendix I; Law 80/2015/QH13 and its successor for normative documents):

    959/QĐ-UBND          number/TYPE-BODY              administrative; numbering restarts on 1 January
    25/2020/NQ-HĐND      number/year/TYPE-BODY         normative
    64/2025/QH15         number/year/ASSEMBLY+term     laws and resolutions of the National Assembly
    3241/SNV-TT          number/BODY-UNIT              letters (công văn)
    09-NQ/TU             number-TYPE/BODY              the Party's
    64-CP, 48/CP         number-BODY, number/BODY      before 1998; any type

Đ is never folded to D here: QĐ is a decision, QD is a mistake. ``search_key`` folds, for searching only.
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from core.text import fold
from legal.vocabulary import (
    ALWAYS_NORMATIVE,
    ASSEMBLIES,
    BODIES_ANY_CASE,
    CODES_ANY_CASE,
    CODES_BY_NAME,
    LAST_NORMATIVE_YEAR,
    MAY_BE_NORMATIVE,
    OBSOLETE_CODES,
    OLD_BODIES,
    OLD_BODIES_ANY_CASE,
    TYPE_NAMES,
)

MAX_LENGTH = 80
FIRST_YEAR, LAST_YEAR = 1945, 2100

# Letters and marks that look right and are not: eth for đ, all kinds of dashes, slashes and blanks.
_LOOKALIKES = str.maketrans(
    {
        **dict.fromkeys("ÐƉ", "Đ"),
        "ð": "đ",
        **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
        **dict.fromkeys("∕⁄／", "/"),
        **dict.fromkeys("\u00a0\u2007\u2009\u200a\u202f\u3000", " "),
        "＆": "&",
    }
)
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
WORD = r"[^\W\d_](?:[^\W_]|&(?=[^\W\d_]))*"
# Blanks may stand round a mark, not line after line of them.
BLANK = r"\s{0,3}"
# The letter of 12a; l and o are digits that a scanner misread.
_SUFFIX = "[a-km-np-zA-KM-NP-Z]"
_NUMBER = re.compile(
    rf"(?P<number>\d{{1,5}})(?P<letter>{_SUFFIX})?{BLANK}"
    rf"(?:/{BLANK}(?:(?P<year>\d{{4}}){BLANK}/{BLANK})?(?P<tail>{WORD}(?:{BLANK}[-/]{BLANK}{WORD})*)"
    rf"|(?:-{BLANK}|\s)(?P<party_type>{WORD}){BLANK}/{BLANK}(?P<party_body>{WORD}(?:-{WORD})*)"
    rf"|-{BLANK}(?P<old_body>{WORD}))"
)
# "QĐ.UBND": a full stop in place of the hyphen.
_DOT = re.compile(
    rf"(?<=/)({'|'.join(sorted(CODES_ANY_CASE, key=len, reverse=True))})\.(?=(?:{'|'.join(BODIES_ANY_CASE)})(?!\w))",
    re.IGNORECASE,
)
_LEADING = re.compile(r"^(?:số|so|no)\s*[.:]?\s*(?=\d)", re.IGNORECASE)
_TERM = re.compile(rf"(?P<body>{'|'.join(ASSEMBLIES)})(?P<term>\d{{1,2}})", re.IGNORECASE)


class Form(StrEnum):
    """How a number is built."""

    ADMINISTRATIVE = "administrative"
    NORMATIVE = "normative"
    ASSEMBLY = "assembly"
    LETTER = "letter"
    PARTY = "party"


class Problem(StrEnum):
    """What is wrong with a number; the words for editors stand in ``legal.publication``."""

    UNREADABLE = "unreadable"
    TYPE_CLASH = "type_clash"
    UNKNOWN_TYPE = "unknown_type"
    OBSOLETE_TYPE = "obsolete_type"
    MISTYPED_BODY = "mistyped_body"
    YEAR_MISSING = "year_missing"
    YEAR_UNEXPECTED = "year_unexpected"
    YEAR_UNLIKELY = "year_unlikely"


@dataclass(frozen=True)
class DocumentNumber:
    """A number, read. ``str()`` gives the normal form.

    ``issuer`` is as in the number (``HĐND``, ``BTC-BNV``); ``unit`` is who drafted a letter (``TT`` in
    ``3241/SNV-TT``); ``type_code`` is empty for letters and for the National Assembly's; ``letter`` is that of 12a.
    """

    form: Form
    number: int
    issuer: str
    year: int | None = None
    type_code: str = ""
    unit: str = ""
    letter: str = ""

    def __str__(self) -> str:
        digits = f"{self.number:02d}{self.letter}"
        if self.form is Form.PARTY:
            return f"{digits}-{self.type_code}/{self.issuer}"
        tail = "-".join(part for part in (self.type_code, self.issuer, self.unit) if part)
        return f"{digits}/{self.year}/{tail}" if self.year else f"{digits}/{tail}"

    @property
    def is_normative(self) -> bool:
        """Whether the number is that of a normative document (văn bản quy phạm pháp luật)."""
        if self.form is Form.ASSEMBLY:
            return True
        return self.form is Form.NORMATIVE and _may_be_normative(self.type_code, self.year)

    @property
    def is_old_form(self) -> bool:
        """Whether the number may be one of before 1998, which tells neither type nor year: 64/CP."""
        return self.form is Form.LETTER and not self.unit and self.issuer in OLD_BODIES

    @property
    def issuers(self) -> tuple[str, ...]:
        """The bodies of the number; several for joint circulars."""
        return tuple(self.issuer.split("-"))

    @property
    def body(self) -> str:
        """The first body, without the term of an assembly: ``QH`` for ``64/2025/QH15``."""
        return self.issuers[0].rstrip("0123456789") if self.form is Form.ASSEMBLY else self.issuers[0]

    @property
    def key(self) -> str:
        """What is compared: the normal form in capitals, so that QyĐ equals QYĐ and CTr does not equal CT."""
        return str(self).upper()


def clean(text: str) -> str:
    """Return ``text`` in NFC with plain blanks, hyphens, slashes and a real Đ; the number of letters may change."""
    return _INVISIBLE.sub("", unicodedata.normalize("NFC", text).translate(_LOOKALIKES))


def with_hyphens(text: str) -> str:
    """Return ``text`` (cleaned) with the hyphen between type and body where a full stop stands; as long as it was."""
    return _DOT.sub(r"\1-", text)


def parse(text: str) -> DocumentNumber | None:
    """Return the number that ``text`` consists of, or ``None``; "Số:" or the name of the type may stand before it."""
    if len(text) > 4 * MAX_LENGTH:
        return None
    _words, rest = split_type_words(with_hyphens(clean(text)).strip(' \t\n()“”"').rstrip(".,;"))
    match = _NUMBER.fullmatch(rest)
    return from_match(match) if match else None


def normalise(text: str) -> str:
    """Return the normal form of a number, or the text without outer blanks if it is none."""
    number = parse(text)
    return str(number) if number else " ".join(clean(text).split())


def search_key(text: str) -> str:
    """Return what a number is found by, unaccented: ``25/2020/nq-hdnd`` for ``25/2020/NQ-HĐND``."""
    return fold(normalise(text))


def split_type_words(text: str) -> tuple[str, str]:
    """Return the name of a type at the beginning of ``text`` in lower case, or ``""``, and what follows it."""
    lowered = text.lower()
    for name in CODES_BY_NAME:
        if lowered.startswith(name) and not lowered[len(name) : len(name) + 1].isalnum():
            return name, _LEADING.sub("", text[len(name) :].strip())
    return "", _LEADING.sub("", text)


def problems(text: str) -> list[Problem]:
    """Return what is wrong with a number; a type named before it ("Quyết định 25/…/NQ-HĐND") must agree with it."""
    number = parse(text)
    if number is None:
        return [Problem.UNREADABLE]
    words, _rest = split_type_words(clean(text).strip())
    found = [Problem.TYPE_CLASH] if words and not agrees(number, words) else []
    return found + number_problems(number)


def number_problems(number: DocumentNumber) -> list[Problem]:
    """Return what is wrong with a number in itself."""
    found = []
    code = number.type_code
    if code in OBSOLETE_CODES:
        found.append(Problem.OBSOLETE_TYPE)
    elif code and code not in TYPE_NAMES:
        found.append(Problem.UNKNOWN_TYPE)
    if any(map(meant_body, number.issuers)):
        found.append(Problem.MISTYPED_BODY)
    if code in ALWAYS_NORMATIVE and number.year is None and number.form is not Form.PARTY:
        found.append(Problem.YEAR_MISSING)
    if number.form is Form.NORMATIVE and code in TYPE_NAMES and not number.is_normative:
        found.append(Problem.YEAR_UNEXPECTED)
    if number.year is not None and not FIRST_YEAR <= number.year <= LAST_YEAR:
        found.append(Problem.YEAR_UNLIKELY)
    return found


def agrees(number: DocumentNumber, type_name: str) -> bool:
    """Tell whether the name of a type ("Nghị quyết") fits the number; a name that is no type fits every one."""
    name = clean(type_name).strip().lower()
    code = CODES_BY_NAME.get(name)
    if code is None or name == "văn bản" or number.is_old_form:
        return True
    if number.form is Form.LETTER:
        return code == ""
    if number.form is Form.ASSEMBLY:
        return code in ASSEMBLIES[number.body] or name == "hiến pháp"
    given = OBSOLETE_CODES.get(number.type_code, number.type_code)
    if given not in TYPE_NAMES:
        return True
    return name == TYPE_NAMES[given].lower() or code == given


def fits(number: DocumentNumber, code: str) -> bool:
    """Tell whether a document of the type with ``code`` (empty for letters) may bear the number."""
    if number.is_old_form:
        return True
    if number.form is Form.LETTER or number.type_code == "CV":
        return code in ("", "CV")
    if number.form is Form.ASSEMBLY:
        return code in ASSEMBLIES[number.body] or not code
    return code in (number.type_code, OBSOLETE_CODES.get(number.type_code))


def suggestion(code: str) -> str:
    """Return the code that was probably meant: the new one of an obsolete one, QĐ for QD; else an empty string."""
    if code in OBSOLETE_CODES:
        return OBSOLETE_CODES[code]
    meant = [known for known in TYPE_NAMES if fold(known) == fold(code)]
    return meant[0] if len(meant) == 1 and code not in TYPE_NAMES else ""


def meant_body(word: str) -> str:
    """Return what the body of a number should be: HĐND for HDND; empty if it is right or nothing is known."""
    if word.casefold() in BODIES_ANY_CASE:
        return ""
    return next((known for known in BODIES_ANY_CASE.values() if fold(known) == fold(word)), "")


def _unglued(word: str) -> list[str]:
    """Return type and body of ``QĐUBND``, as files lose the hyphen of QĐ-UBND; empty if the word is not both."""
    plain = word.casefold()
    if plain in BODIES_ANY_CASE:
        return []
    known = ((plain[:length], plain[length:]) for length in range(2, 5))
    return next(([*pair] for pair in known if pair[0] in CODES_ANY_CASE and pair[1] in BODIES_ANY_CASE), [])


def _may_be_normative(code: str, year: int | None) -> bool:
    return code in MAY_BE_NORMATIVE or (year is not None and year <= LAST_NORMATIVE_YEAR.get(code, 0))


def from_match(match: re.Match[str]) -> DocumentNumber | None:
    """Return the number that a match of the number's pattern stands for, or ``None`` if its letters make none."""
    digits, letter = int(match["number"]), (match["letter"] or "").lower()
    if not digits:
        return None
    if match["party_type"]:
        code = CODES_ANY_CASE.get(match["party_type"].casefold())
        body = _body(match["party_body"])
        return DocumentNumber(Form.PARTY, digits, body, None, code, letter=letter) if code else None
    if match["old_body"]:
        old = OLD_BODIES_ANY_CASE.get(match["old_body"].casefold())
        return DocumentNumber(Form.LETTER, digits, old, letter=letter) if old else None
    parts = re.split(r"\s*[-/]\s*", match["tail"])
    parts = _unglued(parts[0]) or parts if len(parts) == 1 else parts
    year = int(match["year"]) if match["year"] else None
    term = _TERM.fullmatch(parts[0])
    if term and year and len(parts) == 1:
        issuer = f"{term['body'].upper()}{int(term['term'])}"
        return DocumentNumber(Form.ASSEMBLY, digits, issuer, year, letter=letter)
    return _with_letters(digits, letter, year, parts)


def _with_letters(digits: int, letter: str, year: int | None, parts: list[str]) -> DocumentNumber | None:
    """Return an administrative or normative number or a letter's, by the words after the digits."""
    code = CODES_ANY_CASE.get(parts[0].casefold())
    if code is None and not _is_letter(parts):
        code = _in_capitals(parts[0])
    if code and len(parts) > 1:
        form = Form.NORMATIVE if year else Form.ADMINISTRATIVE
        return DocumentNumber(form, digits, "-".join(map(_body, parts[1:])), year, code, letter=letter)
    if year or (code and parts[0].casefold() not in OLD_BODIES_ANY_CASE):
        return None
    issuer, *units = (_body(part) for part in parts)
    return DocumentNumber(Form.LETTER, digits, issuer, unit="-".join(units), letter=letter)


def _is_letter(parts: list[str]) -> bool:
    """Tell whether the words are a body and its unit: ``SNV-TT`` is, ``QD-UBND`` is a mistyped decision."""
    return parts[0].casefold() in BODIES_ANY_CASE or len(parts) < 2 or parts[1].casefold() not in BODIES_ANY_CASE


def _body(word: str) -> str:
    return "-".join(BODIES_ANY_CASE.get(part.casefold()) or _in_capitals(part) for part in word.split("-"))


def _in_capitals(word: str) -> str:
    """Return a word that was typed small in capitals; one with capitals of its own (SNgV) keeps them."""
    return word.upper() if word == word.lower() else word
