"""The lists that readers see: what is in them, what never is, and that their figures agree."""

import csv
import io
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction

from core.models import Field
from departments.enums import EndKind
from departments.models import Reorganisation, Succession
from directives.enums import Progress, Visibility
from directives.models import CoordinatingAgency, DirectivePage, DirectiveTask, ProgressNote
from tests.factories import DirectiveIndexPageFactory, DirectivePageFactory, OrganisationPageFactory
from tests.factories.directives import add_task
from tests.factories.province import build_both

pytestmark = pytest.mark.django_db
LIST = "/chi-dao-dieu-hanh/theo-doi/"
FORMS = ["", "rss/", "csv/", "json/"]


def today(days: int = 0) -> date:
    return timezone.localdate() + timedelta(days=days)


def text(response) -> str:
    return b"".join(response.streaming_content if response.streaming else [response.content]).decode()


@pytest.fixture
def finance(organisation_index):
    return OrganisationPageFactory(parent=organisation_index, title="Sở Tài chính", slug="so-tai-chinh")


@pytest.fixture
def directive(directive_index):
    return DirectivePageFactory(parent=directive_index, title="Kết luận tháng Ba", date=today(-30))


@pytest.fixture
def tasks(directive, finance, home):
    """Eight public tasks of every status, and one for staff only."""
    field, _made = Field.objects.get_or_create(slug="giao-thong", locale=home.locale, defaults={"name": "Giao thông"})
    add_task(directive, "Chậm tiến độ", lead_agency=finance, due_on=today(-3), progress=Progress.UNDER_WAY)
    add_task(directive, "Đúng hạn", lead_agency=finance, due_on=today(-5), progress="done", done_on=today(-6))
    add_task(directive, "Xong muộn", lead_name="Sở Y tế", due_on=today(-9), progress="done", done_on=today(-7))
    add_task(directive, "Chưa làm", lead_name="Sở Y tế", due_on=today(9), field=field)
    add_task(directive, "Đang làm", lead_name="Sở Y tế", due_on=today(2), progress=Progress.UNDER_WAY)
    add_task(directive, "Tạm dừng", lead_name="Công an tỉnh", due_on=today(-2), progress=Progress.PAUSED)
    add_task(directive, "Làm luôn", lead_name="Công an tỉnh", is_standing=True, progress=Progress.UNDER_WAY)
    add_task(directive, "Xong không hạn", lead_name="Công an tỉnh", progress="done", done_on=today(-1))
    add_task(directive, "Việc mật", lead_name="Sở Kín", due_on=today(-1), visibility=Visibility.INTERNAL)
    return directive


def contents(client, query: str = "") -> set[str]:
    return {row.content for row in client.get(f"{LIST}{query}").context["rows"]}


def test_overdue_is_told_in_days(client, tasks):
    page = text(client.get(LIST))
    assert "Quá hạn 3 ngày" in page
    assert "Hoàn thành chậm 2 ngày" in page
    assert "Hoàn thành đúng hạn" in page
    assert "thường xuyên" in page


def test_the_counts_add_up_and_each_leads_to_as_many_tasks(client, tasks):
    context = client.get(LIST).context
    assert context["total"] == 8 == sum(item["count"] for item in context["counts"])
    assert len(context["counts"]) == 7
    for item in context["counts"]:
        assert len(contents(client, item["url"])) == item["count"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?tinh_trang=overdue", {"Chậm tiến độ"}),
        ("?linh_vuc=giao-thong", {"Chưa làm"}),
        ("?co_quan=so-y-te", {"Xong muộn", "Chưa làm", "Đang làm"}),
        ("?co_quan=so-y-te&tinh_trang=under_way", {"Đang làm"}),
    ],
)
def test_the_list_is_narrowed(client, tasks, query, expected):
    assert contents(client, query) == expected


def test_by_agency_of_the_directory_and_by_deadline(client, tasks, finance):
    assert contents(client, f"?co_quan={finance.pk}") == {"Chậm tiến độ", "Đúng hạn"}
    assert contents(client, f"?han_tu={today(1)}&han_den={today(5)}") == {"Đang làm"}


@pytest.mark.parametrize(
    "query",
    [
        *("?tinh_trang=x", "?co_quan=999999", "?co_quan='", "?linh_vuc=khong-co", "?han_tu=hom-qua", "?han_den=9999"),
        *("?han_tu=2026-05-02&han_den=2026-05-01", "?han_tu=0001-01-01", "?tinh_trang=overdue&tinh_trang=%00"),
    ],
)
def test_a_filter_that_makes_no_sense_is_named_and_not_used(client, tasks, query):
    response = client.get(f"{LIST}{query}")
    assert response.status_code == 200
    assert "Bộ lọc này không được dùng" in text(response)
    for form in FORMS:
        assert client.get(f"{LIST}{form}{query}").status_code == 200


