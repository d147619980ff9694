"""A whole life of the demo: built, visited, built again, taken away. One build serves all questions."""

from io import BytesIO, StringIO
from uuid import uuid4

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from PIL import Image
from wagtail.models import Locale, Page, ReferenceIndex, Site

from core.models import PortalImage, PortalRendition, User
from demo.building.marks import is_marked, mark, marked
from demo.building.province import SECTIONS_WITH_NEWS
from departments.models import OrganisationPage
from editorial.models import BundleItem
from home.models import AlertBanner
from news.models import Category, NewsIndexPage, NewsPage, NoticePage
from tests.factories import NewsPageFactory

ADDRESSES = [
    "/",
    "/tin-tuc/",
    "/tin-tuc/rss/",
    "/tin-tuc/chuyen-muc/kinh-te/",
    "/tin-tuc/dong-su-kien/de-an-do-thi-thong-minh/",
    "/tin-tuc/2026/11/19/",
    "/tin-tuc/the/do-thi-thong-minh/",
    "/thong-bao/",
    "/van-ban/",
    "/van-ban/rss/",
    "/van-ban/json/",
    "/van-ban/qd-05-2022/",
    "/co-quan/so-khoa-hoc-va-cong-nghe/van-ban/",
    "/chi-dao-dieu-hanh/",
    "/chi-dao-dieu-hanh/rss/",
    "/de-an/",
    "/de-an/do-thi-thong-minh/",
    "/de-an/do-thi-thong-minh/du-an/csv/",
    "/tra-cuu-don-vi/",
    "/co-quan/",
    "/co-quan/so-khoa-hoc-va-cong-nghe/",
    "/co-quan/so-khoa-hoc-va-cong-nghe/tin-tuc/",
    "/co-quan/dac-khu-hon-suong/",
    "/gioi-thieu/",
    "/gioi-thieu/don-vi-hanh-chinh/",
    "/lien-ket/",
    "/so-do-cong/",
    "/tro-nang/",
    "/en/",
    "/en/about/",
    "/en/about/structure-and-contacts/",
    "/en/news/",
    "/en/schemes-and-projects/",
    "/en/directives/follow-up/",
]
# Traces of work on the home page, which was there before and stays.
STAYS = {
    *("wagtailcore.Revision", "wagtailcore.PageLogEntry", "core.TextVersion"),
    *("wagtailsearch.IndexEntry", "wagtailcore.ReferenceIndex"),
}


def counts() -> dict[str, int]:
    """Return how many rows every table holds."""
    return {
        model._meta.label: model._base_manager.count()
        for model in apps.get_models()
        if model._meta.managed and "FTS" not in model.__name__ and model._meta.label not in STAYS
    }


def run(command: str) -> str:
    """Run a command and return what it says."""
    out = StringIO()
    call_command(command, stdout=out)
    return out.getvalue()


@pytest.fixture
def small_pictures(monkeypatch):
    """Draw blank pictures: the real ones have tests of their own."""
    out = BytesIO()
    Image.new("RGB", (160, 90), "teal").save(out, "JPEG")
    monkeypatch.setattr("demo.building.media.draw", lambda key: out.getvalue())


@pytest.mark.django_db
@pytest.mark.usefixtures("small_pictures")
def test_life_of_the_demo(client, monkeypatch):
    monkeypatch.setenv("DEMO_PASSWORD", "mot-mat-khau-thu")
    before = counts()
    said = run("build_demo")
    assert "admin" in said
    assert "mot-mat-khau-thu" not in said
    look_at_pages()
    look_at_addresses(client)
    look_at_rights()

    built = counts()
    assert "already" in run("build_demo")
    assert counts() == built

    theirs = add_somebodys_article()
    said = run("remove_demo")
    assert "there are pages below it" in said
    look_at_what_stayed(theirs, client)

    theirs.delete()
    write_home([])
    assert "is gone" in run("remove_demo")
    assert counts() == before
    assert client.get("/").status_code == 200
    assert "is gone" in run("remove_demo")


def write_home(blocks: list) -> None:
    """Put an editor's blocks on the home page, after those that are there."""
    home = Site.objects.get(is_default_site=True).root_page.specific
    kept = [block for block in home.body.raw_data if is_marked(block["id"])]
    home.body = home.body.stream_block.to_python([*kept, *blocks])
    home.save_revision().publish()


def add_somebodys_article() -> NewsPage:
    """Let an editor work with what the demo made: its section, a picture, a category, the home page."""
    section = NewsIndexPage.objects.get(url_path__endswith="/co-quan/so-y-te/tin-tuc/")
    write_home([{"type": "link_directory", "value": {"heading": "Của tôi"}, "id": str(uuid4())}])
    return NewsPageFactory(
        parent=section,
        title="Bài của người khác",
        cover=PortalImage.objects.get(title="Trạm y tế xã"),
        cover_alt="Trạm y tế",
        category=Category.objects.get(slug="y-te"),
        locale=section.locale,
    )


