"""Two languages: the switch, hreflang, the sitemap, and what tells a reader that a translation is older."""

import copy
import re
import xml.etree.ElementTree as ET
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Locale, PageViewRestriction, Revision

from core.dates import format_date
from core.models import TextVersion
from core.translation import changed_paths
from home.models import PlainPage
from tests.factories import CategoryFactory, NewsPageFactory, PlainPageFactory, SectionPageFactory
from tests.factories.province import build_both
from tests.worlds import scratch_database

pytestmark = pytest.mark.django_db
BASE = "http://testserver"


@pytest.fixture(scope="module")
def built(django_db_setup, django_db_blocker):
    """Both provinces, built once; every test changes its own copy and its own savepoint."""
    with scratch_database(django_db_blocker):
        with TestCase.captureOnCommitCallbacks(execute=True):
            provinces = build_both()
        yield provinces


@pytest.fixture
def provinces(built, db):
    return copy.deepcopy(built)


@pytest.fixture
def vietnamese(provinces):
    return provinces[0]


@pytest.fixture
def english(provinces):
    return provinces[1]


def soup_of(client, url: str) -> BeautifulSoup:
    response = client.get(url)
    assert response.status_code == 200, url
    return BeautifulSoup(response.content.decode(), "html.parser")


def switch(soup: BeautifulSoup, language: str = "en"):
    """Return the switch's entry of a language: a link, or the panel that says that there is none."""
    return soup.select_one(f".topbar a[lang={language}], .topbar details[lang={language}]")


def hreflang(soup: BeautifulSoup) -> dict[str, str]:
    return {link["hreflang"]: link["href"] for link in soup.select("link[rel=alternate][hreflang]")}


def test_every_page_and_its_twin_name_each_other_and_the_switch_lands_there(client, vietnamese, english):
    pairs = [(vietnamese.home, english.home)]
    pairs += [(page, english[name]) for name, page in vietnamese.pages.items()]
    for page, twin in pairs:
        wanted = {"vi": BASE + page.url, "en": BASE + twin.url, "x-default": BASE + page.url}
        for one, other, language in ((page, twin, "en"), (twin, page, "vi")):
            soup = soup_of(client, one.url)
            assert hreflang(soup) == wanted
            assert soup.select_one("link[rel=canonical]")["href"] == BASE + one.url
            assert switch(soup, language)["href"] == other.url
            assert soup.html["lang"] == ("vi" if language == "en" else "en")


def test_a_page_without_a_twin_says_so_in_english_and_offers_the_nearest_page(client, vietnamese, english):
    section = SectionPageFactory(parent=vietnamese["about"], title="Chỉ có tiếng Việt", slug="rieng")
    page = PlainPageFactory(parent=section, title="Trang sâu", slug="sau")
    soup = soup_of(client, page.url)
    panel = switch(soup)
    assert panel.name == "details"
    assert "This page is not available in this language." in panel.text
    links = [link["href"] for link in panel.select("a")]
    assert links == [english["about"].url, "/en/"]
    assert f"Nearest page: {english['about'].title}" in panel.text
    assert hreflang(soup) == {}
    assert all(client.get(link).status_code == 200 for link in links)


def test_an_english_page_alone_says_so_in_vietnamese(client, english):
    page = PlainPageFactory(
        parent=english["about"], title="For investors", slug="investors", locale=english.home.locale
    )
    panel = switch(soup_of(client, page.url), "vi")
    assert "Trang này chưa có" in panel.text
    assert "/gioi-thieu/" in [link["href"] for link in panel.select("a")]


def test_a_twin_that_nobody_may_open_is_no_twin(client, vietnamese, english):
    english["plain"].unpublish()
    assert switch(soup_of(client, vietnamese["plain"].url)).name == "details"
    PageViewRestriction.objects.create(page=english["about"], restriction_type="login")
    soup = soup_of(client, vietnamese["about"].url)
    assert [link["href"] for link in switch(soup).select("a")] == ["/en/"]
    assert hreflang(soup) == {}


