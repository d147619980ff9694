"""Numbers of documents: every form of Decree 30/2020 and its traps."""

import time
import unicodedata

import pytest

from legal.numbers import Form, Problem, agrees, normalise, parse, problems, search_key, suggestion
from legal.vocabulary import TYPE_NAMES

# written → (normal form, form, type, issuer, unit, year, normative)
READ = [
    ("25/2020/NQ-HĐND", "25/2020/NQ-HĐND", Form.NORMATIVE, "NQ", "HĐND", "", 2020, True),
    ("54/2023/QĐ-UBND", "54/2023/QĐ-UBND", Form.NORMATIVE, "QĐ", "UBND", "", 2023, True),
    ("22/2023/TT-BTTTT", "22/2023/TT-BTTTT", Form.NORMATIVE, "TT", "BTTTT", "", 2023, True),
    ("17/NQ-CP", "17/NQ-CP", Form.ADMINISTRATIVE, "NQ", "CP", "", None, False),
    ("959/QĐ-UBND", "959/QĐ-UBND", Form.ADMINISTRATIVE, "QĐ", "UBND", "", None, False),
    ("141/KH-UBND", "141/KH-UBND", Form.ADMINISTRATIVE, "KH", "UBND", "", None, False),
    ("749/QĐ-TTg", "749/QĐ-TTg", Form.ADMINISTRATIVE, "QĐ", "TTg", "", None, False),
    ("12/QyĐ-UBND", "12/QyĐ-UBND", Form.ADMINISTRATIVE, "QyĐ", "UBND", "", None, False),
    ("12/CT-UBND", "12/CT-UBND", Form.ADMINISTRATIVE, "CT", "UBND", "", None, False),
    ("12/CTr-UBND", "12/CTr-UBND", Form.ADMINISTRATIVE, "CTr", "UBND", "", None, False),
    ("12/TTr-STC", "12/TTr-STC", Form.ADMINISTRATIVE, "TTr", "STC", "", None, False),
    # HĐ is a contract, HĐND a body; TT a circular before a body and a unit behind one.
    ("15/HĐ-UBND", "15/HĐ-UBND", Form.ADMINISTRATIVE, "HĐ", "UBND", "", None, False),
    ("15/HĐND-VP", "15/HĐND-VP", Form.LETTER, "", "HĐND", "VP", None, False),
    ("3241/SNV-TT", "3241/SNV-TT", Form.LETTER, "", "SNV", "TT", None, False),
    ("3241/UBND-KTTH", "3241/UBND-KTTH", Form.LETTER, "", "UBND", "KTTH", None, False),
    ("120/SKH&CN-CĐS", "120/SKH&CN-CĐS", Form.LETTER, "", "SKH&CN", "CĐS", None, False),
    ("45/UBND", "45/UBND", Form.LETTER, "", "UBND", "", None, False),
    ("01/2015/TTLT-BTC-BNV", "01/2015/TTLT-BTC-BNV", Form.NORMATIVE, "TTLT", "BTC-BNV", "", 2015, True),
    ("01/2015/TTLT/BTC-BNV", "01/2015/TTLT-BTC-BNV", Form.NORMATIVE, "TTLT", "BTC-BNV", "", 2015, True),
    ("09-NQ/TU", "09-NQ/TU", Form.PARTY, "NQ", "TU", "", None, False),
    ("1234-CV/VPTU", "1234-CV/VPTU", Form.PARTY, "CV", "VPTU", "", None, False),
    ("57-nq/tw", "57-NQ/TW", Form.PARTY, "NQ", "TW", "", None, False),
    ("64/2025/QH15", "64/2025/QH15", Form.ASSEMBLY, "", "QH15", "", 2025, True),
    ("104/2016/qh13", "104/2016/QH13", Form.ASSEMBLY, "", "QH13", "", 2016, True),
    ("8/2022/UBTVQH15", "08/2022/UBTVQH15", Form.ASSEMBLY, "", "UBTVQH15", "", 2022, True),
    # Before 1998: no type, no year; a hyphen or a slash.
    ("64-CP", "64/CP", Form.LETTER, "", "CP", "", None, False),
    ("163/HĐBT", "163/HĐBT", Form.LETTER, "", "HĐBT", "", None, False),
    ("327-CT", "327/CT", Form.LETTER, "", "CT", "", None, False),
    ("327/ct", "327/CT", Form.LETTER, "", "CT", "", None, False),
    # Directives were normative until 2016.
    ("05/2012/CT-UBND", "05/2012/CT-UBND", Form.NORMATIVE, "CT", "UBND", "", 2012, True),
    # Files that lost the hyphen, and blanks in its place.
    ("959/QĐUBND", "959/QĐ-UBND", Form.ADMINISTRATIVE, "QĐ", "UBND", "", None, False),
    ("112/2005/QĐ.UBND", "112/2005/QĐ-UBND", Form.NORMATIVE, "QĐ", "UBND", "", 2005, True),
    ("61/2018/NĐCP", "61/2018/NĐ-CP", Form.NORMATIVE, "NĐ", "CP", "", 2018, True),
    ("9/TTCP", "09/TTCP", Form.LETTER, "", "TTCP", "", None, False),
    ("79 NQ/TW", "79-NQ/TW", Form.PARTY, "NQ", "TW", "", None, False),
    ("(959/QĐ-UBND)", "959/QĐ-UBND", Form.ADMINISTRATIVE, "QĐ", "UBND", "", None, False),
    # As people type and as files hold it.
    ("25/2020/nq-hđnd", "25/2020/NQ-HĐND", Form.NORMATIVE, "NQ", "HĐND", "", 2020, True),
    ("749/qđ-ttg", "749/QĐ-TTg", Form.ADMINISTRATIVE, "QĐ", "TTg", "", None, False),
    ("5/QĐ-UBND", "05/QĐ-UBND", Form.ADMINISTRATIVE, "QĐ", "UBND", "", None, False),
    ("005/QĐ-UBND", "05/QĐ-UBND", Form.ADMINISTRATIVE, "QĐ", "UBND", "", None, False),
    ("12A/QĐ-UBND", "12a/QĐ-UBND", Form.ADMINISTRATIVE, "QĐ", "UBND", "", None, False),
    ("  25 / 2020 / NQ – HĐND. ", "25/2020/NQ-HĐND", Form.NORMATIVE, "NQ", "HĐND", "", 2020, True),
    ("25/2020/NQ‑HĐND", "25/2020/NQ-HĐND", Form.NORMATIVE, "NQ", "HĐND", "", 2020, True),
    ("25⁄2020∕NQ−HĐND\u200b", "25/2020/NQ-HĐND", Form.NORMATIVE, "NQ", "HĐND", "", 2020, True),
    ("Số: 25/2020/NQ-HĐND", "25/2020/NQ-HĐND", Form.NORMATIVE, "NQ", "HĐND", "", 2020, True),
    ("Nghị quyết số 25/2020/NQ-HĐND", "25/2020/NQ-HĐND", Form.NORMATIVE, "NQ", "HĐND", "", 2020, True),
    ("959/Q\u00d0-UBND", "959/QĐ-UBND", Form.ADMINISTRATIVE, "QĐ", "UBND", "", None, False),  # eth for Đ
    (
        unicodedata.normalize("NFD", "12/TTr-SGDĐT"),
        "12/TTr-SGDĐT",
        Form.ADMINISTRATIVE,
        "TTr",
        "SGDĐT",
        "",
        None,
        False,
    ),
]


