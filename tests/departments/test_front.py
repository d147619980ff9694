"""The front page of a department: what it costs, and that what is kept between requests follows every change."""

from datetime import date, time, timedelta

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone
from wagtail.models import PageViewRestriction

from departments.models import Holiday, OpeningHours, OpeningRule, OrganisationPage
from departments.reorganisation import Plan, carry_out
from directives.models import DirectivePage
from legal.models import LegalDocumentPage, LegalIndexPage
from news.models import Category, NewsIndexPage, NewsPage, NoticeIndexPage, NoticePage
from projects.models import ProjectPage, SchemePage
from tests.factories import (
    AppointmentFactory,
    CategoryFactory,
    IssuingBodyFactory,
    LegalDocumentPageFactory,
    LegalIndexPageFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    NoticeIndexPageFactory,
    NoticePageFactory,
    OrganisationPageFactory,
    PersonFactory,
    PortalImageFactory,
    ProjectPageFactory,
    ServicePointFactory,
)
from tests.factories.province import build_both
from tests.factories.units import PAGES, places_of
from tests.site.test_query_budgets import queries_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def hours(db):
    hours = OpeningHours.objects.create(name="Giờ hành chính")
    OpeningRule.objects.create(hours=hours, opens=time(7, 30), closes=time(17))
    return hours


@pytest.fixture
def department(organisation_index, hours):
    """A department of 2025 with every block, every list, leaders, desks and a predecessor."""
    image = PortalImageFactory()
    department = OrganisationPageFactory(
        parent=organisation_index, title="Sở Khoa học", slug="so-khoa-hoc", hours=hours, cover=image
    )
    former = OrganisationPageFactory(parent=organisation_index, title="Sở Thông tin", slug="so-thong-tin")
    carry_out(Plan("merged", date(2025, 3, 1), [former], [department]), None)
    places = places_of(department)
    news, notices = places["news"], places["notice"]
    category = CategoryFactory()
    labels = {"category": category, "cover": image, "cover_alt": "Cầu"}
    NewsPageFactory.create_batch(8, parent=news, **labels)
    NewsPageFactory.create_batch(8, parent=NewsIndexPageFactory(parent=former), **labels)
    NoticePageFactory.create_batch(2, parent=notices)
    ProjectPageFactory(parent=places["project"], investor=department)
    for kind in ("document page", "directive"):
        PAGES[kind](parent=places[kind])
    AppointmentFactory.create_batch(2, organisation=department, person=PersonFactory(photo=image))
    ServicePointFactory.create_batch(2, organisation=department, hours=hours)
    ServicePointFactory(organisation=former, hours=hours)
    today = timezone.localdate()
    Holiday.objects.create(name="Nghỉ bù", first_day=today + timedelta(days=3), last_day=today + timedelta(days=3))
    department = OrganisationPage.objects.get(pk=department.pk)
    department.blocks = [
        ("lead_stories", {"heading": "", "section": news, "count": 3}),
        ("latest_news", {"heading": "", "section": news, "categories": [category], "each": 3}),
        ("notices", {"heading": "Thông báo", "section": notices, "count": 3}),
        (
            "quick_links",
            {
                "heading": "Dịch vụ",
                "items": [{"link": {"title": "Nộp hồ sơ", "page": news, "url": ""}, "text": "", "icon": "file"}],
            },
        ),
        ("leaders", {"heading": ""}),
        ("service_points", {"heading": ""}),
    ]
    department.save_revision().publish()
    return department


def text_of(client, url: str) -> str:
    return " ".join(BeautifulSoup(client.get(url).content, "html.parser").main.get_text(" ").split())


def test_a_front_page_with_everything_costs_at_most_twelve_queries(client, department):
    few = queries_of(client, department.url)
    assert len(few) <= 12, "\n\n".join(few)
    news = NewsIndexPage.objects.child_of(department).get()
    NewsPageFactory.create_batch(9, parent=news, cover=PortalImageFactory(), cover_alt="Cầu")
    AppointmentFactory.create_batch(6, organisation=department)
    ServicePointFactory.create_batch(6, organisation=department, hours=department.hours)
    assert len(queries_of(client, department.url)) == len(few)


def test_an_english_front_page_costs_at_most_fourteen_queries(client, hours):
    _vietnamese, english = build_both()
    department = OrganisationPage.objects.get(pk=english["department"].pk)
    AppointmentFactory(organisation=department, person=PersonFactory(photo=PortalImageFactory()))
    ServicePointFactory(organisation=department, hours=hours)
    news = english["department_news"]
    department.hours = hours
    department.blocks = [
        ("lead_stories", {"heading": "", "section": news, "count": 3}),
        ("latest_news", {"heading": "", "section": news, "categories": [english.category], "each": 3}),
        ("notices", {"heading": "Notices", "section": english["notices"], "count": 3}),
        ("leaders", {"heading": ""}),
        ("service_points", {"heading": ""}),
    ]
    department.save_revision().publish()
    queries = queries_of(client, department.url)
    assert len(queries) <= 14, "\n\n".join(queries)


