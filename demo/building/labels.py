"""The words by which the demo's news is sorted."""

from collections.abc import Iterable
from dataclasses import dataclass

from wagtail.models import Locale

from core.text import vietnamese_slugify
from demo.building.marks import mark
from demo.content.reader import Entry
from news.models import Author, Category, NewsSource, Tag, Topic


@dataclass
class Labels:
    """Labels by the keys that the text files use."""

    categories: dict[str, Category]
    topics: dict[str, Topic]
    sources: dict[str, NewsSource]
    authors: dict[str, Author]


def items(entry: Entry) -> list[tuple[str, str]]:
    """Return ``(key, text)`` of a field such as ``items: key = text; key = text``."""
    pairs = (item.partition("=") for item in entry.names("items", ";"))
    return [(key.strip(), text.strip()) for key, _, text in pairs]


def make_categories(entry: Entry, locale: Locale) -> dict[str, Category]:
    """Create the categories of one language, in the order of the file."""
    made = {}
    for order, (key, name) in enumerate(items(entry)):
        marked_key = mark(f"category:{locale.language_code}:{key}")
        made[key] = Category.objects.create(
            name=name, slug=key, order=order, locale=locale, translation_key=marked_key
        )
    return made


def make_labels(site: dict[str, Entry], locale: Locale) -> Labels:
    """Create categories, topics, sources and authors."""
    topics = {}
    for entry in site.values():
        if entry.slug.startswith("topic:"):
            key = entry.slug.removeprefix("topic:")
            topics[key] = Topic.objects.create(
                name=entry.title, slug=key, intro=entry.lead, locale=locale, translation_key=mark(entry.slug)
            )
    sources = {}
    for key, text in items(site["source"]):
        name, domain = (part.strip() for part in text.split("|"))
        sources[key], _ = NewsSource.objects.get_or_create(
            name=name, defaults={"domain": domain, "url": f"https://{domain}/"}
        )
    authors = {name: Author.objects.create(full_name=name, pen_name=name) for name in author_names(site)}
    return Labels(make_categories(site["category"], locale), topics, sources, authors)


def author_names(site: dict[str, Entry]) -> list[str]:
    """Return the pen names of the invented authors."""
    return site["author"].names("items", ";")


def source_domains(site: dict[str, Entry]) -> list[str]:
    """Return the invented domains of the sources."""
    return [text.split("|")[1].strip() for _, text in items(site["source"])]


def tags_of(entries: Iterable[Entry]) -> dict[str, str]:
    """Return slug → name of all tags that articles bear."""
    return {vietnamese_slugify(name): name for entry in entries for name in entry.names("tags")}


def make_tags(entries: Iterable[Entry]) -> dict[str, Tag]:
    """Create the tags, each with the slug that a Vietnamese reader expects."""
    return {
        slug: Tag.objects.get_or_create(slug=slug, defaults={"name": name})[0]
        for slug, name in tags_of(entries).items()
    }
