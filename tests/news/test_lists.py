"""The lists of a section: newest first, in parts, by day, month, category, topic and tag, each with its feed."""

from datetime import datetime
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo

import pytest
from bs4 import BeautifulSoup
from defusedxml.ElementTree import fromstring
from django.utils import timezone, translation

from news.models import Category, NewsPage
from tests.factories import CategoryFactory, NewsPageFactory, NoticePageFactory, TopicFactory
from tests.factories.province import build_both

pytestmark = pytest.mark.django_db

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")


def on(day: int, hour: int = 9, month: int = 8) -> datetime:
    return datetime(2018, month, day, hour, tzinfo=VIETNAM)


def titles(client, url: str) -> list[str]:
    """Return the titles of a list in their order."""
    response = client.get(url)
    assert response.status_code == 200, url
    return [entry.title for entry in response.context["entries"]]


@pytest.fixture
def archive(news_index):
    """Two categories, one below another, a topic, a tag, three days in two months."""
    economy = CategoryFactory(name="Kinh tế")
    farming = CategoryFactory(name="Nông nghiệp", parent=economy)
    culture = CategoryFactory(name="Văn hóa")
    topic = TopicFactory(name="Chuyển đổi số", intro="Theo dòng sự kiện.")
    rows = [
        ("Lúa", farming, None, on(28)),
        ("Cầu", economy, topic, on(28, 23)),
        ("Hội", culture, topic, on(27)),
        ("Chợ", culture, None, on(30, month=9)),
    ]
    pages = {}
    for name, category, of_topic, published in rows:
        pages[name] = NewsPageFactory(
            parent=news_index, title=name, category=category, topic=of_topic, published_at=published
        )
    pages["Chợ"].other_categories.add(economy)
    pages["Chợ"].tags.add("Chợ phiên")
    pages["Chợ"].save()
    return pages


LISTS = [
    ("/tin-tuc/", ["Chợ", "Cầu", "Lúa", "Hội"]),
    ("/tin-tuc/2018/08/28/", ["Cầu", "Lúa"]),
    ("/tin-tuc/2018/08/27/", ["Hội"]),
    ("/tin-tuc/2018/08/29/", []),
    ("/tin-tuc/2018/08/", ["Cầu", "Lúa", "Hội"]),
    ("/tin-tuc/2018/09/", ["Chợ"]),
    ("/tin-tuc/2018/07/", []),
    ("/tin-tuc/chuyen-muc/kinh-te/", ["Chợ", "Cầu", "Lúa"]),
    ("/tin-tuc/chuyen-muc/nong-nghiep/", ["Lúa"]),
    ("/tin-tuc/chuyen-muc/van-hoa/", ["Chợ", "Hội"]),
    ("/tin-tuc/dong-su-kien/chuyen-doi-so/", ["Cầu", "Hội"]),
]


@pytest.mark.parametrize(("url", "expected"), LISTS)
def test_a_list_and_its_feed_hold_what_they_name(client, archive, url, expected):
    assert titles(client, url) == expected
    feed = fromstring(client.get(f"{url}rss/").content)
    assert [item.findtext("title") for item in feed.iter("item")] == expected


def test_the_tag_of_an_article_leads_to_its_list(client, archive):
    article = BeautifulSoup(client.get(archive["Chợ"].url).content, "html.parser")
    link = article.find(class_="tags").find("a")
    assert link.get_text() == "Chợ phiên"
    assert link["href"].isascii()
    assert titles(client, link["href"]) == ["Chợ"]


def test_the_links_of_an_article_lead_to_lists_that_hold_it(client, archive):
    article = archive["Cầu"]
    page = BeautifulSoup(client.get(article.url).content, "html.parser").main
    addresses = {a["href"] for a in page.find_all("a", href=True)}
    links = {address for address in addresses if "/chuyen-muc/" in address or "/dong-su-kien/" in address}
    assert len(links) == 2
    for link in links:
        assert "Cầu" in titles(client, link)


def test_a_topic_shows_its_introduction(client, archive):
    assert "Theo dòng sự kiện." in client.get("/tin-tuc/dong-su-kien/chuyen-doi-so/").content.decode()


