"""Official documents and the registers that hold them."""

from datetime import date, timedelta

import factory
import wagtail_factories
from factory.django import DjangoModelFactory
from wagtail.models import Locale

from core.text import vietnamese_slugify
from legal.models import DocumentType, IssuingBody, LegalDocumentPage, LegalIndexPage


class IssuingBodyFactory(DjangoModelFactory):
    """A body of the province."""

    name = factory.Sequence(lambda n: f"Ủy ban nhân dân xã thứ {n}")
    slug = factory.LazyAttribute(lambda body: vietnamese_slugify(body.name))
    abbreviation = "UBND"
    locale = factory.LazyFunction(lambda: Locale.objects.get(language_code="vi"))

    class Meta:
        model = IssuingBody


class LegalIndexPageFactory(wagtail_factories.PageFactory):
    """A register."""

    title = "Văn bản"
    slug = "van-ban"

    class Meta:
        model = LegalIndexPage


class LegalDocumentPageFactory(wagtail_factories.PageFactory):
    """An administrative decision, a day younger than the one before."""

    document_number = factory.Sequence(lambda n: f"{n + 10}/QĐ-UBND")
    title = factory.LazyAttribute(lambda page: f"Quyết định số {page.document_number}")
    slug = factory.Sequence(lambda n: f"van-ban-{n}")
    abstract = "Về việc phê duyệt kế hoạch sửa chữa đường liên xã."
    issued_on = factory.Sequence(lambda n: date(2024, 1, 2) + timedelta(days=n % 300))
    effective_from = factory.SelfAttribute("issued_on")
    body = [("heading", "Điều 1")]
    document_type = factory.LazyFunction(lambda: document_type("QĐ", normative=False))
    issuing_body = factory.SubFactory(IssuingBodyFactory)

    class Meta:
        model = LegalDocumentPage


def document_type(code: str, normative: bool, language: str = "vi") -> DocumentType:
    """Return one of the types that the migrations made."""
    return DocumentType.objects.get(code=code, is_normative=normative, locale__language_code=language)
