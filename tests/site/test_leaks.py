"""What is not public shows nowhere: every hidden thing against every public door (threats B21, B22)."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.management import call_command
from django.test import Client, TestCase
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from home.models import AlertBanner, Menu
from tests.factories import (
    CategoryFactory,
    LinkDirectoryPageFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    NoticePageFactory,
    OrganisationPageFactory,
    PlainPageFactory,
    SectionPageFactory,
)
from tests.factories.province import Province, build_both
from tests.site.conftest import parsed
from tests.worlds import scratch_database

pytestmark = pytest.mark.django_db

# A month in which only hidden things were published.
HIDDEN_DAY = datetime(2024, 3, 15, 9, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
COMMON = "Bông lau"

HIDDEN = [
    *("draft", "private", "inprivate", "expired", "scheduled", "unpublished", "revision"),
    *("draftnotice", "privatenotice", "chosendraft", "chosenprivate"),
    *("draftplain", "privateplain", "deepplain", "draftsection"),
    *("draftoffice", "privateoffice", "privatewebsite", "draftroot"),
    *("menuprivate", "menudraft", "quickprivate", "privatetwin", "privategroup", "alertprivate"),
]
SHOWN = {"public": {"news", "category", "topic", "tag", "month", "feed", "search", "sitemap"}, "english": {"en_news"}}


def word(name: str) -> str:
    """Return a word that no page has by chance."""
    return f"zqx{name}zqx"


def title(name: str) -> dict[str, str]:
    """Return title, address and lead that name the hidden thing."""
    return {"title": f"{COMMON} {word(name)}", "slug": word(name), "lead": f"{COMMON} {word(name)}."}


@dataclass
class Doors:
    """Everything that a citizen may open, and what was behind it."""

    texts: dict[str, str] = field(default_factory=dict)
    statuses: dict[str, int] = field(default_factory=dict)
    direct: dict[str, int] = field(default_factory=dict)
    saved: dict[str, int] = field(default_factory=dict)
    direct_texts: dict[str, str] = field(default_factory=dict)

    def showing(self, name: str) -> set[str]:
        return {door for door, text in self.texts.items() if word(name) in text}


def restrict(page: Page) -> Page:
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.PASSWORD, password="mo-cua-ra")
    return page


def hide(province: Province) -> dict[str, Page]:
    """Make one thing of every way not to be public; return name → page."""
    news, home = province["news"], province.home
    labels = {"category": province.category, "topic": province.topic}
    past = {"published_at": HIDDEN_DAY, **labels}
    pages: dict[str, Page] = {}

    def article(name: str, parent: Page = news, **fields) -> Page:
        pages[name] = NewsPageFactory(parent=parent, **title(name), **(past | fields))
        pages[name].tags.add("nhan-thu")
        pages[name].save()
        return pages[name]

    article("public", published_at=timezone.now() - timedelta(hours=1))
    article("draft", live=False)
    restrict(article("private", published_at=timezone.now()))
    article("expired", expire_at=timezone.now() - timedelta(minutes=1)).save_revision()
    scheduled = article("scheduled", live=False)
    scheduled.go_live_at = timezone.now() + timedelta(days=1)
    scheduled.save_revision().publish()
    call_command("publish_scheduled", verbosity=0)
    article("unpublished").unpublish()

    changed = NewsPageFactory(parent=news, title="Bài đang sửa", **labels)
    changed.title = changed.lead = f"{COMMON} {word('revision')}"
    changed.save_revision()

    pages["draftnotice"] = NoticePageFactory(parent=province["notices"], **title("draftnotice"), live=False)
    pages["privatenotice"] = restrict(NoticePageFactory(parent=province["notices"], **title("privatenotice")))
    pages["draftplain"] = PlainPageFactory(parent=province["about"], **title("draftplain"), live=False)
    pages["privateplain"] = restrict(PlainPageFactory(parent=province["about"], **title("privateplain")))
    hidden_section = restrict(SectionPageFactory(parent=home, title="Khu kín", slug="khu-kin"))
    pages["deepplain"] = PlainPageFactory(parent=hidden_section, **title("deepplain"))
    pages["draftsection"] = SectionPageFactory(parent=home, **title("draftsection"), live=False, show_in_menus=True)
    _hide_offices(province, pages, article)
    _point_at_hidden(province, pages, article)
    return pages


def _hide_offices(province: Province, pages: dict[str, Page], article) -> None:
    directory = province["directory"]
    fields = title("draftoffice")
    pages["draftoffice"] = OrganisationPageFactory(
        parent=directory, **fields, website="https://a.example/", live=False
    )
    fields = title("privateoffice")
    website = f"https://{word('privatewebsite')}.example/"
    pages["privateoffice"] = restrict(OrganisationPageFactory(parent=directory, **fields, website=website))
    inner = NewsIndexPageFactory(parent=pages["privateoffice"], title="Tin", slug="tin")
    article("inprivate", parent=inner)
    # An office that was taken back while its news stayed public: its name must go with it.
    fields = title("draftroot") | {"slug": "van-phong-cu"}
    pages["draftroot"] = OrganisationPageFactory(parent=directory, **fields, live=False)
    left = NewsIndexPageFactory(parent=pages["draftroot"], title="Tin còn lại", slug="tin-con-lai")
    pages["left"] = NewsPageFactory(parent=left, title="Bài còn lại", slug="bai-con-lai", category=province.category)


def _point_at_hidden(province: Province, pages: dict[str, Page], article) -> None:
    """Let public pages name what is not public: chosen news, menus, quick links, alerts, translations."""
    chosen = [article("chosendraft", live=False), restrict(article("chosenprivate"))]
    shown = province["article"]
    shown.chosen_related = [("page", page) for page in chosen]
    shown.save()
    home = province.home
    pages["menuprivate"] = restrict(PlainPageFactory(parent=home, **title("menuprivate")))
    pages["menudraft"] = PlainPageFactory(parent=home, **title("menudraft"), live=False)
    pages["quickprivate"] = restrict(PlainPageFactory(parent=home, **title("quickprivate")))
    links = [{"title": "", "page": pages[name], "url": ""} for name in ("menuprivate", "menudraft")]
    for menu in Menu.objects.filter(locale=home.locale):
        leaf = {"link": links[0]}
        branch = {"link": {"title": "Mục", "page": None, "url": "/"}, "children": [leaf]}
        menu.items = [
            *[("item", {"link": link, "children": []}) for link in links],
            ("item", {"link": {"title": "Nhóm", "page": None, "url": "/"}, "children": [branch]}),
        ]
        menu.save()
    link = {"title": "", "page": pages["quickprivate"], "url": ""}
    home.body = [
        *((child.block_type, child.value) for child in home.body),
        ("quick_links", {"heading": "Lối tắt", "items": [{"link": link, "text": "", "icon": "file"}]}),
        ("schemes", {"heading": "Đề án", "items": [{"title": "Đề án số", "text": "", "link": link}]}),
    ]
    home.save_revision().publish()
    now = timezone.now()
    pages["alertprivate"] = restrict(PlainPageFactory(parent=home, **title("alertprivate")))
    AlertBanner.objects.create(
        text="Mưa lớn", link_page=pages["alertprivate"], locale=home.locale, starts_at=now, ends_at=now + timedelta(1)
    )


def hide_in_english(english: Province, vietnamese: Province) -> dict[str, Page]:
    """Hide a translation, and a second link directory with groups written by hand."""
    twin = vietnamese["plain"].translation_key
    english["plain"].delete()
    private = PlainPageFactory(
        parent=english["about"], **title("privatetwin"), translation_key=twin, locale=english.home.locale
    )
    directory = LinkDirectoryPageFactory(parent=vietnamese.home, title="Liên kết nội bộ", slug="lien-ket-noi-bo")
    directory.groups.create(
        title=word("privategroup"), links=[("link", {"title": "Nội bộ", "url": "https://noibo.example/"})]
    )
    directory.save()
    NewsPageFactory(
        parent=english["news"],
        **title("english"),
        locale=english.home.locale,
        category=CategoryFactory(locale=english.home.locale),
    )
    return {"privatetwin": restrict(private), "privategroup": restrict(directory)}


def public_doors(vietnamese: Province, english: Province, pages: dict[str, Page]) -> dict[str, str]:
    news = vietnamese["news"].url
    lists = {
        "news": news,
        "category": f"{news}chuyen-muc/{vietnamese.category.slug}/",
        "topic": f"{news}dong-su-kien/{vietnamese.topic.slug}/",
        "tag": f"{news}the/nhan-thu/",
        "month": f"{news}{timezone.localdate():%Y/%m}/",
        "hidden_month": f"{news}2024/03/",
        "hidden_day": f"{news}2024/03/15/",
        "notices": vietnamese["notices"].url,
        "department_news": vietnamese["department_news"].url,
        "en_news": english["news"].url,
    }
    feeds = {f"{name}_feed" if name != "news" else "feed": f"{url}rss/" for name, url in lists.items()}
    rest = {name: page.url for name, page in vietnamese.pages.items()}
    rest |= {f"en_{name}": page.url for name, page in english.pages.items() if name != "plain"}
    others = {
        "home": "/",
        "en_home": "/en/",
        "search": "/tim-kiem/?q=bong+lau",
        "search_accents": "/tim-kiem/?q=Bông+lau",
        "en_search": "/en/tim-kiem/?q=bong+lau",
        "sitemap": "/sitemap-vi.xml",
        "en_sitemap": "/sitemap-en.xml",
        "robots": "/robots.txt",
        "saved": vietnamese["article"].url + "?luu=1",
        "left": pages["left"].url,
        "left_saved": pages["left"].url + "?luu=1",
        "changed": "/tin-tuc/bai-dang-sua/",
    }
    return {**rest, **lists, **feeds, **others}


@pytest.fixture(scope="session")
def doors(django_db_setup, django_db_blocker) -> Doors:
    """Build, hide, open every door; nothing stays in the database."""
    found = Doors()
    with scratch_database(django_db_blocker):
        with TestCase.captureOnCommitCallbacks(execute=True):
            vietnamese, english = build_both()
            pages = hide(vietnamese) | hide_in_english(english, vietnamese)
        for name, url in public_doors(vietnamese, english, pages).items():
            response = Client().get(url)
            found.statuses[name] = response.status_code
            found.texts[name] = response.content.decode()
        for name, page in pages.items():
            response = Client().get(page.url)
            found.direct[name] = response.status_code
            found.direct_texts[name] = response.content.decode()
            found.saved[name] = Client().get(page.url, {"luu": "1"}).status_code
            found.direct_texts[name] += Client().get(page.url, {"luu": "1"}).content.decode()
    return found


def test_every_door_is_open(doors):
    assert {name: status for name, status in doors.statuses.items() if status != 200} in ({}, {"changed": 404})


@pytest.mark.parametrize("name", HIDDEN)
def test_a_hidden_thing_shows_at_no_door(doors, name):
    assert doors.showing(name) == set()


@pytest.mark.parametrize("name", SHOWN)
def test_a_public_article_shows_where_it_should(doors, name):
    """Without this the test above would praise empty pages."""
    assert SHOWN[name] <= doors.showing(name)


def test_the_languages_do_not_mix(doors):
    assert not {door for door in doors.showing("english") if not door.startswith("en_")}
    assert not {door for door in doors.showing("public") if door.startswith("en_")}


@pytest.mark.parametrize("name", ["news", "hidden_month", "hidden_day"])
def test_days_on_which_only_hidden_things_appeared_are_no_links(doors, name):
    # The switch of languages repeats the address that was asked for, whatever is there.
    anchors = parsed(doors.texts[name]).find_all("a", href=True, hreflang=False)
    links = {link["href"] for link in anchors}
    assert not {link for link in links if "/2024/03/" in link and not link.endswith("rss/")}


DRAFTS = [
    *("draft", "expired", "scheduled", "unpublished", "draftnotice", "draftplain", "draftsection"),
    *("draftoffice", "draftroot", "menudraft", "chosendraft"),
]


@pytest.mark.parametrize("name", DRAFTS)
def test_the_address_of_what_is_not_published_is_404(doors, name):
    assert (doors.direct[name], doors.saved[name]) == (404, 404)
    assert word(name) not in doors.direct_texts[name].replace(f"/{word(name)}/", "")


PRIVATE = [
    *("private", "inprivate", "privatenotice", "chosenprivate", "privateplain", "deepplain"),
    *("privateoffice", "menuprivate", "quickprivate", "privatetwin", "alertprivate"),
]


@pytest.mark.parametrize("name", PRIVATE)
def test_a_private_address_asks_for_the_password_and_tells_nothing(doors, name):
    text = doors.direct_texts[name]
    assert 'type="password"' in text
    assert f"{COMMON} {word(name)}" not in text, "the title is told"


def test_the_password_of_a_page_does_not_make_it_public(client, home):
    section = restrict(SectionPageFactory(parent=home, title="Khu kín", slug="khu-kin"))
    PlainPageFactory(parent=section, **title("deepplain"))
    client.get("/khu-kin/")
    restriction = section.view_restrictions.get()
    action = f"/_util/authenticate_with_password/{restriction.pk}/{section.pk}/"
    response = client.post(action, {"password": "mo-cua-ra", "return_url": "/khu-kin/"}, follow=True)
    assert response.status_code == 200
    for url in ("/tim-kiem/?q=bong+lau", "/sitemap-vi.xml", "/"):
        assert word("deepplain") not in client.get(url).content.decode()
    other = Client().get(f"/khu-kin/{word('deepplain')}/")
    assert 'type="password"' in other.content.decode()
