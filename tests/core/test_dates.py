"""Vietnamese dates: every form that portals print, and what is none."""

from datetime import UTC, date, datetime

import pytest

from core.dates import VIETNAM, find_dates, format_date, format_english, format_vietnamese, infer_year, parse_date
from core.enums import DatePrecision

REFERENCE = date(2025, 6, 17)

WRITTEN = [
    # The forms of the real pages
    ("22/05/2020 8:26:51 SA", "2020-05-22T08:26:51", "minute"),
    ("15/03/2022 8:29 CH", "2022-03-15T20:29:00", "minute"),
    ("27 - 03 - 2021", "2021-03-27T00:00:00", "day"),
    ("Thứ Ba, ngày 17/06/2025 | 08:36", "2025-06-17T08:36:00", "minute"),
    ("Thứ Ba, ngày 17/06/2025 · 08:36", "2025-06-17T08:36:00", "minute"),
    ("08:39 17/06/2025", "2025-06-17T08:39:00", "minute"),
    ("03/08/2018 07:30", "2018-08-03T07:30:00", "minute"),
    ("28/08/2018", "2018-08-28T00:00:00", "day"),
    ("(10/4/2020)", "2020-04-10T00:00:00", "day"),
    ("ngày 04/12/2020", "2020-12-04T00:00:00", "day"),
    ("1-7-2025", "2025-07-01T00:00:00", "day"),
    # The twelve-hour clock
    ("01/02/2020 12:05 SA", "2020-02-01T00:05:00", "minute"),
    ("12:05 SA 01/02/2020", "2020-02-01T00:05:00", "minute"),
    ("01/02/2020 12:05 CH", "2020-02-01T12:05:00", "minute"),
    ("1/2/2020 00:10 SA", "2020-02-01T00:10:00", "minute"),
    ("1/2/2020 11:59 CH", "2020-02-01T23:59:00", "minute"),
    ("1/2/2020 8:26 AM", "2020-02-01T08:26:00", "minute"),
    ("07.02.2023 | 18:16 PM", "2023-02-07T18:16:00", "minute"),
    # Separators, weekdays, zones
    ("Thứ 3, 26/09/2023, 18:23[GMT+7]", "2023-09-26T18:23:00", "minute"),
    ("Thứ 4, 23.02.2022 | 20:41:28", "2022-02-23T20:41:28", "minute"),
    ("Thứ Hai, 16/3/2020 | 14:25 GMT+7", "2020-03-16T14:25:00", "minute"),
    ("Thứ ba, 17/06/2025 08:36 (GMT+7)", "2025-06-17T08:36:00", "minute"),
    ("Chủ nhật, 1/6/2025", "2025-06-01T00:00:00", "day"),
    ("CN, 01/06/2025", "2025-06-01T00:00:00", "day"),
    ("17/06/2025 - 08:36", "2025-06-17T08:36:00", "minute"),
    ("17/06/2025, 08:36", "2025-06-17T08:36:00", "minute"),
    ("09:05 | 12/11/2021", "2021-11-12T09:05:00", "minute"),
    ("24.11.2020", "2020-11-24T00:00:00", "day"),
    ("06:36:53 03/01/2022", "2022-01-03T06:36:53", "minute"),
    # Labels
    ("Ngày đăng:17/06/2025", "2025-06-17T00:00:00", "day"),
    ("Đăng lúc: 09:05 - 12/11/2021", "2021-11-12T09:05:00", "minute"),
    ("Cập nhật lúc 08h36 ngày 17/06/2025", "2025-06-17T08:36:00", "minute"),
    ("Ngày: 5/6/2021 lúc 7:05", "2021-06-05T07:05:00", "minute"),
    # Words
    ("8 giờ 30 ngày 17/6/2025", "2025-06-17T08:30:00", "minute"),
    ("8 giờ 30 phút, ngày 17/6/2025", "2025-06-17T08:30:00", "minute"),
    ("8 giờ, ngày 17/6/2025", "2025-06-17T08:00:00", "minute"),
    ("20h30’ ngày 5/6/2021", "2021-06-05T20:30:00", "minute"),
    ("7g15 5/6/2021", "2021-06-05T07:15:00", "minute"),
    ("ngày 26 tháng 3 năm 2021", "2021-03-26T00:00:00", "day"),
    ("Thứ Ba, ngày 17 tháng 6 năm 2025, 08:36", "2025-06-17T08:36:00", "minute"),
    ("17 Tháng Sáu, 2025", "2025-06-17T00:00:00", "day"),
    ("Tháng Mười Hai 5, 2024", "2024-12-05T00:00:00", "day"),
    ("ngày 5 tháng giêng năm 2024", "2024-01-05T00:00:00", "day"),
    # What machines and English pages write
    ("2025-06-17T08:36:00+07:00", "2025-06-17T08:36:00", "minute"),
    ("2025-06-17T01:36:00Z", "2025-06-17T08:36:00", "minute"),
    ("2025-06-17T01:36:00.123Z", "2025-06-17T08:36:00", "minute"),
    ("2025-06-16T20:36:00-0500", "2025-06-17T08:36:00", "minute"),
    ("2025-06-17 08:36:00", "2025-06-17T08:36:00", "minute"),
    ("2025/06/17", "2025-06-17T00:00:00", "day"),
    ("Tue, 17 Jun 2025 08:36:00 +0700", "2025-06-17T08:36:00", "minute"),
    ("June 17, 2025", "2025-06-17T00:00:00", "day"),
    ("17 June 2025, 08:36", "2025-06-17T08:36:00", "minute"),
    ("Tháng 6/2025", "2025-06-01T00:00:00", "month"),
    ("tháng 6 năm 2025", "2025-06-01T00:00:00", "month"),
]


