"""The whole build, in order."""

from collections.abc import Callable

from django.db import transaction
from wagtail.models import Page, ReferenceIndex, Site
from wagtail.signal_handlers import disable_reference_index_auto_update

from core.models import User
from demo.building import accounts, chrome, desk, front, organisations, pages
from demo.building.articles import make_news, make_notices
from demo.building.directives import make_directives
from demo.building.documents import make_documents
from demo.building.english import make_english
from demo.building.labels import Labels, make_labels
from demo.building.marks import marked
from demo.building.media import Media, make_media
from demo.building.projects import make_schemes
from demo.building.publishing import publish
from demo.building.units import make_lookup, make_records
from demo.content.reader import Entry, read_entries
from home.models import AlertBanner, HomePage, Menu
from home.models.chrome import MenuPosition
from news.models import NewsIndexPage, NoticeIndexPage
from projects.models import SchemePage

Progress = Callable[[str], None]
SECTIONS_WITH_NEWS = ["so-khoa-hoc-va-cong-nghe", "so-y-te", "so-giao-duc-va-dao-tao", "phuong-may-trung"]
HOME_DESCRIPTION = "Tin tức, thông báo, dịch vụ công và thông tin liên hệ của các cơ quan tỉnh Sông Mây."


def demo_exists() -> bool:
    """Whether the demo province has been built."""
    return marked(Page.objects.all()).exists()


@transaction.atomic
def build(password: str, progress: Progress) -> dict[str, User]:
    """Build the province, all or nothing; return the accounts made."""
    # Noted once at the end: every save of a page would otherwise note its references anew.
    with disable_reference_index_auto_update():
        users = _build(password, progress)
    progress("references, then image sizes")
    _note_references()
    return users


def _note_references() -> None:
    for model in (AlertBanner, Menu):
        for row in marked(model.objects.all()):
            ReferenceIndex.create_or_update_for_object(row)
    for page in [*marked(Page.objects.all()), *HomePage.objects.all()]:
        ReferenceIndex.create_or_update_for_object(page.specific)


def _build(password: str, progress: Progress) -> dict[str, User]:
    home: HomePage = Site.objects.get(is_default_site=True).root_page.specific
    site = by_slug(read_entries("site.txt"))
    departments = read_entries("departments.txt")
    users = accounts.make_accounts(password)
    owner = users.get(accounts.ADMIN) or User.objects.get(username=accounts.ADMIN)

    progress("pictures and files")
    media = make_media()
    progress("departments, communes and wards")
    units = organisations.make_organisations(home, departments, media, owner)
    progress("pages of text")
    texts = read_entries("pages.txt")
    made: dict[str, Page] = {**units, **pages.make_texts(home, texts, owner)}
    made["co-quan"] = next(iter(units.values())).get_parent()
    made["lien-ket"] = pages.make_link_directory(home, owner)
    made["so-do-cong"] = pages.make_site_map(home, owner)
    made["tra-cuu-don-vi"] = make_lookup(home, owner)
    pages.fill_texts(made, texts, media, owner)

    progress("official documents")
    made["van-ban"] = make_documents(home, units, media, owner)[""]
    progress("schemes and projects")
    made |= make_schemes(home, units, media, owner)

    labels = make_labels(site, home.locale)
    _make_news(home, made, labels, media, users, owner, progress)
    progress("leaders, service points, places, units that ended")
    make_records(units, labels.categories["tin-xa-phuong"], owner)
    progress("directives and their tasks")
    made["chi-dao-dieu-hanh"] = make_directives(home, units, media, owner)
    progress("the English pages")
    english = make_english(home, made, by_slug(read_entries("english.txt")), site, departments, media, owner)

    progress("menus and the home pages")
    chrome.make_identity(site["identity-vi"], home.locale)
    chrome.make_menu(MenuPosition.MAIN, home.locale, chrome.vietnamese_menu(made, labels))
    chrome.make_menu(MenuPosition.FOOTER, home.locale, chrome.vietnamese_footer(made))
    chrome.make_english_chrome(english, site["identity-en"])
    chrome.make_alert(site["alert-vi"], made["canh-bao-trieu-cuong-cuoi-thang-11"], home.locale)
    front.fill_home(home, front.vietnamese_home(made, labels, media), HOME_DESCRIPTION, owner)
    front.fill_home(english.home, front.english_home(english, media), english.home.search_description, owner)

    accounts.grant_all({"khcn": units["so-khoa-hoc-va-cong-nghe"], "yte": units["so-y-te"]}, users)
    unit = units["so-khoa-hoc-va-cong-nghe"]
    index = NewsIndexPage.objects.child_of(unit).get()
    desk.make_desk(unit, index, labels, media, users.get("khcn.ctv", owner), owner)
    return users


def by_slug(entries: list[Entry]) -> dict[str, Entry]:
    """Return entries by their slug."""
    return {entry.slug: entry for entry in entries}


def _make_news(
    home: HomePage,
    made: dict[str, Page],
    labels: Labels,
    media: Media,
    users: dict[str, User],
    owner: User,
    progress: Progress,
) -> None:
    """Create the indexes with their articles and notices; add them to ``made`` by slug."""
    since = organisations.SINCE
    news = NewsIndexPage(
        title="Tin tức",
        slug="tin-tuc",
        show_in_menus=True,
        intro="Tin hoạt động của tỉnh, các sở, ngành và 28 xã, phường, đặc khu.",
    )
    notices = NoticeIndexPage(
        title="Thông báo",
        slug="thong-bao",
        show_in_menus=True,
        intro="Thông báo, lịch, mời họp, tuyển dụng, đấu thầu và cảnh báo của các cơ quan trong tỉnh.",
    )
    indexes = {"": publish(news, home, "tin-tuc", since, owner)}
    made["tin-tuc"] = indexes[""]
    made["thong-bao"] = publish(notices, home, "thong-bao", since, owner)
    for slug in SECTIONS_WITH_NEWS:
        indexes[slug] = organisations.make_news_index(made[slug].specific, owner)
    owners = dict.fromkeys(indexes, owner)
    owners["so-khoa-hoc-va-cong-nghe"] = users.get("khcn.ctv", owner)
    owners["so-y-te"] = users.get("yte.ctv", owner)

    units = {slug: page for slug, page in made.items() if hasattr(page, "short_name")}
    schemes = {slug: page for slug, page in made.items() if isinstance(page, SchemePage)}
    count = 0
    for count, page in enumerate(make_news(indexes, labels, media, units, owners, schemes), start=1):
        made[page.slug] = page
        if count % 20 == 0:
            progress(f"{count} articles")
    progress(f"{count} articles in all; notices")
    make_notices(made["thong-bao"].specific, media, owner)
    for page in made["thong-bao"].get_children():
        made[page.slug] = page