def test_filters_mark_the_chosen_label_and_follow_a_renamed_one_at_once(client, archive):
    url = "/tin-tuc/chuyen-muc/kinh-te/"
    page = BeautifulSoup(client.get(url).content, "html.parser")
    current = page.find(id="filters").find("a", attrs={"aria-current": "page"})
    assert current["href"] == url
    category = Category.objects.get(slug="kinh-te")
    category.name = "Kinh tế – xã hội"
    category.save()
    assert "Kinh tế – xã hội" in client.get("/tin-tuc/").content.decode()


def test_the_calendar_links_days_with_news(client, archive):
    calendar = client.get("/tin-tuc/2018/08/28/").context["calendar"]
    days = {day["date"].day: day for week in calendar["weeks"] for day in week if day["in_month"]}
    assert {number: day["count"] for number, day in days.items() if day["count"]} == {27: 1, 28: 2}
    assert days[28]["url"] == "/tin-tuc/2018/08/28/"
    assert days[28]["current"]
    assert days[29]["url"] is None
    assert calendar["previous_url"] == ""
    assert calendar["next_url"] == "/tin-tuc/2018/09/"
    assert calendar["weeks"][0][0]["date"].weekday() == 0


def test_the_calendar_leaps_over_empty_months(client, archive, news_index):
    NewsPageFactory(parent=news_index, published_at=on(3, month=2))
    assert client.get("/tin-tuc/2018/08/").context["calendar"]["previous_url"] == "/tin-tuc/2018/02/"


@pytest.fixture
def three_parts(news_index):
    category = CategoryFactory(name="Kinh tế")
    same = {"parent": news_index, "category": category, "published_at": on(1, hour=0, month=1)}
    return [NewsPageFactory(title=f"Tin {number:02}", **same) for number in range(41)]


def test_parts_of_a_list_hold_everything_once_even_with_equal_dates(client, three_parts):
    found = [title for number in (1, 2, 3) for title in titles(client, f"/tin-tuc/?trang={number}")]
    assert sorted(found) == [page.title for page in three_parts]
    assert [len(titles(client, f"/tin-tuc/?trang={n}")) for n in (1, 2, 3)] == [20, 20, 1]
    assert client.get("/tin-tuc/?trang=4").status_code == 404


def test_every_part_has_its_own_canonical_and_title_of_the_list(client, three_parts):
    for url, canonical in [
        ("/tin-tuc/", "http://testserver/tin-tuc/"),
        ("/tin-tuc/?trang=1", "http://testserver/tin-tuc/"),
        ("/tin-tuc/?trang=2", "http://testserver/tin-tuc/?trang=2"),
        ("/tin-tuc/?trang=2&utm_source=x", "http://testserver/tin-tuc/?trang=2"),
        ("/tin-tuc/chuyen-muc/kinh-te/", "http://testserver/tin-tuc/chuyen-muc/kinh-te/"),
    ]:
        assert client.get(url).context["meta"].canonical == canonical


@pytest.mark.parametrize("url", ["/tin-tuc/?trang=2", "/tin-tuc/chuyen-muc/kinh-te/?trang=3", "/tin-tuc/2018/01/"])
def test_back_keeps_the_page_and_the_filter(client, three_parts, url):
    page = BeautifulSoup(client.get(url).content, "html.parser")
    link = page.find(class_="entries").find("a")["href"]
    article = BeautifulSoup(client.get(link).content, "html.parser")
    assert article.find(class_="back").find("a")["href"] == url


def test_back_leads_to_the_section_where_the_reader_came_from_elsewhere(client, three_parts):
    article = BeautifulSoup(client.get(three_parts[0].url).content, "html.parser")
    assert article.find(class_="back").find("a")["href"] == "/tin-tuc/"


def test_the_canonical_address_of_an_article_ignores_the_way_to_it(client, three_parts):
    response = client.get(three_parts[0].url, {"tu": "/tin-tuc/?trang=2"})
    assert response.context["meta"].canonical == "http://testserver" + three_parts[0].url


def test_the_longest_list_of_pages_shows_gaps(client, news_index):
    from django.core.paginator import Paginator

    from core.pagination import pagination_links

    request = client.get("/tin-tuc/?trang=1&q=a b").wsgi_request
    links = pagination_links(request, Paginator(range(400), 20).page(10))
    assert [item.get("number", "…") for item in links["pages"]] == [1, "…", 9, 10, 11, "…", 20]
    assert links["next_url"] == "/tin-tuc/?q=a+b&trang=11"
    assert links["pages"][0]["url"] == "/tin-tuc/?q=a+b"


