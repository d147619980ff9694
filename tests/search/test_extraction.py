"""Reading files: what is in them is found, and what is wrong with them is said and stops nothing."""

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from search.extraction import reading, worker
from search.models import DocumentText
from tests.factories import PortalDocumentFactory, UserFactory
from tests.search.files import HEAD, SPACE, archive, docx, pdf

BOMB = '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("kind", "data", "status", "text"),
    [
        ("pdf", pdf("Ke hoach dau tu"), "read", "Ke hoach dau tu"),
        ("docx", docx("Kế hoạch &amp; đầu tư"), "read", "Kế hoạch & đầu tư"),
        ("pdf", pdf(""), "empty", ""),
        ("pdf", b"%PDF-1.4 thu", "broken", ""),
        ("pdf", pdf("x", password="bi-mat"), "protected", ""),
        ("docx", b"khong phai zip", "broken", ""),
        ("docx", archive({"a.txt": b"x"}), "broken", ""),
        ("docx", docx("x", head=HEAD + BOMB), "broken", ""),
        ("docx", archive({"word/document.xml": b"<w:document"}), "broken", ""),
        ("docx", archive({f"{n}.xml": b"" for n in range(worker.PARTS + 1)}), "stopped", ""),
        ("docx", archive({"word/document.xml": b" " * (worker.UNPACKED + 1)}), "stopped", ""),
    ],
)
def test_a_file_is_read_or_what_is_wrong_with_it_is_told(kind, data, status, text):
    result = reading.read(kind, data)
    assert (result["status"], result["text"].strip()) == (status, text)


def test_only_the_first_part_of_a_very_long_file_is_read():
    paragraph = "<w:p><w:r><w:t>" + "dài lắm " * 1000 + "</w:t></w:r></w:p>"
    xml = f"{HEAD}<w:document {SPACE}><w:body>{paragraph * 40}</w:body></w:document>"
    result = reading.read("docx", archive({"word/document.xml": xml.encode()}))
    assert result["status"] == "too_much"
    assert len(result["text"]) == worker.CHARACTERS


def test_a_file_that_takes_too_long_is_stopped(monkeypatch):
    monkeypatch.setattr(reading, "SECONDS", 0.001)
    assert reading.read("pdf", pdf("x"))["detail"] == "time"


def test_a_file_that_is_too_large_is_not_opened(monkeypatch):
    monkeypatch.setattr(reading, "BYTES", 10)
    assert reading.read("pdf", pdf("x"))["detail"] == "size"


@pytest.mark.django_db
def test_what_could_not_be_read_is_in_the_report(client, at_work):
    with at_work():
        PortalDocumentFactory(title="Tệp hỏng", file=ContentFile(b"%PDF-1.4 thu", name="hong.pdf"))
        PortalDocumentFactory(title="Bảng tính", file=ContentFile(b"x", name="bang.xlsx"))
        PortalDocumentFactory(title="Tệp tốt", file=ContentFile(docx("chữ"), name="tot.docx"))
    assert dict(DocumentText.objects.values_list("document__title", "status")) == {
        "Tệp hỏng": "broken",
        "Bảng tính": "other",
        "Tệp tốt": "read",
    }
    client.force_login(UserFactory(is_superuser=True, is_staff=True))
    page = client.get(reverse("search_files")).content.decode()
    assert "Tệp hỏng" in page
    assert "Tệp tốt" not in page


@pytest.mark.django_db
def test_a_file_that_is_gone_from_the_disk_stops_nothing(at_work):
    document = PortalDocumentFactory()
    document.file.storage.delete(document.file.name)
    assert reading.read_document(document).status == "broken"