@pytest.mark.parametrize(("text", "normal", "form", "code", "issuer", "unit", "year", "normative"), READ)
def test_a_number_is_read(text, normal, form, code, issuer, unit, year, normative):
    number = parse(text)
    assert str(number) == normal == normalise(text)
    assert (number.form, number.type_code, number.issuer, number.unit) == (form, code, issuer, unit)
    assert (number.year, number.is_normative) == (year, normative)
    assert parse(str(number)) == number


@pytest.mark.parametrize("code", [code for code in TYPE_NAMES if code not in {"L", "PL", "CV", "KL", "QĐi"}])
def test_every_type_is_read_in_its_own_and_in_small_letters(code):
    number = parse(f"12/{code}-UBND")
    assert number.type_code == code
    assert parse(f"12/{code}-UBND".lower()) == number
    assert agrees(number, TYPE_NAMES[code])


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "/", "Kế hoạch số 141", "22/05/2020", "1/2", "0/QĐ-UBND", "123456/QĐ-UBND", "12/QĐ", "QĐ-UBND"),
        *("1/2/3/QĐ-UBND", "12//QĐ-UBND", "12/QĐ--UBND", "12/2020/UBND", "-5/QĐ-UBND", "12/QĐ-", "12.5/QĐ-UBND"),
        *("1O/2023/QĐ-UBND", "l2/QĐ-UBND", "1l/QĐ-UBND", "64-XY", "12/2020/CP"),
        *("12/<b>-UBND", "12/QĐ-UBND'; DROP TABLE", "12/QĐ_UBND", "12-XY/TU", "\x00", "12/QĐ-UBND" * 40, "٣/QĐ"),
    ],
)
def test_what_is_no_number_is_not_read(text):
    assert parse(text) is None
    assert problems(text) == [Problem.UNREADABLE]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("25/2020/NQ-HĐND", []),
        ("Nghị quyết 25/2020/NQ-HĐND", []),
        ("Quyết định 25/2020/NQ-HĐND", [Problem.TYPE_CLASH]),
        ("Quyết định số 3241/SNV-TT", [Problem.TYPE_CLASH]),
        ("Công văn số 3241/SNV-TT", []),
        ("Văn bản số 3241/SNV-TT", []),
        ("Công văn 1234-CV/VPTU", []),
        ("Luật số 64/2025/QH15", []),
        ("Bộ luật 91/2015/QH13", []),
        ("Nghị quyết 98/2023/QH15", []),
        ("Thông tư 64/2025/QH15", [Problem.TYPE_CLASH]),
        ("Chỉ thị 12/CTr-UBND", [Problem.TYPE_CLASH]),
        ("Thông tư 01/2015/TTLT-BTC-BNV", [Problem.TYPE_CLASH]),
        ("Thông tư liên tịch 01/2015/TTLT-BTC-BNV", []),
        ("12/GN-SNV", [Problem.OBSOLETE_TYPE]),
        ("12/TTh-SNV", [Problem.OBSOLETE_TYPE]),
        ("12/UQ-SNV", [Problem.OBSOLETE_TYPE]),
        ("12/NP-SNV", [Problem.OBSOLETE_TYPE]),
        ("Bản ghi nhớ 12/GN-SNV", [Problem.OBSOLETE_TYPE]),
        ("959/QD-UBND", [Problem.UNKNOWN_TYPE]),
        ("25/2020/NQ-HDND", [Problem.MISTYPED_BODY]),
        ("26/2015/TTLT-BYT-BGDDT", [Problem.MISTYPED_BODY]),
        ("1250/SGDDT-TCCB", [Problem.MISTYPED_BODY]),
        ("1499/BTC-QLCS", []),
        ("Nghị định 64-CP", []),
        ("Quyết định số 327-CT", []),
        ("Nghị quyết 567/TTg-CN", [Problem.TYPE_CLASH]),
        ("05/2012/CT-UBND", []),
        ("05/2017/CT-UBND", [Problem.YEAR_UNEXPECTED]),
        ("30/NĐ-CP", [Problem.YEAR_MISSING]),
        ("12/2020/KH-UBND", [Problem.YEAR_UNEXPECTED]),
        ("12/1899/NQ-HĐND", [Problem.YEAR_UNLIKELY]),
    ],
)
def test_what_is_wrong_is_named(text, expected):
    assert problems(text) == expected