# -- feeds ------------------------------------------------------------------------------------------------------


def test_a_feed_is_rss_with_absolute_addresses(client, archive):
    response = client.get("/tin-tuc/rss/")
    assert response["Content-Type"] == "application/rss+xml; charset=utf-8"
    channel = fromstring(response.content).find("channel")
    assert channel.findtext("title") == "Tin tức"
    assert channel.findtext("link") == "http://testserver/tin-tuc/"
    assert channel.findtext("language") == "vi"
    self_link = channel.find("{http://www.w3.org/2005/Atom}link")
    assert self_link.get("href") == "http://testserver/tin-tuc/rss/"
    item = channel.find("item")
    assert item.findtext("link") == "http://testserver" + archive["Chợ"].url
    assert item.findtext("guid") == item.findtext("link")
    assert parsedate_to_datetime(item.findtext("pubDate")) == archive["Chợ"].published_at


def test_a_feed_is_bounded(client, news_index):
    category = CategoryFactory()
    NewsPageFactory.create_batch(31, parent=news_index, category=category)
    assert len(list(fromstring(client.get("/tin-tuc/rss/").content).iter("item"))) == 30


def test_a_list_names_its_feed(client, archive):
    page = BeautifulSoup(client.get("/tin-tuc/chuyen-muc/kinh-te/").content, "html.parser")
    link = page.head.find("link", type="application/rss+xml")
    assert client.get(link["href"]).status_code == 200
    assert link["href"].endswith("/tin-tuc/chuyen-muc/kinh-te/rss/")


def test_a_correction_is_told_on_the_page_and_in_the_feed(client, news_index):
    correction = {"date": on(2).date(), "what_was": "hai cây số", "what_is": "một cây số"}
    page = NewsPageFactory(parent=news_index, corrections=[("correction", correction)])
    text = BeautifulSoup(client.get(page.url).content, "html.parser").find(attrs={"aria-labelledby": "corrections"})
    for words in ("02/08/2018", "hai cây số", "một cây số"):
        assert words in text.get_text()
    item = next(fromstring(client.get("/tin-tuc/rss/").content).iter("item"))
    assert "một cây số" in item.findtext("description")
    assert "02/08/2018" in item.findtext("description")


def test_english_lists_answer_in_english(client, db):
    _vietnamese, english = build_both()
    feed = fromstring(client.get("/en/news/rss/").content).find("channel")
    assert feed.findtext("language") == "en"
    assert feed.find("item").findtext("link").startswith("http://testserver/en/news/")
    for word in ("category", "chuyen-muc"):
        assert titles(client, f"/en/news/{word}/transport/") == [english["article"].title, english["older"].title]
    assert client.get("/en/news/category/giao-thong/").status_code == 404
    assert "/en/news/category/transport/" in client.get("/en/news/").content.decode()


def test_notices_have_days_and_feeds_too(client, notice_index):
    NoticePageFactory(parent=notice_index, title="Cúp nước", published_at=on(28))
    assert titles(client, "/thong-bao/2018/08/28/") == ["Cúp nước"]
    assert "Cúp nước" in client.get("/thong-bao/rss/").content.decode()


def test_labels_make_their_own_addresses_and_keep_them_unique():
    from django.core.exceptions import ValidationError

    first = CategoryFactory(name="Chuyển đổi số", slug="")
    assert first.slug == "chuyen-doi-so"
    with translation.override("en"), pytest.raises(ValidationError):
        Category(name="Chuyển đổi số", locale=first.locale).full_clean()


def test_lead_stories_stand_for_their_time_only(news_index):
    from datetime import timedelta

    now = timezone.now()
    hour = timedelta(hours=1)
    cases = {
        "luôn": (True, None, None),
        "đang": (True, now - hour, now + hour),
        "chưa": (True, now + hour, None),
        "hết": (True, None, now - hour),
        "không": (False, None, None),
    }
    for name, (featured, start, end) in cases.items():
        NewsPageFactory(parent=news_index, title=name, is_featured=featured, featured_from=start, featured_to=end)
    assert {page.title for page in NewsPage.objects.featured(now)} == {"luôn", "đang"}
