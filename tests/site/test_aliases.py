"""An alias is as private as the page that it shows, wherever it stands."""

import pytest
from wagtail.models import PageViewRestriction

from tests.factories import (
    NewsIndexPageFactory,
    NewsPageFactory,
    PlainPageFactory,
    SectionPageFactory,
    SiteMapPageFactory,
)

pytestmark = pytest.mark.django_db
SECRET = "zqxbimatzqx"


def restrict(page) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type="password", password="mo-cua-ra")


@pytest.fixture
def private_index(home):
    return NewsIndexPageFactory(parent=home, title="Nội bộ", slug="noi-bo")


@pytest.mark.parametrize("above", [True, False], ids=["section", "page"])
@pytest.mark.parametrize("before", [True, False], ids=["private before", "private after"])
def test_no_door_tells_what_an_alias_shows(client, home, news_index, private_index, above, before, at_work):
    with at_work():
        article = NewsPageFactory(parent=private_index, title=f"Họp {SECRET}", lead=f"Chuyện {SECRET}.", slug="hop")
        public = NewsPageFactory(parent=news_index, title="Họp thôn", category=article.category)
        if before:
            restrict(private_index if above else article)
        alias = article.create_alias(parent=news_index, update_slug="bi-danh")
        second = alias.create_alias(parent=news_index, update_slug="bi-danh-hai")
    if not before:
        for url in ("/", news_index.url, alias.url):
            client.get(url)
        restrict(private_index if above else article)
    for url in (alias.url, second.url):
        response = client.get(url)
        assert 'type="password"' in response.content.decode()
    for url in (
        *("/", news_index.url, f"{news_index.url}rss/", "/sitemap-vi.xml"),
        *(f"/tim-kiem/?q={word}" for word in ("hop", "chuyen")),
        *(alias.url, second.url, public.url),
    ):
        assert SECRET not in client.get(url).content.decode(), url


def test_lists_of_plain_pages_leave_it_out(client, home):
    about = SectionPageFactory(parent=home, title="Giới thiệu", slug="gioi-thieu")
    hidden = SectionPageFactory(parent=home, title="Khu kín", slug="khu-kin")
    page = PlainPageFactory(parent=hidden, title=SECRET, slug="trang")
    site_map = SiteMapPageFactory(parent=home)
    page.create_alias(parent=about, update_slug="bi-danh")
    assert SECRET in client.get(about.url).content.decode()
    restrict(hidden)
    for url in (about.url, site_map.url):
        assert SECRET not in client.get(url).content.decode()


@pytest.fixture
def at_work(django_capture_on_commit_callbacks):
    return lambda: django_capture_on_commit_callbacks(execute=True)
