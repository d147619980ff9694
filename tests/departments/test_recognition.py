"""Agencies in running text, however they are written."""

import unicodedata

import pytest

from departments.recognition import Agency, Recogniser, recogniser
from tests.factories import OrganisationPageFactory

SCIENCE = Agency("Sở Khoa học và Công nghệ tỉnh Sông Mây", ("Sở KH&CN", "Sở Thông tin và Truyền thông"), 7)
COMMITTEE = Agency("Ủy ban nhân dân tỉnh Sông Mây", ("UBND tỉnh",), 8)
HARBOUR = Agency("Ban Quản lý cảng Mỹ Bình", (), 9)


def names(text: str, *agencies: Agency) -> list[str]:
    return [mention.name for mention in Recogniser(agencies).find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *(
            (f"Giao {spelling} chủ trì.", ["Sở Thông tin và Truyền thông"])
            for spelling in (
                *("Sở TT&TT", "Sở TTTT", "Sở Thông tin và Truyền thông", "Sở Thông tin - Truyền thông", "Sở TT-TT"),
                *("sở Thông tin và Truyền thông", "SỞ THÔNG TIN VÀ TRUYỀN THÔNG", "Sở\u00a0TT&TT", "Sở  TT & TT"),
                *("Sở Thông tin & Truyền thông", "Sở Thông tin và TT", "Sở TT&TT tỉnh"),
            )
        ),
        ("UBND tỉnh họp", ["Ủy ban nhân dân tỉnh"]),
        ("Uỷ ban nhân dân tỉnh và Ủy ban Nhân dân tỉnh", ["Ủy ban nhân dân tỉnh", "Ủy ban nhân dân tỉnh"]),
        ("Văn phòng UBND tỉnh, VP UBND tỉnh, VPUBND tỉnh", ["Văn phòng Ủy ban nhân dân tỉnh"] * 3),
        ("Văn phòng Uỷ ban nhân dân tỉnh", ["Văn phòng Ủy ban nhân dân tỉnh"]),
        ("Sở KH&ĐT, Sở Tài chính", ["Sở Kế hoạch và Đầu tư", "Sở Tài chính"]),
        ("Sở Tài chính và Sở Xây dựng", ["Sở Tài chính", "Sở Xây dựng"]),
        ("các Sở: Tài chính, Xây dựng, Y tế", ["Sở Tài chính", "Sở Xây dựng", "Sở Y tế"]),
        (
            "Giám đốc các sở Nội vụ, TN&MT và VH,TT&DL",
            ["Sở Nội vụ", "Sở Tài nguyên và Môi trường", "Sở Văn hóa, Thể thao và Du lịch"],
        ),
        ("Sở Văn hoá - Thể thao - Du lịch; Sở VHTTDL", ["Sở Văn hóa, Thể thao và Du lịch"] * 2),
        ("Sở LĐ-TB&XH, Sở Lao động - Thương binh và Xã hội", ["Sở Lao động, Thương binh và Xã hội"] * 2),
        ("Sở NN và PTNT, Sở NN&PTNT", ["Sở Nông nghiệp và Phát triển nông thôn"] * 2),
        ("UBND các huyện, thị xã, thành phố", ["UBND các huyện, thị xã, thành phố"]),
        ("các sở, ban, ngành và UBND xã Thạnh Hòa", ["các sở, ban, ngành", "UBND xã Thạnh Hòa"]),
        ("Ủy ban nhân dân phường 3; Công an xã An Khê", ["UBND phường 3", "Công an xã An Khê"]),
        ("Công an tỉnh, Bộ CHQS tỉnh, Thanh tra tỉnh", ["Công an tỉnh", "Bộ Chỉ huy Quân sự tỉnh", "Thanh tra tỉnh"]),
        ("UBND xã đã họp ở phường ấy", []),
        ("Phó Chủ tịch UBND tỉnh Lê Hoài An kết luận", ["Ủy ban nhân dân tỉnh"]),
        ("Nghị quyết về Chính phủ điện tử của Chính phủ", ["Chính phủ"]),
        ("Cơ sở y tế, trụ sở tài chính, số tài chính, xử lý nội vụ", []),
        ("Tỉnh có nhiều sở thích", []),
    ],
)
def test_an_agency_is_known_by_every_spelling(text, expected):
    assert names(text) == expected
    assert names(unicodedata.normalize("NFD", text)) == expected


def test_a_group_of_units_is_not_one_agency():
    found = Recogniser().find("Sở Y tế và các địa phương")
    assert [(mention.text, mention.is_group) for mention in found] == [("Sở Y tế", False), ("các địa phương", True)]


def test_agencies_of_the_directory_are_known_by_short_and_former_names():
    found = Recogniser([SCIENCE, COMMITTEE, HARBOUR]).find(
        "UBND tỉnh, Sở KHCN, Sở TT&TT, Sở Khoa học và Công nghệ, Ban Quản lý cảng Mỹ Bình"
    )
    assert [mention.page_id for mention in found] == [8, 7, 7, 7, 9]


def test_a_mention_says_where_it_stands_and_two_spellings_have_one_key():
    text = "Giao Sở TT&TT và Sở Thông tin và Truyền thông"
    first, second = Recogniser().find(text)
    assert (text[first.start : first.end], text[second.start :]) == ("Sở TT&TT", "Sở Thông tin và Truyền thông")
    assert first.key == second.key


@pytest.mark.django_db
def test_the_recogniser_of_the_portal_knows_its_directory(organisation_index):
    page = OrganisationPageFactory(parent=organisation_index, title="Sở Kinh tế biển", short_name="Sở KTB")
    assert [mention.page_id for mention in recogniser().find("Sở KTB; sở Kinh tế biển")] == [page.pk, page.pk]
