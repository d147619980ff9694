"""Work of the index that may wait for a worker."""

import logging

from django.apps import apps
from django_tasks import task
from wagtail.documents import get_document_model
from wagtail.models import Page, ReferenceIndex

from search import indexing
from search.extraction import read_document
from search.models import SearchEntry

logger = logging.getLogger(__name__)


@task()
def index_page(page_id: int) -> None:
    """Bring a page's entries in step with it."""
    indexing.index_page(page_id)


@task()
def index_below(path: str) -> None:
    """Do so for all pages at or below a place in the tree."""
    for page_id in Page.objects.filter(path__startswith=path).values_list("pk", flat=True).iterator():
        _index_or_report(page_id)


@task()
def index_instance(label: str, pk: str) -> None:
    """Bring the entry of something that is not a page in step with it."""
    instance = apps.get_model(label)._default_manager.filter(pk=pk).first()
    if instance is not None:
        indexing.index_instance(instance)


@task()
def read_file(document_id: int) -> None:
    """Read an uploaded file and let it be found where it is offered."""
    document = get_document_model().objects.filter(pk=document_id).first()
    if document is None:
        return
    read_document(document)
    index_pages_of(document_id)


@task()
def index_files_below(collection_path: str) -> None:
    """Follow a change of who may fetch the documents of a collection and those below it."""
    documents = get_document_model().objects.filter(collection__path__startswith=collection_path)
    for document_id in documents.values_list("pk", flat=True).iterator():
        index_pages_of(document_id)


def index_pages_of(document_id: int) -> None:
    """Bring all pages in step that offer a document."""
    document = get_document_model().objects.filter(pk=document_id).first()
    pages = set(SearchEntry.objects.filter(document=document_id).values_list("page_id", flat=True))
    if document is not None:
        content_type = ReferenceIndex._get_base_content_type(Page)
        references = ReferenceIndex.get_references_to(document).filter(base_content_type=content_type)
        pages |= {int(pk) for pk in references.values_list("object_id", flat=True)}
    for page_id in sorted(pages - {None}):
        _index_or_report(page_id)


def _index_or_report(page_id: int) -> None:
    """One page that cannot be described must not keep the others from being found."""
    try:
        indexing.index_page(page_id)
    except Exception:
        logger.exception("page %s was not indexed", page_id)
