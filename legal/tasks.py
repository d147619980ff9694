"""Work that can wait: it runs in a worker where there is one, at once where there is none."""

import hashlib
import logging

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django_tasks import task
from wagtail.models import Page

from core.models import PortalDocument
from legal.citations import CitedDocument, Reference, cited_in, resolve, texts_of
from legal.files import count_pages
from legal.mentions import find_mentions
from legal.models import Citation, FileFingerprint

logger = logging.getLogger(__name__)

# Files above this are hashed but not searched for their number of pages.
MAX_READ_FOR_PAGES = 64 * 1024 * 1024


@task()
def measure_files(document_ids: list[int]) -> None:
    """Store SHA-256 and number of pages of the files, as they are now."""
    for document in PortalDocument.objects.filter(pk__in=document_ids):
        try:
            _measure(document)
        except OSError:
            # A file that is not where it should be must not stop the others.
            logger.exception("no fingerprint of file %s", document.pk)


def _measure(document: PortalDocument) -> None:
    digest = hashlib.sha256()
    content = bytearray()
    with document.file.open("rb") as file:
        for chunk in iter(lambda: file.read(1024 * 1024), b""):
            digest.update(chunk)
            if len(content) <= MAX_READ_FOR_PAGES:
                content += chunk
    is_pdf = document.file_extension.lower() == "pdf" and len(content) <= MAX_READ_FOR_PAGES
    FileFingerprint.objects.update_or_create(
        document=document,
        defaults={
            "content_hash": document.get_file_hash(),
            "sha256": digest.hexdigest(),
            "pages": count_pages(bytes(content)) if is_pdf else None,
        },
    )


@task()
def record_citations(page_id: int) -> None:
    """Note which documents the published page names, in place of what was noted before."""
    page = Page.objects.filter(pk=page_id).specific().first()
    if page is None:
        return
    texts = texts_of(page)
    cited = cited_in(texts)
    found = resolve(cited, page.locale_id, timezone.localdate(), page.translation_key)
    own_number = getattr(page, "number_key", None)
    rows = [
        Citation(
            page_id=page.pk,
            words=item.mentions[0].text[:255],
            number_key=item.reference.number_key,
            issued_on=item.reference.issued_on,
            issuer=item.issuer,
            mentions=len(item.mentions),
            document=found.get(item.reference),
        )
        for item in cited
        if item.reference.number_key != own_number
    ]
    partial = {mention.text: mention for text in texts for mention in find_mentions(text) if mention.number is None}
    rows += [Citation(page_id=page.pk, words=words[:255], issuer=m.issuer) for words, m in partial.items()]
    with transaction.atomic():
        Citation.objects.filter(page=page.pk).delete()
        Citation.objects.bulk_create(rows)


@task()
def resolve_citations(document_id: int, number_key: str) -> None:
    """Look anew for the record of every mention that a published, changed or withdrawn document may concern."""
    rows = Citation.objects.filter(Q(number_key=number_key) | Q(document=document_id)).exclude(number_key="")
    for row in rows.select_related("page"):
        reference = Reference(row.number_key, row.issued_on)
        item = CitedDocument(reference, [], row.issuer)
        found = resolve([item], row.page.locale_id, timezone.localdate(), row.page.translation_key)
        row.document = found.get(reference)
        row.save(update_fields=["document"])