def look_at_what_stayed(theirs: NewsPage, client) -> None:
    """The editor's article is whole, with what it needs; the demo's other things are gone."""
    theirs = NewsPage.objects.get(pk=theirs.pk)
    assert theirs.live
    assert theirs.cover.title == "Trạm y tế xã"
    assert theirs.category.slug == "y-te"
    assert client.get(theirs.url).status_code == 200
    assert NewsPage.objects.count() == 1
    assert PortalImage.objects.count() == 1
    assert not User.objects.filter(email__endswith="@songmay.example").exists()
    home = Site.objects.get(is_default_site=True).root_page.specific
    assert [child.value["heading"] for child in home.body] == ["Của tôi"]
    assert not home.search_description
    assert client.get("/").status_code == 200


def look_at_pages() -> None:
    """The tree is whole, published in the past, and its own."""
    assert NewsPage.objects.filter(locale__language_code="vi", live=True).count() >= 64
    assert NoticePage.objects.live().count() >= 16
    vietnamese = OrganisationPage.objects.live().filter(locale__language_code="vi")
    assert vietnamese.filter(valid_to=None).count() == 18 + 28
    assert vietnamese.exclude(valid_to=None).count() == 3
    for slug in SECTIONS_WITH_NEWS:
        index = NewsIndexPage.objects.get(url_path__endswith=f"/co-quan/{slug}/tin-tuc/")
        assert index.get_children().live().count() >= 3
    assert BundleItem.objects.count() == 2
    for page in Page.objects.filter(depth__gt=2, bundle_items=None):
        assert page.live
        assert page.first_published_at.year < 2027
        assert not page.has_unpublished_changes
        assert page.latest_revision_id == page.live_revision_id
    article = NewsPage.objects.get(slug="hop-long-cau-may-ha", locale__language_code="vi")
    assert article.published_at == article.first_published_at == article.last_published_at
    assert article.event_date < article.published_at
    assert [byline.role for byline in article.bylines.all()] == ["text", "photo", "video"]
    english = Locale.objects.get(language_code="en")
    assert article.get_translation(english).live
    assert article.specific_class.objects.search("hợp long").count() >= 1
    assert ReferenceIndex.get_references_to(article.cover).exists()
    assert Page.find_problems() == ([], [], [], [], [])


def look_at_addresses(client) -> None:
    """Outsiders rely on these."""
    for address in ADDRESSES:
        response = client.get(address)
        assert response.status_code == 200, address
        if response["Content-Type"].startswith("text/html"):
            assert response.content.count(b"<h1") == 1, address
    page = client.get("/tin-tuc/hop-long-cau-may-ha/").content.decode()
    assert "Lý Đăng Phao" in page
    assert "Thứ Sáu, 30/10/2026" in page
    page = client.get("/en/directives/inspection-of-the-repair-of-may-trung-bridge/").content.decode()
    assert "<span>24 lights were put up, late because material was awaited.</span>" in page
    assert "Provincial Police" in page


def look_at_rights() -> None:
    """Each role may do its part, in its own section only."""
    own = NewsPage.objects.get(slug="du-lieu-mo-song-may-50-bo")
    others = NewsPage.objects.get(slug="benh-an-dien-tu-benh-vien-da-khoa-tinh")
    for username, edits, publishes in (
        ("khcn.ctv", True, False),
        ("khcn.btv", True, False),
        ("khcn.duyet", True, True),
        ("yte.duyet", False, False),
    ):
        user = User.objects.get(username=username)
        assert user.check_password("mot-mat-khau-thu")
        mine = own.permissions_for_user(user)
        assert (mine.can_edit(), mine.can_publish()) == (edits, publishes), username
        if username.startswith("khcn"):
            assert not others.permissions_for_user(user).can_edit()


@pytest.mark.usefixtures("small_pictures", "organisation_index")
def test_a_taken_address_stops_the_build(db):
    User.objects.create_user("admin", "someone@example.org", "x")
    before = counts()
    with pytest.raises(CommandError, match="does not fit"):
        run("build_demo")
    assert counts() == before


def test_the_password_is_told_once(monkeypatch):
    monkeypatch.delenv("DEMO_PASSWORD", raising=False)
    monkeypatch.setattr("demo.management.commands.build_demo.demo_exists", lambda: False)
    given = []
    monkeypatch.setattr("demo.management.commands.build_demo.build", lambda password, _: given.append(password) or {})
    said = run("build_demo")
    assert len(given[0]) >= 12
    assert given[0] in said
    assert "keeps its password" in said


def test_marks():
    assert mark("a") == mark("a") != mark("b")
    assert is_marked(str(mark("a")))
    for foreign in (None, "", "x", "00000000-0000-4000-8000-000000000000"):
        assert not is_marked(foreign)


@pytest.mark.django_db
def test_a_marked_row_is_found():
    locale = Locale.objects.get(language_code="vi")
    ours = Category.objects.create(name="A", locale=locale, translation_key=mark("a"))
    Category.objects.create(name="B", locale=locale)
    assert list(marked(Category.objects.all())) == [ours]
    assert not AlertBanner.objects.exists()
    assert not PortalRendition.objects.exists()