@pytest.mark.parametrize("path", ["2018/08/", "2018/08/28/", ""])
def test_lists_by_day_lead_to_the_same_days(client, vietnamese, english, path):
    soup = soup_of(client, f"{vietnamese['news'].url}{path}")
    assert switch(soup)["href"] == f"{english['news'].url}{path}"
    assert hreflang(soup)["en"] == f"{BASE}{english['news'].url}{path}"
    assert client.get(switch(soup)["href"]).status_code == 200


def test_a_list_by_category_leads_to_the_twin_of_the_category(client, vietnamese, english):
    english.category.translation_key = vietnamese.category.translation_key
    english.category.save()
    url = f"{vietnamese['news'].url}chuyen-muc/{vietnamese.category.slug}/"
    twin = f"{english['news'].url}category/{english.category.slug}/"
    soup = soup_of(client, url)
    assert switch(soup)["href"] == twin
    assert hreflang(soup) == hreflang(soup_of(client, twin))


def test_a_list_that_only_one_language_has_offers_the_news_of_the_other(client, vietnamese, english):
    CategoryFactory(name="Riêng", slug="rieng")
    for path in ("chuyen-muc/rieng/", f"the/cầu-{vietnamese.language}/".replace("ầ", "a")):
        panel = switch(soup_of(client, f"{vietnamese['news'].url}{path}"))
        assert [link["href"] for link in panel.select("a")] == [english["news"].url, "/en/"]


def test_search_keeps_its_words_and_a_wrong_address_leads_home(client, vietnamese, english):
    soup = soup_of(client, "/tim-kiem/?q=cau&trang=1")
    assert switch(soup)["href"] == "/en/tim-kiem/?q=cau"
    missing = client.get("/khong-co-trang-nay/")
    panel = switch(BeautifulSoup(missing.content.decode(), "html.parser"))
    assert [link["href"] for link in panel.select("a")] == ["/en/"]


def test_an_unknown_english_address_is_answered_in_english(client, english):
    response = client.get("/en/no-such-page/")
    assert response.status_code == 404
    assert 'lang="en"' in response.content.decode()
    assert "There is no page at this address" in response.content.decode()


@pytest.mark.parametrize("wanted", ["en", "vi", "fr,en;q=0.8", "zh"])
def test_the_browser_s_languages_never_move_a_deep_link(client, vietnamese, english, wanted):
    for page in (vietnamese["plain"], english["plain"], vietnamese.home):
        response = client.get(page.url, headers={"accept-language": wanted})
        assert response.status_code == 200
        assert f'<html lang="{page.locale.language_code}"' in response.content.decode()


def test_the_sitemap_pairs_the_pages(client, vietnamese, english):
    english["plain"].unpublish()
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    pairs = {}
    for part in ("vi", "en"):
        tree = ET.fromstring(client.get(f"/sitemap-{part}.xml").content)  # noqa: S314 (our own)
        for url in tree.findall("s:url", names):
            links = {link.get("hreflang"): link.get("href") for link in url.findall("x:link", names)}
            pairs[url.findtext("s:loc", namespaces=names)] = links
    page, twin = BASE + vietnamese["about"].url, BASE + english["about"].url
    assert pairs[page] == pairs[twin] == {"vi": page, "en": twin, "x-default": page}
    assert pairs[BASE + vietnamese["plain"].url] == {}


def test_feeds_and_search_hold_one_language_only(client, vietnamese, english):
    feed = client.get("/en/news/rss/").content.decode()
    assert english["article"].title in feed
    assert vietnamese["article"].title not in feed
    assert "<language>en</language>" in feed
    found = soup_of(client, "/en/tim-kiem/?q=bridge").main.text
    assert english["article"].title in found
    assert vietnamese["article"].title not in found


# -- older than its original ---------------------------------------------------------------------------------------


def publish_at(page, moment) -> None:
    """Publish the page as of ``moment``, as if somebody had done so then."""
    revision = page.save_revision()
    Revision.objects.filter(pk=revision.pk).update(created_at=moment)
    revision.refresh_from_db()
    revision.publish()


