"""The opening of an article: prefix, lead, the day of the event; captions; titles of browser windows."""

from datetime import date

import pytest

from importer.parsing.captions import is_marked_caption, looks_like_caption, looks_like_heading, split_photo_credit
from importer.parsing.clean import split_glued, tidy, without_end_mark
from importer.parsing.lead import depends_on_title, find_event_day, fit_lead, split_agency_prefix
from importer.parsing.titles import html_title_without_site
from importer.parsing.vocabulary import is_category_name, is_comment_mark, is_footer_mark, is_list_mark, is_noise

PREFIXES = [
    ("(HG) - Sáng ngày 16-6", "HG", "Sáng ngày 16-6"),
    ("(HGO) – Chiều 13-6", "HGO", "Chiều 13-6"),
    ("(TTXVN) Chiều nay", "TTXVN", "Chiều nay"),
    ("(Baosongmay.vn) - Những năm qua", "Baosongmay.vn", "Những năm qua"),
    ("QTO - Ngày 12/1", "QTO", "Ngày 12/1"),
    ("songmay.vn – Ngày 12/1", "songmay.vn", "Ngày 12/1"),
    ("(Dân trí) - Ngày 12/1", "Dân trí", "Ngày 12/1"),
    ("(sửa đổi) luật mới", "", "(sửa đổi) luật mới"),
    ("UBND - HĐND xã họp", "", "UBND - HĐND xã họp"),
    ("(12/3) - Ngày hội", "", "(12/3) - Ngày hội"),
    ("Hội nghị - ngày mới", "", "Hội nghị - ngày mới"),
]


@pytest.mark.parametrize("text, prefix, rest", PREFIXES)
def test_agency_prefixes(text, prefix, rest):
    assert split_agency_prefix(text) == (prefix, rest)


@pytest.mark.parametrize("text", ["Đó là chỉ đạo của ông", "Theo đó, kế hoạch", "Đây là dịp", "“Đó là niềm vui"])
def test_leads_that_point_back(text):
    assert depends_on_title(text)


@pytest.mark.parametrize("text", ["Sáng 12/3, UBND xã họp", "Theo Công an xã, đến nay", "Đội dân phòng xã"])
def test_leads_that_stand_alone(text):
    assert not depends_on_title(text)


def test_a_long_opening_is_cut_between_sentences():
    first = "Sáng nay xã họp bàn việc làm đường. "
    lead, rest = fit_lead(first * 20)
    assert len(lead) <= 500
    assert lead.endswith("đường.")
    assert f"{lead} {rest}" == (first * 20).strip()
    assert fit_lead("dài " * 200) == ("", "dài " * 200)


PUBLISHED = date(2025, 6, 17)
EVENTS = [
    ("Sáng ngày 16-6, ông A dự lễ.", "2025-06-16"),
    ("Để vận hành từ ngày 1-7-2025, sáng ngày 16-6, ông A đi kiểm tra.", "2025-06-16"),
    ("Theo Nghị quyết số 25/2020/NQ-HĐND ngày 04/12/2020 của HĐND, sáng ngày 14/12/2022, bà B họp.", "2022-12-14"),
    ("Thực hiện Quyết định số 118/QĐ-UBND ngày 05/01/2021, huyện chọn ba xã.", None),
    ("Các xã hoàn thành trước ngày 31/12/2025.", None),
    ("Kỷ niệm 100 năm Ngày Báo chí Cách mạng Việt Nam (21/6/1925 - 21/6/2025), tỉnh tổ chức giải chạy.", None),
    ("Nhân kỷ niệm Ngày sinh Chủ tịch (19/5/1890 - 19/5/2025), ngày 18/5, huyện trồng cây.", "2025-05-18"),
    ("Trong hai ngày 12 và 13/6, xã tập huấn.", "2025-06-12"),
    ("Từ ngày 10 - 12/6, hội thi diễn ra tại xã.", "2025-06-10"),
    ("Trong 2 ngày 13-14/6/2025, huyện mở lớp.", "2025-06-13"),
    ("Sáng nay (17/6), UBND tỉnh họp.", "2025-06-17"),
    ("Vừa qua, ngày 10/6/2025, xã họp.", "2025-06-10"),
    ("Lúc 7 giờ 30 sáng ngày 12/6, đoàn lên đường.", "2025-06-12"),
    ("Xã có 6/6 ấp đạt chuẩn, điểm số 9,6.", None),
]


@pytest.mark.parametrize("text, day", EVENTS)
def test_the_day_of_the_event(text, day):
    event = find_event_day([text], PUBLISHED)
    assert (str(event.parsed.day) if event and event.parsed else None) == day


def test_without_a_publication_the_year_stays_unknown():
    event = find_event_day(["Sáng ngày 16-6, ông A dự lễ."], None)
    assert event.parsed is None
    assert "16-6" in event.words


@pytest.mark.parametrize(
    "text",
    [
        "Bà Hồ Thu Em - Phó Chủ tịch UBND tỉnh phát biểu chỉ đạo tại cuộc họp",
        "Phó Chủ tịch Thường trực UBND tỉnh kết luận tại buổi làm việc",
        "Điểm cầu thị xã Mỹ An",
        "Quang cảnh phiên họp.",
        "Các đại biểu chụp ảnh lưu niệm",
    ],
)
def test_captions(text):
    assert looks_like_caption(text)


