"""Official documents: the register, the document and what belongs to it."""

from legal.models.citation import Citation
from legal.models.document import LegalDocumentPage
from legal.models.labels import DocumentType, IssuingBody
from legal.models.parts import DocumentFile, DocumentRelation, DocumentSigner, FileFingerprint
from legal.models.register import LegalIndexPage

__all__ = [
    "Citation",
    "DocumentFile",
    "DocumentRelation",
    "DocumentSigner",
    "DocumentType",
    "FileFingerprint",
    "IssuingBody",
    "LegalDocumentPage",
    "LegalIndexPage",
]
