"""Documents named in the portal's texts: which record is meant, as a link with its status of today.

A mention is linked if exactly one public document fits what it says: its number, the day of issue where one is given
(a mention without a day takes that of another one of the same number on the page), and the body. The status is worked
out in the request, so that it is right on the day on which a page is read, whenever that page was published.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import TextField
from django.utils import timezone
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.rich_text import get_text_for_indexing

from core.models import BasePage
from core.privacy import open_to_all
from core.text import fold
from legal.badges import status_badge
from legal.mentions import Mention, find_mentions
from legal.models import LegalDocumentPage

# What a body is called beside its full name.
_SHORT_NAMES = (("hdnd", "hoi dong nhan dan"), ("ubnd", "uy ban nhan dan"), ("ubmttq", "uy ban mat tran to quoc"))
_HEADS = re.compile(r"^(?:(?:thuong truc|chu tich|pho chu tich|bo truong|giam doc|ban thuong vu)\s+)+(?=\w)")
# Fields of Wagtail's that readers do not see as text.
_NOT_SHOWN = {"search_description", "url_path"}


@dataclass(frozen=True)
class Reference:
    """What a mention points at: a number, and the day of issue if it is known."""

    number_key: str
    issued_on: date | None


@dataclass
class CitedDocument:
    """A document named on a page, with every mention of it."""

    reference: Reference
    mentions: list[Mention]
    issuer: str = ""


def texts_of(page: Page) -> list[str]:
    """Return the words that ``page`` (specific) shows, without markup, field by field."""
    texts = [page.title]
    for column in page._meta.get_fields():
        if not isinstance(column, StreamField | TextField) or column.name in _NOT_SHOWN:
            continue
        value = getattr(page, column.name)
        if isinstance(column, StreamField):
            texts += map(str, value.stream_block.get_searchable_content(value)) if value else []
        elif isinstance(column, RichTextField):
            texts.append(get_text_for_indexing(value))
        else:
            texts.append(value)
    if isinstance(page, BasePage):
        texts += page.short_texts
    return [text for text in texts if text]


def cited_in(texts: Iterable[str]) -> list[CitedDocument]:
    """Return the documents that ``texts`` name in full, in order, each once."""
    mentions = [mention for text in texts for mention in find_mentions(text) if mention.number]
    days: dict[str, set[date]] = {}
    for mention in mentions:
        if mention.issued_on and mention.number:
            days.setdefault(mention.number.key, set()).add(mention.issued_on)
    found: dict[Reference, CitedDocument] = {}
    for mention in mentions:
        reference = reference_of(mention, days)
        cited = found.setdefault(reference, CitedDocument(reference, []))
        cited.mentions.append(mention)
        cited.issuer = cited.issuer or mention.issuer
    return list(found.values())


def reference_of(mention: Mention, days: dict[str, set[date]]) -> Reference:
    """Return what ``mention`` points at; ``days`` are all days of issue that the page gives for a number."""
    key = mention.number.key if mention.number else ""
    known = days.get(key, set())
    issued_on = mention.issued_on or (next(iter(known)) if len(known) == 1 else None)
    return Reference(key, issued_on)


def resolve(
    cited: Iterable[CitedDocument], locale_id: int, day: date, not_key: object = None
) -> dict[Reference, LegalDocumentPage]:
    """Return the public document, with its status on ``day``, for every reference that exactly one fits; one query.

    A document in the language ``locale_id`` goes before its translations. ``not_key`` is the translation key of a
    document whose own number is no citation.
    """
    cited = list(cited)
    if not cited:
        return {}
    numbers = {item.reference.number_key for item in cited}
    candidates = open_to_all(LegalDocumentPage.objects.filter(number_key__in=numbers))
    by_number: dict[str, list[LegalDocumentPage]] = {}
    for document in candidates.with_status(day).defer("body").select_related("issuing_body"):
        if document.translation_key != not_key:
            by_number.setdefault(document.number_key, []).append(document)
    found = {}
    for item in cited:
        fitting = [d for d in by_number.get(item.reference.number_key, []) if _fits(item, d)]
        if len({document.translation_key for document in fitting}) == 1:
            found[item.reference] = min(fitting, key=lambda document: document.locale_id != locale_id)
    return found


def _fits(item: CitedDocument, document: LegalDocumentPage) -> bool:
    if item.reference.issued_on and item.reference.issued_on != document.issued_on:
        return False
    return not item.issuer or not document.issuing_body or is_called(document.issuing_body.name, item.issuer)


def is_called(name: str, words: str) -> bool:
    """Tell whether a body of this ``name`` may be meant by ``words``: one begins like the other.

    "HĐND tỉnh" may be the Hội đồng nhân dân tỉnh Sông Mây, "HĐND tỉnh Quảng Trị" may not. A name in another script
    than the words' (an English name) tells nothing and fits.
    """
    if name.isascii() and not words.isascii():
        return True
    full, said = _plain(name), _plain(words)
    return full.startswith(said) or said.startswith(full)


def _plain(name: str) -> str:
    plain = " ".join(fold(name).split())
    for short, long in _SHORT_NAMES:
        plain = re.sub(rf"\b{short}\b", long, plain)
    return _HEADS.sub("", plain)


def link_mentions(words: str, page: Page) -> SafeString | None:
    """Return ``words`` with every recorded document as a link with its status, or ``None`` if they name none."""
    mentions = [mention for mention in find_mentions(words) if mention.number]
    if not mentions:
        return None
    documents, days = _documents_of(page)
    pieces: list[str] = []
    place = 0
    for mention in mentions:
        document = documents.get(reference_of(mention, days))
        if document is None:
            continue
        pieces.append(escape(words[place : mention.start]))
        pieces.append(
            format_html(
                '<a class="cite" href="{}">{}</a> {}', document.url, mention.text, status_badge(document.status)
            )
        )
        place = mention.end
    if not pieces:
        return None
    return mark_safe("".join([*pieces, escape(words[place:])]))  # noqa: S308 (escaped above)


def _documents_of(page: Page) -> tuple[dict[Reference, LegalDocumentPage], dict[str, set[date]]]:
    """Return the documents that ``page`` names, looked up once for all its blocks."""
    known = page.__dict__.get("_cited_documents")
    if known is None:
        cited = cited_in(texts_of(page))
        days: dict[str, set[date]] = {}
        for item in cited:
            if item.reference.issued_on:
                days.setdefault(item.reference.number_key, set()).add(item.reference.issued_on)
        known = resolve(cited, page.locale_id, timezone.localdate(), page.translation_key), days
        page.__dict__["_cited_documents"] = known
    return known
