"""What follows the publication of a document."""

from functools import partial

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished, post_page_move

from core.cache import forget_of_pages
from core.models import PortalDocument
from core.searchable import facts_changed
from legal.models import DocumentFile, IssuingBody, LegalDocumentPage
from legal.tasks import measure_files, record_citations, resolve_citations


@receiver(page_published, sender=LegalDocumentPage)
def measure_files_of_published_document(sender, instance, **kwargs) -> None:
    """Take sizes and hashes after the publication is stored, so that no reader's request has to."""
    ids = list(instance.files.values_list("document_id", flat=True))
    if ids:
        transaction.on_commit(partial(measure_files.enqueue, ids))


@receiver([page_published, facts_changed])
def record_citations_of_published_page(sender, instance, **kwargs) -> None:
    """Any page may name documents, and its translations show the same rows; some rows are kept beside the page."""
    if not isinstance(instance, Page):
        return
    pages = instance.get_translations(inclusive=True).filter(live=True)
    for pk in pages.values_list("pk", flat=True):
        transaction.on_commit(partial(record_citations.enqueue, pk))


@receiver([page_published, page_unpublished], sender=LegalDocumentPage)
@receiver(post_delete, sender=LegalDocumentPage)
def resolve_mentions_of_document(sender, instance, **kwargs) -> None:
    """Texts that named the document before it had a record point at it from now on, and no longer once it is gone."""
    transaction.on_commit(partial(resolve_citations.enqueue, instance.pk, instance.number_key))


@receiver([post_save, post_delete], sender=IssuingBody)
def follow_issuing_body(sender, **kwargs) -> None:
    """The lists of a department follow which body is its own."""
    forget_of_pages()


@receiver(post_save, sender=PortalDocument)
def measure_changed_file(sender, instance, created, raw=False, **kwargs) -> None:
    """A file of a document that was exchanged has another hash."""
    if not created and not raw and DocumentFile.objects.filter(document=instance).exists():
        transaction.on_commit(partial(measure_files.enqueue, [instance.pk]))


@receiver(post_page_move)
def follow_move(sender, instance, parent_page_after, **kwargs) -> None:
    """A document that was moved is listed in its new register."""
    if instance.specific_class is LegalDocumentPage:
        LegalDocumentPage.objects.filter(pk=instance.pk).update(section=parent_page_after)
