"""The English tree: home, About, Structure and contacts, six news items."""

import re
import unicodedata
from dataclasses import dataclass

from wagtail.models import Locale, Page

from core.models import User
from demo.building.articles import cover
from demo.building.labels import make_categories
from demo.building.marks import ENGLISH_CREDIT
from demo.building.media import Media
from demo.building.pages import SINCE, list_of
from demo.building.publishing import publish
from demo.building.streams import StreamValue, story
from demo.content.reader import Entry
from home.models import HomePage, PlainPage, SectionPage, SiteMapPage
from news.models import NewsIndexPage, NewsPage

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
        return publish(page, parent, "", SINCE, owner, translation_of=twins[twin])

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
    return English(root, about, structure, accessibility, site_map, news)


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
