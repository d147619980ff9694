"""Numbers in running text, with the words about them."""

import time
import unicodedata
from datetime import date

import pytest

from legal.mentions import find_mentions

# text → [(words, number, issued, issuer)]
FOUND = [
    (
        "Bãi bỏ các Quyết định số 10, 11 và 12/QĐ-UBND ngày 05/6/2025 của UBND tỉnh.",
        [
            ("Quyết định số 10", "10/QĐ-UBND", date(2025, 6, 5), "UBND tỉnh"),
            ("11", "11/QĐ-UBND", date(2025, 6, 5), "UBND tỉnh"),
            ("12/QĐ-UBND", "12/QĐ-UBND", date(2025, 6, 5), "UBND tỉnh"),
        ],
    ),
    (
        "theo Nghị quyết số 03, 04/2024/NQ-HĐND",
        [
            ("Nghị quyết số 03", "03/2024/NQ-HĐND", None, ""),
            ("04/2024/NQ-HĐND", "04/2024/NQ-HĐND", None, ""),
        ],
    ),
    (
        "theo Nghị quyết số 25/2020/NQ-HĐND ngày 04/12/2020 của HĐND tỉnh, sáng ngày 14/12/2022, bà",
        [("Nghị quyết số 25/2020/NQ-HĐND", "25/2020/NQ-HĐND", date(2020, 12, 4), "HĐND tỉnh")],
    ),
    (
        "các Nghị quyết số 1/NQ-CP và 2/NQ-CP.",
        [("Nghị quyết số 1/NQ-CP", "01/NQ-CP", None, ""), ("2/NQ-CP", "02/NQ-CP", None, "")],
    ),
    (
        "Quyết định số 12/QĐ-UBND,13/QĐ-UBND; số:14/QĐ-UBND của UBND tỉnh và Quyết định 4/QĐ-TTg về",
        [
            ("Quyết định số 12/QĐ-UBND", "12/QĐ-UBND", None, ""),
            ("13/QĐ-UBND", "13/QĐ-UBND", None, ""),
            ("14/QĐ-UBND", "14/QĐ-UBND", None, "UBND tỉnh"),
            ("Quyết định 4/QĐ-TTg", "04/QĐ-TTg", None, ""),
        ],
    ),
    (
        "Công văn 3241/SNV-TT ngày 4 tháng 12 năm 2020 của Sở Nội vụ về việc tuyển dụng",
        [("Công văn 3241/SNV-TT", "3241/SNV-TT", date(2020, 12, 4), "Sở Nội vụ")],
    ),
    (
        "Thông tư số 22/2023/TT-BTTTT của Bộ trưởng Bộ Thông tin và Truyền thông ngày 1-2-2024 quy định",
        [
            (
                "Thông tư số 22/2023/TT-BTTTT",
                "22/2023/TT-BTTTT",
                date(2024, 2, 1),
                "Bộ trưởng Bộ Thông tin và Truyền thông",
            )
        ],
    ),
    ("17/NQ-CP - Chính phủ ban hành", [("17/NQ-CP", "17/NQ-CP", None, "")]),
    ("Nghị quyết 17/NQ–CP\nngày 7/3/2019", [("Nghị quyết 17/NQ–CP", "17/NQ-CP", date(2019, 3, 7), "")]),
    (
        "Quyết định số 15/QĐ - UBND ngày 5.6.2024",
        [("Quyết định số 15/QĐ - UBND", "15/QĐ-UBND", date(2024, 6, 5), "")],
    ),
    ("(Quyết định 959/QĐ-UBND)", [("Quyết định 959/QĐ-UBND", "959/QĐ-UBND", None, "")]),
    (
        "Nghị quyết số 18-NQ/TW, 09-NQ/TU",
        [("Nghị quyết số 18-NQ/TW", "18-NQ/TW", None, ""), ("09-NQ/TU", "09-NQ/TU", None, "")],
    ),
    ("Luật số 64/2025/QH15;", [("Luật số 64/2025/QH15", "64/2025/QH15", None, "")]),
    ("Thông báo kết luận số 45/TB-VPCP", [("Thông báo kết luận số 45/TB-VPCP", "45/TB-VPCP", None, "")]),
    (
        "thông tư liên tịch 01/2015/TTLT-BTC-BNV",
        [("thông tư liên tịch 01/2015/TTLT-BTC-BNV", "01/2015/TTLT-BTC-BNV", None, "")],
    ),
    ("nhập 25/2020/nq-hđnd vào ô", [("25/2020/nq-hđnd", "25/2020/NQ-HĐND", None, "")]),
    ("bản in mờ: 959/QD-UBND", [("959/QD-UBND", "959/QD-UBND", None, "")]),
    ("ngày 31/02/2020 là Quyết định 5/QĐ-UBND ngày 31/02/2020", [("Quyết định 5/QĐ-UBND", "05/QĐ-UBND", None, "")]),
    (
        "theo Nghị định 64-CP ngày 27/9/1993 của Chính phủ; Quyết định số 221/TTg",
        [
            ("Nghị định 64-CP", "64/CP", date(1993, 9, 27), "Chính phủ"),
            ("Quyết định số 221/TTg", "221/TTg", None, ""),
        ],
    ),
    # A letter of a body that nobody listed is known by its type, or by "số" at the beginning of what is said.
    (
        "Công văn số 12/TTYT-KHTH và số 13/TTYT-DƯỢC",
        [("Công văn số 12/TTYT-KHTH", "12/TTYT-KHTH", None, ""), ("13/TTYT-DƯỢC", "13/TTYT-DƯỢC", None, "")],
    ),
    ("TRUNG TÂM Y TẾ\nSố: 77/TTYT-KHTH", [("77/TTYT-KHTH", "77/TTYT-KHTH", None, "")]),
    (
        "Nghị định số 61/2018/NĐCP ngày 23 tháng 4 năm 2018; Nghị quyết số 79 NQ/TW; Quyết định 8/QĐ.UBND",
        [
            ("Nghị định số 61/2018/NĐCP", "61/2018/NĐ-CP", date(2018, 4, 23), ""),
            ("Nghị quyết số 79 NQ/TW", "79-NQ/TW", None, ""),
            ("Quyết định 8/QĐ.UBND", "08/QĐ-UBND", None, ""),
        ],
    ),
    # Only a part is said: nobody can tell which one.
    (
        "về Kế hoạch số 141 do UBND thành phố Cần Thơ ban hành, đóng vai trò",
        [("Kế hoạch số 141", None, None, "UBND thành phố Cần Thơ")],
    ),
]
# text → [(number, issued, issuer)]: who shares the day and the body that stand at the end.
ENUMERATIONS = [
    (
        "các Nghị quyết số 03 và 04/2024/NQ-HĐND của HĐND tỉnh ngày 10 tháng 7 năm 2024",
        [("03/2024/NQ-HĐND", date(2024, 7, 10), "HĐND tỉnh"), ("04/2024/NQ-HĐND", date(2024, 7, 10), "HĐND tỉnh")],
    ),
    # Each number is whole and has a day of its own.
    (
        "số 10/QĐ-UBND ngày 1/2/2025 và 11/QĐ-UBND ngày 3/4/2025",
        [("10/QĐ-UBND", date(2025, 2, 1), ""), ("11/QĐ-UBND", date(2025, 4, 3), "")],
    ),
    # Whole numbers: the day may be that of the last only.
    (
        "các Quyết định số 10/QĐ-UBND, 11/QĐ-UBND ngày 3/4/2025 của UBND tỉnh",
        [("10/QĐ-UBND", None, ""), ("11/QĐ-UBND", date(2025, 4, 3), "UBND tỉnh")],
    ),
    # Two enumerations, each with its day.
    (
        "các Quyết định số 10, 11/QĐ-UBND ngày 1/2/2025 và số 12, 13/QĐ-UBND ngày 3/4/2025",
        [
            *((f"{number}/QĐ-UBND", date(2025, 2, 1), "") for number in (10, 11)),
            *((f"{number}/QĐ-UBND", date(2025, 4, 3), "") for number in (12, 13)),
        ],
    ),
    # The day belongs to the number behind the enumeration.
    (
        "các Quyết định số 10, 11/QĐ-UBND và Kế hoạch số 12/KH-UBND ngày 3/4/2025",
        [("10/QĐ-UBND", None, ""), ("11/QĐ-UBND", None, ""), ("12/KH-UBND", date(2025, 4, 3), "")],
    ),
    ("các Quyết định số 10 và 11/QĐ-UBND. Ngày 3/4/2025", [("10/QĐ-UBND", None, ""), ("11/QĐ-UBND", None, "")]),
    (
        "số 10 và 11/QĐ-UBND ngày 31/2/2025 của UBND tỉnh",
        [("10/QĐ-UBND", None, "UBND tỉnh"), ("11/QĐ-UBND", None, "UBND tỉnh")],
    ),
    # The text says that whole numbers share the day.
    (
        "Quyết định số 10/QĐ-UBND, Quyết định 11/QĐ-UBND và Kế hoạch số 12/KH-UBND cùng ngày 3/4/2025 của UBND tỉnh",
        [(f"{number}-UBND", date(2025, 4, 3), "UBND tỉnh") for number in ("10/QĐ", "11/QĐ", "12/KH")],
    ),
    (
        "số 9/QĐ-UBND ngày 1/2/2025, số 10/QĐ-UBND và 11/QĐ-UBND đều ban hành cùng ngày 3/4/2025",
        [
            ("09/QĐ-UBND", date(2025, 2, 1), ""),
            ("10/QĐ-UBND", date(2025, 4, 3), ""),
            ("11/QĐ-UBND", date(2025, 4, 3), ""),
        ],
    ),
    (
        "Quyết định số 10/QĐ-UBND về phí và số 11/QĐ-UBND cùng ngày 3/4/2025",
        [("10/QĐ-UBND", None, ""), ("11/QĐ-UBND", date(2025, 4, 3), "")],
    ),
]
NOTHING = [
    "tại số 5, 7 và 9/12 phố Bờ Nam",
    *("", "ngày 22/05/2020", "2/3 dân số, 1/4 số hộ", "0299 3800 000", "24/7, 24/24h", "60/km và 5/tháng-người"),
    *("100/VNĐ-USD", "khoản 3/Điều 5", "https://a.example/van-ban/25/2020/NQ-HĐND", "x@12/NQ-CP.vn", "xã 3/UBND"),
    *("www.a.example/?so=25/2020/NQ-HĐND", "TCVN 14423:2026", "ISO 9001/2015/A-B", "1/SD-HC", "tổ 3/khu-phố"),
    *("gói thầu số 05/XL", "gói thầu số 12/TV và 13/XL-2026", "bảo lãnh số 0012/BL-NH", "phòng số 12/TTYT-A"),
    *("gói thầu số 10, 11 và 12/XL-TV", "64-CP", "vitamin 12-CP", "5 TB/ngày", "12 CT/tháng", "mẫu số 64-CP"),
    *("Dự án số 5", "Đề án số 1", "biển số 65A-123.45", "số 12/5 đường Bờ Sông", "Kế hoạch số 141/2020"),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_mentions_are_found_with_what_is_said_of_them(text, expected, form):
    text = unicodedata.normalize(form, text)
    found = find_mentions(text)
    assert [
        (unicodedata.normalize("NFC", m.text), m.number and str(m.number), m.issued_on, m.issuer) for m in found
    ] == expected
    assert all(text[m.start : m.end] == m.text for m in found)


@pytest.mark.parametrize(("text", "expected"), ENUMERATIONS)
def test_an_enumeration_shares_what_it_says_once_for_all(text, expected):
    assert [(str(m.number), m.issued_on, m.issuer) for m in find_mentions(text)] == expected


@pytest.mark.parametrize("text", NOTHING)
def test_other_figures_are_left_alone(text):
    assert find_mentions(text) == []


def test_another_type_before_the_number_is_a_clash():
    (mention,) = find_mentions("Theo Quyết định 25/2020/NQ-HĐND của tỉnh")
    assert mention.has_type_clash
    assert not find_mentions("Theo Nghị quyết 25/2020/NQ-HĐND")[0].has_type_clash


@pytest.mark.parametrize(
    "text",
    [
        "1/" * 30000,
        "1/QĐ-" * 20000,
        "Quyết định số " * 10000,
        "1 / 2 / " * 10000,
        "12/QĐ-UBND của " * 5000,
        "số 1, " * 20000 + "2/QĐ-UBND",
        "1/QĐ-UBND, " * 3000 + "2/QĐ-UBND cùng ngày 1/2/2025",
    ],
)
def test_long_and_hostile_texts_take_little_time(text):
    started = time.process_time()
    find_mentions(text)
    assert time.process_time() - started < 3
