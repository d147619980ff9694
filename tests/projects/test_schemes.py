"""The dashboard of a scheme: counts that add up, tables that equal their files, filters, what is private."""

import csv
import io
import json

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from projects.enums import ShownStatus
from projects.models import Indicator, Milestone, ProjectPage
from projects.progress import by_field, progress_of_schemes
from tests.factories import (
    CommitteePageFactory,
    NewsPageFactory,
    OrganisationPageFactory,
    ProjectPageFactory,
)
from tests.projects.conftest import TODAY, field, pay, report

pytestmark = pytest.mark.django_db


def soup(client, url: str) -> BeautifulSoup:
    response = client.get(url)
    assert response.status_code == 200
    return BeautifulSoup(response.content.decode(), "html.parser")


def table_of(page: BeautifulSoup) -> list[list[str]]:
    rows = page.select("table.data tr")
    return [[cell.get_text(strip=True) for cell in row.select("th, td")] for row in rows]


def csv_of(client, url: str) -> list[list[str]]:
    response = client.get(url)
    assert response.status_code == 200
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text)))


def test_the_counts_add_up(scheme):
    progress = progress_of_schemes([scheme], TODAY)[scheme.pk]
    assert progress.count_text == "6/18"
    assert sum(progress.statuses.values()) == progress.entered == 6
    assert progress.statuses[ShownStatus.LATE] == 1
    assert (progress.tasks, progress.completed_tasks, progress.overdue_tasks) == (15, 5, 1)
    fields = by_field(scheme.listed_projects, scheme.listed_tasks, [f.name for f in scheme.fields.all()])
    assert [f.name for f in fields] == ["Y tế", "Giáo dục", "Du lịch", "Giao thông", "Môi trường"]
    assert sum(f.projects for f in fields) == 6
    assert sum(f.tasks for f in fields) == 15
    assert {f.name: f.tasks for f in fields} == dict.fromkeys([f.name for f in fields], 3)


def test_what_the_public_may_not_open_is_counted_nowhere(client, scheme):
    ProjectPageFactory(parent=scheme, title="Nháp", live=False)
    private = ProjectPageFactory(parent=scheme, title="Kín", field=field("y-te"))
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    assert progress_of_schemes([scheme], TODAY)[scheme.pk].entered == 6
    for url in ("", "du-an/", "du-an/json/", "du-an/rss/", "moc-thoi-gian/"):
        answer = client.get(scheme.url + url).content.decode()
        assert "Kín" not in answer
        assert "Nháp" not in answer


def test_the_dashboard_tells_entered_of_planned_and_draws_with_words(client, scheme):
    page = soup(client, scheme.url)
    assert page.select_one(".kpi__number").get_text() == "6/18"
    drawn = page.select("svg[role=img][aria-labelledby]")
    assert len(drawn) >= 3
    for chart in drawn:
        title, description = chart["aria-labelledby"].split()
        assert chart.find(id=title).name == "title"
        assert chart.find(id=description).get_text()
    assert not page.select("main [style]")
    assert len(page.select(".panel table.data")) >= 4


def test_a_scheme_names_who_leads_it_before_its_figures(client, scheme, organisation_index):
    scheme.lead_agency = OrganisationPageFactory(parent=organisation_index, title="Sở Khoa học")
    scheme.save_revision().publish()
    page = soup(client, scheme.url)
    head = page.select_one(".page-head")
    assert "Cơ quan chủ trì: Sở Khoa học" in head.get_text()
    assert page.find(id=head.select_one("a[href^='#']")["href"][1:])


@pytest.mark.parametrize("state", ["draft", "private"])
def test_a_unit_that_nobody_may_open_is_not_named(client, scheme, organisation_index, state):
    unit = OrganisationPageFactory(parent=organisation_index, title="Sở Khoa học")
    scheme.owner_unit = scheme.lead_agency = unit
    scheme.save_revision().publish()
    committee = CommitteePageFactory(parent=scheme.get_parent(), standing_agency=unit)
    project = ProjectPageFactory(parent=scheme, investor=unit)
    pages = [(scheme, 3), (committee, 1), (project, 1)]
    for page, times in pages:
        assert len(soup(client, page.url).select(f"main a[href='{unit.url}']")) == times
    if state == "draft":
        unit.unpublish()
    else:
        PageViewRestriction.objects.create(page=unit, restriction_type=PageViewRestriction.LOGIN)
    for page, _times in pages:
        main = soup(client, page.url).find("main")
        assert not main.select(f"a[href='{unit.url}']")
        assert "Sở Khoa học" not in main.get_text()


def test_the_tasks_are_one_tap_away_and_counted_before_it(client, scheme):
    page = soup(client, scheme.url)
    folded = page.select_one("#tasks details")
    assert folded.summary.get_text().startswith("15 nhiệm vụ")
    assert len(folded.select("tbody tr")) == 15
    for link in page.select(".kpi a"):
        assert page.find(id=link["href"][1:]), link


def test_no_two_landmarks_of_the_dashboard_have_one_name(client, scheme):
    page = soup(client, scheme.url)
    labels = [part["aria-label"] for part in page.select("main [role=region]")]
    sections = page.select("main section[aria-labelledby]")
    labels += [page.find(id=section["aria-labelledby"]).get_text() for section in sections]
    assert len(labels) > 8
    assert len(labels) == len(set(labels))


def test_a_table_is_where_the_breadcrumb_ends(client, scheme):
    page = soup(client, scheme.url + "du-an/")
    *way, here = [item.get_text(strip=True) for item in page.select(".crumbs li")]
    assert scheme.title in way
    assert here == page.h1.get_text() == "Dự án"


