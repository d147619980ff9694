"""What a page costs: a fixed number of queries, no write, however large the archive is."""

import time
from datetime import timedelta

import pytest
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page

from news.enums import BylineRole
from news.models import NewsPage
from tests.factories import (
    AuthorFactory,
    CategoryFactory,
    NewsPageFactory,
    NewsSourceFactory,
    NoticePageFactory,
    OrganisationPageFactory,
    PlainPageFactory,
    PortalImageFactory,
)

pytestmark = pytest.mark.django_db

# Page → queries of an uncached visit; what every page shows (menus, alerts) is warm.
BUDGETS = {
    "home": 20,  # all seven blocks
    "news": 12,
    "notices": 10,
    "register": 12,
    "document": 12,
    "directives": 12,
    "directive": 12,
    "lookup": 8,
    "directory": 8,
    "department": 12,
    "department_news": 12,
    "about": 8,
    "plain": 8,
    "links": 8,
    "map": 6,
    # With a gallery, files in the text and below it: each kind of block that shows pictures or files asks once.
    "article": 10,
    "older": 10,
    "department_article": 10,
    "notice": 8,
    "schemes": 12,
    "scheme": 12,
    "project": 12,
    "committee": 8,
}


def queries_of(client, url: str) -> list[str]:
    """Return the SQL of the second visit: what is kept between requests is warm, no page is cached."""
    assert client.get(url).status_code == 200
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return [query["sql"] for query in captured.captured_queries]


def test_a_usual_article_costs_at_most_ten_queries(client, province):
    images = PortalImageFactory.create_batch(2)
    page = NewsPageFactory(
        parent=province["news"],
        category=province.category,
        topic=province.topic,
        source=NewsSourceFactory(),
        cover=images[0],
        cover_alt="Cầu mới",
        body=[("paragraph", "<p>Cầu dài.</p>"), ("figure", {"image": images[1], "caption": "", "credit": ""})],
    )
    page.bylines.create(author=AuthorFactory(), role=BylineRole.TEXT)
    page.bylines.create(name="Mai An", role=BylineRole.PHOTO)
    page.tags.add("cầu", "giao thông")
    with TestCase.captureOnCommitCallbacks(execute=True):
        page.save_revision().publish()
    queries = queries_of(client, page.url)
    assert len(queries) <= 10, "\n".join(queries)


def test_every_page_keeps_its_budget_and_writes_nothing(client, province):
    pages = {"home": province.home, **province.pages}
    assert pages.keys() == BUDGETS.keys()
    wrong = {}
    for name, page in pages.items():
        queries = queries_of(client, page.url)
        writes = [sql for sql in queries if not sql.startswith("SELECT")]
        if len(queries) > BUDGETS[name] or writes:
            wrong[name] = [len(queries), *(sql[:120] for sql in writes or queries)]
    assert not wrong, wrong


@pytest.mark.parametrize(
    "url",
    [
        *("/tin-tuc/rss/", "/tim-kiem/?q=cau", "/sitemap.xml", "/sitemap-vi.xml"),
        *("/robots.txt", "/khong-co/", "/tin-tuc/2018/08/"),
    ],
)
def test_other_addresses_write_nothing_either(client, province, url):
    client.get(url)
    with CaptureQueriesContext(connection) as captured:
        client.get(url)
    # How PostgreSQL is to read is told it before some questions (search.planning).
    asked = [query["sql"] for query in captured.captured_queries if not query["sql"].startswith("SET LOCAL enable_")]
    assert all(sql.startswith("SELECT") for sql in asked)
    assert len(asked) <= 14, len(asked)


def add_children(province, count: int) -> None:
    """Add ``count`` of everything that lists grow by, pictures included."""
    image = PortalImageFactory()
    labels = {"category": province.category, "topic": province.topic, "cover": image, "cover_alt": "Cầu"}
    NewsPageFactory.create_batch(count, parent=province["news"], **labels)
    NewsPageFactory.create_batch(count, parent=province["department_news"], **labels)
    NoticePageFactory.create_batch(count, parent=province["notices"])
    OrganisationPageFactory.create_batch(count, parent=province["directory"], website="https://a.example/")
    PlainPageFactory.create_batch(count, parent=province["about"])
    CategoryFactory.create_batch(count)