@pytest.mark.parametrize(
    "text",
    [
        "Kết quả đạt được",
        "Sáng ngày 12/3, xã họp tại nhà văn hóa ấp",
        "1. Công tác tuyên truyền tại hội nghị",
        "Nhiệm vụ:",
    ],
)
def test_other_short_lines_are_no_captions(text):
    assert not looks_like_caption(text)


def test_photo_credits_are_split_off():
    assert split_photo_credit("Toàn cảnh buổi lễ. Ảnh: Minh Tâm") == ("Toàn cảnh buổi lễ.", "Minh Tâm")
    assert split_photo_credit("Toàn cảnh buổi lễ (Ảnh: Minh Tâm)") == ("Toàn cảnh buổi lễ", "Minh Tâm")
    assert split_photo_credit("Ảnh: Nghệ nhân bên bàn xoay") == ("Nghệ nhân bên bàn xoay", "")
    assert is_marked_caption("Ảnh minh họa")
    assert is_marked_caption("Trao quà cho các em. Ảnh: Hồ Nam")
    assert not is_marked_caption("Trao quà cho các em tại trường.")


@pytest.mark.parametrize(
    "text, heading", [("II. TỔ CHỨC THỰC HIỆN", True), ("1. Kết quả", True), ("1. Kết quả tốt.", False)]
)
def test_headings(text, heading):
    assert looks_like_heading(text) is heading


GLUED = [
    ('nguồn "Cổng thông tin xã"TIN KHÁC', ['nguồn "Cổng thông tin xã"', "TIN KHÁC"]),
    ("Hết bài./.Tin, ảnh: Lê Thu", ["Hết bài./.", "Tin, ảnh: Lê Thu"]),
    (
        "A họp(20/04/2022 9:57 SA)B họp(15/03/2022 8:29 CH)",
        ["A họp(20/04/2022 9:57 SA)", "B họp(15/03/2022 8:29 CH)"],
    ),
    ("Lê ThuCác tin khác", ["Lê Thu", "Các tin khác"]),
    ("12/03/2021 08:36 | Lượt xem: 12 | Tác giả: Lê Thu", ["12/03/2021 08:36", "Lượt xem: 12", "Tác giả: Lê Thu"]),
    ("Toàn cảnh buổi lễ. Ảnh: Minh Tâm", ["Toàn cảnh buổi lễ. Ảnh: Minh Tâm"]),
    ("TP.Tam Kỳ họp", ["TP.Tam Kỳ họp"]),
    ("Tin khác với lời đồn, xã vẫn họp.", ["Tin khác với lời đồn, xã vẫn họp."]),
]


@pytest.mark.parametrize("text, pieces", GLUED)
def test_glued_pieces(text, pieces):
    assert split_glued(text) == pieces


def test_tidy_and_end_marks():
    assert tidy("  H&#7897;i\u00a0nghị\u200b  x\t") == "Hội nghị x"
    assert without_end_mark("hết./.") == "hết."
    assert without_end_mark("hết ./") == "hết."
    assert without_end_mark("hết!") == "hết!"


@pytest.mark.parametrize(
    "title, kept",
    [
        ("Khai mạc hội thi - Cổng thông tin điện tử tỉnh X", "Khai mạc hội thi"),
        ("Báo Sông Mây | Khai mạc hội thi", "Khai mạc hội thi"),
        ("Khai mạc - bế mạc hội thi | UBND xã Gò Me", "Khai mạc - bế mạc hội thi"),
        ("Trang chủ", ""),
        ("", ""),
    ],
)
def test_window_titles(title, kept):
    assert html_title_without_site(title) == kept


NOISE = [
    "Trang chủ",
    "A- A A+",
    "100%",
    "°",
    "Lượt xem: 1.204",
    "In bài",
    "Liên hệ - Góp ý Quay lại!",
    "Email Print",
    "Cỡ chữ",
]
NOISE += [
    "Facebook Zalo",
    "3 tháng trước",
    "{keywords}",
    "Chia sẻ: Facebook",
    "14:05:33",
    "Hôm nay: Thứ Hai, 12/03/2021",
]


@pytest.mark.parametrize("text", NOISE)
def test_furniture(text):
    assert is_noise(text)


@pytest.mark.parametrize(
    "text", ["Hội nghị", "Gò Me họp", "Lê Thu", "Chia sẻ kinh nghiệm làm đường", "Trang chủ yếu của sách"]
)
def test_words_of_an_article_are_no_furniture(text):
    assert not is_noise(text)


def test_marks():
    for text in (
        "CÁC TIN KHÁC",
        "Tin mới nhất",
        "Bài viết liên quan:",
        "Những tin cũ hơn",
        "Tin cùng chuyên mục (12)",
    ):
        assert is_list_mark(text), text
    for text in ("Bình luận bạn đọc (0)", "Ý kiến của bạn", "Leave a Reply", "Click để đánh giá bài viết"):
        assert is_comment_mark(text), text
    for text in ("Tổng truy cập 8.192.731", "1011 người đang online", "© 2023 UBND xã", "Bản quyền thuộc về xã"):
        assert is_footer_mark(text), text
    assert is_category_name("Tin hoạt động")
    assert not is_category_name("Xã Gò Me họp dân")
    assert not is_list_mark("Tin khác với lời đồn")