def test_what_no_block_shows_is_not_asked_for(client, department):
    department.blocks = []
    department.save_revision().publish()
    queries = " ".join(queries_of(client, department.url))
    assert "departments_appointment" not in queries
    assert "departments_servicepoint" not in queries


@pytest.fixture
def shown(department):
    """What of other pages and labels stands on the front page."""
    return {
        "news": NewsPage.objects.in_section(NewsIndexPage.objects.child_of(department).get()).first(),
        "notice": NoticePage.objects.child_of(NoticeIndexPage.objects.child_of(department).get()).first(),
        "list": NoticeIndexPage.objects.child_of(department).get(),
        "document": LegalDocumentPage.objects.get(),
        "scheme": SchemePage.objects.get(),
        "project": ProjectPage.objects.get(),
        "directive": DirectivePage.objects.get(),
        "former": OrganisationPage.objects.get(slug="so-thong-tin"),
    }


KINDS = ["news", "notice", "list", "document", "scheme", "project", "directive", "former"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_that_changes_or_goes_changes_the_front_page_at_once(client, department, shown, kind):
    page = shown[kind]
    assert page.title in text_of(client, department.url)
    page.title = "Tên mới"
    page.save_revision().publish()
    assert "Tên mới" in text_of(client, department.url)
    page.slug = "dia-chi-moi"
    page.save_revision().publish()
    assert "/dia-chi-moi/" in client.get(department.url).content.decode()
    restriction = PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert "Tên mới" not in text_of(client, department.url)
    restriction.delete()
    assert "Tên mới" in text_of(client, department.url)
    page.unpublish()
    assert "Tên mới" not in text_of(client, department.url)


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_that_is_deleted_is_gone_from_the_front_page_at_once(client, department, shown, kind):
    page = shown[kind]
    page.title = "Tên riêng"
    page.save_revision().publish()
    assert "Tên riêng" in text_of(client, department.url)
    page.delete()
    assert "Tên riêng" not in text_of(client, department.url)


def test_documents_follow_their_issuing_body_at_once(client, department):
    body = IssuingBodyFactory(organisation=None)
    LegalDocumentPageFactory(
        parent=LegalIndexPageFactory(parent=department.get_parent().get_parent()),
        issuing_body=body,
        title="Quyết định của tỉnh",
    )
    assert "Quyết định của tỉnh" not in text_of(client, department.url)
    body.organisation = department
    body.save()
    assert "Quyết định của tỉnh" in text_of(client, department.url)


def test_a_document_says_what_it_is_about_beside_its_number(client, department):
    register = LegalIndexPage.objects.child_of(department).get()
    LegalDocumentPageFactory(parent=register, abstract="Cách nộp hồ sơ tại xã")
    assert "Cách nộp hồ sơ tại xã" in text_of(client, department.url)


def test_the_way_to_a_list_and_the_name_of_a_category_follow_at_once(client, department):
    news = NewsIndexPage.objects.child_of(department).get()
    assert f'href="{news.url}"' in client.get(department.url).content.decode()
    department.slug = "so-moi"
    department.save_revision().publish()
    department = OrganisationPage.objects.get(pk=department.pk)
    news.refresh_from_db()
    assert "/so-moi/" in news.url
    assert f'href="{news.url}"' in client.get(department.url).content.decode()
    category = Category.objects.get()
    assert category.name in text_of(client, department.url)
    category.name = "Đường sá"
    category.save()
    assert "Đường sá" in text_of(client, department.url)


def test_changed_hours_and_holidays_hold_at_once(client, department, hours):
    assert "07:30–17:00" in text_of(client, department.url)
    rule = hours.rules.get()
    rule.closes = time(16, 15)
    rule.save()
    assert "07:30–16:15" in text_of(client, department.url)
    OpeningHours.objects.get(pk=hours.pk).delete()
    assert "07:30–16:15" not in text_of(client, department.url)

    other = OpeningHours.objects.create(name="Giờ mới")
    OpeningRule.objects.create(hours=other, opens=time(8), closes=time(16))
    department = OrganisationPage.objects.get(pk=department.pk)
    department.hours = other
    department.save_revision().publish()
    assert "08:00–16:00" in text_of(client, department.url)
    holiday = Holiday.objects.get()
    assert "Nghỉ bù" in text_of(client, department.url)
    holiday.name = "Ngày hội"
    holiday.save()
    assert "Ngày hội" in text_of(client, department.url)
    holiday.delete()
    assert "Ngày hội" not in text_of(client, department.url)


def test_a_new_list_of_a_predecessor_is_in_the_successors_at_once(client, department):
    notices = NoticeIndexPage.objects.child_of(department).get()
    assert "Thông báo cũ" not in text_of(client, notices.url)
    former = OrganisationPage.objects.get(slug="so-thong-tin")
    late = NoticeIndexPageFactory(parent=former)
    NoticePageFactory(parent=late, title="Thông báo cũ")
    assert "Thông báo cũ" in text_of(client, notices.url)
    late.delete()
    assert "Thông báo cũ" not in text_of(client, notices.url)
