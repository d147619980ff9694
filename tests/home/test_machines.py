"""Files for machines, and the pages that are made from other pages."""

from datetime import UTC, datetime, timedelta

import pytest
from defusedxml.ElementTree import fromstring
from django.db import connection
from django.test.utils import CaptureQueriesContext

from departments.enums import DIRECTORY_GROUPS
from home.models import SiteIdentity
from tests.factories import (
    LinkDirectoryPageFactory,
    NewsPageFactory,
    OrganisationPageFactory,
    PlainPageFactory,
    SectionPageFactory,
    SiteMapPageFactory,
)
from tests.factories.province import build_both

pytestmark = pytest.mark.django_db

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def locations(client, url: str) -> list[str]:
    root = fromstring(client.get(url).content)
    return [tag.text.removeprefix("http://testserver") for tag in root.iter(f"{SITEMAP}loc")]


def test_the_sitemap_is_an_index_of_parts_that_hold_every_public_page(client):
    provinces = build_both()
    parts = locations(client, "/sitemap.xml")
    assert parts == ["/sitemap-vi.xml", "/sitemap-en.xml"]
    for part, province in zip(parts, provinces, strict=True):
        urls = {province.home.url, *(page.url for page in province.pages.values())}
        assert set(locations(client, part)) == urls
        assert client.get(part)["Content-Type"].startswith("application/xml")


def test_a_large_sitemap_comes_in_parts_that_cost_the_same(client, news_index, monkeypatch):
    from home.sitemaps import LanguageSitemap

    monkeypatch.setattr(LanguageSitemap, "limit", 4)
    NewsPageFactory.create_batch(7, parent=news_index)
    parts = locations(client, "/sitemap.xml")
    assert parts == ["/sitemap-vi.xml", "/sitemap-vi.xml?p=2", "/sitemap-vi.xml?p=3"]
    client.get(parts[0])  # what is private is kept from now on
    costs = set()
    found = []
    for part in parts[:2]:
        with CaptureQueriesContext(connection) as captured:
            found += locations(client, part)
        costs.add(len(captured))
    assert len(costs) == 1
    assert len(found) == len(set(found)) == 8
    assert client.get("/sitemap-vi.xml?p=4").status_code == 404


def test_the_sitemap_tells_when_a_page_changed(client, home):
    page = PlainPageFactory(parent=home)
    page.save_revision().publish()
    page.refresh_from_db()
    root = fromstring(client.get("/sitemap-vi.xml").content)
    dates = {url.findtext(f"{SITEMAP}loc"): url.findtext(f"{SITEMAP}lastmod") for url in root}
    assert dates["http://testserver" + page.url].startswith(f"{page.last_published_at:%Y-%m-}")


def test_robots_txt(client, home):
    response = client.get("/robots.txt")
    assert response["Content-Type"].startswith("text/plain")
    lines = response.content.decode().splitlines()
    assert lines[0] == "User-agent: *"
    assert "Disallow: /admin/" in lines
    assert "Sitemap: http://testserver/sitemap.xml" in lines
    assert "Disallow: /" not in lines


def test_security_txt(client, home):
    SiteIdentity.objects.create(name="Cổng", email="bbt@songmay.example", locale=home.locale)
    response = client.get("/.well-known/security.txt")
    assert response["Content-Type"].startswith("text/plain")
    fields = dict(line.split(": ", 1) for line in response.content.decode().splitlines() if line)
    assert fields["Contact"] == "mailto:bbt@songmay.example"
    expires = datetime.fromisoformat(fields["Expires"])
    assert timedelta(days=30) < expires - datetime.now(UTC) < timedelta(days=366)


def test_security_txt_has_a_contact_even_without_an_identity(client, home):
    assert "Contact: http://testserver/" in client.get("/.well-known/security.txt").content.decode()


def test_healthz_needs_nothing_and_tells_nothing(client, django_assert_num_queries):
    for url in ("/healthz", "/healthz/"):
        with django_assert_num_queries(0):
            response = client.get(url)
        assert (response.status_code, response.content) == (200, b"")
        assert "no-store" in response["Cache-Control"] or "no-cache" in response["Cache-Control"]


# -- made from other pages --------------------------------------------------------------------------------------


def test_the_link_directory_knows_the_websites_of_the_bodies(client, home, organisation_index):
    directory = LinkDirectoryPageFactory(parent=home)
    directory.groups.create(
        title="Trung ương", links=[("link", {"title": "Chính phủ", "url": "https://cp.example/"})]
    )
    directory.save()
    office = OrganisationPageFactory(parent=organisation_index, title="Sở Y tế", website="https://soyte.example/")
    OrganisationPageFactory(parent=organisation_index, title="Sở Tài chính")
    OrganisationPageFactory(
        parent=organisation_index, title="Xã Bến Gỗ", kind="commune", website="https://bg.example/"
    )
    groups = client.get(directory.url).context["groups"]
    assert [(group["title"], [link["title"] for link in group["links"]]) for group in groups] == [
        ("Trung ương", ["Chính phủ"]),
        (str(DIRECTORY_GROUPS[1][0]), ["Sở Y tế"]),
        (str(DIRECTORY_GROUPS[3][0]), ["Xã Bến Gỗ"]),
    ]
    office.website = "https://moi.example/"
    office.save_revision().publish()
    assert "https://moi.example/" in client.get(directory.url).content.decode()
    office.unpublish()
    assert "https://moi.example/" not in client.get(directory.url).content.decode()


def test_the_map_of_the_site_is_the_tree_without_articles(client, home, news_index):
    NewsPageFactory(parent=news_index, title="Một bản tin")
    section = SectionPageFactory(parent=home, title="Giới thiệu")
    PlainPageFactory(parent=section, title="Lịch sử")
    PlainPageFactory(parent=section, title="Nháp", live=False)
    SectionPageFactory(parent=home, title="Chưa mở", live=False)
    site_map = SiteMapPageFactory(parent=home)

    def titles(nodes: list) -> list:
        return [(node["title"], *([titles(node["children"])] if node["children"] else [])) for node in nodes]

    assert titles(client.get(site_map.url).context["tree"]) == [
        ("Tin tức",),
        ("Giới thiệu", [("Lịch sử",)]),
        ("Sơ đồ cổng",),
    ]


def test_a_section_lists_its_public_pages_in_the_editors_order(client, home):
    section = SectionPageFactory(parent=home)
    for name in ("b", "a", "c"):
        PlainPageFactory(parent=section, title=name)
    PlainPageFactory(parent=section, title="nháp", live=False)
    assert [page.title for page in client.get(section.url).context["children"]] == ["b", "a", "c"]
