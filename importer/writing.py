"""From a parsed file to a draft page, through the page model's own rules, in one transaction per file.

A rerun recognises an article by its key, which does not depend on the path. A draft is written once and belongs to
the editors from then on: a source that changed later is reported as changed and nothing is overwritten.
"""

from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.html import strip_tags
from django.utils.translation import gettext as _

from core.enums import DatePrecision
from core.text import fold
from importer.blocks import stream_data
from importer.images import local_file, take_local_images
from importer.messages import message_for
from importer.parsing.model import Doubt, ParsedArticle
from importer.parsing.titles import TITLE_LIMIT
from importer.reading import SourceFile
from news.models import Category, NewsByline, NewsIndexPage, NewsPage, NewsSource
from news.models.news import IMPORT_ORIGIN

_ALIKE = 0.5


class Outcome(StrEnum):
    """What became of a file."""

    CREATED = "created"
    WOULD_CREATE = "would_create"
    UNCHANGED = "unchanged"
    CHANGED = "changed"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Written:
    """The outcome for one file, the page it concerns, and the doubts that arose while writing."""

    outcome: Outcome
    page: NewsPage | None = None
    doubts: tuple[Doubt, ...] = ()


def write_article(source: SourceFile, index: NewsIndexPage, user: Any = None, *, dry_run: bool = False) -> Written:
    """Create the draft of one article under ``index``, or say that it is there already.

    Raises ``ValidationError`` when the page model refuses the article. With ``dry_run`` everything is done up to the
    validation, and nothing is kept.
    """
    existing = find_existing(source, index)
    if existing:
        return Written(_compare(existing, source), existing)
    try:
        with transaction.atomic():
            doubts = list(source.article.doubts)
            page = _create(source, index, user, doubts, keep_images=not dry_run)
            if dry_run:
                transaction.set_rollback(True)
            return Written(Outcome.WOULD_CREATE if dry_run else Outcome.CREATED, page, tuple(doubts))
    except IntegrityError:
        # Another run wrote the same article between our look and our write.
        existing = find_existing(source, index)
        if existing is None:
            raise
        return Written(_compare(existing, source), existing)


def find_existing(source: SourceFile, index: NewsIndexPage) -> NewsPage | None:
    """Return the page an earlier run made of this article: by key, else by file name and half the same words."""
    found = NewsPage.objects.filter(import_key=source.key).first()
    if found:
        return found
    article = source.article
    words = _words(article.title, article.lead, article.text)
    named = NewsPage.objects.child_of(index).filter(import_notes__icontains=_file_mark(source))
    for page in named:
        body = page.body.stream_block.get_searchable_content(page.body)
        earlier = _words(page.title, page.lead, *body)
        if earlier and len(words & earlier) / len(words | earlier) >= _ALIKE:
            return page
    return None


def _create(
    source: SourceFile, index: NewsIndexPage, user: Any, doubts: list[Doubt], *, keep_images: bool
) -> NewsPage:
    article = source.article
    images = take_local_images(article.blocks, source.path, user) if keep_images else {}
    for image in article.images:
        if image not in images and (keep_images or local_file(image, source.path) is None):
            doubts.append(Doubt("image_not_taken", image.src[:300]))
    page = NewsPage(
        title=_title(source, doubts),
        lead=article.lead,
        agency_prefix=_prefix(article, doubts),
        category=_category(article, index, doubts),
        source=_source(article),
        source_url=_address(article),
        import_key=source.key,
        live=False,
        owner=user,
        locale=index.locale,
    )
    _set_dates(page, article, doubts)
    page.body = NewsPage._meta.get_field("body").to_python(stream_data(article.blocks, images))
    page.bylines = [NewsByline(name=byline.name[:120], role=byline.role) for byline in article.bylines]
    if any(block.kind == "table" for block in article.blocks):
        doubts.append(Doubt("table_needs_caption"))
    page.import_notes = _notes(source, page.title, doubts)
    index.add_child(instance=page)
    page.full_clean(exclude=_unfilled(page))
    # After the cleaning, which refuses a page that needs its headline: right for publishing, not for a draft.
    page.needs_title = not article.title
    page.tags.add(*(tag[:100] for tag in article.tags))
    page.save(clean=False)
    page.save_revision(user=user, clean=False, log_action=True)
    return page


def _unfilled(page: NewsPage) -> list[str]:
    """Required fields may be empty in a draft; everything that is filled must be valid."""
    return [
        field.name
        for field in page._meta.get_fields()
        if getattr(field, "blank", True) is False and getattr(page, field.attname, None) in ("", None)
        if hasattr(field, "attname")
    ]


