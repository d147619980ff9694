"""The plain search: with and without accents, public pages of the reader's language only, newest first."""

import unicodedata

import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache

from search.query import MAX_CHARACTERS, MAX_WORDS, clean_query
from tests.factories import NewsPageFactory, OrganisationPageFactory, PlainPageFactory
from tests.factories.province import build_both

pytestmark = pytest.mark.django_db


def found(client, query: str, **parameters) -> list[str]:
    response = client.get("/tim-kiem/", {"q": query, **parameters})
    assert response.status_code == 200
    return [page.title for page in response.context["results"]]


@pytest.fixture
def article(news_index):
    return NewsPageFactory(
        parent=news_index,
        title="Chuyển đổi số ở Đắk Nông",
        lead="Người dân hoà nhập nhanh.",
        body=[
            ("heading", "Dịch vụ công"),
            ("paragraph", "<p>Tổ công nghệ <b>cộng đồng</b> đến từng nhà.</p>"),
            ("quote", {"text": "Làm thật, hưởng thụ thật.", "who": "Chủ tịch xã"}),
        ],
    )


QUERIES = [
    # title, with and without accents, in any case and normal form
    *("Chuyển đổi số", "chuyen doi so", "CHUYỂN ĐỔI SỐ", "CHUYEN DOI SO", "đổi chuyển", "dak nong", "Đắk Nông"),
    *(unicodedata.normalize("NFD", "Chuyển đổi số"), "  chuyển   đổi  ", '"chuyển đổi"', "chuyển, đổi!"),
    # lead, either place of the tone mark when typed without accents
    *("hoà nhập", "hoa nhap"),
    # body
    *("dịch vụ công", "dich vu cong", "cộng đồng", "cong dong", "hưởng thụ", "huong thu"),
]


@pytest.mark.parametrize("query", QUERIES)
def test_words_are_found_with_and_without_accents(client, article, query):
    assert found(client, query) == [article.title]


@pytest.mark.parametrize("query", ["chuyển kho", "khong co gi", "b", "strong", "paragraph"])
def test_what_is_not_there_is_not_found(client, article, query):
    assert found(client, query) == []


def test_all_words_must_stand_on_the_page(client, news_index):
    NewsPageFactory(parent=news_index, title="Cầu Sông Mây")
    NewsPageFactory(parent=news_index, title="Cầu Bến Gỗ")
    assert found(client, "cầu bến gỗ") == ["Cầu Bến Gỗ"]
    assert sorted(found(client, "cau")) == ["Cầu Bến Gỗ", "Cầu Sông Mây"]


def test_every_kind_of_page_is_found(client, home, organisation_index):
    PlainPageFactory(parent=home, title="Lịch sử Sông Mây")
    OrganisationPageFactory(parent=organisation_index, title="Sở Y tế Sông Mây", functions="<p>Khám chữa bệnh</p>")
    assert set(found(client, "song may")) == {"Lịch sử Sông Mây", "Sở Y tế Sông Mây"}
    assert found(client, "khám chữa bệnh") == ["Sở Y tế Sông Mây"]


def test_newest_first_in_parts(client, news_index):
    for number in range(23):
        page = NewsPageFactory(parent=news_index, title=f"Cầu số {number:02}")
        page.save_revision().publish()
    first, second = found(client, "cau"), found(client, "cau", trang=2)
    assert (len(first), len(second)) == (20, 3)
    assert first + second == [f"Cầu số {number:02}" for number in reversed(range(23))]
    response = client.get("/tim-kiem/?q=cau")
    assert response.context["total"] == 23
    assert response.context["pagination"]["next_url"] == "/tim-kiem/?q=cau&trang=2"
    assert client.get("/tim-kiem/?q=cau&trang=3").status_code == 404


def test_each_language_finds_its_own(client):
    vietnamese, english = build_both()
    assert vietnamese["article"].title in found(client, "cau")
    results = client.get("/en/tim-kiem/", {"q": "bridge"}).context["results"]
    assert {page.title for page in results} == {english["article"].title, english["older"].title}
    assert found(client, "bridge") == []


def test_a_changed_page_is_found_by_its_new_words_at_once(client, article):
    article.title = "Nông thôn mới"
    article.save_revision().publish()
    assert found(client, "nong thon moi") == ["Nông thôn mới"]
    assert found(client, "dak nong") == []
    article.unpublish()
    assert found(client, "nong thon moi") == []


def test_answers_are_never_kept(client, article):
    cache.clear()
    response = client.get("/tim-kiem/", {"q": "chuyen"})
    assert "no-store" in response["Cache-Control"]
    assert not [key for key in cache._cache if "chuyen" in key]


def test_search_pages_stay_out_of_search_engines_and_keep_the_question(client, article):
    page = BeautifulSoup(client.get("/tim-kiem/", {"q": 'a "b" <c>'}).content, "html.parser")
    assert page.find("meta", attrs={"name": "robots"})["content"] == "noindex"
    assert page.main.find("input", attrs={"name": "q"})["value"] == "a b <c>"


def test_an_empty_question_lists_nothing(client, article):
    assert found(client, "") == []
    assert client.get("/tim-kiem/").status_code == 200


@pytest.mark.parametrize(
    ("typed", "cleaned"),
    [
        ("  hai   từ ", "hai từ"),
        ('"trong ngoặc"', "trong ngoặc"),
        ("a\x00b\u2028c\u200bd", "a b c d"),
        (unicodedata.normalize("NFD", "cầu"), "cầu"),
        ("", ""),
        ('"\x00 \u0085', ""),
    ],
)
def test_clean_query(typed, cleaned):
    assert clean_query(typed) == cleaned


def test_a_question_is_bounded():
    assert len(clean_query("từ " * 5000).split()) == MAX_WORDS
    assert len(clean_query("a" * 5000)) == MAX_CHARACTERS


def test_a_search_costs_the_same_for_few_and_many_results(client, news_index):
    from tests.site.test_query_budgets import queries_of

    NewsPageFactory.create_batch(3, parent=news_index, title="Cầu")
    few = queries_of(client, "/tim-kiem/?q=cau")
    NewsPageFactory.create_batch(9, parent=news_index, title="Cầu")
    assert len(queries_of(client, "/tim-kiem/?q=cau")) == len(few) <= 12
