"""The ways to publish beside the editor's form, and the command that makes pictures afterwards."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.urls import reverse

from core.models import PortalRendition
from news.models import NewsPage
from tests.factories import NewsPageFactory, PlainPageFactory, PortalImageFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def chief(client):
    client.force_login(UserFactory(is_superuser=True))
    return client


def publish_many(client, *pages, descendants: bool = False):
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    query = "&".join(["next=/admin/", *(f"id={page.pk}" for page in pages)])
    return client.post(f"{url}?{query}", {"include_descendants": "on"} if descendants else {}, follow=True)


def draft(news_index, **fields) -> NewsPage:
    page = NewsPageFactory(parent=news_index, live=False, **fields)
    page.save_revision(clean=False)
    return page


def live_titles() -> set[str]:
    return set(NewsPage.objects.live().values_list("title", flat=True))


def test_many_finished_drafts_are_published_at_once(chief, news_index):
    pages = [draft(news_index, title=title) for title in ("một", "hai")]
    assert publish_many(chief, *pages).status_code == 200
    assert live_titles() == {"một", "hai"}


@pytest.mark.parametrize("descendants", [False, True])
def test_an_unfinished_draft_stops_them_with_its_name(chief, news_index, descendants):
    pages = [draft(news_index, title="xong"), draft(news_index, title="dở dang", category=None)]
    response = publish_many(chief, *([news_index] if descendants else pages), descendants=descendants)
    assert response.status_code == 200
    assert "dở dang" in response.content.decode()
    assert live_titles() == set()


def test_the_command_makes_the_pictures_that_are_missing(news_index):
    image = PortalImageFactory()
    NewsPageFactory(parent=news_index, cover=image, cover_alt="Cầu")
    PlainPageFactory(parent=news_index.get_parent())
    assert not PortalRendition.objects.exists()
    said = StringIO()
    call_command("make_renditions", stdout=said, stderr=StringIO())
    made = set(PortalRendition.objects.values_list("pk", flat=True))
    assert made
    call_command("make_renditions", stdout=said, stderr=StringIO())
    assert set(PortalRendition.objects.values_list("pk", flat=True)) == made


def test_the_editor_of_an_imported_draft_reads_what_was_doubtful(chief, news_index):
    notes = [
        {"code": "imported_from", "message": "a.html", "words": "a.html"},
        {"code": "date_guessed", "message": "Ngày suy đoán", "words": "hôm qua"},
    ]
    page = draft(news_index, import_notes=notes)
    assert [note["code"] for note in page.import_doubts] == ["date_guessed"]
    html = chief.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert "hôm qua" in html


def test_a_draft_without_a_headline_is_not_published_until_it_has_one(chief, news_index):
    notes = [{"code": "imported_from", "title": "Bài chưa có tiêu đề", "message": "", "words": ""}]
    page = draft(news_index, title="Bài chưa có tiêu đề", needs_title=True, import_notes=notes)
    publish_many(chief, page)
    assert live_titles() == set()
    page = page.get_latest_revision_as_object()
    page.title = "Khánh thành cầu"
    page.save_revision().publish()
    assert live_titles() == {"Khánh thành cầu"}
    assert not NewsPage.objects.get(pk=page.pk).needs_title


def test_an_address_of_another_site_of_the_same_server_is_its_own(client, home, settings):
    from wagtail.models import Site

    settings.ALLOWED_HOSTS = ["testserver", "so.songmay.example"]
    section = PlainPageFactory(parent=home, title="Trang riêng", slug="rieng")
    Site.objects.create(hostname="so.songmay.example", root_page=section)
    assert "Trang riêng" in client.get("/", headers={"host": "so.songmay.example"}).content.decode()
    assert client.get("/rieng/", headers={"host": "so.songmay.example"}).status_code == 404
    assert client.get("/rieng/").status_code in (200, 301, 302)
