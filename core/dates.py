"""Vietnamese dates: reading what portals print, and printing them the Vietnamese way.

Pure functions. Every value is an aware ``datetime`` in Asia/Ho_Chi_Minh; what is not known is said by a
:class:`~core.enums.DatePrecision`, never by a magic hour. A day comes before a month, always: ``06/17/2025`` is
no date here. Years are written with four digits.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from core.enums import DatePrecision

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")

WEEKDAYS = {
    "vi": ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
ENGLISH_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_MONTH_NUMBERS = {
    "một": 1,
    "giêng": 1,
    "hai": 2,
    "ba": 3,
    "tư": 4,
    "bốn": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "bẩy": 7,
    "tám": 8,
    "chín": 9,
    "mười": 10,
    "mười một": 11,
    "mười hai": 12,
    "chạp": 12,
} | {spelling.lower(): number for number, name in enumerate(ENGLISH_MONTHS, start=1) for spelling in (name, name[:3])}


@dataclass(frozen=True, slots=True)
class ParsedDate:
    """A moment read from text: aware value, how much of it was written, and whether the year was a guess."""

    value: datetime
    precision: DatePrecision
    year_inferred: bool = False

    @property
    def day(self) -> date:
        """The calendar day in Vietnam."""
        return self.value.date()


@dataclass(frozen=True, slots=True)
class DateMention:
    """Words of a text that name a date: ``text[start:end]``. ``parsed`` is None when the year stays unknown."""

    text: str
    start: int
    end: int
    day: int
    month: int
    year: int | None
    parsed: ParsedDate | None


_EDGE = r"(?<![\w/])(?<![^\W\d]-)(?<!\d[.,:])"
_WEEKDAY = r"(?:(?:thứ\s*(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ\s*nhật|cn)\s*[,.\-–|:]?\s*)?(?:ngày\s*:?\s*)?"
_MONTH_WORD = "|".join(sorted((re.escape(word) for word in _MONTH_NUMBERS), key=len, reverse=True))
_TIME = (
    r"(?P<{0}hour>\d{{1,2}})(?:\s*[:hg]\s*(?P<{0}minute>\d{{2}})(?!\d)(?:\s*:\s*(?P<{0}second>\d{{2}})(?:\.\d+)?)?['’′]?"
    r"|\s*giờ(?:\s*(?P<{0}minute2>\d{{1,2}})(?:\s*phút)?(?![\d/\-.]))?|\s*h(?!\w))"
    r"(?:\s*(?P<{0}half>SA|CH|AM|PM)\b)?(?:\s*phút)?"
)
_ENGLISH_MONTH = "|".join([*ENGLISH_MONTHS, *(name[:3] for name in ENGLISH_MONTHS)])
# 2025-06-17T08:36:00+07:00, and the same without a time
_ISO_DAY = r"(?P<iso_year>\d{4})[-/](?P<iso_month>\d{2})[-/](?P<iso_day>\d{2})(?![\d/\-])"
# ngày 26 tháng 3 [năm 2021], 17 Tháng Sáu, 2025
_WORDED_DAY = (
    rf"{_WEEKDAY}(?P<word_day>\d{{1,2}})\s*tháng\s*(?P<word_month>\d{{1,2}}|{_MONTH_WORD})(?![\w])"
    r"(?:\s*[,/\-]?\s*(?:năm\s*)?(?P<word_year>\d{4})(?!\d))?"
)
# 27 - 03 - 2021, 28/08/2018, 24.11.2020, and 16-6, 25.7, 27/8
_NUMERIC_DAY = (
    rf"{_WEEKDAY}(?P<day>\d{{1,2}})\s?(?P<sep>[/.\-–])\s?(?P<month>\d{{1,2}})"
    r"(?:\s?(?P=sep)\s?(?P<year>\d{4})(?!\d)|(?!\d|[/.\-–]\d|\s(?P=sep)\s\d{4}))(?![/\-]\w)"
)
# Tháng Sáu 17, 2025 (WordPress), June 17, 2025
_MONTH_FIRST = (
    rf"(?:tháng\s*)?(?P<lead_month>{_MONTH_WORD})\s+(?P<lead_day>\d{{1,2}}),?\s+(?P<lead_year>\d{{4}})(?!\d)"
)
# Tue, 17 Jun 2025
_ENGLISH_DAY = (
    rf"(?:[a-z]{{3,9}},\s*)?(?P<en_day>\d{{1,2}})\s+(?P<en_month>{_ENGLISH_MONTH})\.?,?\s+"
    r"(?P<en_year>\d{4})(?!\d)"
)
_DAYS = (_ISO_DAY, _WORDED_DAY, _NUMERIC_DAY, _MONTH_FIRST, _ENGLISH_DAY)
_DAY = re.compile(_EDGE + "(?:" + "|".join(_DAYS) + ")", re.IGNORECASE)
_TIME_AFTER = re.compile(
    r"(?:T|[\s,|·•\-–(\[]{1,8}(?:(?:vào|lúc|hồi)\s+){0,2})" + _TIME.format("") + r"[)\]]?"
    r"(?P<zone>\s*(?:Z\b|[+-]\d{2}:?\d{2}\b))?",
    re.IGNORECASE,
)
_TIME_BEFORE = re.compile(r"(?<![\d/.,:\-])" + _TIME.format("") + r"[\s,|·•\-–)]{1,6}$", re.IGNORECASE)
_MONTH_ONLY = re.compile(
    r"(?<!\w)tháng\s*(?P<month>\d{1,2})\s*(?:/|-|năm|,\s*năm)\s*(?P<year>\d{4})(?!\d)", re.IGNORECASE
)
# A day and month without a year are two numbers like any others ("6/6 huyện"); in running text a word must say so.
_CUE = re.compile(
    r"(?:\b(?:ngày|sáng|chiều|trưa|tối|đêm|nay|qua|mai|mùng|mồng)|(?<!\d)\d\d?(?:/\d\d?)?\s*(?:,|và|đến|tới|-|–))\s*\(?\s*$|\(\s*$",
    re.IGNORECASE,
)
# How far before a date the word that introduces it, or its time, is looked for.
_REACH = 40
_FILLER = re.compile(
    r"gmt\s*\+?\s*0?7(?::?00)?|utc\s*\+?\s*0?7|ngày|đăng|cập|nhật|lúc|vào|hồi|xuất|bản|tạo|tin|bài|giờ|cuối|lần"
    r"|thứ\s*(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])\b|chủ|cn\b|thời|gian|on|posted|updated|[\s\W_]",
    re.IGNORECASE,
)


def infer_year(day: int, month: int, reference: date) -> date | None:
    """Return the ``day``/``month`` nearest to ``reference`` (half a year either way), None if no such day exists."""
    candidates = []
    for year in range(reference.year - 4, reference.year + 5):
        found = _calendar_day(year, month, day)
        if found:
            candidates.append(found)
    return min(candidates, key=lambda found: abs(found - reference), default=None)


def parse_date(text: str, reference: date | None = None) -> ParsedDate | None:
    """Read a string that *is* a date, such as ``"22/05/2020 8:26:51 SA"`` or ``"Thứ Ba, ngày 17/06/2025 | 08:36"``.

    Besides the date the string may hold a weekday, ``GMT+7`` and the usual "posted at" words, nothing else;
    ``reference`` lends the year to a date without one. None for anything else, for a day that no calendar has
    and for two dates.
    """
    mentions = list(_mentions(text, reference, cue_needed=False))
    if len(mentions) == 1 and mentions[0].parsed:
        rest = text[: mentions[0].start] + " " + text[mentions[0].end :]
        return None if _FILLER.sub("", rest) else mentions[0].parsed
    month = _MONTH_ONLY.search(text)
    if not mentions and month and not _FILLER.sub("", text[: month.start()] + text[month.end() :]):
        first = _calendar_day(int(month["year"]), int(month["month"]), 1)
        return ParsedDate(_at(first), DatePrecision.MONTH) if first else None
    return None


def find_dates(text: str, reference: date | None = None) -> list[DateMention]:
    """Return the days that running text names, in order, with their spans and the time beside them, if any.

    A day and month without a year count only after a word such as "ngày" or "sáng"; their year comes from
    ``reference`` (marked ``year_inferred``) or stays None. Days that no calendar has (31/02) are left out.
    """
    return list(_mentions(text, reference, cue_needed=True))


def format_date(value: date | datetime, precision: str, language: str) -> str:
    """Print a date in ``language`` ("vi" or "en", other languages as English), no finer than ``precision``."""
    return format_vietnamese(value, precision) if language.startswith("vi") else format_english(value, precision)


def format_vietnamese(value: date | datetime, precision: str = DatePrecision.MINUTE) -> str:
    """Return ``"Thứ Ba, 17/06/2025 08:36"``, ``"Thứ Ba, 17/06/2025"``, ``"Tháng 6/2025"`` or ``"2025"``."""
    local = _local(value)
    if precision == DatePrecision.YEAR:
        return f"{local.year}"
    if precision == DatePrecision.MONTH:
        return f"Tháng {local.month}/{local.year}"
    day = f"{WEEKDAYS['vi'][local.weekday()]}, {local:%d/%m/}{local.year:04}"
    return f"{day} {local:%H:%M}" if precision == DatePrecision.MINUTE else day


def format_english(value: date | datetime, precision: str = DatePrecision.MINUTE) -> str:
    """Return ``"Tuesday, 17 June 2025, 08:36"``, ``"Tuesday, 17 June 2025"``, ``"June 2025"`` or ``"2025"``."""
    local = _local(value)
    if precision == DatePrecision.YEAR:
        return f"{local.year}"
    month = f"{ENGLISH_MONTHS[local.month - 1]} {local.year}"
    if precision == DatePrecision.MONTH:
        return month
    day = f"{WEEKDAYS['en'][local.weekday()]}, {local.day} {month}"
    return f"{day}, {local:%H:%M}" if precision == DatePrecision.MINUTE else day


def _mentions(text: str, reference: date | None, cue_needed: bool) -> Iterator[DateMention]:
    position = 0
    while match := _DAY.search(text, position):
        position = match.end()
        day, month, year = _numbers(match)
        digits = re.search(r"\d", match[0])
        number_start = match.start() + (digits.start() if digits else 0)
        introduction = text[max(0, number_start - _REACH) : number_start]
        if match["day"] and not year and cue_needed and not _CUE.search(introduction):
            position = number_start + 1
            continue
        found = _calendar_day(year, month, day) if year else _calendar_day(2024, month, day)
        if not found:
            continue
        start, end = match.span()
        clock = _TIME_AFTER.match(text, end)
        moment = _clock(clock) if clock else None
        if clock and moment:
            end = clock.end()
        elif before := _TIME_BEFORE.search(text, max(0, start - _REACH), start):
            moment = _clock(before)
            start = before.start() if moment else start
        inferred = not year
        if not year:
            found = infer_year(day, month, reference) if reference else None
        parsed = None
        if found:
            parsed = _with_clock(found, moment, inferred)
            zone = clock["zone"] if clock and moment else None
            parsed = _in_vietnam(parsed, zone) if zone else parsed
        yield DateMention(text[start:end], start, end, day, month, year, parsed)
        position = max(end, position)


def _numbers(match: re.Match[str]) -> tuple[int, int, int | None]:
    for prefix in ("iso_", "word_", "", "lead_", "en_"):
        if match[f"{prefix}day"]:
            month = match[f"{prefix}month"]
            year = match[f"{prefix}year"]
            number = int(month) if month.isdigit() else _MONTH_NUMBERS[" ".join(month.lower().split())]
            return int(match[f"{prefix}day"]), number, int(year) if year else None
    raise AssertionError("the pattern always names a day")  # pragma: no cover


def _clock(match: re.Match[str]) -> tuple[int, int, int] | None:
    """Hours, minutes, seconds on a 24 h clock; SA/AM and CH/PM mark halves, and 18:16 CH is simply 18:16."""
    hour = int(match["hour"])
    minute = int(match["minute"] or match["minute2"] or 0)
    second = int(match["second"] or 0)
    half = (match["half"] or "").upper()
    if half in ("SA", "AM") and hour == 12:
        hour = 0
    elif half in ("CH", "PM") and hour < 12:
        hour += 12
    if hour > 23 or minute > 59 or second > 59:
        return None
    return hour, minute, second


def _with_clock(day: date, clock: tuple[int, int, int] | None, inferred: bool) -> ParsedDate:
    if clock is None:
        return ParsedDate(_at(day), DatePrecision.DAY, inferred)
    hour, minute, second = clock
    return ParsedDate(_at(day).replace(hour=hour, minute=minute, second=second), DatePrecision.MINUTE, inferred)


def _in_vietnam(parsed: ParsedDate, zone: str) -> ParsedDate:
    zone = zone.strip()
    offset = timedelta()
    if zone.upper() != "Z":
        sign = -1 if zone[0] == "-" else 1
        offset = sign * timedelta(hours=int(zone[1:3]), minutes=int(zone[-2:]))
    if abs(offset) >= timedelta(hours=24):
        return parsed
    value = parsed.value.replace(tzinfo=timezone(offset)).astimezone(VIETNAM)
    return replace(parsed, value=value)


def _calendar_day(year: int, month: int, day: int) -> date | None:
    if not 1900 <= year <= 2100:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=VIETNAM)


def _local(value: date | datetime) -> datetime:
    if not isinstance(value, datetime):
        return _at(value)
    return value.astimezone(VIETNAM) if value.tzinfo else value.replace(tzinfo=VIETNAM)
