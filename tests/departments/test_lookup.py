"""The look-up "former commune, ward or body → what it is now"."""

import csv
import io
from datetime import date

import pytest
from bs4 import BeautifulSoup
from defusedxml.ElementTree import fromstring
from django.db import IntegrityError, transaction

from departments.models import AdministrativeUnit, PlaceSuccession
from departments.reorganisation import Plan, carry_out
from tests.factories import AdministrativeUnitFactory, OrganisationPageFactory, PlaceLookupPageFactory
from tests.site.test_query_budgets import queries_of

pytestmark = pytest.mark.django_db
DAY = date(2025, 7, 1)
EVE = date(2025, 6, 30)


@pytest.fixture
def page(home):
    return PlaceLookupPageFactory(parent=home)


@pytest.fixture
def places(organisation_index):
    """A and C were merged into B, which bears A's code again."""
    authority = OrganisationPageFactory(
        parent=organisation_index, title="UBND xã Bình Sa", kind="commune", phone="0299 3811 222"
    )
    district = AdministrativeUnitFactory(
        name="Vân Khê", full_name="Huyện Vân Khê", kind="rural_district", code="901", valid_to=EVE, ended_as="ended"
    )
    ended = {"parent": district, "valid_to": EVE, "ended_as": "merged"}
    a = AdministrativeUnitFactory(name="An Hòa", code="30001", **ended)
    c = AdministrativeUnitFactory(name="Cồn Dâu", code="30002", **ended)
    b = AdministrativeUnitFactory(name="Bình Sa", code="30001", valid_from=DAY, organisation=authority)
    for place in (a, c):
        PlaceSuccession.objects.create(predecessor=place, successor=b)
    return a, b, c


def found(client, page, q: str) -> list[str]:
    soup = BeautifulSoup(client.get(page.url, {"q": q}).content, "html.parser")
    return [" ".join(article.get_text(" ", strip=True).split()) for article in soup(class_="found")]


@pytest.mark.parametrize("q", ["xã An Hòa", "xa an hoa", "AN HOÀ", "an hòa, vân khê"])
def test_a_former_commune_says_where_it_belongs_now_and_how_to_reach_it(client, page, places, q):
    article = found(client, page, q)[0]
    assert "nay thuộc Xã Bình Sa từ 01/07/2025" in article
    assert "0299 3811 222" in article


def test_a_code_that_was_given_again_shows_both_places_with_their_days(client, page, places):
    articles = found(client, page, "30001")
    assert len(articles) == 2
    assert any("Xã An Hòa" in article and "30/06/2025" in article for article in articles)
    a, b, _c = places
    assert AdministrativeUnit.objects.with_code("30001", EVE).get() == a
    assert AdministrativeUnit.objects.with_code("30001", DAY).get() == b
    with pytest.raises(IntegrityError), transaction.atomic():
        AdministrativeUnitFactory(code="30001", valid_from=DAY)


def test_namesakes_in_several_districts_are_all_shown(client, page, places):
    other = AdministrativeUnitFactory(name="Mây Hạ", full_name="Huyện Mây Hạ", kind="rural_district")
    AdministrativeUnitFactory(name="An Hòa", parent=other)
    assert len(found(client, page, "an hoa")) == 2
    assert len(found(client, page, "an hoa may ha")) == 1


def test_a_chain_is_followed_to_today(client, page, places):
    _a, b, _c = places
    last = AdministrativeUnitFactory(name="Đại Sa", code="30009", valid_from=date(2026, 1, 1))
    AdministrativeUnit.objects.filter(pk=b.pk).update(valid_to=date(2025, 12, 31), ended_as="merged")
    PlaceSuccession.objects.create(predecessor=b, successor=last)
    article = found(client, page, "xa an hoa")[0]
    assert article.index("Xã Bình Sa") < article.index("nay thuộc Xã Đại Sa")
    assert "01/01/2026" in article


def test_a_circle_in_the_data_does_not_hang_the_page(client, page, places):
    a, b, _c = places
    AdministrativeUnit.objects.filter(pk=b.pk).update(valid_to=date(2025, 12, 31), ended_as="merged")
    PlaceSuccession.objects.create(predecessor=b, successor=a)
    assert client.get(page.url, {"q": "an hoa"}).status_code == 200


def test_a_former_body_is_found_by_its_abbreviation(client, page, organisation_index):
    old = OrganisationPageFactory(
        parent=organisation_index, title="Sở Thông tin và Truyền thông", short_name="Sở TT&TT"
    )
    new = OrganisationPageFactory(parent=organisation_index, title="Sở Khoa học và Công nghệ")
    carry_out(Plan("merged", date(2025, 3, 1), [old], [new]), None)
    article = found(client, page, "so tt&tt")[0]
    assert "Sở Khoa học và Công nghệ" in article
    assert "01/03/2025" in article


@pytest.mark.parametrize("q", ["", " ", "%", "_", "'; --", "x" * 5000, "\x00", "<script>", "không có đâu"])
def test_nonsense_finds_nothing_and_breaks_nothing(client, page, places, q):
    assert found(client, page, q) == []


def test_the_whole_register_as_csv_and_json(client, page, places):
    AdministrativeUnitFactory(name="=1+1", full_name="=1+1", code="30010")
    content = b"".join(client.get(page.url + "csv/").streaming_content).decode()
    assert content.startswith("\ufeff")
    rows = list(csv.reader(io.StringIO(content[1:])))
    assert any(row[0] == "30001" and row[9] == "Xã Bình Sa" for row in rows)
    assert any(row[1] == "'=1+1" for row in rows)
    table = client.get(page.url + "json/").json()["places"]
    assert {"30001", "30002", "901"} <= {row["code"] for row in table}
    assert len(table) == len(rows) - 1


def test_many_places_cost_no_more_queries(client, page, places):
    url = page.url + "?q=an"
    few = queries_of(client, url)
    _a, b, _c = places
    for number in range(15):
        place = AdministrativeUnitFactory(name=f"An Phú {number}", valid_to=EVE, ended_as="merged")
        PlaceSuccession.objects.create(predecessor=place, successor=b)
    many = queries_of(client, url)
    assert len(few) == len(many) <= 12


def test_what_changed_last_as_a_feed(client, page, places):
    a, b, _c = places
    response = client.get(page.url + "rss/")
    assert response["Content-Type"].startswith("application/rss+xml")
    channel = fromstring(response.content).find("channel")
    told = {item.findtext("title"): item for item in channel.iter("item")}
    assert set(told) == {"Xã An Hòa → Xã Bình Sa", "Xã Cồn Dâu → Xã Bình Sa", "Huyện Vân Khê"}
    item = told["Xã An Hòa → Xã Bình Sa"]
    assert item.findtext("link") == f"http://testserver{page.url}?q=30001"
    assert "01 Jul 2025" in item.findtext("pubDate")
