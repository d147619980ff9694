"""Figures of the office: right, of one's own sections only, and harmless in a spreadsheet."""

from datetime import datetime
from io import BytesIO
from zoneinfo import ZoneInfo

import openpyxl
import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from wagtail.models import GroupPagePermission

from core.models import User
from news.enums import BylineRole
from tests.factories import (
    AuthorFactory,
    CategoryFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    OrganisationPageFactory,
)

pytestmark = pytest.mark.django_db
HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


def at(day: int, hour: int = 9) -> datetime:
    return datetime(2026, 11, day, hour, tzinfo=HANOI)


@pytest.fixture
def sections(organisation_index):
    units = [OrganisationPageFactory(parent=organisation_index, title=title) for title in ("Sở Y tế", "Sở Nội vụ")]
    return [(unit, NewsIndexPageFactory(parent=unit, title="Tin", slug="tin")) for unit in units]


@pytest.fixture
def articles(sections, news_index):
    health, transport = CategoryFactory(name="Y tế"), CategoryFactory(name="Giao thông")
    author = AuthorFactory(full_name="Mai An", pen_name="")
    (_, first), (_, second) = sections

    def add(parent, category, day, names, **fields):
        page = NewsPageFactory(parent=parent, category=category, published_at=at(day), **fields)
        for name, role in names:
            page.bylines.create(**({"author": name} if name is author else {"name": name}), role=role)
        page.save_revision().publish()
        return page

    text, photo = BylineRole.TEXT, BylineRole.PHOTO
    add(first, health, 2, [(author, text), (author, photo)], event_date=at(1, 23))
    add(first, health, 3, [(author, text), ("Lê Bến", photo)], event_date=at(3))
    add(second, transport, 4, [("=HYPERLINK(1)", text)], title="+84 bài", event_date=at(1))
    add(news_index, transport, 5, [])
    NewsPageFactory(parent=first, category=health, published_at=at(6), live=False, first_published_at=None)


def staff(*pages) -> User:
    group = Group.objects.create(name="viết")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for page in pages:
        permission = Permission.objects.get(content_type__app_label="wagtailcore", codename="change_page")
        GroupPagePermission.objects.create(group=group, page=page, permission=permission)
    user = User.objects.create_user("viet", "viet@songmay.example", "x")
    user.groups.add(group)
    return user


def exported(client, name: str, query: str = "") -> list[list[str]]:
    response = client.get(f"{reverse(name)}?export=csv{query}")
    assert response.status_code == 200
    lines = b"".join(response.streaming_content).decode().splitlines()
    return [line.split(",") for line in lines[1:]]


@pytest.fixture
def as_admin(admin_client):
    return admin_client


def test_output_counts_by_unit_author_role_category_and_month(as_admin, articles):
    assert exported(as_admin, "editorial_output") == [
        ["", "", "", "Giao thông", "2026-11", "1"],
        ["Sở Nội vụ", "'=HYPERLINK(1)", "Tin", "Giao thông", "2026-11", "1"],
        ["Sở Y tế", "Lê Bến", "Ảnh", "Y tế", "2026-11", "1"],
        ["Sở Y tế", "Mai An", "Tin", "Y tế", "2026-11", "2"],
        ["Sở Y tế", "Mai An", "Ảnh", "Y tế", "2026-11", "1"],
    ]


@pytest.mark.parametrize(
    ("query", "articles_counted"),
    [
        ("&published_at_from=2026-11-03&published_at_to=2026-11-04", 3),
        ("&published_at_from=04/11/2026", 2),
        ("&author=bến", 2),
        ("&author=khong-ai", 0),
        ("&category=999999", 6),
        ("&published_at_from=hôm-qua", 6),
    ],
)
def test_output_is_narrowed_and_nonsense_narrows_nothing(as_admin, articles, query, articles_counted):
    assert sum(int(row[-1]) for row in exported(as_admin, "editorial_output", query)) == articles_counted


def test_output_as_a_workbook_holds_no_formula(as_admin, articles):
    response = as_admin.get(reverse("editorial_output") + "?export=xlsx")
    sheet = openpyxl.load_workbook(BytesIO(b"".join(response.streaming_content))).active
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert "'=HYPERLINK(1)" in [cell.value for cell in cells]
    assert "f" not in {cell.data_type for cell in cells}


def test_timeliness_counts_days_of_the_calendar(as_admin, articles):
    rows = exported(as_admin, "editorial_timeliness")
    assert [(row[1], row[-1]) for row in rows] == [("Sở Nội vụ", "3"), ("Sở Y tế", "0"), ("Sở Y tế", "1")]
    assert rows[0][0] == "'+84 bài"


@pytest.mark.parametrize("name", ["editorial_output", "editorial_timeliness"])
def test_a_department_sees_its_own_figures_only(client, sections, articles, name):
    (unit, _), _ = sections
    client.force_login(staff(unit))
    body = client.get(reverse(name)).content.decode()
    assert "Sở Y tế" in body
    assert "Sở Nội vụ" not in body
    assert "Sở Nội vụ" not in str(exported(client, name))


@pytest.mark.parametrize("name", ["editorial_output", "editorial_timeliness"])
def test_who_works_with_no_page_sees_no_report(client, articles, name):
    client.force_login(staff())
    assert client.get(reverse(name)).status_code == 302
    client.logout()
    assert client.get(reverse(name)).status_code == 302


@pytest.mark.parametrize("name", ["editorial_output", "editorial_timeliness"])
def test_a_report_costs_the_same_for_many_articles(as_admin, articles, sections, django_assert_max_num_queries, name):
    (_, index), _ = sections
    for number in range(20):
        page = NewsPageFactory(parent=index, published_at=at(7), event_date=at(6))
        page.bylines.create(name=f"Tên {number}")
        page.save_revision().publish()
    as_admin.get(reverse(name))
    with django_assert_max_num_queries(20):
        as_admin.get(reverse(name))