@pytest.mark.parametrize("text, value, precision", WRITTEN)
def test_a_written_date_is_read(text, value, precision):
    parsed = parse_date(text)
    assert parsed is not None
    assert parsed.value == datetime.fromisoformat(value).replace(tzinfo=VIETNAM)
    assert parsed.value.utcoffset().total_seconds() == 7 * 3600
    assert parsed.precision == precision
    assert not parsed.year_inferred


WITHOUT_YEAR = [
    ("25.7", "2025-07-25"),
    ("16-6", "2025-06-16"),
    ("27/8", "2025-08-27"),
    ("Ngày 26 tháng 3", "2025-03-26"),
    ("ngày 28/12", "2024-12-28"),
    ("29/2", "2024-02-29"),
    ("08:30 ngày 16/6", "2025-06-16"),
]


@pytest.mark.parametrize("text, day", WITHOUT_YEAR)
def test_a_missing_year_is_inferred_and_says_so(text, day):
    parsed = parse_date(text, REFERENCE)
    assert parsed.day.isoformat() == day
    assert parsed.year_inferred


@pytest.mark.parametrize("text, _day", WITHOUT_YEAR)
def test_without_a_reference_there_is_no_year(text, _day):
    assert parse_date(text) is None


NONSENSE = [
    "",
    "không có ngày",
    "31/02/2020",
    "29/02/2023",
    "06/17/2025",
    "00/01/2020",
    "32/01/2020",
    "17/06/25",
    "17/06/0025",
    "1.500.000",
    "25/2020/NQ-HĐND",
    "2023-2025",
    "9,6",
    "0293.387.878",
    "192.168.1.20",
    "08:36",
    "12/05/2020 và 13/05/2020",
    "Hội nghị ngày 12/05/2020",
    "Tháng 13/2025",
    "ngày 31 tháng 4 năm 2021",
    "June 31, 2025",
]


@pytest.mark.parametrize("text", NONSENSE)
def test_what_is_no_date_is_refused(text):
    assert parse_date(text, REFERENCE) is None


