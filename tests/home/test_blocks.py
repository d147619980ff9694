"""The home page: editors choose its blocks and their order; nothing stands twice."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.test import RequestFactory
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageViewRestriction

from core.blocks import StoryBlock
from home.models import HomePage
from tests.factories import CategoryFactory, NewsPageFactory, NoticePageFactory, UserFactory
from tests.factories.province import build_province

pytestmark = pytest.mark.django_db

HOME_BLOCKS = sorted(settings.HOME_BLOCKS)
STORY_BLOCKS = sorted(StoryBlock().child_blocks)


def home_blocks() -> dict:
    return HomePage._meta.get_field("body").stream_block.child_blocks


def show(home: HomePage, blocks: list) -> BeautifulSoup:
    """Publish ``blocks`` on the home page and return what a citizen sees."""
    from django.test import Client

    home.body = blocks
    home.save_revision().publish()
    return BeautifulSoup(Client().get("/").content, "html.parser").main


def headings(main: BeautifulSoup) -> list[str]:
    return [section["class"][0].removeprefix("block-") for section in main.find(class_="home").find_all("section")]


def article_titles(main: BeautifulSoup) -> list[str]:
    return [link.get_text() for link in main.find_all("a", class_="title-link")]


def test_the_picker_offers_what_a_province_needs():
    expected = {"lead_stories", "latest_news", "notices", "quick_links", "schemes", "link_directory", "visit"}
    assert set(HOME_BLOCKS) == expected


@pytest.mark.parametrize("name", HOME_BLOCKS)
def test_every_block_of_the_home_page_explains_and_previews_itself(name):
    check_preview(home_blocks()[name])


@pytest.mark.parametrize("name", STORY_BLOCKS)
def test_every_block_of_a_text_explains_and_previews_itself(name):
    check_preview(StoryBlock().child_blocks[name])


def check_preview(block) -> None:
    assert block.meta.description
    assert block.meta.icon
    assert block.is_previewable
    for build in (lambda: None, build_province):
        build()
        value = block.get_preview_value()
        context = block.get_preview_context(value, {"request": RequestFactory().get("/")})
        assert block.render(value, context).strip(), "an empty preview"


@pytest.mark.parametrize("name", HOME_BLOCKS)
def test_the_admin_shows_the_preview_of_a_block(client, home, name):
    build_province()
    client.force_login(UserFactory(is_superuser=True))
    block = home_blocks()[name]
    response = client.get(reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix})
    assert response.status_code == 200
    assert "portal.css" in response.content.decode()


def test_the_order_is_the_editors(home):
    province = build_province()
    blocks = [(child.block_type, child.value) for child in province.home.body]
    assert headings(show(home, blocks)) == [name for name, _value in blocks]
    assert headings(show(home, blocks[::-1])) == [name for name, _value in blocks[::-1]]
    assert headings(show(home, blocks[3:4])) == [blocks[3][0]]


def test_an_empty_home_page_is_a_page(client, home):
    assert show(home, []).find("h1")


def test_no_article_stands_twice(home, news_index):
    category = CategoryFactory()
    NewsPageFactory.create_batch(7, parent=news_index, category=category)
    leads = ("lead_stories", {"heading": "", "section": news_index, "count": 3})
    latest = ("latest_news", {"heading": "", "section": news_index, "categories": [category], "each": 3})
    for blocks in ([leads, latest], [latest, leads], [leads, latest, latest]):
        titles = article_titles(show(home, blocks))
        assert len(titles) == len(set(titles)), [name for name, _value in blocks]
        assert len(titles) >= 6


def test_lead_stories_come_first_then_the_newest(home, news_index):
    now = timezone.now()
    NewsPageFactory(parent=news_index, title="cũ nhưng chính", is_featured=True, published_at=now - timedelta(days=9))
    NewsPageFactory(parent=news_index, title="mới nhất", published_at=now)
    over = {"is_featured": True, "featured_to": now, "published_at": now - timedelta(days=1)}
    NewsPageFactory(parent=news_index, title="hết hạn chính", **over)
    block = ("lead_stories", {"heading": "", "section": news_index, "count": 3})
    assert article_titles(show(home, [block])) == ["cũ nhưng chính", "mới nhất", "hết hạn chính"]


def test_latest_news_keeps_the_editors_categories_and_leaves_out_empty_ones(home, news_index):
    now = timezone.now()
    culture, economy, empty = (CategoryFactory(name=name) for name in ("Văn hóa", "Kinh tế", "Trống"))
    for number in range(4):
        for category in (culture, economy):
            moment = now - timedelta(hours=number)
            NewsPageFactory(parent=news_index, category=category, title=f"{category} {number}", published_at=moment)
    value = {"heading": "", "section": news_index, "categories": [economy, empty, culture], "each": 2}
    main = show(home, [("latest_news", value)])
    assert [heading.get_text() for heading in main.find_all("h3")] == ["Kinh tế", "Văn hóa"]
    assert article_titles(main) == ["Kinh tế 0", "Kinh tế 1", "Văn hóa 0", "Văn hóa 1"]


def test_blocks_without_news_say_so(home, news_index, notice_index):
    blocks = [
        ("lead_stories", {"heading": "", "section": news_index, "count": 3}),
        ("latest_news", {"heading": "", "section": news_index, "categories": [CategoryFactory()], "each": 2}),
        ("notices", {"heading": "Thông báo", "section": notice_index, "count": 3}),
    ]
    main = show(home, blocks)
    for section in main.find_all("section"):
        assert section.find("p") or section.find("li"), section


def test_a_block_whose_section_was_deleted_does_not_break_the_page(home, news_index, notice_index, client):
    blocks = [
        ("lead_stories", {"heading": "", "section": news_index, "count": 3}),
        ("notices", {"heading": "", "section": notice_index, "count": 3}),
    ]
    show(home, blocks)
    news_index.delete()
    notice_index.delete()
    assert client.get("/").status_code == 200


def test_a_block_leads_to_no_section_that_nobody_may_open(home, news_index, notice_index):
    blocks = [
        ("latest_news", {"heading": "", "section": news_index, "categories": [CategoryFactory()], "each": 2}),
        ("notices", {"heading": "", "section": notice_index, "count": 3}),
    ]
    assert len(show(home, blocks).select(".section-head a.more")) == 2
    PageViewRestriction.objects.create(page=news_index, restriction_type=PageViewRestriction.LOGIN)
    notice_index.unpublish()
    assert not show(home, blocks).select(".section-head a.more")


def test_notices_stand_newest_first(home, notice_index):
    now = timezone.now()
    for number in range(4):
        NoticePageFactory(parent=notice_index, title=f"Số {number}", published_at=now - timedelta(hours=number))
    main = show(home, [("notices", {"heading": "Thông báo", "section": notice_index, "count": 3})])
    assert article_titles(main) == ["Số 0", "Số 1", "Số 2"]


def test_notices_that_have_ended_stand_behind_those_in_force(home, notice_index):
    now = timezone.now()
    yesterday = timezone.localdate() - timedelta(days=1)
    for number, until in enumerate([yesterday, None, yesterday, timezone.localdate()]):
        day = now - timedelta(days=2, hours=number)
        NoticePageFactory(parent=notice_index, title=f"Số {number}", published_at=day, valid_until=until)
    main = show(home, [("notices", {"heading": "Thông báo", "section": notice_index, "count": 3})])
    assert article_titles(main) == ["Số 1", "Số 3", "Số 0"]


def test_the_home_page_costs_the_same_with_more_news(home, news_index, django_assert_num_queries, client):
    from tests.site.test_query_budgets import queries_of

    category = CategoryFactory()
    blocks = [
        ("lead_stories", {"heading": "", "section": news_index, "count": 3}),
        ("latest_news", {"heading": "", "section": news_index, "categories": [category], "each": 6}),
    ]
    NewsPageFactory.create_batch(4, parent=news_index, category=category)
    show(home, blocks)
    few = queries_of(client, "/")
    NewsPageFactory.create_batch(9, parent=news_index, category=category)
    assert len(queries_of(client, "/")) == len(few)
