"""The English tree: home, About, Structure, the departments, Investment, six news items."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime

from wagtail.models import Locale, Page

from core.models import User
from demo.building.articles import cover
from demo.building.english_rooms import make_english_rooms
from demo.building.labels import make_categories
from demo.building.marks import ENGLISH_CREDIT
from demo.building.media import Media
from demo.building.organisations import FRONT_BLOCKS
from demo.building.pages import SINCE, list_of
from demo.building.publishing import publish
from demo.building.streams import StreamValue, story
from demo.building.translations import Texts, change_original, in_order, record, translate
from demo.content.reader import PROVINCE_TIME, Entry, read_entries
from departments.models import OrganisationPage
from home.models import HomePage, PlainPage, SectionPage, SiteMapPage
from news.models import NewsIndexPage, NewsPage

# After the Vietnamese texts of pages.txt were written.
TRANSLATED = datetime(2026, 11, 9, 9, 0, tzinfo=PROVINCE_TIME)
# The one page that is left behind, so that the notice and the tracker can be seen at work.
STALE = "trung-tam-phuc-vu-hanh-chinh-cong"
CHANGED = datetime(2026, 3, 12, 8, 0, tzinfo=PROVINCE_TIME)
NEW_HOURS = "Thứ Hai đến thứ Sáu: 7 giờ – 17 giờ, không nghỉ trưa\nThứ Bảy: 7 giờ 30 – 11 giờ"
WEEKDAYS_ONLY = "Monday to Friday\n7.30–11.30 and 13.30–17.00"
WITH_SATURDAY = "Monday to Friday: 7.30–11.30 and 13.30–17.00\nSaturday: 7.30–11.00"
HOME_SLUG = "song-may-en"
STREET = re.compile(r"Số (\d+) đường ([^,]+), phường ([^,]+), tỉnh Sông Mây")
ZONE = re.compile(r"Lô (\w+), Khu công nghiệp ([^,]+), xã ([^,]+), tỉnh Sông Mây")


@dataclass
class English:
    """The English pages that menus and the home page link to."""

    home: HomePage
    about: Page
    structure: Page
    accessibility: Page
    site_map: Page
    news: NewsIndexPage
    departments: Page
    investment: Page
    schemes: Page
    directives: Page


def make_english(
    home: HomePage,
    twins: dict[str, Page],
    entries: dict[str, Entry],
    site: dict[str, Entry],
    departments: list[Entry],
    media: Media,
    owner: User,
) -> English:
    """Build the English tree; ``twins`` holds the Vietnamese pages that it translates, by slug."""
    locale = Locale.objects.get(language_code="en")
    root = _home(home, entries["home"], locale, owner)

    def text(slug: str, model: type[Page], parent: Page, twin: str, body: StreamValue) -> Page:
        entry = entries[slug]
        page = model(
            title=entry.title, slug=slug, lead=entry.lead, body=body, locale=locale, show_in_menus=parent is root
        )
        return publish(page, parent, "", TRANSLATED, owner, translation_of=twins[twin])

    about = text("about", SectionPage, root, "gioi-thieu", story(entries["about"].blocks, media))
    structure = text(
        "structure-and-contacts",
        PlainPage,
        about,
        "so-do-to-chuc",
        story(entries["structure-and-contacts"].blocks, media) + contacts(departments),
    )
    news = publish(
        NewsIndexPage(title="News", slug="news", locale=locale, show_in_menus=True),
        root,
        "",
        SINCE,
        owner,
        translation_of=twins["tin-tuc"],
    )
    _news(news, twins, entries, make_categories(site["category-en"], locale), media, owner)
    accessibility = text("accessibility", PlainPage, root, "tro-nang", story(entries["accessibility"].blocks, media))
    site_map = publish(
        SiteMapPage(title="Site map", slug="site-map", locale=locale, intro="All pages in English."),
        root,
        "",
        SINCE,
        owner,
        translation_of=twins["so-do-cong"],
    )
    directory = _departments(root, twins, departments, owner)
    investment = text("investment", PlainPage, root, "dau-tu", story(entries["investment"].blocks, media))
    for slug in ("gioi-thieu", "so-do-to-chuc", "tro-nang", "dau-tu", *_translated_news(entries)):
        record(twins[slug].specific, locale)
    schemes, directives = make_english_rooms(twins, locale, TRANSLATED, owner)
    # Wagtail-localize added pages below the home page, which is saved once more with its blocks.
    root.refresh_from_db(fields=["numchild"])
    return English(root, about, structure, accessibility, site_map, news, directory, investment, schemes, directives)


def _translated_news(entries: dict[str, Entry]) -> list[str]:
    return [entry.fields["translation_of"] for slug, entry in entries.items() if slug.startswith("news:")]


def _departments(root: HomePage, twins: dict[str, Page], departments: list[Entry], owner: User) -> Page:
    """Translate the directory and every body of the province in it; communes and wards are still owed."""
    english = {entry.slug: entry for entry in read_entries("english_departments.txt")}
    directory = translate(
        twins["co-quan"].specific,
        root.locale,
        in_order(
            {
                "title": ["Departments"],
                "intro": ["Functions, addresses and telephone numbers of the provincial bodies."],
            }
        ),
        SINCE,
        owner,
    )
    for entry in departments:
        page = twins[entry.slug].specific
        translate(page, root.locale, in_order(department_texts(entry, english[entry.slug])), SINCE, owner)
    behind = OrganisationPage.objects.get(pk=twins[STALE].pk)
    behind.opening_hours = NEW_HOURS
    change_original(behind, CHANGED, owner)
    return directory


FRONT_HEADINGS = {"leaders": "Leaders", "service_points": "Where to hand in papers"}

DIVISIONS_IN_ENGLISH = {
    "so-khoa-hoc-va-cong-nghe": [
        "Office",
        "Planning and Finance Division",
        "Digital Transformation Division",
        "Division of Science, Technology and Innovation",
        "Post and Telecommunications Division",
        "Smart Operations Centre",
    ],
}


def department_texts(entry: Entry, english: Entry) -> Texts:
    """Return the English of a body's page by field."""
    duties = [line.removeprefix("- ") for line in english.blocks[0].value[0].splitlines()]
    body: list[str] = []
    for block in english.blocks[1:]:
        body += [block.value["heading"], block.value["text"]] if block.kind == "callout" else []
        body += [block.value] if block.kind == "heading" else []
        body += block.value if block.kind == "text" else []
    return {
        "title": [entry.fields["english"]],
        "short_name": [entry.fields["english"]],
        "lead": [english.lead],
        "functions": duties,
        "body": body,
        "divisions": DIVISIONS_IN_ENGLISH.get(entry.slug, []),
        "blocks": [FRONT_HEADINGS[kind] for kind, _value in FRONT_BLOCKS.get(entry.slug, [])],
        "address": [english_address(entry.fields["address"])],
        "opening_hours": [WITH_SATURDAY if "hours" in entry.fields else WEEKDAYS_ONLY],
    }


