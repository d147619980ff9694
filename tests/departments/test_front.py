"""The front page of a department: what it costs, and that what is kept between requests follows every change."""

from datetime import date, time, timedelta

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from departments.models import Holiday, OpeningHours, OpeningRule, OrganisationPage
from departments.reorganisation import Plan, carry_out
from directives.models import DirectiveIndexPage
from news.models import NewsIndexPage, NoticeIndexPage
from projects.models import SchemeIndexPage
from tests.factories import (
    AppointmentFactory,
    CategoryFactory,
    DirectiveIndexPageFactory,
    DirectivePageFactory,
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
    SchemeIndexPageFactory,
    SchemePageFactory,
    ServicePointFactory,
)
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
    news = NewsIndexPageFactory(parent=department)
    category = CategoryFactory()
    labels = {"category": category, "cover": image, "cover_alt": "Cầu"}
    NewsPageFactory.create_batch(8, parent=news, **labels)
    NewsPageFactory.create_batch(8, parent=NewsIndexPageFactory(parent=former), **labels)
    notices = NoticeIndexPageFactory(parent=department)
    NoticePageFactory.create_batch(2, parent=notices)
    LegalDocumentPageFactory(parent=LegalIndexPageFactory(parent=department))
    scheme = SchemePageFactory(parent=SchemeIndexPageFactory(parent=department))
    ProjectPageFactory(parent=scheme, investor=department)
    DirectivePageFactory(parent=DirectiveIndexPageFactory(parent=department))
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


def test_a_front_page_with_everything_costs_a_fixed_number_of_queries(client, department):
    few = queries_of(client, department.url)
    assert len(few) <= 25, "\n\n".join(few)
    news = NewsIndexPage.objects.child_of(department).get()
    NewsPageFactory.create_batch(9, parent=news, cover=PortalImageFactory(), cover_alt="Cầu")
    AppointmentFactory.create_batch(6, organisation=department)
    ServicePointFactory.create_batch(6, organisation=department, hours=department.hours)
    assert len(queries_of(client, department.url)) == len(few)


def test_a_usual_front_page_costs_at_most_twelve_queries(client, department):
    department.blocks = [("leaders", {"heading": ""}), ("service_points", {"heading": ""})]
    department.save_revision().publish()
    for listing in (NoticeIndexPage, SchemeIndexPage, DirectiveIndexPage):
        listing.objects.child_of(department).get().delete()
    queries = queries_of(client, department.url)
    assert len(queries) <= 12, "\n\n".join(queries)


def test_what_no_block_shows_is_not_asked_for(client, department):
    department.blocks = []
    department.save_revision().publish()
    queries = " ".join(queries_of(client, department.url))
    assert "departments_appointment" not in queries
    assert "departments_servicepoint" not in queries


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
