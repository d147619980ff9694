"""Numbers of persons in a text. All numbers here are invented."""

import pytest

from editorial.content.personal_data import digits, masked, personal_data


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("CCCD số 079204012345 của ông A", ["identity_number"]),
        ("căn cước 079 204 012 345.", ["identity_number"]),
        ("079.204.012.345", ["identity_number"]),
        ("CMND 123456789", ["identity_number"]),
        ("chứng minh nhân dân số: 123 456 789", ["identity_number"]),
        ("liên hệ 0912 345 678", ["phone"]),
        ("ĐT: 0912345678, 0987-654-321", ["phone", "phone"]),
        ("+84 912 345 678", ["phone"]),
        ("0084912345678", ["phone"]),
        ("(0299) 3800 001", ["phone"]),
        ("gọi 0912345678 hoặc 0912 345 678", ["phone"]),
        ("STK: 1234567890123 tại ngân hàng", ["bank_account"]),
        ("tài khoản số 0071 0001 23456", ["bank_account"]),
        ("Số tài khoản 079204012345", ["bank_account"]),
        ("２５ tuổi, số ０９１２３４５６７８", ["phone"]),
        # Not of persons
        ("Nghị quyết 25/2020/NQ-HĐND ngày 04/12/2020", []),
        ("110.000.000 đồng, 8.192.731 lượt", []),
        ("mã hồ sơ 000.00.12.H08-230101-0001", []),
        ("mã thủ tục 1.001193", []),
        ("tổng đài 1900 1234 hoặc 19001234", []),
        ("giai đoạn 2020 - 2025", []),
        ("chuỗi 012345678901234 dài hơn", []),
        ("số 999204012345 không có nơi sinh nào như vậy", []),
        ("tài khoản định danh điện tử mức 2", []),
        ("", []),
    ],
)
def test_numbers_of_persons_are_found_and_others_are_not(text, codes):
    assert [finding.code for finding in personal_data(text)] == codes


def test_a_contact_that_the_portal_publishes_itself_is_no_finding():
    assert personal_data("Gọi 0299 3800 001 hay (+84) 299 3800 001", {digits("0299.3800.001")}) == []


def test_a_warning_does_not_spread_the_number():
    assert masked("0912 345 678") == "•••• ••• •78"
    assert "2040" not in personal_data("079204012345")[0].words


def test_time_is_bounded_on_a_hostile_text():
    assert personal_data("0 " * 50_000) == []
    assert personal_data("tài khoản " * 20_000) == []
