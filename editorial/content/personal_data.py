"""Personal data that should not go out by accident: identity, telephone and bank account numbers.

Source: Law 91/2025/QH15 on personal data. The form of a citizen's identity number (12 digits: three for the place of
birth, one for century and sex, two for the year, six more) is that of Circular 59/2021/TT-BCA. Both may change;
what is found is a hint to a person, never a verdict.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator

from editorial.content.findings import Finding

_GAP = r"[ .\-\u00a0\u2013]?"
_EDGE, _END = r"(?<![\w/.,\-])", r"(?![\w/]|[.,\-]\d)"
_IDENTITY = re.compile(rf"{_EDGE}0(?:{_GAP}\d){{11}}{_END}")
_PHONE = re.compile(
    rf"{_EDGE}(?:\(?(?:\+|00)84\)?{_GAP}|\(?0)(?:[2-9]|1[2689])(?:[ .\-()\u00a0\u2013]{{0,2}}\d){{7,9}}{_END}"
)
# Words after which a run of digits is somebody's account.
_BANK = re.compile(
    r"(?:số\s+tài\s+khoản|tài\s+khoản(?:\s+số)?|stk|số\s+tk|account(?:\s+(?:no|number))?)\W{0,4}(?:số\W{0,3})?"
    rf"(\d(?:{_GAP}\d){{5,18}}){_END}",
    re.IGNORECASE,
)
# The old identity card has nine digits, like much else: only where the text calls it that.
_OLD_CARD = re.compile(
    rf"(?:cmnd|cmt|chứng\s+minh(?:\s+nhân\s+dân)?)\D{{0,12}}(\d(?:{_GAP}\d){{8}}){_END}", re.IGNORECASE
)
_PLACES = range(1, 97)
_LENGTHS = range(9, 12)


def digits(text: str) -> str:
    """Return the digits of ``text`` alone; a leading country code 84 becomes 0, so that numbers can be compared."""
    plain = "".join(re.findall(r"[0-9]", text))
    international = text.lstrip("( ").startswith(("+84", "0084"))
    return "0" + plain.removeprefix("00").removeprefix("84").removeprefix("0") if international else plain


def masked(number: str) -> str:
    """Return ``number`` with all digits but the last two hidden: ``"0912 345 678"`` → ``"•••• ••• •78"``."""
    keep = len(re.findall(r"\d", number)) - 2
    count = iter(range(len(number)))
    return re.sub(r"\d", lambda match: "•" if next(count) < keep else match.group(), number)


def is_identity_number(number: str) -> bool:
    """Tell whether 12 digits have the form of a citizen's identity number."""
    return len(number) == 12 and int(number[:3]) in _PLACES


def personal_data(text: str, official_numbers: Collection[str] = ()) -> list[Finding]:
    """Return findings ``identity_number``, ``bank_account``, ``phone`` in order of the text, each number once.

    ``official_numbers`` (digits only) are telephones that the portal publishes itself as contacts of its units.
    """
    found: dict[str, Finding] = {}
    taken: list[tuple[int, int]] = []
    for code, start, end, number in sorted(_numbers(unicodedata.normalize("NFKC", text)), key=_order):
        plain = digits(number)
        if any(start < other_end and end > other_start for other_start, other_end in taken):
            continue
        taken.append((start, end))
        if not (code == "phone" and plain in official_numbers):
            found.setdefault(plain, Finding(code, masked(number)))
    return list(found.values())


_RANK = {"bank_account": 0, "identity_number": 1, "phone": 2}


def _order(number: tuple[str, int, int, str]) -> tuple[int, int]:
    return _RANK[number[0]], number[1]


def _numbers(text: str) -> Iterator[tuple[str, int, int, str]]:
    for match in _BANK.finditer(text):
        yield "bank_account", match.start(1), match.end(1), match.group(1)
    for match in _OLD_CARD.finditer(text):
        yield "identity_number", match.start(1), match.end(1), match.group(1)
    for match in _IDENTITY.finditer(text):
        if is_identity_number(digits(match.group())):
            yield "identity_number", match.start(), match.end(), match.group()
    for match in _PHONE.finditer(text):
        if len(digits(match.group())) in _LENGTHS:
            yield "phone", match.start(), match.end(), match.group()
