"""What a page costs: a fixed number of queries, no write, however large the archive is."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from news.enums import BylineRole
from news.models import NewsPage
from tests.factories import (
    AuthorFactory,
    CategoryFactory,
    NewsPageFactory,
    NewsSourceFactory,
    PortalImageFactory,
    TopicFactory,
)

ARTICLE_BUDGET = 10
LIST_BUDGET = 12


def full_article(news_index) -> NewsPage:
    """Publish an article that has everything an article can have."""
    category, topic = CategoryFactory(), TopicFactory()
    images = PortalImageFactory.create_batch(2)
    page = NewsPageFactory(
        parent=news_index,
        category=category,
        topic=topic,
        source=NewsSourceFactory(),
        cover=images[0],
        cover_alt="Cầu mới",
        body=[
            ("paragraph", "<p>Cầu dài <b>một cây số</b>.</p>"),
            ("figure", {"image": images[1], "caption": "Bên cầu", "credit": "Sông Mây"}),
        ],
    )
    page.bylines.create(author=AuthorFactory(), role=BylineRole.TEXT)
    page.bylines.create(name="Mai An", role=BylineRole.PHOTO)
    page.tags.add("cầu", "giao thông")
    page.save_revision().publish()
    for number in range(8):
        NewsPageFactory(parent=news_index, category=category, topic=topic if number % 2 else None)
    return page


def queries_of(client, url: str) -> list[str]:
    """Return the SQL of the second visit: what is kept between requests is warm, no page is cached."""
    assert client.get(url).status_code == 200
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(url).status_code == 200
    return [query["sql"] for query in captured.captured_queries]


@pytest.mark.django_db
def test_an_article_costs_at_most_ten_queries_and_no_write(client, news_index, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        page = full_article(news_index)
    queries = queries_of(client, page.url)
    assert len(queries) <= ARTICLE_BUDGET, "\n".join(queries)
    assert all(sql.startswith("SELECT") for sql in queries)


@pytest.mark.django_db
def test_a_list_costs_the_same_with_five_and_with_fifteen_articles(client, news_index):
    category = CategoryFactory()
    NewsPageFactory.create_batch(5, parent=news_index, category=category)
    few = queries_of(client, news_index.url)
    NewsPageFactory.create_batch(10, parent=news_index, category=category)
    many = queries_of(client, news_index.url)
    assert len(few) == len(many) <= LIST_BUDGET, "\n".join(many)
