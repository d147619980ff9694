"""Deadlines in running Vietnamese text. Pure functions."""

import calendar
import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Deadline:
    """By when something is to be done: ``due_on``, or all the time; ``words`` are those of the text."""

    words: str
    due_on: date | None = None
    is_standing: bool = False


_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_YEAR = r"(?:\s*(?:/|-|năm|,\s*năm)\s*(?P<{0}>\d{{4}}))?"
_BEFORE = r"(?:trước|chậm\s+nhất(?:\s+là)?|muộn\s+nhất(?:\s+là)?|đến\s+hết|đến|tới|hết|xong|hạn(?:\s+\w+){0,3}?\s*:?)"
_DAY = re.compile(
    rf"{_BEFORE}\s+(?:(?:trước|vào|đến|hết)\s+)?(?:\d{{1,2}}\s*(?:giờ|h)\d*\s+)?(?:(?P<cue>ngày)\s+)?"
    r"(?:(?P<day>\d{1,2})\s?[/.\-]\s?(?P<month>\d{1,2})(?:\s?[/.\-]\s?(?P<year>\d{4}))?(?![\d/%])"
    r"|(?P<word_day>\d{1,2})\s+tháng\s+(?P<word_month>\d{1,2})(?:\s*(?:,\s*)?năm\s+(?P<word_year>\d{4}))?)",
    re.IGNORECASE,
)
_BY = r"(?:trong|trước|cuối|đến\s+hết|đến|hết|chậm\s+nhất(?:\s+là)?(?:\s+trong)?|xong)"
_MONTH = re.compile(
    rf"{_BY}\s+(?:hết\s+|trong\s+|cuối\s+)?tháng\s+(?P<month>\d{{1,2}})" + _YEAR.format("year"), re.IGNORECASE
)
_QUARTER = re.compile(
    rf"(?:{_BY}\s+(?:hết\s+|trong\s+|cuối\s+)?)?quý\s+(?P<quarter>IV|I{{1,3}}|[1-4])(?!\w)" + _YEAR.format("year"),
    re.IGNORECASE,
)
_WHOLE_YEAR = re.compile(
    r"(?:trong|trước|cuối|hết|đến\s+hết)\s+(?:hết\s+)?năm\s+(?P<year>\d{4}|nay)(?!\s*[-–]\s*\d)", re.IGNORECASE
)
_THIS_MONTH = re.compile(rf"{_BY}\s+(?:hết\s+)?tháng\s+này(?!\w)", re.IGNORECASE)
_WITHIN = re.compile(
    r"(?:trong\s+vòng|trong\s+thời\s+(?:hạn|gian)|chậm\s+nhất(?:\s+là)?(?:\s+sau)?|sau)\s+(?P<number>\d{1,3})\s+ngày"
    r"(?!\s+làm\s+việc)",
    re.IGNORECASE,
)
# "chi thường xuyên" is money, "phiên họp thường kỳ" a meeting.
_STANDING = re.compile(
    r"(?<!\w)(?<!chi )(?<!phí )(?<!vốn )(?<!nguồn )(?<!không )(?<!họp )"
    r"(?:thường\s+xuyên|thường\s+kỳ|định\s+kỳ|h[ằà]ng\s+(?:ngày|tuần|tháng|quý|năm))(?!\w)",
    re.IGNORECASE,
)


def find_deadline(text: str, given_on: date) -> Deadline | None:
    """Return by when ``text`` asks for something, ``None`` if it does not say.

    "trước ngày 30/6" is 30 June: what offices call the deadline is the day named. A month, quarter or year means its
    last day. A year that is not written is the one that makes the day the next after ``given_on``; a written
    day before it is history, not a deadline. A day beats a period, a period beats "thường xuyên". Working days are
    not counted out: they need a calendar of holidays.
    """
    text = unicodedata.normalize("NFC", text)
    for find in (_day, _within, _month, _quarter, _year):
        found = find(text, given_on)
        if found:
            return found
    standing = _STANDING.search(text)
    return Deadline(standing[0], is_standing=True) if standing else None


def _day(text: str, given_on: date) -> Deadline | None:
    for match in _DAY.finditer(text):
        numeric = match["day"] is not None
        # "đến 3.5" may be a figure; without "ngày" only a slash makes a day.
        if numeric and not match["cue"] and "/" not in match[0]:
            continue
        day, month = int(match["day"] or match["word_day"]), int(match["month"] or match["word_month"])
        due = _on(day, month, match["year"] or match["word_year"], given_on)
        if due:
            return Deadline(_plain(match[0]), due)
    return None


def _within(text: str, given_on: date) -> Deadline | None:
    match = _WITHIN.search(text)
    return Deadline(_plain(match[0]), given_on + timedelta(days=int(match["number"]))) if match else None


def _month(text: str, given_on: date) -> Deadline | None:
    if this := _THIS_MONTH.search(text):
        return Deadline(_plain(this[0]), _last_day(given_on.year, given_on.month))
    for match in _MONTH.finditer(text):
        due = _end_of_month(int(match["month"]), match["year"], given_on)
        if due:
            return Deadline(_plain(match[0]), due)
    return None


def _quarter(text: str, given_on: date) -> Deadline | None:
    for match in _QUARTER.finditer(text):
        # "tăng trưởng quý II đạt 9%" is a figure; without "trong" or a year it must be the last that is said.
        if match[0][0].lower() == "q" and not match["year"] and re.match(r"\s*\w", text[match.end() :]):
            continue
        due = _end_of_month(_QUARTERS[match["quarter"].lower()] * 3, match["year"], given_on)
        if due:
            return Deadline(_plain(match[0]), due)
    return None


def _year(text: str, given_on: date) -> Deadline | None:
    for match in _WHOLE_YEAR.finditer(text):
        year = given_on.year if match["year"].lower() == "nay" else int(match["year"])
        if given_on.year <= year <= given_on.year + 20:
            return Deadline(_plain(match[0]), date(year, 12, 31))
    return None


def _on(day: int, month: int, year: str | None, given_on: date) -> date | None:
    years = [int(year)] if year else [given_on.year, given_on.year + 1]
    for candidate in years:
        try:
            due = date(candidate, month, day)
        except ValueError:
            continue
        if due >= given_on:
            return due
    return None


def _end_of_month(month: int, year: str | None, given_on: date) -> date | None:
    if not 1 <= month <= 12:
        return None
    years = [int(year)] if year else [given_on.year, given_on.year + 1]
    ends = (_last_day(candidate, month) for candidate in years if 1900 <= candidate <= 2200)
    return next((end for end in ends if end >= given_on), None)


def _last_day(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _plain(words: str) -> str:
    return " ".join(words.split())
