"""What stands first among much that answers too: names, former names, questions, in a province with its news."""

from datetime import date, timedelta

import pytest

from core.searchable import SearchFacts
from search import vocabulary_building
from search.finding import find
from search.indexing import build, store
from search.suggesting import suggestions

pytestmark = pytest.mark.django_db

TODAY = date(2026, 3, 4)
OFFICE, COMMUNE, PERSON = "Sở Khoa học và Công nghệ", "Xã Tân Hòa", "Ông Lò Văn Khuê"
AMBULANCE = "Nền tảng điều phối cấp cứu 115"
PENSION = "Giải quyết hưởng bảo hiểm xã hội một lần"
SENTENCE = "Bà con nghe cán bộ xã nói về bảo hiểm y tế, thủ tục hành chính và khu công nghiệp."
POST = ("Lò Văn Khuê", "Bí thư Đảng ủy Xã Tân Hòa")
# More than a search looks at, and all newer than what is sought.
MANY = 130


def facts():
    old = date(2019, 1, 1)
    yield SearchFacts(
        "organisation", OFFICE, lead="Quản lý khoa học.", keys=("Sở Thông tin và Truyền thông",), day=old
    )
    yield SearchFacts("organisation", COMMUNE, lead="Trụ sở, giờ tiếp dân.", keys=("xã Trung Lý Hạ",), day=old)
    yield SearchFacts("person", PERSON, lead="Bí thư Đảng ủy, Xã Tân Hòa", keys=POST, day=old)
    yield SearchFacts("page", PENSION, lead="Sau 12 tháng nghỉ việc.", body="Nộp sổ bảo hiểm.", day=old)
    yield SearchFacts("page", "Tách thửa đất", lead="Bản vẽ do đơn vị đo đạc lập.", day=old)
    yield SearchFacts("page", AMBULANCE, lead="Định vị xe cứu thương.", day=old)
    yield SearchFacts("document", "Kế hoạch 115/KH-UBND về cây ăn trái", keys=("115/KH-UBND", "115"), day=TODAY)
    yield SearchFacts("document", "Công văn 880/SYT-NVD về khám bệnh", keys=("880/SYT-NVD",), day=old)
    yield SearchFacts("document", "Quyết định 95/QĐ-UBND về cây xanh", keys=("95/QĐ-UBND", "95"), day=old)
    yield SearchFacts("page", "Cấp giấy phép bán lẻ rượu", lead="Có địa điểm kinh doanh cố định.", day=old)
    yield SearchFacts("page", "Cấp giấy phép xây dựng", lead="Nộp bản vẽ.", body="Xin phép trước.", day=old)
    yield SearchFacts("page", "Cấp lại thẻ bảo hiểm y tế", lead="Do mất, hỏng.", body="Không mất phí.", day=old)
    yield SearchFacts("notice", "Bản tin PCCC&CNCH tháng tư", lead="Xảy ra ba vụ.", day=old)
    for number in range(MANY):
        day = TODAY - timedelta(days=number)
        lead = "Ông Lò Văn Khuê, Bí thư Đảng ủy Xã Tân Hòa, chủ trì." if number % 3 == 0 else ""
        yield SearchFacts(
            "news", f"Xã Tân Hòa tập huấn bảo hiểm y tế lần {number}", lead=lead, body=SENTENCE, day=day
        )
    for number in range(3):
        yield SearchFacts("news", f"Sở TTTT tập huấn lần {number}", lead="Sở Thông tin và Truyền thông.", day=TODAY)


@pytest.fixture
def province(db):
    store([build(f"thing:{n}", thing, f"/{n}/", "vi", None) for n, thing in enumerate(facts())], learning=False)
    vocabulary_building.rebuild()


def first(query: str) -> str:
    hits = find(query, "vi", today=TODAY).hits
    return hits[0].row.title if hits else ""


# What was typed → the title that stands first.
SOUGHT = {
    OFFICE: [
        *("Sở Thông tin và Truyền thông", "so thong tin va truyen thong", "sở tttt", "Sở TT&TT", "sở tt tt"),
        *("sở tt-tt cũ", "so tttt bay gio la gi"),
    ],
    COMMUNE: [
        # by a former name, and above more of its own news than a search looks at
        *("xã Trung Lý Hạ", "xã Trung Lý Hạ cũ", "xa trung ly ha cu", "xa trung ly ha nay thuoc dau"),
        *("xã trung lý hạ bây giờ là gì", "xã tân hòa", "xa tan hoa", "XÃ TÂN HOÀ", "xã tân hò", "xãtânhòa"),
        *("xax taan hoaf", "xa4 ta6n ho2a", "xã tân hòua"),
    ],
    PERSON: [
        *("Lò Văn Khuê", "ông Lò Văn Khuê", "đồng chí lò văn khuê", "đ/c lo van khue", "bi thu dang uy Lò Văn Khuê"),
        *("bí thư đảng ủy xã tân hòa", "bi thu dang uy xa tan hoa"),
    ],
    # a number among other words is no document's
    AMBULANCE: ["điều phối cấp cứu 115", "dieuu phoi cap cuu 115", "cap cuu 115"],
    "Kế hoạch 115/KH-UBND về cây ăn trái": ["115", "số 115", "kế hoạch 115", "kh 115", "kh-ubnd 115"],
    "Công văn 880/SYT-NVD về khám bệnh": ["công văn 880", "cong van 880 nam 2019", "cv 880/SYT"],
    "Quyết định 95/QĐ-UBND về cây xanh": ["QĐ 95/UBND", "qd 95", "quyet dinh so 95"],
    # questions whose commonest words stand in many newer titles
    PENSION: ["rút bảo hiểm xã hội một lần cần điều kiện gì", "rut bhxh mot lan o dau", "hưởng bhxh một lần"],
    # and those of which a page has only what tells
    "Cấp giấy phép bán lẻ rượu": ["bán rượu có phải xin phép không", "ban ruou can dieu kien gi"],
    "Cấp lại thẻ bảo hiểm y tế": ["thẻ bhyt bị rách đổi ở đâu", "the bhyt bi rach doi o dau"],
    # and a word that is found only when it is cut
    "Tách thửa đất": ["tôi muốn hỏi tách thửa đất hết bao nhiêu tiền vậy", "tach thuadat", "táchthửa đất"],
    "Bản tin PCCC&CNCH tháng tư": ["bản tin phòng cháy chữa cháy", "ban tin cnch"],
}


def test_the_thing_itself_stands_first(province):
    wrong = {
        query: found for title, queries in SOUGHT.items() for query in queries if (found := first(query)) != title
    }
    assert wrong == {}


def test_what_lasts_is_suggested_above_its_news(province):
    wanted = {"xã tân": COMMUNE, "xa tan ho": COMMUNE, "cấp cứu 1": AMBULANCE}
    found = {typed: [item["text"] for item in suggestions(typed, "vi") if item["url"]][0] for typed in wanted}
    assert found == wanted
    assert OFFICE in [item["text"] for item in suggestions("sở tttt", "vi")]


def test_only_what_somebody_wrote_as_one_phrase_is_suggested(db):
    words = ("Cấp lại thẻ bảo hiểm y tế", "Đi lại thuận tiện, cấp nước sạch", "Đường sá đi lại thuận lợi")
    store([build(f"thing:{n}", SearchFacts("news", title), f"/{n}/", "vi", None) for n, title in enumerate(words)])
    longer = [item["text"] for item in suggestions("cấp lại th", "vi") if not item["url"]]
    assert longer == ["cấp lại thẻ"]