@pytest.mark.parametrize(
    ("code", "meant"),
    [
        ("GN", "BGN"),
        ("TTh", "BTT"),
        ("UQ", "GUQ"),
        ("NP", "GNP"),
        ("QD", "QĐ"),
        ("ND", "NĐ"),
        ("QĐ", ""),
        ("XX", ""),
        ("HD", ""),
    ],
)
def test_the_code_that_was_meant_is_proposed(code, meant):
    assert suggestion(code) == meant


def test_d_and_đ_are_kept_apart_when_stored_and_folded_when_searched():
    assert parse("959/QĐ-UBND").key != parse("959/QD-UBND").key
    assert search_key("959/QĐ-UBND") == search_key("959/qd-ubnd") == "959/qd-ubnd"
    assert parse("12/QyĐ-UBND").key == parse("12/QYĐ-UBND").key
    assert parse("12/CT-UBND").key != parse("12/CTr-UBND").key


def test_bodies_of_a_joint_circular_are_told_apart():
    assert parse("01/2015/TTLT-VKSNDTC-TANDTC-BCA").issuers == ("VKSNDTC", "TANDTC", "BCA")
    assert parse("64/2025/QH15").body == "QH"


@pytest.mark.parametrize("text", ["1/" * 5000, "1/A" * 5000, "1 / " * 5000, "A-" * 5000, "1/" + "Đ&" * 5000])
def test_hostile_strings_cost_nothing(text):
    started = time.process_time()
    assert parse(text) is None
    assert time.process_time() - started < 0.2