def test_an_hour_that_no_clock_has_leaves_the_day():
    assert parse_date("24:10 01/02/2020") is None
    mention = find_dates("24:10 01/02/2020")[0]
    assert mention.parsed.precision == DatePrecision.DAY


@pytest.mark.parametrize(
    "day, month, reference, year",
    [
        (26, 3, date(2021, 3, 27), 2021),
        (28, 12, date(2021, 1, 5), 2020),
        (5, 1, date(2021, 12, 30), 2022),
        (29, 2, date(2023, 1, 1), 2024),
        (31, 4, date(2023, 1, 1), None),
    ],
)
def test_the_nearest_year_is_taken(day, month, reference, year):
    found = infer_year(day, month, reference)
    assert (found and found.year) == year


MENTIONS = [
    ("sáng ngày 16-6, tại xã (từ ngày 1-7-2025) 6/6 huyện và 9,6 điểm", ["2025-06-16", "2025-07-01"]),
    ("Chiều 25.7, LĐLĐ thành phố", ["2025-07-25"]),
    ("Nghị quyết 25/2020/NQ-HĐND ngày 04/12/2020 giai đoạn 2020 - 2025 và 3/4 xã", ["2020-12-04"]),
    ("(21/6/1925 – 21/6/2025)", ["1925-06-21", "2025-06-21"]),
    ("trong hai ngày 15 và 16/6", ["2025-06-16"]),
    ("hội nghị sáng nay (16/6)", ["2025-06-16"]),
    ("ngày 12/6. Trong 8 giờ", ["2025-06-12"]),
    ("tỷ lệ 3/4, điểm 25.7, đạt 11.200.000 đồng", []),
    ("ngày 31/02/2020 không có thật", []),
    ("lúc 7 giờ 30 ngày 12/6 tại", ["2025-06-12"]),
]


@pytest.mark.parametrize("text, days", MENTIONS)
def test_dates_in_running_text(text, days):
    mentions = find_dates(text, REFERENCE)
    assert [mention.parsed.day.isoformat() for mention in mentions] == days
    assert all(text[mention.start : mention.end] == mention.text for mention in mentions)


def test_a_mention_without_year_and_reference_keeps_day_and_month():
    mention = find_dates("Sáng ngày 16-6, ông")[0]
    assert (mention.day, mention.month, mention.year, mention.parsed) == (16, 6, None, None)


MOMENT = datetime(2025, 6, 17, 8, 36, tzinfo=VIETNAM)


@pytest.mark.parametrize(
    "precision, vietnamese, english",
    [
        (DatePrecision.MINUTE, "Thứ Ba, 17/06/2025 08:36", "Tuesday, 17 June 2025, 08:36"),
        (DatePrecision.DAY, "Thứ Ba, 17/06/2025", "Tuesday, 17 June 2025"),
        (DatePrecision.MONTH, "Tháng 6/2025", "June 2025"),
        (DatePrecision.YEAR, "2025", "2025"),
    ],
)
def test_dates_are_printed_no_finer_than_known(precision, vietnamese, english):
    assert format_vietnamese(MOMENT, precision) == format_date(MOMENT, precision, "vi") == vietnamese
    assert format_english(MOMENT, precision) == format_date(MOMENT, precision, "en") == english


def test_the_weekday_is_computed_in_vietnam():
    assert format_vietnamese(datetime(2025, 6, 14, 17, 30, tzinfo=UTC)) == "Chủ Nhật, 15/06/2025 00:30"
    assert format_vietnamese(date(2025, 6, 15), DatePrecision.DAY) == "Chủ Nhật, 15/06/2025"
    assert format_vietnamese(datetime(2025, 6, 15, 7, 5)) == "Chủ Nhật, 15/06/2025 07:05"


@pytest.mark.parametrize("weekday", range(7))
def test_a_printed_date_can_be_read_again(weekday):
    day = MOMENT.replace(day=9 + weekday)
    assert parse_date(format_vietnamese(day)).value == day
    assert parse_date(format_english(day)).value == day