@pytest.mark.parametrize("word", ["du-an", "nhiem-vu", "chi-tieu", "kinh-phi", "moc-thoi-gian", "projects"])
def test_csv_equals_the_table(client, scheme, word):
    project = ProjectPage.objects.get(code="02")
    pay(project, "allocated", 9600)
    pay(project, "disbursed", 1250)
    Milestone.objects.create(project=project, name="=Khởi công", planned_on=TODAY)
    Indicator.objects.create(project=project, name="Hồ sơ", unit="%", baseline="2.5", target=60)
    shown = table_of(soup(client, f"{scheme.url}{word}/"))
    stored = csv_of(client, f"{scheme.url}{word}/csv/")
    assert [[cell.removeprefix("'") for cell in row] for row in stored] == shown
    assert len(json.loads(client.get(f"{scheme.url}{word}/json/").content)) == len(shown) - 1


@pytest.mark.parametrize(
    ("query", "codes"),
    [
        ("?trang-thai=late", ["03"]),
        ("?trang-thai=completed", ["01"]),
        ("?trang-thai=vo-nghia&linh-vuc=abc&nam=99", ["01", "02", "03", "04", "05", "06"]),
        ("?nam=2020", ["01", "02", "03", "04", "05", "06"]),
    ],
)
def test_projects_are_narrowed_by_what_occurs_and_nonsense_narrows_nothing(client, scheme, query, codes):
    assert [row[0] for row in table_of(soup(client, f"{scheme.url}du-an/{query}"))[1:]] == codes
    assert [row[0] for row in csv_of(client, f"{scheme.url}du-an/csv/{query}")[1:]] == codes


def test_projects_and_tasks_are_narrowed_by_field(client, scheme):
    health = field("y-te").pk
    assert len(table_of(soup(client, f"{scheme.url}du-an/?linh-vuc={health}"))) == 3
    assert len(table_of(soup(client, f"{scheme.url}nhiem-vu/?linh-vuc={health}&trang-thai=completed"))) == 2


def test_a_page_of_a_table_that_does_not_exist_is_404(client, scheme):
    assert client.get(f"{scheme.url}du-an/?trang=2").status_code == 404
    assert client.get(f"{scheme.url}du-an/xml/").status_code == 404


def test_money_sums_the_newest_amounts_only(client, scheme):
    project = ProjectPage.objects.get(code="02")
    pay(project, "allocated", 1000)
    pay(project, "disbursed", 400, day=TODAY.replace(year=TODAY.year - 1))
    pay(project, "disbursed", 500)
    page = soup(client, scheme.url)
    assert "50%" in [number.get_text() for number in page.select(".kpi__number")]


def test_the_list_of_schemes_shows_live_progress_and_has_its_files(client, index, scheme):
    assert "6/18" in soup(client, index.url).get_text()
    assert csv_of(client, f"{index.url}csv/")[1][4:6] == ["18", "6"]
    assert client.get(f"{index.url}rss/").headers["Content-Type"].startswith("application/rss+xml")


def test_a_scheme_lists_its_news_newest_first_and_an_article_its_scheme(client, scheme, news_index):
    older = NewsPageFactory(parent=news_index, scheme=scheme, title="Tin cũ")
    newer = NewsPageFactory(parent=news_index, scheme=scheme, title="Tin mới")
    titles = [link.get_text() for link in soup(client, scheme.url).select("#companion-news ~ ul a")]
    assert titles == [newer.title, older.title]
    older.unpublish()
    newest = NewsPageFactory(parent=news_index, scheme=scheme, title="Tin mới nhất")
    titles = [link.get_text() for link in soup(client, scheme.url).select("#companion-news ~ ul a")]
    assert titles == [newest.title, newer.title]
    assert scheme.title in client.get(newer.url).content.decode()


def test_the_dashboard_costs_the_same_with_five_hundred_projects(client, scheme):
    def cost(url: str) -> int:
        client.get(url)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(url).status_code == 200
        return len(captured)

    urls = ["", "du-an/", "kinh-phi/", "chi-tieu/", "moc-thoi-gian/", "nhiem-vu/"]
    few = [cost(scheme.url + url) for url in urls]
    add_projects(scheme, 494)
    assert scheme.get_children().count() == 500
    assert [cost(scheme.url + url) for url in urls] == few
    assert max(few) <= 12, few


def add_projects(scheme, count: int) -> None:
    """Write sisters of an entered project straight into the tables; the factory would take minutes."""
    from wagtail.models import Page

    example = ProjectPage.objects.child_of(scheme).last()
    start = scheme.get_children().count() + 1
    newest = Page.objects.order_by("-pk").first().pk
    Page.objects.bulk_create(
        Page(
            path=scheme.path + Page._int2str(number).rjust(Page.steplen, "0"),
            depth=example.depth,
            title=f"Dự án số {number}",
            draft_title=f"Dự án số {number}",
            slug=f"so-{number}",
            url_path=f"{scheme.url_path}so-{number}/",
            content_type_id=example.content_type_id,
            locale_id=example.locale_id,
            live=True,
        )
        for number in range(start, start + count)
    )
    table = ProjectPage._meta.db_table
    columns = [f.column for f in ProjectPage._meta.local_concrete_fields if f.column != "page_ptr_id"]
    named = ", ".join(map(connection.ops.quote_name, columns))
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} (page_ptr_id, {named}) "  # noqa: S608 (names of our own columns)
            f"SELECT p.id, {', '.join('e.' + connection.ops.quote_name(c) for c in columns)} "
            f"FROM {table} e, wagtailcore_page p WHERE e.page_ptr_id = %s AND p.id > %s",
            [example.pk, newest],
        )
    Page.objects.filter(pk=scheme.pk).update(numchild=start + count - 1)
    for project in ProjectPage.objects.child_of(scheme)[:50]:
        report(project, 12, TODAY)
