"""A department's front page lists the projects that it, or a unit from which it took over, builds."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from wagtail.models import PageViewRestriction

from departments.reorganisation import Plan, carry_out
from projects.models import ProjectPage
from tests.factories import OrganisationPageFactory, ProjectPageFactory
from tests.factories.province import build_both
from tests.projects.conftest import PAST, report
from tests.site.test_query_budgets import queries_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def units(organisation_index):
    """A department of today and one that went up in it."""
    today = OrganisationPageFactory(parent=organisation_index, title="Sở Xây dựng", slug="so-xay-dung")
    former = OrganisationPageFactory(parent=organisation_index, title="Sở Giao thông", slug="so-giao-thong")
    carry_out(Plan("merged", date(2025, 3, 1), [former], [today]), None)
    return today, former


def lines_of(client, url: str) -> list[str]:
    page = BeautifulSoup(client.get(url).content, "html.parser")
    return [" ".join(line.get_text(" ").split()) for line in page.select("#companion-projects ~ ul li")]


def build(scheme, title: str, investor=None, **fields) -> ProjectPage:
    fields.setdefault("status", "in_progress")
    return ProjectPageFactory(parent=scheme, title=title, slug="", investor=investor, **fields)


def test_its_own_and_its_predecessors_projects_with_status_and_percent(client, scheme, units):
    today, former = units
    build(scheme, "Bến xe", today, status="completed", actual_end=PAST, actual_start=date(2026, 1, 1))
    bridge = build(scheme, "Cầu", former, actual_start=date(2023, 1, 1))
    report(bridge, 30, date(2026, 1, 5))
    report(bridge, 55, date(2026, 3, 5))
    build(scheme, "Đường", today, planned_start=date(2025, 1, 1), planned_end=date(2026, 1, 1))
    build(scheme, "Kè", today, status="preparing")
    build(scheme, "Nhà máy", investor_name="Công ty ngoài")
    assert lines_of(client, today.url) == [
        "Đường Chậm tiến độ",
        "Cầu Đang thực hiện · 55% đến 05/03/2026",
        "Kè Chuẩn bị đầu tư",
        "Bến xe Hoàn thành",
    ]
    assert [line.split()[0] for line in lines_of(client, former.url)] == ["Cầu"]


def test_a_unit_without_projects_has_no_such_list(client, units):
    assert "companion-projects" not in client.get(units[0].url).content.decode()


def test_only_public_projects(client, scheme, units):
    build(scheme, "Bản nháp", units[0], live=False)
    closed = build(scheme, "Riêng tư", units[0])
    restriction = PageViewRestriction.objects.create(page=closed, restriction_type=PageViewRestriction.GROUPS)
    restriction.groups.add(Group.objects.first())
    assert lines_of(client, units[0].url) == []
    restriction.delete()
    assert len(lines_of(client, units[0].url)) == 1


def test_each_language_lists_its_own_projects(client):
    vietnamese, english = build_both()
    assert lines_of(client, vietnamese["department"].url)[0].startswith("Hồ sơ sức khỏe điện tử")
    # A translation takes over the investor as it stands: the Vietnamese department.
    ProjectPage.objects.update(investor=vietnamese["department"].pk)
    assert lines_of(client, english["department"].url)[0].startswith("Electronic health records In preparation")


def test_many_projects_cost_what_one_does(client, scheme, units):
    build(scheme, "Cầu 1", units[0])
    few = queries_of(client, units[0].url)
    for number in range(2, 10):
        report(build(scheme, f"Cầu {number}", units[number % 2]), number)
    assert len(queries_of(client, units[0].url)) == len(few)
