"""schema.org description of a document."""

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest

from core.text import excerpt
from legal.enums import ValidityStatus

if TYPE_CHECKING:
    from legal.dossier import Dossier
    from legal.models import LegalDocumentPage

FORCE = {ValidityStatus.IN_FORCE: "InForce", ValidityStatus.PARTLY_EXPIRED: "PartiallyInForce"}


def legislation(page: "LegalDocumentPage", dossier: "Dossier", request: HttpRequest) -> dict[str, Any]:
    """Return schema.org Legislation (https://schema.org/Legislation) for ``page``; unknown facts are left out."""
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Legislation",
        "name": page.title,
        "abstract": excerpt(page.abstract, 500),
        "url": request.build_absolute_uri(page.url or "/"),
        "inLanguage": page.locale.language_code,
        "legislationIdentifier": page.document_number,
        "legislationType": page.document_type.short_name if page.document_type else "",
        "legislationDate": page.issued_on.isoformat() if page.issued_on else "",
        "datePublished": page.issued_on.isoformat() if page.issued_on else "",
        "temporalCoverage": _coverage(page),
        "legislationLegalForce": f"https://schema.org/{FORCE.get(dossier.status, 'NotInForce')}",
    }
    if page.issuing_body:
        data["legislationPassedBy"] = {"@type": "GovernmentOrganization", "name": page.issuing_body.name}
    data["encoding"] = [
        {
            "@type": "LegislationObject",
            "contentUrl": request.build_absolute_uri(file.document.url),
            "contentSize": str(file.document.file_size or ""),
            **({"sha256": file.fingerprint.sha256} if file.fingerprint else {}),
        }
        for file in dossier.files
    ]
    return {key: value for key, value in data.items() if value}


def _coverage(page: "LegalDocumentPage") -> str:
    """Return the ISO 8601 interval in which the document holds by its own dates."""
    if not page.effective_from:
        return ""
    return f"{page.effective_from.isoformat()}/{page.expires_on.isoformat() if page.expires_on else '..'}"