def _title(source: SourceFile, doubts: list[Doubt]) -> str:
    """A page cannot do without a title; what stands in for a missing one says so and is no headline."""
    title = source.article.title
    if not title:
        return _("(No headline yet) %(file)s") % {"file": source.path.name[:180]}
    if len(title) > TITLE_LIMIT:
        doubts.append(Doubt("title_cut", title))
        title = title[:TITLE_LIMIT].rsplit(" ", 1)[0]
    return title


def _prefix(article: ParsedArticle, doubts: list[Doubt]) -> str:
    limit = NewsPage._meta.get_field("agency_prefix").max_length
    if len(article.agency_prefix) > limit:
        doubts.append(Doubt("prefix_too_long", article.agency_prefix))
        return ""
    return article.agency_prefix


def _category(article: ParsedArticle, index: NewsIndexPage, doubts: list[Doubt]) -> Category | None:
    """The portal's category of the same name, whatever its accents and case; none is ever made."""
    if not article.category:
        return None
    wanted = " ".join(fold(article.category).split())
    matches = [
        category
        for category in Category.objects.filter(locale=index.locale)
        if " ".join(fold(category.name).split()) == wanted
    ]
    if len(matches) == 1:
        return matches[0]
    doubts.append(Doubt("category_unknown", article.category))
    return None


def _source(article: ParsedArticle) -> NewsSource | None:
    domain = article.source_domain[:120]
    name = article.source_name[:160] or domain
    if not name:
        return None
    if domain:
        known = NewsSource.objects.filter(domain__iexact=domain).first()
        if known:
            return known
    for known in NewsSource.objects.filter(name__iexact=name):
        return known
    folded = fold(name)
    same = next((known for known in NewsSource.objects.all() if fold(known.name) == folded), None)
    return same or NewsSource.objects.create(name=name, domain=domain, url=f"https://{domain}/" if domain else "")


def _address(article: ParsedArticle) -> str:
    """The original's address, if it is one: a scrape may have cut it."""
    address = article.source_url
    try:
        NewsPage._meta.get_field("source_url").clean(address, None)
    except ValidationError:
        return ""
    return address


def _set_dates(page: NewsPage, article: ParsedArticle, doubts: list[Doubt]) -> None:
    if article.event:
        page.event_date, page.event_precision = article.event.value, article.event.precision
    if article.published:
        page.published_at, page.published_precision = article.published.value, article.published.precision
    if article.updated:
        page.updated_at, page.updated_precision = article.updated.value, article.updated.precision
    if page.updated_at and page.published_at and page.updated_at < page.published_at:
        same_day = article.updated and article.published and article.updated.day == article.published.day
        if same_day and article.updated and article.updated.precision == DatePrecision.DAY:
            page.updated_at = page.published_at
            return
        doubts.append(Doubt("updated_before_published", f"{page.updated_at:%d/%m/%Y %H:%M}"))
        page.updated_at = None


def _notes(source: SourceFile, title: str, doubts: list[Doubt]) -> list[dict[str, Any]]:
    """What the editor is shown with the draft, and what a rerun compares."""
    article = source.article
    notes: list[dict[str, Any]] = [
        {"code": doubt.code, "message": message_for(doubt.code), "words": doubt.words} for doubt in doubts
    ]
    if article.suggested_title:
        words = article.suggested_title
        notes.append({"code": "suggested_title", "message": message_for("suggested_title"), "words": words})
    origin = {
        "code": IMPORT_ORIGIN,
        "message": message_for(IMPORT_ORIGIN),
        "words": source.path.name,
        "file": source.path.name,
        "file_mark": _file_mark(source),
        "title": title,
        "text_hash": source.text_hash,
        "article_hash": source.article_hash,
        "findings": [[found.field, found.value, found.words] for found in article.findings],
    }
    return [*notes, origin]


def _origin(page: NewsPage) -> dict[str, Any]:
    return next((note for note in page.import_notes if note.get("code") == IMPORT_ORIGIN), {})


def _compare(page: NewsPage, source: SourceFile) -> Outcome:
    origin = _origin(page)
    if origin.get("text_hash") == source.text_hash or origin.get("article_hash") == source.article_hash:
        return Outcome.UNCHANGED
    return Outcome.CHANGED


def _file_mark(source: SourceFile) -> str:
    """A name that can be looked for in stored JSON, whatever letters the file name has."""
    return sha256(source.path.name.encode()).hexdigest()[:20]


def _words(*texts: str) -> set[str]:
    """The longer words of an article: enough to know an edited version of it again."""
    return {word for word in fold(strip_tags(" ".join(texts))).split() if len(word) >= 5}
