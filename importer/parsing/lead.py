"""The opening of an article: agency prefix, lead, and the day on which the reported event took place."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from core.dates import DateMention, ParsedDate, find_dates
from core.enums import DatePrecision
from core.text import fold
from importer.parsing.vocabulary import words_of

LEAD_LIMIT = 500
# The day of an event stands in the first sentences of a paragraph or nowhere.
_OPENING = 2000

_BRACKET_PREFIX = re.compile(r"^[\"“]?[(\[]\s*(?P<name>[^()\[\]]{2,40}?)\s*[)\]]\s*(?P<dash>[-–—:.]+\s*)?(?=\S)")
_BARE_PREFIX = re.compile(
    r"^(?P<name>[A-ZĐ]{2,6}(?:&[A-ZĐ]{1,3})?O?|[A-Za-zĐđ0-9-]{2,25}\.(?:vn|com|net|org)(?:\.vn)?)\s*[-–—]\s+(?=[A-ZÀ-ỸĐ\"“])"
)
_NOT_AGENCIES = words_of("ubnd hdnd tt stt tp hd nq qd")
_NEEDS_TITLE = re.compile(
    r"(?:do la|day la|theo do|qua do|trong do|tren day la|cu the|tai day|viec (?:nay|tren|do)|dieu (?:nay|do)|nhu vay|do do|vi vay|vi the|ngoai ra|ben canh do|cung voi do|dong thoi|tuy nhien|"
    r"su kien nay|hoat dong nay|chuong trinh nay|buoi le|quyet dinh nay|nham muc dich (?:tren|do)|noi dung (?:tren|nay)|ong cung|ba cung)\b"
)
_DAYPART = re.compile(
    r"\b(?:rang sang|sang|chieu|trua|toi|dem)(?: som| muon| nay| qua| mai)?(?: ngay| hom nay| hom qua)?\s*,?\s*\(?\s*$"
)
_DOCUMENT = re.compile(
    r"(?:so\s+[\d/]+\S*|nghi quyet|quyet dinh|nghi dinh|chi thi|ke hoach|cong van|thong tu|thong bao|luat|phap lenh|to trinh|chuong trinh|ket luan|huong dan|bao cao|van ban|cong dien|giay moi|/[a-z]{1,5}-[a-z]{2,})"
    r"[^.;()]{0,80}?\bngay\s*$|/[a-z]{1,5}-?[a-z-]*\s*,?\s*(?:ngay|\()\s*$|so \S+ ngay\s*$"
)
_BOUND = re.compile(
    r"\b(?:tu|ke tu|den|truoc|sau|het|den het|cho den|chuan bi|ky niem|chao mung|huong toi|tinh den|truoc mat|sinh|thanh lap|hieu luc|han cuoi|cham nhat|toi|tu sau|lan thu|nhiem ky|giai doan|ngay truyen thong)\s+(?:vao\s+)?(?:ngay\s*)?$"
)
_ANNIVERSARY = re.compile(
    r"(?:nam ngay|ngay (?:thanh lap|truyen thong|sinh|giai phong|quoc|thuong binh|bao chi|phu nu|nha giao|thay thuoc|doanh nhan|chuyen doi so)|ky niem)[^.;]{0,140}$"
)
_RANGE = re.compile(
    r"(?:ngay|cac ngay|trong \S+ ngay)\s*\(?\s*(?P<first>\d{1,2})(?:\s*,\s*\d{1,2})*\s*(?:,|va|-|–|den)\s*(?:ngay\s*)?$"
)
_RELATIVE = re.compile(r"\b(?:(?:sáng|chiều|tối|hôm) (?:nay|qua)|mới đây|vừa qua)\b", re.IGNORECASE)
_STORY_START = re.compile(
    r"^\s*(?:[-–*+•]|\d\.)\s*(?:cung ngay|sang|chieu|toi|trua|ngay|vao|trong (?:sang|chieu|ngay)|cung trong)\b"
)
_MONTH_ONLY = re.compile(r"\b(?:trong |dau |cuoi |giua )?thang \d{1,2}(?:/| nam )\d{4}")


@dataclass(frozen=True, slots=True)
class EventDay:
    """The day of the event with the words it was read from; ``parsed`` is None when its year cannot be known."""

    parsed: ParsedDate | None
    words: str
    ranged: bool = False


def split_agency_prefix(text: str) -> tuple[str, str]:
    """``"(HG) - Sáng …"`` → (``"HG"``, ``"Sáng …"``); also "(Baonghean.vn) –" and "QTO - "."""
    found = _BRACKET_PREFIX.match(text)
    if found:
        name = found["name"].strip()
        coded = re.fullmatch(r"[A-ZĐ][A-ZĐ0-9&.\-]{1,9}|[\w-]+(?:\.[\w-]+)+", name) is not None
        titled = found["dash"] is not None and name[:1].isupper() and not re.search(r"\d{1,2}[/.-]\d", name)
        if (coded or titled) and fold(name) not in _NOT_AGENCIES:
            return name, _sentence(text[found.end() :])
    found = _BARE_PREFIX.match(text)
    if found and fold(found["name"]) not in _NOT_AGENCIES:
        return found["name"], _sentence(text[found.end() :])
    return "", text


def depends_on_title(lead: str) -> bool:
    """True when the lead points back at its headline ("Đó là…", "Theo đó…") and cannot stand alone."""
    return bool(_NEEDS_TITLE.match(fold(lead).lstrip(' "“(-–')))


def fit_lead(text: str, limit: int = LEAD_LIMIT) -> tuple[str, str]:
    """Cut a first paragraph between sentences so that the lead fits; (``""``, text) if its first sentence does not."""
    if len(text) <= limit:
        return text, ""
    ends = [
        found.end()
        for found in re.finditer(r"[^\s.]{2,}[.!?…][\"”’)]*(?=\s+[A-ZÀ-ỸĐ\"“])", text)
        if found.end() <= limit
    ]
    return (text[: ends[-1]], text[ends[-1] :].strip()) if ends else ("", text)


def starts_another_story(text: str) -> bool:
    """True for a paragraph in the middle of a body that opens a news item of its own ("- Sáng ngày 16-6, ông …")."""
    return bool(_STORY_START.match(fold(text))) and len(text) > 80 or bool(split_agency_prefix(text)[0])


def find_event_day(paragraphs: list[str], reference: date | None) -> EventDay | None:
    """Return the day the reported event took place: named in the first paragraphs, not a document's or a deadline.

    ``reference`` is the day of publication; it lends the year to "sáng ngày 16-6" and rules out nothing else.
    """
    for paragraph in paragraphs:
        text = paragraph[:_OPENING]
        ranked = sorted(
            ((_strength(text, mention), -mention.start, mention) for mention in find_dates(text, reference)),
            key=lambda item: item[:2],
            reverse=True,
        )
        if ranked and ranked[0][0] > 0:
            return _event(text, ranked[0][2])
    return None


def names_relative_day(text: str) -> str:
    """Return "sáng nay", "hôm qua"… if the text dates its event only that way, else an empty string."""
    found = _RELATIVE.search(text[:_OPENING])
    return found[0] if found else ""


def _strength(text: str, mention: DateMention) -> int:
    """0 for a date that is not the event's; the likelier the event, the higher."""
    before = fold(text[: _day_number_at(mention)])
    after = fold(text[mention.end : mention.end + 12])
    if _DAYPART.search(before):
        return 5
    if _DOCUMENT.search(before) or (_ANNIVERSARY.search(before) and mention.year):
        return 0
    ranged = _RANGE.search(before)
    bound = _BOUND.search(before)
    if bound and not ranged:
        return 0
    inside = before.rfind("(") > before.rfind(")")
    if inside and mention.year and re.match(r"\s*[-–]|\)", after):
        return 0
    if re.match(r"\s*[-–]\s*\d", after) and mention.year:
        return 0
    if re.match(r"[\W]*(?:(?:trong|vao|vua qua|cung)[, ]*)?(?:cac )?ngay\s*$", before) or ranged:
        return 4
    if re.search(
        r"[.!?]\s*(?:vao |trong )?ngay\s*$|\b(?:vao|trong|vua qua,|dien ra|to chuc) (?:hai |ba |\d )?ngay\s*$", before
    ):
        return 3
    if re.search(r"\b(?:hom nay|hom qua|sang nay|chieu nay|nay|qua)\s*,?\s*\(?(?:ngay\s*)?$", before):
        return 4
    return 1 if re.search(r"\bngay\s*$", before) else 0


