"""Departments and communes: the directory, contacts, their own lists, who answers for a page."""

import json

import pytest
from bs4 import BeautifulSoup
from wagtail.models import Page

from departments.enums import DIRECTORY_GROUPS, OrganisationKind
from departments.models import OrganisationPage
from departments.ownership import owning_organisation
from tests.factories import (
    NewsIndexPageFactory,
    NewsPageFactory,
    NoticeIndexPageFactory,
    NoticePageFactory,
    OrganisationPageFactory,
    PlainPageFactory,
    SectionPageFactory,
)
from tests.factories.province import build_both

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(organisation_index):
    return OrganisationPageFactory(parent=organisation_index, title="Sở Y tế", slug="so-y-te")


def test_every_kind_stands_in_exactly_one_group():
    kinds = [kind for _title, kinds in DIRECTORY_GROUPS for kind in kinds]
    assert sorted(kinds) == sorted(OrganisationKind)


def test_the_directory_is_grouped_by_kind_and_sorted_by_name(client, organisation_index):
    for title, kind in [
        ("Xã B", "commune"),
        ("Phường A", "ward"),
        ("Sở B", "department"),
        ("Sở A", "department"),
        ("UBND tỉnh", "peoples_committee"),
    ]:
        OrganisationPageFactory(parent=organisation_index, title=title, kind=kind)
    OrganisationPageFactory(parent=organisation_index, title="Sở nháp", live=False)
    groups = client.get(organisation_index.url).context["groups"]
    assert [[page.title for page in group["organisations"]] for group in groups] == [
        ["UBND tỉnh"],
        ["Sở A", "Sở B"],
        ["Phường A", "Xã B"],
    ]


def test_each_language_lists_its_own(client):
    vietnamese, english = build_both()
    for province, other in ((vietnamese, english), (english, vietnamese)):
        html = client.get(province["directory"].url).content.decode()
        assert province["department"].title in html
        assert other["department"].title not in html


CONTACTS = {
    "address": "Số 1, đường Bờ Sông",
    "phone": "0299 3800 001",
    "hotline": "1800.1234",
    "fax": "0299 3800 002",
    "email": "soyte@songmay.example",
    "website": "https://soyte.songmay.example/",
    "opening_hours": "Thứ Hai: 7:30–11:30\nThứ Ba: nghỉ",
}


@pytest.mark.parametrize("name", CONTACTS)
def test_a_contact_is_shown_where_it_is_known(client, organisation_index, name):
    page = OrganisationPageFactory(parent=organisation_index, **({"phone": ""} | {name: CONTACTS[name]}))
    block = BeautifulSoup(client.get(page.url).content, "html.parser").find(class_="contact")
    assert len(block.find_all("dt")) == 1
    shown = block.get_text("\n") if "\n" in CONTACTS[name] else block.get_text()
    for line in CONTACTS[name].splitlines():
        assert line in shown


def test_contacts_can_be_called_and_written_to(client, organisation_index):
    page = OrganisationPageFactory(parent=organisation_index, **CONTACTS)
    links = {
        a["href"] for a in BeautifulSoup(client.get(page.url).content, "html.parser").find(class_="contact")("a")
    }
    assert {"tel:02993800001", "tel:18001234", "mailto:soyte@songmay.example"} <= links


def test_a_number_in_the_directory_can_be_called(client, organisation_index):
    OrganisationPageFactory(parent=organisation_index, phone="0298 3.555 020")
    page = BeautifulSoup(client.get(organisation_index.url).content, "html.parser")
    assert page.select_one(".orgs a[href^=tel]")["href"] == "tel:02983555020"


def test_no_contacts_no_block(client, organisation_index):
    page = OrganisationPageFactory(parent=organisation_index, phone="")
    assert BeautifulSoup(client.get(page.url).content, "html.parser").find(class_="contact") is None


def test_it_describes_itself_to_machines(client, organisation_index):
    page = OrganisationPageFactory(parent=organisation_index, **CONTACTS)
    scripts = BeautifulSoup(client.get(page.url).content, "html.parser").find_all(
        "script", type="application/ld+json"
    )
    data = {item["@type"]: item for item in (json.loads(script.string) for script in scripts)}
    body = data["GovernmentOrganization"]
    assert body["name"] == page.title
    assert body["telephone"] == CONTACTS["phone"]
    assert body["sameAs"] == CONTACTS["website"]
    assert "alternateName" not in body


def test_its_front_page_lists_its_own_news_and_notices_only(client, office, news_index):
    own = NewsIndexPageFactory(parent=office)
    for number in range(6):
        NewsPageFactory(parent=own, title=f"Tin sở {number}")
    NewsPageFactory(parent=own, title="Nháp của sở", live=False)
    NewsPageFactory(parent=news_index, title="Tin tỉnh")
    NoticePageFactory(parent=NoticeIndexPageFactory(parent=office), title="Thông báo sở")
    listings = client.get(office.url).context["listings"]
    assert [len(listing["entries"]) for listing in listings] == [5, 1]
    html = client.get(office.url).content.decode()
    assert "Thông báo sở" in html
    for hidden in ("Tin tỉnh", "Nháp của sở"):
        assert hidden not in html
    assert "Tin sở 5" in client.get(own.url).content.decode()
    assert "Tin sở 5" not in client.get(news_index.url).content.decode()


def test_lists_without_entries_are_left_out(client, office):
    NewsIndexPageFactory(parent=office)
    assert client.get(office.url).context["listings"] == []


def test_its_menu_names_the_pages_that_the_editor_chose(client, office):
    PlainPageFactory(parent=office, title="Cơ cấu", show_in_menus=True)
    PlainPageFactory(parent=office, title="Khác", show_in_menus=False)
    PlainPageFactory(parent=office, title="Nháp", show_in_menus=True, live=False)
    assert [item["title"] for item in client.get(office.url).context["section"]["menu"]] == ["Cơ cấu"]


def test_who_answers_for_a_page(home, office, news_index):
    inner = NewsPageFactory(parent=NewsIndexPageFactory(parent=office))
    deep = PlainPageFactory(parent=SectionPageFactory(parent=office))
    for page in (inner, deep, office):
        assert owning_organisation(page).pk == office.pk
        assert owning_organisation(Page.objects.get(pk=page.pk)).pk == office.pk
    for page in (home, news_index, NewsPageFactory(parent=news_index)):
        assert owning_organisation(page) is None


def test_the_office_is_named_on_its_articles(client, office, news_index):
    inner = NewsPageFactory(parent=NewsIndexPageFactory(parent=office))
    outer = NewsPageFactory(parent=news_index)
    for page, named in ((inner, True), (outer, False)):
        dateline = BeautifulSoup(client.get(page.url).content, "html.parser").find(class_="dateline")
        assert ("Sở Y tế" in dateline.get_text()) is named


def test_finding_the_owner_of_a_routed_page_costs_nothing(rf, office, django_assert_num_queries):
    from core.routing import route

    inner = NewsPageFactory(parent=NewsIndexPageFactory(parent=office))
    request = rf.get(inner.url)
    page = route(request, inner.url).page
    with django_assert_num_queries(0):
        assert owning_organisation(page).pk == office.pk


def test_offices_cost_the_directory_one_query(client, organisation_index):
    from tests.site.test_query_budgets import queries_of

    OrganisationPageFactory.create_batch(3, parent=organisation_index)
    few = queries_of(client, organisation_index.url)
    OrganisationPageFactory.create_batch(9, parent=organisation_index)
    assert len(queries_of(client, organisation_index.url)) == len(few)
    assert OrganisationPage.objects.count() == 12
