"""What readers find, by every way of typing it, through the search page."""

import unicodedata
from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.crypto import get_random_string

from search.models import Abbreviation
from tests.factories import NewsPageFactory, OrganisationPageFactory, PlainPageFactory
from tests.factories.province import build_both

pytestmark = pytest.mark.django_db

QUERIES = [
    *("Chuyển đổi số", "chuyen doi so", "CHUYỂN ĐỔI SỐ", "đổi chuyển", "dak nong", "Đắk Nông", "chuyển doi số"),
    *(unicodedata.normalize("NFD", "Chuyển đổi số"), "  chuyển   đổi  ", '"chuyển đổi"', "chuyển, đổi!"),
    *("hoà nhập", "hòa nhập", "hoa nhap", "kỹ năng", "kĩ năng", "ki nang"),
    *("dịch vụ công", "dich vu cong", "cộng đồng", "hưởng thụ", "huong thu"),
    # the last word begun, wrong marks, one slip, glued, keystrokes, a question
    *("chuyển đổi s", "chuyen do", "chuyễn đỗi số", "chuyen dio so", "chuyrn doi so", "chuyendoiso"),
    *("chuyeenr ddooir soos", "chuye6n3 d9o6i3 so61", "chuyển đổi số là gì", "làm thế nào để chuyển đổi số"),
    *("CĐS", "CDS ở Đắk Nông"),
]


@pytest.fixture
def article(news_index, at_work):
    with at_work():
        return NewsPageFactory(
            parent=news_index,
            title="Chuyển đổi số ở Đắk Nông",
            lead="Người dân hoà nhập nhanh, thêm kỹ năng.",
            body=[
                ("heading", "Dịch vụ công"),
                ("paragraph", "<p>Tổ công nghệ <b>cộng đồng</b> đến từng nhà.</p>"),
                ("quote", {"text": "Làm thật, hưởng thụ thật.", "who": "Chủ tịch xã"}),
            ],
        )


@pytest.mark.parametrize("query", QUERIES)
def test_an_article_is_found(titles, article, query):
    assert titles(query) == [article.title]


@pytest.mark.parametrize("query", ["khong co gi", "b", "strong", "paragraph", "số đo đạc", "😀", "你好", "…"])
def test_what_is_not_there_is_not_found(titles, article, query):
    assert titles(query) == []


def test_every_kind_of_page_is_found(titles, home, organisation_index, at_work):
    with at_work():
        PlainPageFactory(parent=home, title="Lịch sử Sông Mây")
        OrganisationPageFactory(
            parent=organisation_index, title="Sở Y tế Sông Mây", functions="<p>Khám chữa bệnh</p>"
        )
    assert set(titles("song may")) == {"Lịch sử Sông Mây", "Sở Y tế Sông Mây"}
    assert titles("khám chữa bệnh") == ["Sở Y tế Sông Mây"]


def test_abbreviations_work_both_ways(titles, news_index, at_work):
    with at_work():
        NewsPageFactory(parent=news_index, title="Ủy ban nhân dân tỉnh họp")
        NewsPageFactory(parent=news_index, title="UBND tỉnh giao ban")
        NewsPageFactory(parent=news_index, title="Sở Thông tin và Truyền thông báo cáo")
        NewsPageFactory(parent=news_index, title="Đoàn làm việc với Sở TT&TT")
    assert set(titles("ubnd tỉnh")) == set(titles("ủy ban nhân dân tỉnh"))
    assert len(titles("ubnd tinh")) == 2
    for query in ("sở tttt", "Sở TT&TT", "so thong tin va truyen thong"):
        assert len(titles(query)) == 2, query


def test_an_abbreviation_that_editors_add_holds_at_once(titles, article):
    assert titles("QXDN") == []
    Abbreviation.objects.create(short="QXDN", long="Đắk Nông")
    assert titles("QXDN") == [article.title]


def test_an_abbreviation_that_a_text_explains_is_learnt(titles, news_index, at_work):
    with at_work():
        NewsPageFactory(parent=news_index, title="Lễ hội", lead="Trung tâm Bảo tồn Voi (TTBTV) tổ chức.")
        NewsPageFactory(parent=news_index, title="Trung tâm bảo tồn voi đón khách")
    assert "Trung tâm bảo tồn voi đón khách" in titles("ttbtv")


