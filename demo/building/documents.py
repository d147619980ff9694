"""Official documents: the provincial register, one of a department, invented documents that act on each other."""

from datetime import date, datetime, time, timedelta
from textwrap import wrap

from django.core.files.base import ContentFile

from core.models import Field, PortalDocument, User
from core.text import fold
from demo.building.attachments import pdf
from demo.building.marks import mark
from demo.building.media import Media, sha1
from demo.building.publishing import publish
from demo.building.streams import story
from demo.content.reader import PROVINCE_TIME, Entry, read_entries
from departments.models import OrganisationPage
from home.models import HomePage
from legal.enums import FileKind, RelationKind
from legal.models import (
    DocumentFile,
    DocumentRelation,
    DocumentSigner,
    DocumentType,
    IssuingBody,
    LegalDocumentPage,
    LegalIndexPage,
)
from legal.numbers import parse

SINCE = datetime(2025, 7, 1, 7, 30, tzinfo=PROVINCE_TIME)
SECTIONS = ["so-khoa-hoc-va-cong-nghe"]
# Body → (its name, how numbers abbreviate it, its level).
BODIES = {
    "hdnd-tinh": ("Hội đồng nhân dân tỉnh Sông Mây", "HĐND", "province"),
    "ubnd-tinh": ("Ủy ban nhân dân tỉnh Sông Mây", "UBND", "province"),
    "van-phong-ubnd-tinh": ("Văn phòng Ủy ban nhân dân tỉnh Sông Mây", "VP", "department"),
    "so-khoa-hoc-va-cong-nghe": ("Sở Khoa học và Công nghệ", "SKHCN", "department"),
    "so-y-te": ("Sở Y tế", "SYT", "department"),
    "phuong-may-trung": ("Ủy ban nhân dân phường Mây Trung", "UBND", "commune"),
}


def make_documents(
    home: HomePage, units: dict[str, OrganisationPage], media: Media, owner: User
) -> dict[str, LegalIndexPage]:
    """Create the registers with their documents; return the registers by the slug of their body (``""`` is all)."""
    registers = {"": _register(home, "Văn bản của HĐND, UBND tỉnh và các cơ quan trong tỉnh.", owner)}
    for slug in SECTIONS:
        unit = units[slug]
        registers[slug] = _register(unit, f"Văn bản của {unit.title} và cơ quan tiền thân.", owner)
    bodies = {slug: _body(slug, units[slug], home) for slug in BODIES}
    made: dict[str, LegalDocumentPage] = {}
    for entry in read_documents():
        page = _document(entry, bodies[entry.fields["body"]], media)
        page.signers = _signers(entry)
        page.relations = _relations(entry, made)
        page.fields = list(Field.objects.filter(slug__in=entry.names("fields"), locale=home.locale))
        if not page.body:
            page.files = [DocumentFile(document=make_file(entry, media), kind=FileKind.SCAN)]
        register = registers[entry.fields.get("in", "")]
        made[entry.slug] = publish(
            page, register, f"document:{entry.slug}", entered_at(date.fromisoformat(entry.fields["issued"])), owner
        )
    return registers


def read_documents() -> list[Entry]:
    """Return all invented documents, oldest first, so that what a document acts on is there before it."""
    return sorted(read_entries("documents.txt"), key=lambda entry: entry.fields["issued"])


def file_title(entry: Entry) -> str:
    """Return the title of the file of a document."""
    return f"Văn bản {entry.fields['number']} (minh họa)"


def entered_at(issued_on: date) -> datetime:
    """Return when a document was entered: the afternoon after its issue, not before the portal was there."""
    return max(SINCE, datetime.combine(issued_on + timedelta(days=1), time(15), PROVINCE_TIME))


def _register(parent: HomePage | OrganisationPage, intro: str, owner: User) -> LegalIndexPage:
    page = LegalIndexPage(title="Văn bản", slug="van-ban", show_in_menus=True, intro=intro)
    return publish(page, parent, f"{parent.slug}:van-ban", SINCE, owner)


def _body(slug: str, unit: OrganisationPage, home: HomePage) -> IssuingBody:
    name, abbreviation, level = BODIES[slug]
    return IssuingBody.objects.create(
        name=name,
        abbreviation=abbreviation,
        level=level,
        organisation=unit,
        locale=home.locale,
        translation_key=mark(f"issuing-body:{slug}"),
    )


def _document(entry: Entry, body: IssuingBody, media: Media) -> LegalDocumentPage:
    fields = entry.fields
    number = parse(fields["number"])
    if number is None:
        raise ValueError(entry.slug)
    issued_on = date.fromisoformat(fields["issued"])

    def day(key: str) -> date | None:
        return date.fromisoformat(fields[key]) if key in fields else None

    kind = DocumentType.objects.get(
        code=number.type_code,
        is_normative=number.is_normative,
        locale=body.locale,
        **({} if number.type_code else {"slug": "cong-van"}),
    )
    return LegalDocumentPage(
        title=f"{kind.short_name} số {number}",
        # Numbers begin anew every year.
        slug=f"{entry.slug}-{issued_on.year}" if str(issued_on.year) not in entry.slug else entry.slug,
        document_number=str(number),
        document_type=kind,
        issuing_body=body,
        abstract=entry.lead,
        issued_on=issued_on,
        effective_from=day("from"),
        expires_on=day("expires"),
        expiry_reason=fields.get("expiry", ""),
        urgency=fields.get("urgency", "normal"),
        recipients=fields.get("recipients", ""),
        scope="Tỉnh Sông Mây" if number.is_normative else "",
        override_status=fields.get("override", ""),
        override_reason=fields.get("override-reason", ""),
        override_from=day("override-from"),
        override_until=day("override-until"),
        body=story(entry.blocks, media),
    )


def _signers(entry: Entry) -> list[DocumentSigner]:
    signers = []
    for part in entry.names("signer", ";"):
        name, post, prefix = (piece.strip() for piece in part.split("="))
        signers.append(DocumentSigner(name=name, post=post, signing_prefix=prefix))
    return signers


def _relations(entry: Entry, made: dict[str, LegalDocumentPage]) -> list[DocumentRelation]:
    relations: list[DocumentRelation] = []
    for kind in RelationKind:
        for item in entry.names(kind.value.replace("_", "-")):
            slug, _, parts = (piece.strip() for piece in item.partition("="))
            relations.append(
                DocumentRelation(
                    kind=kind,
                    target=made[slug],
                    parts=parts,
                    is_partial=bool(parts),
                    sort_order=len(relations),
                )
            )
    return relations


def make_file(entry: Entry, media: Media) -> PortalDocument:
    """Write a page of PDF that says what it stands for."""
    lines = [fold(entry.fields["number"]).upper(), "", *_wrapped(fold(entry.lead)), "", "Van ban minh hoa."]
    content = pdf(lines)
    name = f"van-ban-{entry.slug}.pdf"
    document = PortalDocument(title=file_title(entry), collection=media.shared, file=ContentFile(content, name=name))
    document.file_size, document.file_hash = len(content), sha1(content)
    document.save()
    return document


def _wrapped(text: str, width: int = 50) -> list[str]:

    return wrap(text.replace("–", "-").encode("ascii", "ignore").decode(), width)
