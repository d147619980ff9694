"""A unit whose page is no public one is named on no other page, in no table and in no list to choose from."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from departments.enums import EndKind
from departments.findable import describe_person
from departments.models import OrganisationPage
from departments.reorganisation import Plan, carry_out
from directives.models import CoordinatingAgency
from projects.models import ProgressFigure, SchemeTask
from tests.factories import (
    AdministrativeUnitFactory,
    AppointmentFactory,
    CommitteePageFactory,
    DirectiveIndexPageFactory,
    DirectivePageFactory,
    LegalDocumentPageFactory,
    LegalIndexPageFactory,
    OrganisationPageFactory,
    PlaceLookupPageFactory,
    PlainPageFactory,
    ProjectPageFactory,
    SchemeIndexPageFactory,
    SchemePageFactory,
    ServicePointFactory,
)
from tests.factories.directives import add_task

pytestmark = pytest.mark.django_db
SECRET = "zqxdonvizqx"


def private(page: Page) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type="login")


def taken_back(page: Page) -> None:
    Page.objects.get(pk=page.pk).specific.unpublish()


@pytest.fixture(params=[private, taken_back])
def hide(request):
    return request.param


@pytest.fixture
def unit(organisation_index):
    return OrganisationPageFactory(
        parent=organisation_index, title=f"Sở {SECRET}", slug=f"so-{SECRET}", phone=f"0299 {SECRET}"
    )


def text(client, url: str) -> str:
    response = client.get(url)
    assert response.status_code == 200, url
    return b"".join(response.streaming_content if response.streaming else [response.content]).decode()


def test_directives_and_their_tasks(client, home, unit, hide):
    index = DirectiveIndexPageFactory(parent=home)
    page = DirectivePageFactory(parent=index)
    page.leader_person = AppointmentFactory(organisation=unit, post="Giám đốc").person
    document = LegalDocumentPageFactory(parent=LegalIndexPageFactory(parent=home), title=f"Quyết định {SECRET}")
    add_task(page, "Một việc", lead_agency=unit, result_document=document)
    add_task(page, "Việc hai", lead_name="Sở Tài chính", coordinating=[CoordinatingAgency(organisation=unit)])
    urls = [page.url, *(f"{index.url}theo-doi/{form}" for form in ("", "rss/", "csv/", "json/"))]
    assert all(SECRET in text(client, url) for url in urls)
    hide(unit)
    hide(document)
    for url in (*urls, f"{index.url}theo-doi/?co_quan={unit.pk}"):
        assert SECRET not in text(client, url), url
    assert "Một việc" in text(client, page.url)


def test_schemes_projects_and_committees(client, home, unit, hide):
    today = timezone.localdate()
    index = SchemeIndexPageFactory(parent=home)
    committee = CommitteePageFactory(parent=index, standing_agency=unit)
    scheme = SchemePageFactory(parent=index, lead_agency=unit, owner_unit=unit)
    scheme.coordinating_agencies.add(unit)
    scheme.tasks.add(SchemeTask(text="Một việc", lead_agency=unit))
    scheme.save()
    project = ProjectPageFactory(
        parent=scheme, investor=unit, planned_start=today, planned_end=today + timedelta(days=9)
    )
    project.progress_figures.add(ProgressFigure(as_of=today, percent=3, reported_by=unit))
    project.save()
    urls = [committee.url, scheme.url, project.url, f"{scheme.url}du-an/", f"{scheme.url}nhiem-vu/"]
    urls += [f"{scheme.url}{name}/{form}/" for name in ("du-an", "nhiem-vu") for form in ("csv", "json")]
    assert all(SECRET in text(client, url) for url in urls)
    hide(unit)
    for url in urls:
        assert SECRET not in text(client, url), url


def test_the_look_up_of_places(client, home, unit, hide):
    lookup = PlaceLookupPageFactory(parent=home)
    AdministrativeUnitFactory(name="An Phú", full_name="Xã An Phú", organisation=unit)
    url = f"{lookup.url}?q=an+phu"
    assert SECRET in text(client, url)
    hide(unit)
    assert SECRET not in text(client, url)


def test_what_a_successor_tells_of_it(client, unit, organisation_index, hide):
    other = OrganisationPageFactory(parent=organisation_index, title="Sở Mới", slug="so-moi")
    AppointmentFactory(organisation=unit, post="Giám đốc", ends_on=date(2024, 1, 1))
    ServicePointFactory(organisation=unit, name=f"Điểm {SECRET}")
    carry_out(Plan(EndKind.MERGED, date(2025, 7, 1), [unit], [other]), None)
    urls = [f"{other.url}lanh-dao-qua-cac-thoi-ky/", f"{other.url}lien-he/"]
    assert all(SECRET in text(client, url) for url in urls)
    hide(unit)
    for url in (*urls, other.url):
        assert SECRET not in text(client, url), url
    assert SECRET not in str(OrganisationPage.objects.get(pk=other.pk).search_facts())


def test_the_posts_of_a_person_in_the_search(unit, organisation_index, hide):
    other = OrganisationPageFactory(parent=organisation_index, title="Sở Mới", slug="so-moi")
    person = AppointmentFactory(organisation=other, post="Giám đốc").person
    AppointmentFactory(organisation=unit, post="Ủy viên", person=person)
    assert SECRET in str(describe_person(person))
    hide(unit)
    found = describe_person(person)
    assert "Sở Mới" in str(found)
    assert SECRET not in str(found)


def test_the_menu_of_a_section_follows_privacy_at_once(client, organisation_index):
    unit = OrganisationPageFactory(parent=organisation_index, title="Sở Mới", slug="so-moi")
    page = PlainPageFactory(parent=unit, title=SECRET, slug="trang", show_in_menus=True)
    assert SECRET in text(client, unit.url)
    private(page)
    assert SECRET not in text(client, unit.url)