def _home(home: HomePage, entry: Entry, locale: Locale, owner: User) -> HomePage:
    existing = home.get_translation_or_none(locale)
    if existing is not None:
        return existing
    page = HomePage(title=entry.title, slug=HOME_SLUG, search_description=entry.lead, locale=locale)
    return publish(page, home.get_parent(), "", SINCE, owner, translation_of=home)


def _news(index: NewsIndexPage, twins, entries: dict[str, Entry], categories, media: Media, owner: User) -> None:
    stories = [entry for entry in entries.values() if entry.slug.startswith("news:")]
    for entry in sorted(stories, key=lambda entry: entry.fields["published"]):
        event, event_precision = entry.instant("event")
        page = NewsPage(
            title=entry.title,
            slug=entry.slug.removeprefix("news:"),
            lead=entry.lead,
            body=story(entry.blocks, media),
            locale=index.locale,
            published_at=entry.published,
            event_date=event,
            event_precision=event_precision,
            category=categories[entry.fields["category"]],
            is_featured=True,
            **cover(entry, media),
        )
        page.cover_alt, page.cover_credit = entry.fields["caption"], ENGLISH_CREDIT
        publish(page, index, "", entry.published, owner, translation_of=twins[entry.fields["translation_of"]])


def contacts(departments: list[Entry]) -> StreamValue:
    """Return functions and contacts of every body."""
    body: StreamValue = []
    for entry in departments:
        fields = entry.fields
        lines = [
            f"Address: {english_address(fields['address'])}",
            f"Telephone: +84 {fields['phone'][1:]}",
            f"E-mail: {fields['email']}",
        ]
        body.append(("heading", fields["english"]))
        body.append(("paragraph", f"<p>{fields['english_functions']}</p>{list_of(lines)}"))
    return body


def english_address(address: str) -> str:
    """Return an address in the English order and without marks: ``1 Bo Bac Street, May Trung Ward, …``."""
    address = STREET.sub(r"\1 \2 Street, \3 Ward, Song May Province", address)
    address = ZONE.sub(r"Lot \1, \2 Industrial Zone, \3 Commune, Song May Province", address)
    letters = unicodedata.normalize("NFD", address.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