def _day_number_at(mention: DateMention) -> int:
    """Where the day's own digits begin: behind a clock time, a weekday or "ngày" inside the mention."""
    found = re.search(r"\d{1,2}\s?[/.\-–]\s?\d|\d{1,2}\s*tháng", mention.text, re.IGNORECASE)
    return mention.start + (found.start() if found else 0)


def _event(text: str, mention: DateMention) -> EventDay:
    words = (
        re.sub(r"^\S*\s", "", text[max(0, mention.start - 14) : mention.end])
        if mention.start > 14
        else text[: mention.end]
    )
    parsed = mention.parsed
    if parsed and re.search(r"(?:đến|tới|[-–])\s*$", text[: mention.start]):
        # "từ 8 giờ đến 16 giờ ngày 05/6": the hour beside the day is where the event ends
        parsed = ParsedDate(parsed.value.replace(hour=0, minute=0, second=0), DatePrecision.DAY, parsed.year_inferred)
    ranged = _RANGE.search(fold(text[: _day_number_at(mention)]))
    if ranged and parsed:
        try:
            first = parsed.value.replace(day=int(ranged["first"]))
        except ValueError:
            return EventDay(None, words, ranged=True)
        parsed = ParsedDate(first, parsed.precision, parsed.year_inferred)
    return EventDay(parsed, words, bool(ranged))


def is_after(day: date, publication: date) -> bool:
    """True when an event lies more than a day after its report: an announcement, or a misreading."""
    return day > publication + timedelta(days=1)


def _sentence(text: str) -> str:
    return text.strip(" -–—:")