def test_the_file_is_the_table(client, tasks):
    lines = list(csv.reader(io.StringIO(text(client.get(f"{LIST}csv/?co_quan=so-y-te")).removeprefix("\ufeff"))))
    shown = client.get(f"{LIST}?co_quan=so-y-te").context["rows"]
    assert [line[:-1] for line in lines[1:]] == [row.cells[:-1] for row in shown]
    assert len(lines) == 4
    assert lines[1][-1].startswith("http://testserver/chi-dao-dieu-hanh/")


def test_a_cell_that_a_spreadsheet_would_run_is_quoted(client, directive):
    add_task(directive, "=1+1")
    assert "'=1+1" in text(client.get(f"{LIST}csv/"))


def test_data_and_feed_hold_the_same_tasks(client, tasks):
    data = client.get(f"{LIST}json/").json()
    assert len(data["tasks"]) == 8 == sum(data["counts"].values())
    assert {task["status"] for task in data["tasks"]} == set(data["counts"])
    feed = text(client.get(f"{LIST}rss/"))
    assert feed.count("<item>") == 8
    assert "Sở Y tế. Hạn hoàn thành:" in feed


def test_the_list_of_directives_is_the_same_as_table_and_as_data(client, directive, directive_index):
    DirectivePageFactory(parent=directive_index, title="Bản nháp", live=False)
    DirectivePageFactory(parent=directive_index, title="=1+1", date=today(-31))
    newest, oldest = client.get(f"{directive_index.url}json/").json()
    assert newest == {
        "date": today(-30).isoformat(),
        "title": "Kết luận tháng Ba",
        "leader": "Chủ tịch UBND tỉnh",
        "occasion": directive.get_occasion_display(),
        "url": f"http://testserver{directive.url}",
    }
    assert oldest["title"] == "=1+1"
    response = client.get(f"{directive_index.url}csv/")
    assert 'filename="chi-dao-dieu-hanh.csv"' in response["Content-Disposition"]
    header, first, second = csv.reader(io.StringIO(text(response).removeprefix("\ufeff")))
    assert len(header) == len(newest)
    assert first == [f"{today(-30):%d/%m/%Y}", *list(newest.values())[1:]]
    assert second[1] == "'=1+1"
    page = text(client.get(directive_index.url))
    assert all(f'href="{directive_index.url}{form}"' in page for form in FORMS[1:])


def test_the_english_list_of_directives_has_the_same_forms(client):
    _vietnamese, english = build_both()
    url = english["directives"].url
    entry = client.get(f"{url}json/").json()[0]
    assert (entry["title"], entry["occasion"]) == ("Conclusions of the March meeting", "Meeting")
    assert "Conclusions of the March meeting" in text(client.get(f"{url}csv/"))
    page = text(client.get(url))
    assert all(f'href="{url}{form}"' in page for form in FORMS[1:])


def test_the_rate_by_agency_is_shown_as_a_number_while_few_are_measured(client, tasks, directive):
    rates = {line["name"]: line["rate"] for line in client.get(LIST).context["agencies"]}
    assert rates == {"Công an tỉnh": "–", "Sở Tài chính": "1/2", "Sở Y tế": "0/1"}
    for number in range(20):
        add_task(
            directive, f"Việc {number}", lead_name="Sở Nội vụ", due_on=today(-4), progress="done",
            done_on=today(-5 if number else -3),
        )  # fmt: skip
    rates = {line["name"]: line["rate"] for line in client.get(LIST).context["agencies"]}
    assert rates["Sở Nội vụ"] == "95 % (19/20)"


def test_a_task_for_staff_only_leaves_by_no_door(client, tasks, directive_index):
    task = DirectiveTask.objects.get(content="Đang làm")
    task.coordinating.add(CoordinatingAgency(name="Sở Nội vụ"))
    task.notes.add(ProgressNote(text="Đã họp lần một", day=today(-2)))
    task.notes.add(ProgressNote(text="Ghi chú kín", day=today(-1), visibility=Visibility.INTERNAL))
    task.save()
    page = DirectivePage.objects.get()
    doors = [page.url, *(f"{address}{form}" for address in (LIST, directive_index.url) for form in FORMS)]
    everything = "".join(text(client.get(door)) for door in doors)
    everything += page.folded_text + str(page.search_facts())
    assert "Đã họp lần một" in everything
    for secret in ("Việc mật", "viec mat", "Sở Kín", "so-kin", "Ghi chú kín"):
        assert secret not in everything
    assert "9." not in text(client.get(page.url)).split("<ol>")[1].split("</ol>")[0]
    assert contents(client, "?co_quan=so-kin") == contents(client)


