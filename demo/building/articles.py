"""News and notices."""

from collections.abc import Iterator

from core.models import User
from core.text import vietnamese_slugify
from demo.building.labels import Labels, make_tags
from demo.building.marks import PICTURE_CREDIT
from demo.building.media import Media
from demo.building.publishing import publish
from demo.building.streams import attachments, corrections, story
from demo.content.reader import FOLDER, Entry, read_entries
from demo.drawing import PICTURES
from departments.models import OrganisationPage
from news.models import NewsByline, NewsIndexPage, NewsPage, NoticeIndexPage, NoticePage
from projects.models import SchemePage


def read_news() -> list[Entry]:
    """Return all articles, oldest first; the file's name is the category."""
    entries = []
    for file in sorted(FOLDER.glob("news/*.txt")):
        for entry in read_entries(f"news/{file.name}"):
            entry.fields["category"] = file.stem
            entries.append(entry)
    return sorted(entries, key=lambda entry: entry.fields["published"])


def make_news(
    indexes: dict[str, NewsIndexPage],
    labels: Labels,
    media: Media,
    units: dict[str, OrganisationPage],
    owners: dict[str, User],
    schemes: dict[str, SchemePage],
) -> Iterator[NewsPage]:
    """Publish the articles, each in the index of its body (``""`` is the province); yield them as they are made."""
    entries = read_news()
    tags = make_tags(entries)
    for entry in entries:
        section = entry.fields.get("in", "")
        page = article(entry, labels, media)
        page.scheme = schemes.get(entry.fields.get("scheme", ""))
        page.other_categories = [labels.categories[key] for key in entry.names("also")]
        page.related_units = [units[key] for key in entry.names("units")]
        page.bylines = list(_bylines(entry, labels))
        page.tags.add(*[tags[vietnamese_slugify(name)] for name in entry.names("tags")])
        yield publish(page, indexes[section], f"news:{entry.slug}", entry.published, owners[section])


def article(entry: Entry, labels: Labels, media: Media) -> NewsPage:
    """Return the article of an entry, not yet in the tree."""
    fields = entry.fields
    updated, updated_precision = entry.instant("updated")
    event, event_precision = entry.instant("event")
    source = labels.sources[fields["source"]]
    return NewsPage(
        title=entry.title,
        slug=entry.slug,
        lead=entry.lead,
        body=story(entry.blocks, media),
        attachments=attachments(entry.blocks, media),
        corrections=corrections(entry.blocks),
        published_at=entry.published,
        updated_at=updated,
        updated_precision=updated_precision,
        event_date=event,
        event_precision=event_precision,
        category=labels.categories[fields["category"]],
        topic=labels.topics.get(fields.get("topic", "")),
        source=source,
        source_url=f"https://{source.domain}/{entry.slug}" if fields["source"] == "baosongmay" else "",
        is_featured=fields.get("featured") == "yes",
        **cover(entry, media),
    )


def cover(entry: Entry, media: Media) -> dict:
    """Return the cover fields of an article; the key of the picture gives its alternative text."""
    key = entry.fields["image"]
    return {
        "cover": media.images[key],
        "cover_alt": PICTURES[key].alt,
        "cover_caption": entry.fields["caption"],
        "cover_credit": PICTURE_CREDIT,
    }


def _bylines(entry: Entry, labels: Labels) -> Iterator[NewsByline]:
    order = 0
    for part in entry.names("by", ";"):
        name, _, roles = part.partition("=")
        for role in roles.strip().split("+"):
            yield NewsByline(author=labels.authors[name.strip()], role=role, sort_order=order)
            order += 1


def make_notices(index: NoticeIndexPage, media: Media, owner: User) -> None:
    """Publish the notices."""
    for entry in sorted(read_entries("notices.txt"), key=lambda entry: entry.fields["published"]):
        until, _ = entry.instant("until")
        page = NoticePage(
            title=entry.title,
            slug=entry.slug,
            kind=entry.fields["kind"],
            lead=entry.lead,
            body=story(entry.blocks, media),
            attachments=attachments(entry.blocks, media),
            published_at=entry.published,
            valid_until=until.date() if until else None,
        )
        publish(page, index, f"notice:{entry.slug}", entry.published, owner)
