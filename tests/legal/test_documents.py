"""The page of a document: everything of the record sheet, both ends of relations, files, what machines are told."""

import hashlib
import json
import zlib
from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from legal.enums import RelationKind
from legal.files import count_pages
from legal.models import DocumentFile, DocumentSigner, FileFingerprint, LegalDocumentPage
from legal.tasks import measure_files
from tests.factories import PortalDocumentFactory


@pytest.fixture
def full(document, relate) -> LegalDocumentPage:
    """A document with everything that it can hold."""
    old = document("12/QĐ-UBND", date(2024, 1, 10))
    page = document(
        "30/QĐ-UBND",
        date(2025, 5, 2),
        effective_from=date(2025, 6, 1),
        expires_on=date(2099, 1, 1),
        expiry_reason="Hết thời hạn",
        scope="Toàn tỉnh",
        recipients="Các sở\nUBND các xã",
        urgency="express",
        gazette_number="12+13",
        gazette_date=date(2025, 5, 20),
        source_url="https://a.example/30",
    )
    DocumentSigner.objects.create(page=page, name="Kha Vĩnh Tường", post="Chánh Văn phòng", signing_prefix="TL")
    DocumentFile.objects.create(page=page, document=PortalDocumentFactory(title="Bản ký số"))
    relate(page, RelationKind.REPLACES, old)
    relate(document("40/QĐ-UBND", date(2025, 7, 1)), RelationKind.AMENDS, page, partial=True)
    with TestCase.captureOnCommitCallbacks(execute=True):
        page.save_revision().publish()
    return LegalDocumentPage.objects.get(pk=page.pk)


def test_the_page_shows_every_field_of_the_record_sheet(client, full):
    html = client.get(full.url).content.decode()
    for words in (
        *("30/QĐ-UBND", "Quyết định (cá biệt)", "Ủy ban nhân dân tỉnh", "Kha Vĩnh Tường", "TL. Chánh Văn phòng"),
        *("02/05/2025", "01/06/2025", "01/01/2099", "Hết thời hạn", "Toàn tỉnh", "UBND các xã", "Hỏa tốc".lower()),
        *("12+13", "20/05/2025", "https://a.example/30", "Hết hiệu lực một phần", full.abstract, "Điều 1"),
    ):
        assert words in html, words


def test_who_issued_it_and_when_it_holds_stands_above_the_text(client, full):
    """On a phone the record sheet comes after the whole text."""
    head = BeautifulSoup(client.get(full.url).content, "html.parser").select_one(".story-head")
    for words in (full.issuing_body.name, "02/05/2025", "01/06/2025", "01/01/2099"):
        assert words in head.get_text(" ")


def test_files_are_shown_with_type_size_and_hash_taken_at_publication(client, full):
    file = full.files.get()
    content = file.document.file.open().read()
    assert file.fingerprint.sha256 == hashlib.sha256(content).hexdigest()
    with CaptureQueriesContext(connection) as captured:
        html = client.get(full.url).content.decode()
    assert file.fingerprint.sha256 in html
    assert "PDF, 12 B" in html or "PDF" in html
    assert not [q for q in captured.captured_queries if not q["sql"].startswith("SELECT")]


def test_a_file_that_was_exchanged_shows_no_stale_hash(full):
    FileFingerprint.objects.update(content_hash="khác")
    assert full.files.get().fingerprint is None
    measure_files.call([full.files.get().document_id])
    assert full.files.get().fingerprint is not None


def test_a_missing_file_stops_nothing(full):
    document = full.files.get().document
    FileFingerprint.objects.all().delete()
    document.file.storage.delete(document.file.name)
    measure_files.call([document.pk])
    assert not FileFingerprint.objects.exists()


