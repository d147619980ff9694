"""Numbers of documents in running text, with type, day and body: pure functions.

"Nghị quyết số 25/2020/NQ-HĐND ngày 04/12/2020 của HĐND tỉnh" is one mention. Offsets are those of the text as it was
given. Dates (22/05/2020), fractions, telephone numbers and addresses of pages are no numbers of documents.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from legal.numbers import BLANK, WORD, DocumentNumber, Form, agrees, clean, parse, with_hyphens
from legal.vocabulary import BODIES_ANY_CASE, CODES_ANY_CASE, CODES_BY_NAME, OLD_BODIES, TYPE_NAMES

_NAMES = "|".join(re.escape(name) for name in CODES_BY_NAME)
_SIGN = r"[-/]"
# After the digits: a type, a body and perhaps more words. Only between type and body blanks may stand round the sign,
# else "17/NQ-CP - Chính phủ" would be one number.
_CANDIDATE = re.compile(
    r"(?<![\w/.=@%&#+-])"
    rf"\d{{1,5}}[a-zA-Z]?{BLANK}"
    rf"(?:/{BLANK}(?:\d{{4}}{BLANK}/{BLANK})?(?P<first>{WORD})(?:{BLANK}-{BLANK}(?P<second>{WORD})|/(?P<third>{WORD}))?"
    rf"(?:-{WORD})*"
    rf"|(?:-|\s)(?P<party>{WORD})/{WORD}(?:-{WORD})*"
    rf"|-(?P<old>{'|'.join(OLD_BODIES)})(?![-/]))"
    r"(?![\w@]|/\w)"
)
# "Kế hoạch số 141": a type and digits that no year and no body follows.
_PARTIAL_TYPES = [name for name, code in CODES_BY_NAME.items() if code not in {"DA", "ĐA", "HĐ", "PA", "CTr"}]
_PARTIAL = re.compile(
    rf"\b(?P<name>{'|'.join(map(re.escape, _PARTIAL_TYPES))})\s+số\s*:?\s*"
    r"(?P<digits>\d{1,5})(?![\w/.,-]?\w|\s*[/-])",
    re.IGNORECASE,
)
_BEFORE = re.compile(rf"(?P<name>\b(?:{_NAMES}))?\s*(?P<cue>(?:\bsố|\bno\.?)\s*:?)?\s*$", re.IGNORECASE)
# "gói thầu số 05/XL" is no document: without a type, "số" must begin what is said.
_OTHER_THING = re.compile(r"[^\W\d_][^\S\n]*\Z")
_LINKS = re.compile(r"\b(?:và|hoặc|theo|tại|của|các|kèm)\s*$", re.IGNORECASE)
# "các Quyết định số 10, 11 và 12/QĐ-UBND ngày 05/6/2025": what follows the last number belongs to all of them.
_LISTED = re.compile(
    rf"(?P<name>\b(?:{_NAMES}))?\s*(?P<cue>\bsố)\s*:?\s*(?P<digits>\d{{1,5}}(?:\s*,\s*\d{{1,5}})*)\s*(?:,|\bvà)\s*$",
    re.IGNORECASE,
)
# "số 10/QĐ-UBND và 11/QĐ-UBND cùng ngày 05/6/2025": whole numbers share a day only if the text says so.
_AND = re.compile(rf"\s*(?:[,;]|[,;]?\s*\bvà)\s*(?:(?:{_NAMES})\s*)?(?:\bsố\s*:?\s*)?", re.IGNORECASE)
_SAME_DAY = re.compile(r"\s*,?\s*\(?\s*(?:đều\s+)?(?:(?:ban\s+hành|ký)\s+)?cùng\s+ngày", re.IGNORECASE)
_DAY = re.compile(
    r"\s*,?\s*\(?\s*(?:được\s+|đều\s+)?(?:(?:ban\s+hành|ký)\s+)?(?:(?:cùng\s+)?ngày|dated)\s+(?:"
    r"(?P<d>\d{1,2})\s*[/.-]\s*(?P<m>\d{1,2})\s*[/.-]\s*(?P<y>\d{4})"
    r"|(?P<dd>\d{1,2})\s+tháng\s+(?P<mm>\d{1,2})\s+năm\s+(?P<yy>\d{4}))(?!\d)",
    re.IGNORECASE,
)
_ISSUER = re.compile(
    r"\s*,?\s*(?:của|do)\s+(?P<who>(?:(?:Thường\s+trực|Chủ\s+tịch|Bộ\s+trưởng|Giám\s+đốc|Ban\s+Thường\s+vụ)\s+)*"
    r"(?:HĐND|UBND|UBTVQH|UBMTTQ|Hội\s+đồng|[UỦ][yỷ]\s+ban|Chính\s+phủ|Thủ\s+tướng|Quốc\s+hội|Chủ\s+tịch|"
    r"Bộ|Sở|Ban|Tỉnh\s+[uủ][yỷ]|Thành\s+[uủ][yỷ]|Đảng\s+[uủ][yỷ]|Trung\s+ương|Văn\s+phòng|Ngân\s+hàng|Thanh\s+tra|"
    r"Tòa\s+án|Viện|Kiểm\s+toán|Liên\s+đoàn|Mặt\s+trận)\b[^,.;:()\n]*)"
)
# Lower-case words that end the name of a body.
_END_OF_NAME = re.compile(
    r"\s+(?:ngày|về|quy\s+định|ban\s+hành|phê\s+duyệt|sửa\s+đổi|thông\s+qua|hướng\s+dẫn|bãi\s+bỏ|thay\s+thế|là|đã|được|có|"
    r"để|nhằm|trên|tại|trong|theo|đối\s+với|cho|giao|yêu\s+cầu|nêu|và\s+(?:các\s+)?(?:" + _NAMES + r")\b|và\s+\d)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[^\s@]{1,64}@\S+", re.IGNORECASE)


@dataclass
class _Found:
    """A number in the cleaned text; what is said of it stands from ``after`` on."""

    start: int
    end: int
    number: DocumentNumber | None
    name: str
    after: int


@dataclass(frozen=True)
class Mention:
    """A document named in a text.

    In an enumeration that gives day and body once for all, every mention has them.

    ``start`` and ``end`` bound the words that name it, the type before the number included. ``number`` is ``None``
    where only a part is said ("Kế hoạch số 141"): such a document cannot be told. ``issuer`` is as written.
    """

    start: int
    end: int
    text: str
    number: DocumentNumber | None
    type_name: str = ""
    issued_on: date | None = None
    issuer: str = ""

    @property
    def has_type_clash(self) -> bool:
        """Whether another type stands before the number than in it."""
        return bool(self.number and self.type_name and not agrees(self.number, self.type_name))


def find_mentions(text: str) -> list[Mention]:
    """Return all documents named in ``text``, in order."""
    if not re.search(r"\d", text):
        return []
    plain, offsets = _with_offsets(text)
    plain = with_hyphens(plain)
    addresses = [match.span() for match in _ADDRESS.finditer(plain)]
    found: list[_Found] = []
    for match in _CANDIDATE.finditer(plain):
        if any(start <= match.start() < end for start, end in addresses):
            continue
        before = _BEFORE.search(plain, max(0, match.start() - 60), match.start())
        listed = _LISTED.search(plain, max(0, match.start() - 100), match.start())
        name = (before["name"] or "") if before else ""
        number = parse(match[0])
        has_cue = bool(listed and _is_cue(plain, listed) or before and _is_cue(plain, before))
        if number is None or not _is_likely(match, number, has_cue):
            continue
        if listed:
            name = listed["name"] or ""
            earlier = _listed_before(plain, listed, match[0])
            found += [_Found(at, end, other, name, match.end()) for at, end, other in earlier]
        start = before.start("name") if before and before["name"] else match.start()
        found.append(_Found(start, match.end(), number, name, match.end()))
    taken = [(item.start, item.end) for item in found]
    for match in _PARTIAL.finditer(plain):
        if not any(start < match.end() and match.start() < end for start, end in taken):
            found.append(_Found(match.start(), match.end(), None, match["name"], match.end()))
    found.sort(key=lambda item: (item.start, item.end))
    for item, following in reversed(list(pairwise(found))):
        if _SAME_DAY.match(plain, following.after) and _AND.fullmatch(plain, item.end, following.start):
            item.after = following.after
    return [_mention(text, offsets, item, *_context(plain, item.after)) for item in found]


def _listed_before(plain: str, listed: re.Match[str], last: str) -> Iterator[tuple[int, int, DocumentNumber]]:
    """Yield (start, end, number) of the digits that share the rest of ``last``; the type goes with the first."""
    rest = last.lstrip("0123456789")
    start, end = listed.span("digits")
    for place, digits in enumerate(re.finditer(r"\d+", plain[start:end])):
        number = parse(digits[0] + rest)
        if number is not None:
            at = listed.start("name") if listed["name"] and not place else start + digits.start()
            yield at, start + digits.end(), number


def _is_cue(plain: str, before: re.Match[str]) -> bool:
    """Tell whether the words before a number say that it is one of a document: its type, or "số" alone."""
    if before["name"]:
        return True
    if not before["cue"]:
        return False
    said = plain[max(0, before.start("cue") - 60) : before.start("cue")]
    return not _OTHER_THING.search(said) or bool(_LINKS.search(said))


def _is_likely(match: re.Match[str], number: DocumentNumber, has_cue: bool) -> bool:
    """Tell a number from other letters after a slash (100/VNĐ-USD, 60/km): known words, or "số" before it."""
    if number.form is Form.ASSEMBLY:
        return True
    if number.form is Form.PARTY:
        return "-" in match[0] or number.issuer.casefold() in BODIES_ANY_CASE
    first = match["first"] or match["old"]
    if number.form is Form.LETTER:
        known = first.casefold() in BODIES_ANY_CASE
        return known and bool(number.unit) or has_cue and (known or first == first.upper() and len(first) > 1)
    if first.casefold() not in CODES_ANY_CASE and number.type_code not in TYPE_NAMES:
        return True  # An unknown type before a known body: 959/QD-UBND.
    known = number.body.casefold() in BODIES_ANY_CASE
    return known or has_cue or (first == number.type_code and number.issuer == number.issuer.upper())


def _with_offsets(text: str) -> tuple[str, list[int]]:
    """Return ``text`` cleaned, and for every letter of it (and its end) the place in ``text`` where it comes from."""
    if text.isascii():
        return text, list(range(len(text) + 1))
    pieces, offsets = [], []
    start = 0
    while start < len(text):
        end = start + 1
        # A letter and the marks that follow it are cleaned together.
        while end < len(text) and text[end] in _MARKS:
            end += 1
        piece = clean(text[start:end])
        pieces.append(piece)
        offsets += [start] * len(piece)
        start = end
    return "".join(pieces), [*offsets, len(text)]


# Combining marks of Vietnamese in NFD.
_MARKS = frozenset("\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323")


def _mention(text: str, offsets: list[int], item: _Found, issued_on: date | None, issuer: str) -> Mention:
    first, last = offsets[item.start], offsets[item.end]
    code = CODES_BY_NAME.get(item.name.lower(), "")
    type_name = TYPE_NAMES.get(code, item.name) if item.name else ""
    return Mention(first, last, text[first:last], item.number, type_name, issued_on, issuer)


def _context(plain: str, end: int) -> tuple[date | None, str]:
    """Return the day of issue and the body that are said after a number, in either order."""
    issued_on, issuer = None, ""
    for _step in range(2):
        if issued_on is None and (day := _DAY.match(plain, end)):
            issued_on = _date(day)
            end = day.end()
        elif not issuer and (body := _ISSUER.match(plain, end)):
            cut = _END_OF_NAME.search(body["who"])
            issuer = " ".join(body["who"][: cut.start() if cut else None].split())[:120]
            end = body.start("who") + (cut.start() if cut else len(body["who"]))
    return issued_on, issuer


def _date(match: re.Match[str]) -> date | None:
    day, month, year = (int(match[a] or match[b]) for a, b in (("d", "dd"), ("m", "mm"), ("y", "yy")))
    try:
        return date(year, month, day)
    except ValueError:
        return None
