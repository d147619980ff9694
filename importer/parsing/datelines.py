"""Datelines: which line says when an article was published or updated, and which is only the page's clock."""

import re
from dataclasses import dataclass

from core.dates import DateMention, ParsedDate, find_dates, parse_date
from core.enums import DatePrecision
from core.text import fold
from importer.parsing.vocabulary import line_key

PUBLISHED = "published"
UPDATED = "updated"
CLOCK = "clock"
BARE = "bare"

_UPDATED_LABEL = re.compile(
    r"\b(?:(?:ngay |thoi gian |lan )?(?:cap nhat|sua doi|chinh sua|sua)(?: lan)?(?: cuoi| moi nhat)?(?: ngay| luc| vao| vao luc)?|last (?:updated|modified)|updated(?: on)?|date modified)\b\s*:?"
)
_PUBLISHED_LABEL = re.compile(
    r"\b(?:(?:da )?(?:dang|xuat ban|phat hanh|dua tin|gui)(?: tin| bai)? ?(?:ngay|luc|vao|vao luc|vao ngay)?|(?:ngay|thoi gian|gio|thoi diem)(?: gio)?(?: dang| xuat ban| phat hanh| tao| viet| dua| dua tin| gui| dang tin| dang bai| dang tai| ban hanh tin)|"
    r"(?:published|posted|created|date)(?: on| at| date)?|ngay)\s*:?"
)
_CLOCK_LABEL = re.compile(r"^\W*(?:hom nay|bay gio|hien tai|today)\b")
_TOOLS = re.compile(
    r"(?<!\w)(?:\d{1,3} )?(?:thích|chia sẻ|bình luận|báo lỗi|in bài(?: viết)?|in trang|lưu bài(?: viết)?|gửi (?:email|bài)|email|print|facebook|"
    r"zalo|twitter|đọc bài(?: viết)?|nghe (?:bài|đọc)|cỡ chữ|theo dõi|A[+\-]?(?=\s|$))(?!\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """A line that dates the page: what kind of date, and the words before and after it on the same line."""

    kind: str
    parsed: ParsedDate
    words: str
    before: str
    after: str
    weekday: bool = False


def read_dateline(text: str) -> Dateline | None:
    """Read a short line that is a date with, perhaps, a label, a view count or a name; None for anything else."""
    if len(text) > 160:
        return None
    mentions = [found for found in find_dates(text) if found.parsed and not found.parsed.year_inferred]
    if not mentions and (whole := parse_date(text)):
        if whole.precision == DatePrecision.MONTH:
            return None
        return Dateline(BARE, whole, text, "", "")
    if not mentions or len(mentions) > 2:
        return None
    labels = [_label(text, found, mentions[index - 1].end if index else 0) for index, found in enumerate(mentions)]
    index = next((i for i, kind in enumerate(labels) if kind == PUBLISHED), 0)
    mention, kind = mentions[index], labels[index]
    before, after = text[: mentions[0].start], text[mentions[-1].end :]
    if kind == BARE and not _bare_enough(before, after):
        return None
    if kind != BARE and (len(before.split()) > 9 or len(_beyond(after).split()) > 12):
        return None
    parsed = mention.parsed
    assert parsed is not None
    weekday = bool(re.search(r"\b(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|cn)\b", fold(text)))
    return Dateline(kind, parsed, text.strip(), before, after, weekday)


def second_date(text: str) -> Dateline | None:
    """On "Ngày đăng: … | Cập nhật: …" return the update that :func:`read_dateline` left beside the publication."""
    mentions = [found for found in find_dates(text) if found.parsed and not found.parsed.year_inferred]
    for index, found in enumerate(mentions):
        if index and found.parsed and _label(text, found, mentions[index - 1].end) == UPDATED:
            return Dateline(UPDATED, found.parsed, text.strip(), "", "")
    return None


def is_date_only(text: str) -> bool:
    """True for a line that is nothing but a date ("08:39 17/06/2025"), the way lists of other news date an entry."""
    return parse_date(text) is not None


def ends_with_listed_date(text: str) -> bool:
    """True for a list entry: words, then a date in brackets or a clock date, at the very end of the line."""
    if len(text) > 260:
        return False
    dates = find_dates(text)
    if not dates or not dates[-1].year or len(text) - dates[-1].end > 3:
        return False
    before = text[: dates[-1].start].rstrip()
    bracketed = before.endswith(("(", "["))
    clocked = bool(dates[-1].parsed and dates[-1].parsed.precision == DatePrecision.MINUTE)
    return bracketed or clocked or bool(re.match(r"[a-z0-9_.]{3,20}$", before))


def _label(text: str, mention: DateMention, start: int) -> str:
    before = fold(text[start : mention.start])
    words = fold(text[start : mention.end])
    if _CLOCK_LABEL.match(before):
        return CLOCK
    if _UPDATED_LABEL.search(before):
        return UPDATED
    if re.search(r"(?:^|\W)ngay\s*:\s*$", before) or re.match(r"\W*ngay\s*:", words):
        return PUBLISHED
    found = _PUBLISHED_LABEL.search(before)
    if found and found[0].strip(" :") not in ("ngay",):
        return PUBLISHED
    return BARE


def _bare_enough(before: str, after: str) -> bool:
    """Without a label only a weekday, GMT+7, a view count or a byline may stand beside the date."""
    head = line_key(before)
    tail = _beyond(after)
    if head and not re.fullmatch(r"(?:thu \w+|chu nhat|cn|ngay|luc|vao|vn|ha noi|[a-z ]{2,18},|posted|on|\W)*", head):
        name = re.fullmatch(r"[A-ZÀ-ỸĐ][\w.]*(?:[ \-–]+[A-ZÀ-ỸĐ][\w.]*){0,7}", before.strip(" |·•-–,"))
        if not name:
            return False
    return len(tail.split()) <= 8


def _beyond(after: str) -> str:
    """What follows the date apart from time zones, counters and separators."""
    tail = re.sub(r"(?i)\(?\[?(?:gmt|utc)\s*\+?\s*0?7(?::?00)?\)?\]?", " ", after)
    tail = re.sub(r"(?i)(?:lượt xem|đã xem|lượt đọc|xem|views?)\s*:?\s*[\d.,]+", " ", tail)
    tail = re.sub(r"(?i)[\d.,]+\s*(?:lượt xem|lượt đọc|lượt|views?|người xem|đã xem|bình luận)", " ", tail)
    tail = _TOOLS.sub(" ", tail)
    return " ".join(re.sub(r"[|·•\-–,;()\[\]]+", " ", tail).split())
