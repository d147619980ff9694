"""Work that can wait: it runs in a worker where there is one, at once where there is none."""

import hashlib
import logging

from django_tasks import task

from core.models import PortalDocument
from legal.files import count_pages
from legal.models import FileFingerprint

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
