"""Bylines, sources, and the names that are none."""

import pytest

from importer.parsing.byline import is_login, read_credit, read_signature, read_source

LABELLED = [
    ("Tin và ảnh: Quang Vĩ", ["Quang Vĩ text", "Quang Vĩ photo"], ""),
    ("Tin, ảnh: Lê Thu - Hồ Nam", ["Lê Thu text", "Lê Thu photo", "Hồ Nam text", "Hồ Nam photo"], ""),
    ("Tin: Lò Mai - Ảnh: Quàng Thịnh", ["Lò Mai text", "Quàng Thịnh photo"], ""),
    ("Tin: Lò Mai; Ảnh: Quàng Thịnh; Video: Hà Sơn", ["Lò Mai text", "Quàng Thịnh photo", "Hà Sơn video"], ""),
    ("Bài & ảnh: THU CÚC", ["Thu Cúc text", "Thu Cúc photo"], ""),
    ("(Tin, ảnh: Cao Lăng)", ["Cao Lăng text", "Cao Lăng photo"], ""),
    ("Tác giả bài viết: Nguyễn Thị Thu - CCVHXH", ["Nguyễn Thị Thu text"], ""),
    ("Tác giả: PV Hà Sơn", ["Hà Sơn text"], ""),
    ("Biên dịch: Mai Chi", ["Mai Chi translation"], ""),
    ("Bài: Thu Hà và Minh Tâm", ["Thu Hà text", "Minh Tâm text"], ""),
    ("Tin: Hồ Nam (Theo TTXVN)", ["Hồ Nam text"], "TTXVN"),
    ("Tin bài: Kim Anh Nguồn: Báo Sông Mây", ["Kim Anh text"], "Báo Sông Mây"),
    ("Nguồn: Báo Sông Mây", [], "Báo Sông Mây"),
    ('nguồn "Cổng thông tin điện tử xã"', [], "Cổng thông tin điện tử xã"),
    ("Theo: songmay.example.vn", [], "songmay.example.vn"),
    ("Theo TTXVN", [], "TTXVN"),
    ("(Nguồn: Cổng TTĐT - https://a.example.vn/tin/1)", [], "Cổng TTĐT a.example.vn https://a.example.vn/tin/1"),
]


@pytest.mark.parametrize("text, bylines, source", LABELLED)
def test_labelled_credits(text, bylines, source):
    credit = read_credit(text)
    assert [f"{byline.name} {byline.role}" for byline in credit.bylines] == bylines
    named = (credit.source_name, credit.source_domain, credit.source_url)
    assert " ".join(filter(None, named)) == source


@pytest.mark.parametrize(
    "text, code",
    [
        ("Tác giả: admin", "login_not_author"),
        ("Tác giả: bbt_hg", "login_not_author"),
        ("Người đăng: Nguyễn Văn An", "poster_not_author"),
        ("Đăng bởi: dokhoa", "poster_not_author"),
        ("Biên tập: Hồ Nam", "poster_not_author"),
        ("Tin: Trung tâm Truyền thông huyện", "byline_is_organisation"),
    ],
)
def test_refused_names_are_doubts(text, code):
    credit = read_credit(text)
    assert code in [refused for refused, _words in credit.refused]
    assert not [byline for byline in credit.bylines if code != "byline_is_organisation"]


@pytest.mark.parametrize(
    "text",
    [
        "Theo kế hoạch, hội nghị diễn ra trong hai ngày.",
        "Tin tưởng vào sự lãnh đạo của Đảng, bà con hăng hái thi đua.",
        "Ảnh: Nghệ nhân Trương Văn Lẫm bên bàn xoay gốm",
        "Nguồn: vốn ngân sách nhà nước, vốn doanh nghiệp, vốn đóng góp của dân và các nguồn khác trong ba năm tới",
        "Phát biểu tại hội nghị, ông nói: tin vui đã đến",
        "",
    ],
)
def test_sentences_are_no_credits(text):
    assert read_credit(text) is None


SIGNED = [
    ("THẢO MY - MỘNG LÀNH", ["Thảo My", "Mộng Lành"], ""),
    ("Tố Tấn", ["Tố Tấn"], ""),
    ("H.A.H", ["H.A.H"], ""),
    ("PV", ["PV"], ""),
    ("CTV Bảy Lúa", ["Bảy Lúa"], ""),
    ("Thanh Hạ (TTXVN)", ["Thanh Hạ"], "TTXVN"),
    ("Minh An - Thu Sang (theo TTXVN)", ["Minh An", "Thu Sang"], "TTXVN"),
    ("Hoàng Mẫn - Văn phòng UBND xã", ["Hoàng Mẫn"], ""),
    ("Hoàng Linh (T/h)", ["Hoàng Linh"], ""),
    ("Đoàn Văn Sáu", ["Đoàn Văn Sáu"], ""),
]


@pytest.mark.parametrize("text, names, source", SIGNED)
def test_signatures(text, names, source):
    credit = read_signature(text)
    assert [byline.name for byline in credit.bylines] == names
    assert credit.source_name == source
    assert credit.guessed


@pytest.mark.parametrize(
    "text",
    [
        "Quang cảnh hội nghị",
        "UBND XÃ GÒ ME",
        "Văn phòng UBND xã",
        "Hà Nội",
        "Liên hệ",
        "Trân trọng cảm ơn!",
        "12/03/2021",
        "Một số hình ảnh",
        "BAN BIÊN TẬP",
        "x" * 300,
    ],
)
def test_other_last_lines_are_no_signatures(text):
    assert read_signature(text) is None


@pytest.mark.parametrize(
    "name", ["admin", "dokhoa", "bbt_hg", "NguyenVanA", "user01", "Ban Bien Tap", "a@b.vn", "quantri"]
)
def test_logins(name):
    assert is_login(name)


@pytest.mark.parametrize("name", ["Quang Vĩ", "Hà", "H.A.H", "PV", "Lan"])
def test_names_are_no_logins(name):
    assert not is_login(name)


def test_a_source_address_is_taken_apart():
    assert read_source("http://www.a.example.vn/x/y.html") == ("", "a.example.vn", "http://www.a.example.vn/x/y.html")
    assert read_source("“Báo Sông Mây”.") == ("Báo Sông Mây", "", "")
