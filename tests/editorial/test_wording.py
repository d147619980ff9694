"""What the checks of wording find and what they let pass."""

import unicodedata

import pytest

from editorial.content.wording import caps_title, leaning_lead, misspellings, mixed_short_forms


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("HỘI NGHỊ TỔNG KẾT NĂM 2026", True),
        ("UBND TỈNH HỌP PHIÊN THƯỜNG KỲ", True),
        ("Hội nghị tổng kết năm 2026", False),
        ("UBND, HĐND, UBMTTQ", False),
        ("17/NQ-CP", False),
        ("KẾT QUẢ", False),
        ("2026", False),
        ("", False),
    ],
)
def test_a_title_in_capitals_is_remarked(title, found):
    assert bool(caps_title(title)) is found
    assert bool(caps_title(unicodedata.normalize("NFD", title))) is found


@pytest.mark.parametrize(
    ("lead", "words"),
    [
        ("Đó là chỉ đạo của lãnh đạo tỉnh tại cuộc họp.", "Đó là"),
        ("theo đó, các sở sẽ rà soát.", "theo đó"),
        ("(SM) - Bên cạnh đó, tỉnh đã mở thêm tuyến xe.", "Bên cạnh đó"),
        ("“Ngoài ra, bà con được hỗ trợ”, ông nói.", "Ngoài ra"),
        ("Sáng nay, tỉnh khai trương trung tâm; theo đó, hồ sơ nộp tại chỗ.", ""),
        ("Đó lành là tên một xóm.", ""),
        ("", ""),
    ],
)
def test_a_lead_that_leans_on_its_title_is_remarked(lead, words):
    assert [finding.words for finding in leaning_lead(lead)] == ([words] if words else [])


PAIRS = [("chủ chương", "chủ trương"), ("nghành", "ngành"), ("sử lý", "xử lý")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Thực hiện Chủ chương của tỉnh", [("Chủ chương", "chủ trương")]),
        ("chủ\n chương; các nghành", [("chủ chương", "chủ trương"), ("nghành", "ngành")]),
        (unicodedata.normalize("NFD", "cách sử lý"), [("sử lý", "xử lý")]),
        ("lịch sử lý thú không sai, nhưng bị nhắc", [("sử lý", "xử lý")]),
        ("nghànhx, xnghành", []),
        ("chủ trương", []),
    ],
)
def test_a_common_misspelling_is_found_as_a_whole_word(text, found):
    assert [(finding.words, finding.advice) for finding in misspellings(text, PAIRS)] == found


def test_a_pair_that_says_nothing_finds_nothing():
    assert misspellings("bất kỳ", [("", "x"), ("  ", "y")]) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Sở TTTT họp. Sở TT&TT báo cáo.", ["TT&TT, TTTT"]),
        ("Sở KH&ĐT và Sở TT&TT", []),
        ("UBND, HĐND, UBND", []),
    ],
)
def test_one_agency_abbreviated_in_two_ways_is_remarked(text, words):
    assert [finding.words for finding in mixed_short_forms(text)] == words
