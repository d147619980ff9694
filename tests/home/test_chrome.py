"""What surrounds every page: identity, menus, alerts, languages; at once when changed, free when warm."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import PageViewRestriction

from home.models import AlertBanner, Menu, SiteIdentity
from home.models.chrome import AlertLevel, MenuPosition
from tests.factories import (
    OrganisationPageFactory,
    PlainPageFactory,
    PortalImageFactory,
    SectionPageFactory,
    UserFactory,
)
from tests.factories.province import build_both

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 9, 10, 2, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


def seen(client, url: str = "/") -> BeautifulSoup:
    return BeautifulSoup(client.get(url).content, "html.parser")


# -- menus ------------------------------------------------------------------------------------------------------


def link(page=None, url: str = "", title: str = "") -> dict:
    return {"title": title, "page": page, "url": url}


@pytest.fixture
def menu(home):
    """Return a function that replaces the main menu."""
    made = Menu.objects.create(position=MenuPosition.MAIN, locale=home.locale)

    def replace(*roots: dict) -> None:
        made.items = [("item", root) for root in roots]
        made.save()

    return replace


def tree(items: list) -> list:
    return [(item["title"], *([tree(item["children"])] if item["children"] else [])) for item in items]


def test_a_menu_has_three_levels(client, home, menu):
    section = SectionPageFactory(parent=home, title="Giới thiệu", slug="gioi-thieu")
    page = PlainPageFactory(parent=section, title="Lịch sử", slug="lich-su")
    menu(
        {
            "link": link(section),
            "children": [{"link": link(url="/x/", title="Nhóm"), "children": [{"link": link(page, title="Sử")}]}],
        },
        {"link": link(url="https://a.example/", title="Ngoài"), "children": []},
    )
    shown = client.get("/").context["chrome"]["main_menu"]
    assert tree(shown) == [("Giới thiệu", [("Nhóm", [("Sử",)])]), ("Ngoài",)]
    nav = seen(client).find("nav", class_="nav")
    assert [a["href"] for a in nav.find_all("a")] == [
        "/gioi-thieu/",
        "/x/",
        "/gioi-thieu/lich-su/",
        "https://a.example/",
    ]


def test_the_menu_marks_where_the_reader_is(client, home, menu):
    section = SectionPageFactory(parent=home, title="Giới thiệu", slug="gioi-thieu")
    PlainPageFactory(parent=section, title="Lịch sử", slug="lich-su")
    menu({"link": link(section), "children": []}, {"link": link(home), "children": []})
    for url in ("/gioi-thieu/", "/gioi-thieu/lich-su/"):
        current = seen(client, url).find("nav", class_="nav").find_all(class_="nav__link--current")
        assert [entry.get_text(strip=True) for entry in current] == ["Giới thiệu"], url


@pytest.mark.parametrize("way", ["unpublish", "delete", "restrict", "restrict_parent", "rename"])
def test_a_menu_follows_its_pages_at_once(client, home, menu, way):
    section = SectionPageFactory(parent=home, title="Giới thiệu", slug="gioi-thieu")
    page = PlainPageFactory(parent=section, title="Lịch sử", slug="lich-su")
    menu({"link": link(page), "children": [{"link": link(url="/x/", title="Con"), "children": []}]})
    assert tree(client.get("/").context["chrome"]["main_menu"]) == [("Lịch sử", [("Con",)])]
    if way == "unpublish":
        page.unpublish()
    elif way == "delete":
        page.delete()
    elif way == "rename":
        page.slug = "su"
        page.title = "Sử"
        page.save_revision().publish()
    else:
        hidden = page if way == "restrict" else section
        PageViewRestriction.objects.create(page=hidden, restriction_type="login")
    shown = client.get("/").context["chrome"]["main_menu"]
    if way == "rename":
        assert (shown[0]["title"], shown[0]["url"]) == ("Sử", "/gioi-thieu/su/")
    else:
        assert shown == []


def test_one_menu_of_a_kind_in_a_language(home):
    Menu.objects.create(position=MenuPosition.MAIN, locale=home.locale)
    with pytest.raises(IntegrityError), transaction.atomic():
        Menu.objects.create(position=MenuPosition.MAIN, locale=home.locale)


# -- identity ---------------------------------------------------------------------------------------------------


def test_the_identity_and_the_legal_lines_are_the_editors(client, home):
    identity = SiteIdentity.objects.create(
        locale=home.locale,
        name="Cổng tỉnh Sông Mây",
        governing_body="UBND tỉnh Sông Mây",
        responsible_person="Bà Nguyễn Thị Lau",
        address="Số 1, đường Bờ Sông",
        phone="0299 3800 000",
        email="bbt@songmay.example",
        legal_lines="Giấy phép số 1\n\n  Ban hành 2026  \n",
        reuse_note="Ghi rõ nguồn.",
    )
    footer = seen(client).find("footer", class_="foot").get_text("\n")
    for words in (
        "UBND tỉnh Sông Mây",
        "Bà Nguyễn Thị Lau",
        "Số 1, đường Bờ Sông",
        "Giấy phép số 1",
        "Ban hành 2026",
    ):
        assert words in footer
    assert client.get("/").context["chrome"]["identity"]["legal_lines"] == ["Giấy phép số 1", "Ban hành 2026"]
    identity.name = "Cổng đổi tên"
    identity.save()
    assert "Cổng đổi tên" in seen(client).title.get_text()
    identity.delete()
    assert client.get("/").status_code == 200


# -- alerts -----------------------------------------------------------------------------------------------------


def alert(home, **fields) -> AlertBanner:
    values = {"text": "Mưa lũ", "locale": home.locale, "starts_at": NOW - HOUR, "ends_at": NOW + HOUR}
    return AlertBanner.objects.create(**(values | fields))


def alerts(client, url: str = "/") -> list[str]:
    return [box.p.get_text(" ", strip=True) for box in seen(client, url).find_all(class_="alert")]


@pytest.mark.parametrize(
    ("moment", "shown"),
    [
        (NOW - HOUR - timedelta(seconds=1), False),
        (NOW - HOUR, True),
        (NOW, True),
        (NOW + HOUR - timedelta(seconds=1), True),
        (NOW + HOUR, False),
    ],
)
def test_an_alert_comes_and_goes_by_the_clock(client, home, moment, shown):
    with time_machine.travel(NOW - 3 * HOUR, tick=False):
        alert(home)
    with time_machine.travel(moment, tick=False):
        assert bool(alerts(client)) is shown


def test_a_warm_page_follows_the_clock_without_a_query(client, home):
    with time_machine.travel(NOW - HOUR - timedelta(seconds=5), tick=False) as clock:
        alert(home)
        assert alerts(client) == []
        clock.shift(timedelta(seconds=6))
        assert alerts(client)


def test_an_alert_is_visible_at_once_and_gone_when_deleted(client, home):
    with time_machine.travel(NOW, tick=False):
        assert alerts(client) == []
        banner = alert(home)
        assert len(alerts(client)) == 1
        banner.text = "Nước rút"
        banner.save()
        assert "Nước rút" in alerts(client)[0]
        banner.delete()
        assert alerts(client) == []


def test_an_alert_made_in_the_admin_is_visible_within_the_minute(client, home):
    client.force_login(UserFactory(is_superuser=True))
    assert alerts(client) == []
    data = {
        "level": "urgent",
        "text": "Bão số 5",
        "starts_at": "10/09/2020 08:00",
        "ends_at": "10/09/2099 08:00",
        "link_page": "",
        "link_url": "",
        "link_text": "",
        "organisation": "",
    }
    response = client.post(reverse(AlertBanner.snippet_viewset.get_url_name("add")), data)
    assert response.status_code == 302, response.context["form"].errors
    assert "Bão số 5" in alerts(client)[0]


def test_levels_stand_in_order_and_are_named_in_words(client, home):
    with time_machine.travel(NOW, tick=False):
        for level in (AlertLevel.INFO, AlertLevel.URGENT, AlertLevel.IMPORTANT):
            alert(home, level=level, text=f"báo {level}")
        shown = alerts(client)
    assert [words.split()[-1] for words in shown] == ["urgent", "important", "info"]
    assert shown[0].startswith("Khẩn")


def test_an_alert_of_one_department_stays_in_its_section(client, home, organisation_index):
    ours, other = OrganisationPageFactory.create_batch(2, parent=organisation_index)
    inside = PlainPageFactory(parent=ours)
    with time_machine.travel(NOW, tick=False):
        alert(home, organisation=ours)
        assert alerts(client, ours.url) == alerts(client, inside.url) == ["Mưa lũ"]
        for url in ("/", other.url, organisation_index.url, "/tim-kiem/"):
            assert alerts(client, url) == [], url


def test_an_alert_links_to_its_page_while_that_is_public(client, home):
    page = PlainPageFactory(parent=home, slug="huong-dan")
    with time_machine.travel(NOW, tick=False):
        alert(home, link_page=page, link_text="Hướng dẫn")
        assert seen(client).find(class_="alert").find("a")["href"] == "/huong-dan/"
        page.unpublish()
        assert seen(client).find(class_="alert").find("a") is None


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"ends_at": NOW - HOUR}, "ends_at"),
        ({"text": "x" * 201}, "text"),
        ({"link_url": "javascript:alert(1)"}, "link_url"),
        ({"level": "panic"}, "level"),
    ],
)
def test_a_wrong_alert_is_refused(home, fields, wrong):
    values = {"text": "Mưa", "locale": home.locale, "starts_at": NOW, "ends_at": NOW + HOUR}
    with pytest.raises(ValidationError) as caught:
        AlertBanner(**(values | fields)).full_clean()
    assert wrong in caught.value.message_dict


def test_an_alert_has_a_page_or_an_address_not_both(home):
    page = PlainPageFactory(parent=home)
    banner = AlertBanner(text="Mưa", locale=home.locale, starts_at=NOW, ends_at=NOW + HOUR)
    banner.link_page, banner.link_url = page, "https://a.example/"
    with pytest.raises(ValidationError):
        banner.full_clean()


def test_the_frame_costs_no_query_when_warm(client, home):
    from django.test import RequestFactory

    from home.context import chrome

    build_both()
    with time_machine.travel(NOW, tick=False):
        alert(home)
        client.get("/")
        request = RequestFactory().get("/")
        with CaptureQueriesContext(connection) as captured:
            frame = chrome(request)["chrome"]
            assert frame["main_menu"]
            assert frame["alerts"]
    assert not captured.captured_queries


# -- languages --------------------------------------------------------------------------------------------------


def test_one_language_needs_no_switch(client, home):
    assert client.get("/").context["chrome"]["languages"] == []


def test_the_emblem_is_made_when_it_is_chosen_and_only_looked_up_by_readers(
    client, home, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        identity, _ = SiteIdentity.objects.get_or_create(locale=home.locale, defaults={"name": "Cổng"})
        identity.logo = PortalImageFactory()
        identity.save()
    rendition = identity.logo.renditions.get()
    assert rendition.url in client.get(home.url).content.decode()

    rendition.delete()
    cache.clear()
    assert client.get(home.url).status_code == 200
    assert not identity.logo.renditions.exists()