def test_numbers_of_tasks_leave_no_gap_for_what_is_not_public(client, directive):
    add_task(directive, "Một")
    add_task(directive, "Kín", visibility=Visibility.INTERNAL)
    add_task(directive, "Hai")
    assert 'id="nhiem-vu-2"' in text(client.get(directive.url))
    assert [task.number for task in DirectiveTask.objects.order_by("sort_order")] == [1, None, 2]


@pytest.mark.parametrize("how", ["draft", "restricted", "unpublished"])
def test_tasks_of_a_directive_that_is_not_public_are_nowhere(client, tasks, directive_index, how):
    page = DirectivePage.objects.get()
    if how == "restricted":
        PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    elif how == "unpublished":
        page.unpublish()
    else:
        page.delete()
        add_task(DirectivePageFactory(parent=directive_index, live=False), "Chậm tiến độ")
    for door in [f"{LIST}{form}" for form in FORMS] + [f"{directive_index.url}{form}" for form in FORMS]:
        assert "Chậm tiến độ" not in text(client.get(door))
    assert client.get(LIST).context["total"] == 0


def test_a_draft_changes_nothing_that_readers_see(client, directive):
    add_task(directive, "Rà soát", due_on=today(-1))
    draft = directive.get_latest_revision_as_object()
    draft.tasks.all()[0].progress = Progress.PAUSED
    draft.tasks.add(DirectiveTask(content="Việc mới", lead_name="Sở Y tế"))
    revision = draft.save_revision()
    assert contents(client) == {"Rà soát"}
    revision.publish()
    assert contents(client) == {"Rà soát", "Việc mới"}


def test_the_list_of_a_department_has_its_own_and_the_provinces_has_all(client, directive, finance):
    add_task(directive, "Của tỉnh")
    own = DirectiveIndexPageFactory(parent=finance, slug="chi-dao")
    add_task(DirectivePageFactory(parent=own), "Của sở")
    assert contents(client) == {"Của tỉnh", "Của sở"}
    rows = client.get(f"{own.url}theo-doi/").context["rows"]
    assert [row.content for row in rows] == ["Của sở"]
    assert own.latest_entries(5) == [DirectivePage.objects.child_of(own).get()]
    assert client.get(finance.url).status_code == 200


def test_a_successor_has_what_its_predecessors_had(client, directive, finance, directive_index):
    planning = OrganisationPageFactory(parent=finance.get_parent(), title="Sở Kế hoạch và Đầu tư", slug="so-ke-hoach")
    add_task(directive, "Lập kế hoạch vốn", lead_agency=planning)
    old = DirectiveIndexPageFactory(parent=planning, slug="chi-dao")
    add_task(DirectivePageFactory(parent=old), "Việc của sở cũ")
    new = DirectiveIndexPageFactory(parent=finance, slug="chi-dao")
    assert client.get(f"{LIST}?co_quan={finance.pk}").context["filter"].is_narrowed
    assert contents(client, f"?co_quan={finance.pk}") == set()
    act = Reorganisation.objects.create(kind=EndKind.MERGED, on=today(-100))
    Succession.objects.create(reorganisation=act, predecessor=planning, successor=finance)
    assert contents(client, f"?co_quan={finance.pk}") == {"Lập kế hoạch vốn"}
    rows = client.get(f"{new.url}theo-doi/").context["rows"]
    assert [row.content for row in rows] == ["Việc của sở cũ"]


def test_lists_come_in_parts(client, directive):
    for number in range(21):
        directive.tasks.add(DirectiveTask(content=f"Việc {number}", lead_name="Sở Y tế", due_on=today(number)))
    directive.save()
    assert len(client.get(f"{LIST}?trang=2").context["rows"]) == 1
    assert client.get(f"{LIST}?trang=3").status_code == 404


def test_thousands_of_tasks_cost_as_many_queries_as_ten(client, directive_index, finance):
    def visit() -> int:
        client.get(LIST)
        with CaptureQueriesContext(connection) as captured:
            assert client.get(LIST).status_code == 200
        return len(captured)

    page = DirectivePageFactory(parent=directive_index)
    other = OrganisationPageFactory(parent=finance.get_parent())
    for number in range(10):
        task = DirectiveTask(content=f"Việc {number}", lead_agency=finance)
        task.coordinating = [CoordinatingAgency(name="Sở Y tế"), CoordinatingAgency(organisation=other)]
        page.tasks.add(task)
    page.save()
    few = visit()
    DirectiveTask.objects.bulk_create(
        DirectiveTask(
            directive=page,
            locale=page.locale,
            content=f"Việc {n}",
            lead_name=f"Sở {n % 40}",
            lead_slug=f"so-{n % 40}",
            number=n,
        )
        for n in range(11, 3011)
    )
    assert visit() == few <= 12