def test_both_ends_of_a_relation_are_shown_with_their_status(client, full):
    old = LegalDocumentPage.objects.get(document_number="12/QĐ-UBND")
    for page, heading, other in ((full, "Thay thế", old), (old, "Được thay thế bằng", full)):
        soup = BeautifulSoup(client.get(page.url).content, "html.parser")
        title = next(h3 for h3 in soup.select("h3") if h3.get_text() == heading)
        item = title.find_next("li")
        assert item.a["href"] == other.url
        assert item.select_one(".validity").get_text() in ("Hết hiệu lực toàn bộ", "Hết hiệu lực một phần")


def test_the_life_of_a_document_is_told_in_order(client, full):
    soup = BeautifulSoup(client.get(full.url).content, "html.parser")
    days = [item.time["datetime"] for item in soup.select(".life li")]
    assert days == sorted(days)
    assert days[0] == "2025-05-02"
    assert soup.select(".life li")[-1]["class"] == ["life--future"]
    assert "Được sửa đổi, bổ sung bằng" in soup.select_one(".life").get_text()


def test_machines_are_told_the_legislation(client, full):
    soup = BeautifulSoup(client.get(full.url).content, "html.parser")
    blocks = [json.loads(script.string) for script in soup.select('script[type="application/ld+json"]')]
    (law,) = [block for block in blocks if block["@type"] == "Legislation"]
    assert law["legislationIdentifier"] == "30/QĐ-UBND"
    assert law["legislationLegalForce"] == "https://schema.org/PartiallyInForce"
    assert law["temporalCoverage"] == "2025-06-01/2099-01-01"
    assert law["encoding"][0]["sha256"] == full.files.get().fingerprint.sha256


def test_the_saved_file_holds_the_record_sheet(client, full):
    html = client.get(full.url + "?luu=1").content.decode()
    assert "Kha Vĩnh Tường" in html
    assert "Điều 1" in html


def test_a_status_by_hand_says_why(client, document):
    page = document(
        override_status="suspended",
        override_reason="Chờ rà soát",
        override_from=timezone.localdate(),
        expires_on=None,
    )
    html = client.get(page.url).content.decode()
    assert "Ngưng hiệu lực" in html
    assert "Chờ rà soát" in html


def test_search_knows_the_number_in_all_its_writings(document):
    facts = document("25/2020/NQ-HĐND", date(2020, 12, 4), **resolution()).search_facts()
    assert facts.kind == "document"
    assert {"25/2020/NQ-HĐND", "25/2020/nq-hdnd", "25/2020", "25 2020 NQ HĐND"} <= set(facts.keys)
    assert facts.day == date(2020, 12, 4)


def resolution() -> dict:
    from tests.factories import IssuingBodyFactory
    from tests.factories.legal import document_type

    return {
        "document_type": document_type("NQ", normative=True),
        "issuing_body": IssuingBodyFactory(name="Hội đồng nhân dân tỉnh", abbreviation="HĐND"),
    }


def test_a_page_costs_at_most_twelve_queries(client, full):
    client.get(full.url)
    with CaptureQueriesContext(connection) as captured:
        client.get(full.url)
    assert len(captured) <= 12, "\n".join(query["sql"] for query in captured.captured_queries)


PDF = b"%PDF-1.4\n1 0 obj<</Type/Pages/Kids[3 0 R]/Count 3>>endobj 2 0 obj<</Type /Pages /Count 2>>endobj"
PACKED = b"%PDF-1.5\n1 0 obj<</Type/ObjStm/N 1>>stream\n" + zlib.compress(b"<</Count 7 /Type /Pages>>") + b"endstream"


@pytest.mark.parametrize(
    ("content", "pages"),
    [
        (PDF, 3),
        (PACKED, 7),
        (b"%PDF-1.5\n1 0 obj<</Type/ObjStm>>stream\nhong", None),
        (b"PK\x03\x04", None),
        (b"", None),
    ],
)
def test_the_pages_of_a_pdf_are_read_off_its_tree(content, pages):
    assert count_pages(content) == pages
