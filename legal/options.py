"""What the form of a register offers."""

from core.languages import name_of
from core.models import Field
from legal.filters import Options
from legal.models.labels import DocumentType, IssuingBody
from legal.models.parts import DocumentSigner
from legal.querysets import LegalDocumentQuerySet


def register_options(documents: LegalDocumentQuerySet, locale_id: int) -> Options:
    """Return what the form offers for ``documents``, in five queries."""
    plain = documents.order_by()
    through = documents.model.fields.through.objects.filter(legaldocumentpage__in=plain.values("pk"))
    types = DocumentType.objects.filter(locale=locale_id, pk__in=plain.values("document_type"))
    bodies = IssuingBody.objects.filter(locale=locale_id, pk__in=plain.values("issuing_body"))
    fields = Field.objects.filter(pk__in=through.values("field"))
    signers = DocumentSigner.objects.filter(page__in=plain.values("pk")).order_by("name").distinct()
    years = plain.filter(issued_on__isnull=False).dates("issued_on", "year", order="DESC")
    return Options(
        types=[(kind.slug, name_of(kind)) for kind in types],
        bodies=[(body.slug, name_of(body)) for body in bodies],
        fields=[(field.slug, name_of(field)) for field in fields],
        signers=[(name, name) for name in signers.values_list("name", flat=True)],
        years=[(str(day.year), str(day.year)) for day in years],
    )
