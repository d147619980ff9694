"""A register as CSV, JSON and RSS: views of the same query set."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse
from django.utils.translation import gettext as _

from core.feeds import FEED_LENGTH, FeedEntry, rss
from core.metadata import Metadata
from core.pagination import paginate
from core.tables import csv_response
from core.text import excerpt
from legal.enums import ValidityStatus
from legal.models.document import LegalDocumentPage

JSON_PER_PAGE = 100


def documents_csv(
    request: HttpRequest, filename: str, documents: Iterable[LegalDocumentPage]
) -> StreamingHttpResponse:
    """Return all ``documents`` (with their status) as CSV."""
    header = [
        *(
            _("Document number"),
            _("Document type"),
            _("Issuing body"),
            _("Abstract"),
            _("Issued"),
            _("In force from"),
            _("Expires on"),
        ),
        *(_("Status"), _("Address")),
    ]

    def rows() -> Iterator[list[Any]]:
        for page in documents:
            yield [
                page.document_number,
                page.document_type.name if page.document_type else "",
                page.issuing_body.name if page.issuing_body else "",
                page.abstract,
                *(f"{day:%d/%m/%Y}" if day else "" for day in (page.issued_on, page.effective_from, page.expires_on)),
                ValidityStatus(page.status).label,
                request.build_absolute_uri(page.url),
            ]

    return csv_response(filename, header, rows())


def documents_json(request: HttpRequest, documents: Any) -> JsonResponse:
    """Return a part of ``documents`` as JSON, with the address of the next part; days are ISO 8601."""
    part = paginate(request, documents, JSON_PER_PAGE)
    query = request.GET.copy()
    query["trang"] = str(part.number + 1)
    return JsonResponse(
        {
            "count": part.paginator.count,
            "next": request.build_absolute_uri(f"?{query.urlencode()}") if part.has_next() else None,
            "documents": [
                {
                    "number": page.document_number,
                    "type": page.document_type.name if page.document_type else None,
                    "normative": bool(page.document_type and page.document_type.is_normative),
                    "issuing_body": page.issuing_body.name if page.issuing_body else None,
                    "title": page.title,
                    "abstract": page.abstract,
                    "issued_on": page.issued_on,
                    "effective_from": page.effective_from,
                    "expires_on": page.expires_on,
                    "status": page.status,
                    "status_label": str(ValidityStatus(page.status).label),
                    "url": request.build_absolute_uri(page.url),
                }
                for page in part.object_list
            ],
        },
        json_dumps_params={"ensure_ascii": False},
    )


def documents_feed(request: HttpRequest, meta: Metadata, documents: Any) -> HttpResponse:
    """Return the newest ``documents`` as RSS 2.0."""
    told = (
        FeedEntry(
            page.title,
            page.url,
            f"{excerpt(page.abstract, 500)} ({ValidityStatus(page.status).label})",
            page.first_published_at,
        )
        for page in documents[:FEED_LENGTH]
    )
    return rss(request, meta.title, meta.description, told)
