"""The same search where the engine is Elasticsearch, configured as docs/developers/search.md says."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from core.searchable import find_pages
from search.models import SearchEntry
from tests.factories import NewsPageFactory
from tests.search import elasticsearch_double
from tests.search.elasticsearch_double import Double

pytestmark = pytest.mark.django_db

ANALYSIS = {"analyzer": {"default": {"type": "custom", "tokenizer": "whitespace"}}}
ENGINE = {
    "BACKEND": "wagtail.search.backends.elasticsearch8",
    "URLS": ["http://search.example:9200"],
    "INDEX_SETTINGS": {"settings": {"analysis": ANALYSIS}},
    "OPTIONS": {"node_class": Double},
}


@pytest.fixture
def server(settings):
    elasticsearch_double.forget()
    settings.WAGTAILSEARCH_BACKENDS = {"default": ENGINE}
    call_command("update_index", stdout=StringIO())
    yield elasticsearch_double
    elasticsearch_double.forget()


@pytest.fixture
def article(server, news_index, at_work, rebuilt):
    rebuilt()
    with at_work():
        return NewsPageFactory(parent=news_index, title="Chuyển đổi số ở Đắk Nông", lead="Người dân hoà nhập nhanh.")


QUERIES = ["Chuyển đổi số", "chuyen doi so", "đổi chuyển", "hoà nhập", "hòa nhập", "chuyển đổi s", "chuyen dio so",
           "chuyendoiso", "chuyeenr ddooir soos", "chuyển đổi số là gì", "CĐS"]  # fmt: skip


@pytest.mark.parametrize("query", QUERIES)
def test_an_article_is_found(titles, article, query):
    assert titles(query) == [article.title]


@pytest.mark.parametrize("query", ["khong co gi", '"(*:*)"', "terms: zt", "\x00", "đ" * 10_000])
def test_what_is_not_there_is_not_found(titles, article, query):
    assert titles(query) == []


def test_what_is_hidden_is_not_found_even_before_the_server_knows(titles, article):
    SearchEntry.objects.filter(page=article.pk).update(public=False)
    assert titles("chuyển đổi số") == []


def test_a_page_taken_down_leaves_the_server(titles, article, at_work, server):
    words = {"match": {"_all_text": {"query": "chuyen doi", "operator": "and"}}}
    assert len(server.found("search_searchentry", words)) == 1
    with at_work():
        article.unpublish()
    assert titles("chuyển đổi số") == [] == server.found("search_searchentry", words)


def test_very_much_is_counted_and_narrowed(client, server, news_index, at_work):
    with at_work():
        for number in range(130):
            NewsPageFactory(parent=news_index, title=f"Hội nghị số {number}")
    page = client.get("/tim-kiem/", {"q": "hội nghị"})
    assert page.context["total"] == 130
    narrowed = client.get("/tim-kiem/", {"q": "hội nghị", "loai": "news", "xep": "moi"})
    assert narrowed.context["total"] == 130
    assert client.get("/tim-kiem/", {"q": "hội nghị", "loai": "document"}).context["total"] == 0


def test_a_server_that_is_down_costs_the_search_and_nothing_else(client, article, news_index, at_work, server):
    server.down = True
    response = client.get("/tim-kiem/", {"q": "chuyển đổi số"})
    assert response.status_code == 503
    assert "thử lại sau ít phút" in response.content.decode()
    assert client.get("/tim-kiem/goi-y/", {"q": "chuyển"}).json() == {"suggestions": []}
    assert client.get(article.url).status_code == 200
    assert find_pages("chuyển đổi số", "vi") == []
    with pytest.raises(CommandError, match="does not answer"):
        call_command("check_index", stdout=StringIO())
    with at_work():
        late = NewsPageFactory(parent=news_index, title="Khánh thành cầu")
    assert late.live
    server.down = False
    assert client.get("/tim-kiem/", {"q": "khánh thành cầu"}).context["total"] == 0
    with pytest.raises(CommandError, match="1 differences"):
        call_command("check_index", stdout=StringIO())
    call_command("rebuild_index", stdout=StringIO(), stderr=StringIO())
    assert client.get("/tim-kiem/", {"q": "khánh thành cầu"}).context["total"] == 1


def test_the_check_tells_what_a_server_does_not_hold(article, server):
    server.indices[server.aliases["search_searchentry"]]["docs"].popitem()
    with pytest.raises(CommandError, match="1 differences"):
        call_command("check_index", stdout=StringIO())


def test_the_index_is_written_anew_while_readers_search(titles, article, server):
    call_command("rebuild_index", "--force", stdout=StringIO(), stderr=StringIO())
    call_command("update_index", stdout=StringIO())
    assert titles("đắk nông") == [article.title]
