"""What a document's page shows besides its own columns: files, both ends of its relations, its life, who cites it."""

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from wagtail.models import Page

from core.privacy import open_to_all
from legal.enums import REVERSE_LABELS, RelationKind, ValidityStatus
from legal.status import CHANGING

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

    from legal.models import DocumentFile, DocumentRelation, DocumentSigner, LegalDocumentPage

CITING_PAGES = 20


@dataclass(frozen=True)
class RelatedDocument:
    """The other end of a relation; without ``document`` the portal has no public record of it."""

    document: "LegalDocumentPage | None"
    words: str
    parts: str = ""
    is_partial: bool = False


@dataclass
class RelationGroup:
    """All relations of a kind in one direction, under a heading such as "is replaced by"."""

    label: "StrOrPromise"
    items: list[RelatedDocument] = field(default_factory=list)


@dataclass(frozen=True)
class LifeEvent:
    """A day in the life of a document."""

    day: date
    words: str
    document: "LegalDocumentPage | None" = None
    is_future: bool = False


@dataclass
class Dossier:
    """The parts of a document's page, in a fixed number of queries."""

    day: date
    status: ValidityStatus
    signers: "list[DocumentSigner]"
    files: "list[DocumentFile]"
    fields: list[Any]
    groups: list[RelationGroup]
    timeline: list[LifeEvent]
    citing: list[Page]

    @classmethod
    def of(cls, page: "LegalDocumentPage", day: date) -> "Dossier":
        """Gather everything about ``page`` as of ``day``."""
        own = page.own_relations
        others = _public_documents(page, own, day)
        return cls(
            day=day,
            status=page.status_on(day),
            signers=list(page.signers.all()),
            files=list(page.files.select_related("document", "document__fingerprint")),
            fields=list(page.fields.all()),
            groups=_groups(page, own, others),
            timeline=_timeline(page, others, day),
            citing=_citing_pages(page, [document.pk for document in others.values()]),
        )


def _public_documents(page: "LegalDocumentPage", own: "list[DocumentRelation]", day: date) -> dict[Any, Any]:
    """Return translation key → document for all other ends that the public may see, in the page's language if any."""
    ids = {relation.target_id for relation in own} | {relation.page_id for relation in page.acting_relations}
    if not ids:
        return {}
    keys = Page.objects.filter(pk__in=ids).values("translation_key")
    documents = open_to_all(type(page).objects.filter(translation_key__in=keys)).with_status(day).for_cards()
    in_order = sorted(documents, key=lambda document: document.locale_id == page.locale_id)
    return {document.translation_key: document for document in in_order}


def _groups(page: "LegalDocumentPage", own: "list[DocumentRelation]", others: dict) -> list[RelationGroup]:
    groups: dict[tuple[bool, str], RelationGroup] = {}
    shown = set()
    for kind in RelationKind:
        groups[False, kind] = RelationGroup(kind.label)
        groups[True, kind] = RelationGroup(REVERSE_LABELS[kind])
    for relation in own:
        target = relation.target
        document = others.get(target.translation_key) if target else None
        words = document.title if document else relation.said["target_words"]
        if words:
            item = RelatedDocument(document, words, relation.said["parts"], relation.is_partial)
            groups[False, relation.kind].items.append(item)
    # The same relation stands in every translation of the other document: this page's language goes first.
    for relation in sorted(page.acting_relations, key=lambda relation: relation.locale_id != page.locale_id):
        document = others.get(relation.page.translation_key)
        if document and (relation.kind, document.pk) not in shown:
            shown.add((relation.kind, document.pk))
            item = RelatedDocument(document, document.title, relation.said["parts"], relation.is_partial)
            groups[True, relation.kind].items.append(item)
    return [group for group in groups.values() if group.items]


def _timeline(page: "LegalDocumentPage", others: dict, day: date) -> list[LifeEvent]:
    events: dict[tuple, LifeEvent] = {}

    def add(when: date | None, words: str, document: "LegalDocumentPage | None" = None) -> None:
        if when:
            events.setdefault((when, words, document and document.pk), LifeEvent(when, words, document, when > day))

    add(page.issued_on, _("Issued"))
    add(page.gazette_date, _("Printed in the Gazette"))
    add(page.effective_from, _("Takes effect"))
    for relation in page.acting_relations:
        document = others.get(relation.page.translation_key)
        if document and relation.kind in (*CHANGING, RelationKind.CORRECTS):
            words = str(REVERSE_LABELS[RelationKind(relation.kind)])
            words = words[:1].upper() + words[1:] + (f" ({_('in part')})" if relation.is_partial else "")
            add(relation.page.effective_from, words, document)
    add(page.expires_on, _("Expires"))
    if page.override_status:
        label = page.get_override_status_display()
        add(page.override_from, label[:1].upper() + label[1:])
        add(page.override_until, _("This status ends"))
    return sorted(events.values(), key=lambda event: event.day)


def _citing_pages(page: "LegalDocumentPage", related: list[int]) -> list[Page]:
    """Return the newest public pages that name ``page``, without those that stand among its relations."""
    pages = Page.objects.filter(
        citations__document__translation_key=page.translation_key, locale=page.locale_id
    ).exclude(pk__in=[page.pk, *related])
    return list(open_to_all(pages).distinct().order_by("-first_published_at", "-pk")[:CITING_PAGES])