def test_every_page_costs_the_same_with_three_times_as_many_children(client, province):
    pages = {"home": province.home, **province.pages}
    pages = {name: page.url for name, page in pages.items()}
    pages |= {"feed": "/tin-tuc/rss/", "search": "/tim-kiem/?q=ban", "sitemap": "/sitemap-vi.xml"}
    add_children(province, 3)
    few = {name: len(queries_of(client, url)) for name, url in pages.items()}
    add_children(province, 6)
    many = {name: len(queries_of(client, url)) for name, url in pages.items()}
    assert few == many


def bulk_articles(example: NewsPage, count: int) -> None:
    """Write ``count`` sisters of ``example`` straight into its tables, as a treebeard tree keeps them.

    Thousands of articles through the factory would take minutes; readers cannot tell the difference.
    """
    parent = example.get_parent(update=True)
    first = parent.numchild + 1
    newest = Page.objects.order_by("-pk").first().pk
    now = timezone.now()
    rows = []
    for number in range(first, first + count):
        step = NewsPage._int2str(number).rjust(NewsPage.steplen, NewsPage.alphabet[0])
        rows.append(
            Page(
                path=example.path[: -NewsPage.steplen] + step,
                depth=example.depth,
                title=f"Bài lưu trữ {number}",
                draft_title=f"Bài lưu trữ {number}",
                slug=f"luu-tru-{number}",
                url_path=parent.url_path + f"luu-tru-{number}/",
                content_type_id=example.content_type_id,
                locale_id=example.locale_id,
                live=True,
                latest_revision_created_at=now,
            )
        )
    Page.objects.bulk_create(rows, batch_size=500)
    stored = Page.objects.filter(pk__gt=newest).order_by("path").values_list("pk", flat=True)
    table = NewsPage._meta.db_table
    fields = [field for field in NewsPage._meta.local_concrete_fields if field.name not in ("page_ptr", "import_key")]
    columns = [connection.ops.quote_name(field.column) for field in fields]
    copied = [f"e.{column}" for column in columns]
    place = columns.index(connection.ops.quote_name("published_at"))
    copied[place] = "%s"
    with connection.cursor() as cursor:
        sql = (
            f"INSERT INTO {table} (page_ptr_id, {', '.join(columns)}) "  # noqa: S608 (names of our own columns)
            f"SELECT p.id, {', '.join(copied)} FROM {table} e, wagtailcore_page p "
            f"WHERE e.page_ptr_id = %s AND p.id = %s"
        )
        moments = ((now - timedelta(minutes=7 * (first + index)), pk) for index, pk in enumerate(stored))
        cursor.executemany(sql, [(moment, example.pk, pk) for moment, pk in moments])
    Page.objects.filter(pk=parent.pk).update(numchild=first + count - 1)


def processor_seconds(client, url: str) -> float:
    """Return what a warm visit costs this process, at best: other programs of the machine do not count."""
    times = []
    client.get(url)
    for _visit in range(15):
        started = time.process_time()
        assert client.get(url).status_code == 200
        times.append(time.process_time() - started)
    return min(times)


def test_an_article_costs_the_same_among_sixty_and_among_six_thousand(client, province):
    """Query count exactly, time about: twice is far from what an idiom that reads the archive costs."""
    example = province["article"]
    urls = {"article": example.url, "old": "/tin-tuc/luu-tru-20/", "list": "/tin-tuc/", "home": "/"}
    urls |= {"category": f"/tin-tuc/chuyen-muc/{province.category.slug}/", "feed": "/tin-tuc/rss/"}
    bulk_articles(example, 60)
    few = {name: (len(queries_of(client, url)), processor_seconds(client, url)) for name, url in urls.items()}
    bulk_articles(example, 5940)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    many = {name: (len(queries_of(client, url)), processor_seconds(client, url)) for name, url in urls.items()}
    assert NewsPage.objects.count() > 6000
    assert {name: count for name, (count, _) in few.items()} == {name: count for name, (count, _) in many.items()}
    ratios = {name: many[name][1] / few[name][1] for name in ("article", "old")}
    assert max(ratios.values()) < 2.0, ratios
    # Lists count their entries for the numbers below them, which grows slowly; a bound that a scan would break.
    assert max(many[name][1] / few[name][1] for name in ("list", "home", "category", "feed")) < 4.0