@pytest.fixture
def written(vietnamese, english):
    """A page published in Vietnamese, then in English."""
    pages = [PlainPage.objects.get(pk=province["plain"].pk) for province in (vietnamese, english)]
    for page in pages:
        publish_at(page, timezone.now())
    return pages


def notice(client, page) -> str:
    found = soup_of(client, page.url).select_one(".outdated")
    return re.sub(r"\s+", " ", found.text).strip() if found else ""


def test_a_changed_original_is_told_on_the_next_request_with_its_day(client, written):
    page, twin = written
    assert notice(client, twin) == ""
    page.lead = "Đã viết lại."
    page.save_revision().publish()
    day = timezone.localdate()
    assert notice(client, twin).startswith(
        f"This translation is older than the Vietnamese text of {format_date(day, 'day', 'en')}."
    )
    assert soup_of(client, twin.url).select_one(".outdated a")["href"] == page.url
    assert notice(client, page) == ""


def test_publishing_the_same_words_again_makes_nothing_old(client, written):
    page, twin = written
    page.show_in_menus = not page.show_in_menus
    page.save_revision().publish()
    assert notice(client, twin) == ""


def test_a_draft_of_the_original_makes_nothing_old(client, written):
    page, twin = written
    page.lead = "Chưa đăng."
    page.save_revision()
    assert notice(client, twin) == ""


def test_a_new_translation_ends_the_notice(client, written):
    page, twin = written
    page.lead = "Đã viết lại."
    page.save_revision().publish()
    twin.lead = "Written anew."
    twin.save_revision().publish()
    assert notice(client, twin) == ""


def test_a_translation_written_before_the_change_and_published_after_it_is_old(client, written):
    page, twin = written
    twin.lead = "Waiting for approval."
    waiting = twin.save_revision()
    page.lead = "Đã viết lại."
    page.save_revision().publish()
    waiting.publish()
    assert "older than the Vietnamese text" in notice(client, twin)


def test_the_notice_is_in_the_saved_file_too_and_costs_no_query(client, written):
    page, twin = written
    client.get(twin.url)
    with CaptureQueriesContext(connection) as before:
        client.get(twin.url)
    page.lead = "Đã viết lại."
    page.save_revision().publish()
    client.get(twin.url)
    with CaptureQueriesContext(connection) as after:
        client.get(twin.url)
    assert len(after) <= len(before)
    assert "older than" in client.get(f"{twin.url}?luu=1").content.decode()


def test_two_languages_cost_at_most_two_queries_more_than_one(client, provinces):
    vietnamese, english = provinces
    urls = {name: page.url for name, page in vietnamese.pages.items()} | {"home": vietnamese.home.url}

    def count(url: str) -> int:
        client.get(url)
        with CaptureQueriesContext(connection) as captured:
            client.get(url)
        return len(captured)

    both = {name: count(url) for name, url in urls.items()}
    english.home.delete()
    alone = {name: count(url) for name, url in urls.items()}
    assert {name: both[name] - alone[name] for name in both if both[name] > alone[name] + 2} == {}


def test_which_pieces_changed_and_since_when_is_known(written):
    page, _twin = written
    start = timezone.now()
    page.lead = "Đã viết lại."
    page.save_revision().publish()
    page.body = [("heading", "Mới")]
    page.save_revision().publish()
    version = TextVersion.objects.get(page=page)
    changed = changed_paths(version, start)
    assert "lead" in changed
    assert min(changed.values()) == changed["lead"] > start
    assert max(changed.values()) == version.changed_at
    assert changed_paths(version, timezone.now() + timedelta(days=1)) == {}


def test_english_pages_keep_no_version_of_their_own(english):
    page = NewsPageFactory(parent=english["news"], locale=Locale.objects.get(language_code="en"))
    page.save_revision().publish()
    assert not TextVersion.objects.filter(page_id=page.pk).exists()