@pytest.mark.parametrize("query", ["25/2020/NQ-HĐND", "25 2020 nq hdnd", "25/2020", "nq-hdnd", "nghị quyết 25"])
def test_a_number_is_found_in_any_typing(titles, news_index, at_work, query):
    with at_work():
        NewsPageFactory(parent=news_index, title="Triển khai Nghị quyết 25/2020/NQ-HĐND")
        NewsPageFactory(parent=news_index, title="Hai mươi lăm năm xây dựng")
    assert titles(query)[0] == "Triển khai Nghị quyết 25/2020/NQ-HĐND"


def test_a_slip_is_corrected_and_can_be_insisted_on(client, article):
    page = client.get("/tim-kiem/", {"q": "chuyen dio so"})
    assert page.context["correction"]["text"] == "chuyển đổi số"
    assert "chuyển đổi số" in page.content.decode()
    insisted = client.get(page.context["correction"]["typed_url"])
    assert insisted.context["results"] == []
    assert insisted.context["correction"] is None


def test_the_hit_is_marked_as_it_is_written(client, article):
    html = client.get("/tim-kiem/", {"q": "cong dong"}).content.decode()
    assert "<mark>cộng đồng</mark>" in html


def test_results_come_in_parts(client, titles, news_index, at_work):
    now = timezone.now()
    with at_work():
        for number in range(23):
            NewsPageFactory(
                parent=news_index, title=f"Cầu {number:02}", published_at=now - timedelta(days=40 * number)
            )
    first, second = titles("cau", xep="moi"), titles("cau", xep="moi", trang=2)
    assert (len(first), len(second)) == (20, 3)
    response = client.get("/tim-kiem/?q=cau")
    assert response.context["total"] == 23
    assert response.context["pagination"]["next_url"] == "/tim-kiem/?q=cau&trang=2"
    for wrong in ("3", "0", "-1", "x", "9" * 30):
        assert client.get(f"/tim-kiem/?q=cau&trang={wrong}").status_code == 404


def test_each_language_finds_its_own(titles, at_work):
    with at_work():
        vietnamese, english = build_both()
    assert vietnamese["article"].title in titles("cau song may")
    assert {english["article"].title, english["older"].title} <= set(titles("bridge", path="/en/tim-kiem/"))
    assert titles("bridge is open") == []


def test_an_empty_question_lists_nothing(client, titles, article):
    assert titles("") == []
    assert client.get("/tim-kiem/").status_code == 200


ODD = [
    *(
        '"',
        "'",
        "a' OR 1=1 --",
        "NEAR(a b)",
        "a AND",
        "title:a*",
        "a & | ! b",
        "(",
        "*",
        "^a",
        "{a}:b",
        "\\",
        "%",
        "_",
    ),
    *("\x00", "a\x00b", "😀 😀", "\u202e\u202dabc", "<script>alert(1)</script>", "SELECT * FROM x; DROP TABLE y"),
    *("x" * 10_000, "từ " * 5_000, "ệ" * 3_000, "́" * 500, "25/2020/" * 400, "- - -", "a-b-c" * 40, "\ud83d"),
]


@pytest.mark.parametrize("query", ODD)
@pytest.mark.parametrize("path", ["/tim-kiem/", "/tim-kiem/goi-y/"])
def test_odd_input_is_answered_with_a_page(client, article, path, query):
    query = query.encode("utf-8", "surrogatepass")
    assert client.get(path, {"q": query}).status_code == 200


@pytest.mark.parametrize("name", ["loai", "don-vi", "linh-vuc", "nam", "tu-ngay", "den-ngay", "xep", "dung"])
def test_odd_limits_are_as_if_not_given_or_leave_nothing(client, article, name):
    for value in ("x", "-1", "0", "9" * 25, "\x00", "2026-13-45", "'", get_random_string(500)):
        assert client.get("/tim-kiem/", {"q": "chuyen doi", name: value}).status_code == 200
