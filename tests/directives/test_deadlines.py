"""By when something is to be done, as texts say it."""

from datetime import date

import pytest

from directives.deadlines import find_deadline

GIVEN_ON = date(2026, 4, 10)


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("hoàn thành trước ngày 30/6", date(2026, 6, 30)),
        ("trước ngày 30/6/2027", date(2027, 6, 30)),
        ("trước 30/6", date(2026, 6, 30)),
        ("trước ngày 05 tháng 5", date(2026, 5, 5)),
        ("trước ngày 5 tháng 5 năm 2026", date(2026, 5, 5)),
        ("chậm nhất ngày 20-4-2026", date(2026, 4, 20)),
        ("chậm nhất là ngày 20.4", date(2026, 4, 20)),
        ("báo cáo UBND tỉnh đến hết ngày 31/12", date(2026, 12, 31)),
        ("xong trước 17 giờ ngày 15/4", date(2026, 4, 15)),
        ("thời hạn hoàn thành: ngày 1/7/2026", date(2026, 7, 1)),
        ("trước ngày 15/01", date(2027, 1, 15)),
        ("trong tháng 6", date(2026, 6, 30)),
        ("trong tháng 02/2028", date(2028, 2, 29)),
        ("hoàn thành trong tháng 3", date(2027, 3, 31)),
        ("trong tháng này", date(2026, 4, 30)),
        ("quý II/2026", date(2026, 6, 30)),
        ("trong quý III năm 2026", date(2026, 9, 30)),
        ("hoàn thành quý III", date(2026, 9, 30)),
        ("trong quý 4", date(2026, 12, 31)),
        ("trong năm 2026", date(2026, 12, 31)),
        ("trong năm nay", date(2026, 12, 31)),
        ("trong vòng 15 ngày", date(2026, 4, 25)),
        ("báo cáo hằng tháng, xong trước ngày 1/6", date(2026, 6, 1)),
    ],
)
def test_a_deadline_is_its_last_day(words, due):
    found = find_deadline(words, GIVEN_ON)
    assert found is not None
    assert (found.due_on, found.is_standing) == (due, False)


@pytest.mark.parametrize("words", ["thường xuyên", "báo cáo định kỳ", "hằng quý", "Hàng tháng tổng hợp"])
def test_what_is_done_all_the_time_has_no_last_day(words):
    found = find_deadline(words, GIVEN_ON)
    assert found is not None
    assert (found.due_on, found.is_standing) == (None, True)


@pytest.mark.parametrize(
    "words",
    [
        *("Nghị quyết số 17/NQ-CP ngày 7/3/2019", "giai đoạn 2026 - 2030", "đạt 30/6 chỉ tiêu", "từ ngày 1/5"),
        *("trước ngày 31/02", "trước ngày 30/6/2020", "trong tháng 13", "tăng đến 3.5 lần", "trong năm 2019", ""),
        *("tăng trưởng quý II đạt 9%", "bố trí nguồn chi thường xuyên", "tại phiên họp thường kỳ"),
        *("trong vòng 5 ngày làm việc", "đến năm 2030 phấn đấu"),
    ],
)
def test_other_days_and_numbers_are_no_deadline(words):
    assert find_deadline(words, GIVEN_ON) is None
