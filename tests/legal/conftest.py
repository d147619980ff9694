"""A register at /van-ban/ with bodies, and a quick way to publish documents that act on each other."""

from datetime import date

import pytest

from legal.models import DocumentRelation, LegalDocumentPage
from tests.factories import IssuingBodyFactory, LegalDocumentPageFactory, LegalIndexPageFactory
from tests.factories.legal import document_type


@pytest.fixture
def register(home):
    """The provincial register."""
    return LegalIndexPageFactory(parent=home)


@pytest.fixture
def committee(db):
    """The provincial People's Committee."""
    return IssuingBodyFactory(name="Ủy ban nhân dân tỉnh", abbreviation="UBND")


@pytest.fixture
def council(db):
    """The provincial People's Council."""
    return IssuingBodyFactory(name="Hội đồng nhân dân tỉnh", abbreviation="HĐND")


@pytest.fixture
def document(register, committee):
    """Make a decision of the People's Committee: ``document("12/QĐ-UBND", issued, **fields)``."""

    def make(number: str = "12/QĐ-UBND", issued: date = date(2025, 1, 10), **fields) -> LegalDocumentPage:
        fields.setdefault("issuing_body", committee)
        fields.setdefault("body", [("heading", "Điều 1")])
        page = LegalDocumentPageFactory(
            parent=register, title="", slug="", document_number=number, issued_on=issued, **fields
        )
        return LegalDocumentPage.objects.get(pk=page.pk)

    return make


@pytest.fixture
def relate():
    """Note that one document acts on another."""

    def make(source: LegalDocumentPage, kind: str, target: LegalDocumentPage, partial: bool = False):
        return DocumentRelation.objects.create(page=source, kind=kind, target=target, is_partial=partial)

    return make


@pytest.fixture
def resolution(document, council):
    """The resolution that the texts name."""
    return document(
        "25/2020/NQ-HĐND", date(2020, 12, 4), document_type=document_type("NQ", normative=True), issuing_body=council
    )
