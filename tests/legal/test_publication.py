"""What a document may not be published with is refused in words; a draft may be unfinished."""

from datetime import date
from importlib import import_module

import pytest
from bs4 import BeautifulSoup
from django.apps import apps
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from legal.enums import RelationKind, ValidityStatus
from legal.models import DocumentFile, DocumentSigner, IssuingBody, LegalDocumentPage
from legal.publication import document_errors
from tests.factories import PortalDocumentFactory, UserFactory
from tests.factories.legal import document_type


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"effective_from": date(2025, 1, 9)}, "effective_from", "có hiệu lực trước khi được ban hành"),
        ({"expires_on": date(2025, 1, 10)}, "expires_on", "hết hiệu lực trước khi có hiệu lực"),
        ({"document_number": "12/NQ-UBND"}, "document_number", "không phải là số của loại"),
        ({"document_number": "12/QD-UBND"}, "document_number", "QĐ"),
        ({"document_number": "12/QĐ-ƯBND"}, "document_number", "có phải là UBND"),
        ({"document_number": "12/GN-UBND"}, "document_number", "BGN"),
        ({"document_number": "12/2025/QĐ-UBND"}, "document_number", "quy phạm pháp luật"),
        ({"document_number": "12/QĐ-HĐND"}, "document_number", "Ủy ban nhân dân tỉnh"),
        ({"document_number": "mười hai"}, "document_number", "25/2020/NQ-HĐND"),
        ({"document_number": ""}, "document_number", "trước khi đăng"),
        ({"title": "Nghị quyết số 12"}, "document_number", "nghị quyết"),
        ({"body": []}, "__all__", "tệp"),
        ({"override_status": ValidityStatus.SUSPENDED}, "override_reason", "vì sao"),
        (
            {
                "override_status": ValidityStatus.SUSPENDED,
                "override_reason": "Chờ xem xét",
                "override_from": date(2025, 2, 1),
                "override_until": date(2025, 2, 1),
            },
            "override_until",
            "sau",
        ),
    ],
)
def test_bad_input_is_refused_in_words(document, changes, field, words):
    page = document()
    for name, value in changes.items():
        setattr(page, name, value)
    with pytest.raises(ValidationError) as refused:
        page.full_clean()
    assert words in " ".join(refused.value.message_dict[field])


def test_a_good_document_is_not_refused(document):
    assert document_errors(document()) == {}


def test_an_old_abbreviation_is_let_pass_on_an_old_document(document, committee):
    page = document(number="12/GN-UBND", issued=date(2015, 1, 10), document_type=document_type("BGN", False))
    assert document_errors(page) == {}


def test_an_old_number_tells_neither_type_nor_year(document):
    government = IssuingBody.objects.get(abbreviation="CP", locale__language_code="vi")
    decree = {"document_type": document_type("NĐ", True), "issuing_body": government}
    page = document(number="64-CP", issued=date(1993, 9, 27), **decree)
    assert document_errors(page) == {}
    assert page.document_number == "64/CP"


def test_a_normative_type_needs_the_year_in_the_number(document):
    page = document()
    page.document_type = document_type("QĐ", normative=True)
    assert "quy phạm pháp luật" in document_errors(page)["document_number"]


def test_the_same_number_of_the_same_year_is_refused_but_not_in_another_language_or_year(document, english):
    first = document("12/QĐ-UBND", date(2025, 1, 10))
    again = document("13/QĐ-UBND", date(2025, 2, 10))
    again.document_number = "12/QĐ-UBND"
    again.read_number()
    assert first.title in document_errors(again)["__all__"]
    again.issued_on = again.effective_from = date(2026, 2, 10)
    again.read_number()
    assert document_errors(again) == {}
    twin = first.copy_for_translation(english, copy_parents=True)
    twin.live = True
    assert "__all__" not in document_errors(twin)


def test_relations_to_itself_to_a_later_one_and_to_nothing_are_refused(document, relate):
    page, later = document("12/QĐ-UBND"), document("30/QĐ-UBND", date(2025, 5, 2))
    relation = relate(page, RelationKind.REPLACES, page)
    assert "chính nó" in document_errors(page)["__all__"]
    relation.delete()
    relation = relate(page, RelationKind.AMENDS, later)
    assert later.title in document_errors(page)["__all__"]
    relation.target = None
    relation.save()
    assert document_errors(page)["__all__"]
    relation.target_words = "Luật số 64/2025/QH15"
    relation.save()
    assert document_errors(page) == {}


@pytest.mark.parametrize("length", [2, 3, 5])
def test_a_circle_of_replacements_is_refused(document, relate, length):
    pages = [document(f"{number + 10}/QĐ-UBND", date(2025, 1, 10)) for number in range(length)]
    for source, target in zip(pages, pages[1:], strict=False):
        relate(source, RelationKind.REPLACES, target)
    assert document_errors(pages[0]) == {}
    relate(pages[-1], RelationKind.REPEALS, pages[0])
    words = document_errors(pages[-1])["__all__"]
    assert "vòng" in words
    assert all(page.title in words for page in pages)


def form_data(committee, **changes) -> dict:
    data = {
        "title": "",
        "slug": "",
        "document_number": " 959 / qđ - ubnd ",
        "document_type": "",
        "issuing_body": "",
        "abstract": "Về việc phê duyệt kế hoạch.",
        "issued_on": "2025-06-02",
        "body": streamfield([("heading", "Điều 1")]),
        "urgency": "normal",
        "signers": inline_formset([]),
        "files": inline_formset([]),
        "relations": inline_formset([]),
        "comments": inline_formset([]),
    }
    return nested_form_data(data | changes)


@pytest.fixture
def post(admin_client, register):
    def send(data: dict, page: LegalDocumentPage | None = None):
        url = (
            reverse("wagtailadmin_pages:edit", args=[page.pk])
            if page
            else reverse("wagtailadmin_pages:add", args=["legal", "legaldocumentpage", register.pk])
        )
        return admin_client.post(url, data)

    return send


def test_the_number_is_put_in_order_and_proposes_the_rest(post, committee):
    response = post(
        form_data(
            committee,
            **{"action-publish": "1", "document_type": document_type("QĐ", False).pk, "issuing_body": committee.pk},
        )
    )
    assert response.status_code == 302, response.context["form"].errors
    LegalDocumentPage.objects.get().get_latest_revision().publish(user=UserFactory(is_superuser=True))
    page = LegalDocumentPage.objects.get()
    assert (page.document_number, page.number_int, page.number_year) == ("959/QĐ-UBND", 959, 2025)
    assert page.title == "Quyết định số 959/QĐ-UBND"
    assert page.slug == "quyet-dinh-so-959-qd-ubnd-2025"
    assert page.effective_from == page.issued_on
    assert page.live


def test_a_draft_may_be_unfinished_and_is_filled_from_its_number(post, committee):
    response = post(form_data(committee, abstract="", issued_on="", body=streamfield([])))
    assert response.status_code == 302, response.context["form"].errors
    page = LegalDocumentPage.objects.get()
    assert not page.live
    assert (page.document_type.code, page.issuing_body) == ("QĐ", committee)


def test_a_draft_with_neither_title_nor_number_is_refused_at_its_title(post, committee):
    refused = post(form_data(committee, document_number=""))
    assert refused.status_code == 200
    assert "số, ký hiệu" in str(refused.context["form"].errors["title"])
    assert not LegalDocumentPage.objects.exists()


def test_a_draft_of_yesterday_keeps_in_whose_name_it_was_signed(document):
    page = document("12/QĐ-UBND", date(2025, 1, 10))
    DocumentSigner.objects.create(page=page, name="Kha Vĩnh Tường", signing_prefix="TL")
    revision = LegalDocumentPage.objects.get(pk=page.pk).save_revision()
    row = revision.content["signers"][0]
    row["prefix"] = row.pop("signing_prefix")
    revision.save()
    import_module("legal.migrations.0006_signing_prefix").rename_forwards(apps, None)
    revision.refresh_from_db()
    assert revision.as_object().signers.first().signing_prefix == "TL"


def test_all_that_is_missing_is_said_at_once_and_once(post, committee):
    refused = post(form_data(committee, document_number="12/QD-UBND", abstract="", **{"action-publish": "1"}))
    errors = refused.context["form"].errors
    assert {name: len(said) for name, said in errors.items()} == dict.fromkeys(errors, 1)
    assert {"document_number", "abstract"} <= set(errors)


def test_a_row_of_the_form_bears_its_own_number(admin_client, document):
    """The script of the form finds a row, to fold, to move and to delete it, by this id."""
    page = document("12/QĐ-UBND", date(2025, 1, 10))
    DocumentSigner.objects.create(page=page, name="Kha Vĩnh Tường", signing_prefix="TL")
    html = admin_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content
    assert BeautifulSoup(html, "html.parser").find(id="inline_child_signers-0")


def test_files_and_relations_are_judged_as_they_stand_in_the_form(post, committee, document):
    old = document("12/QĐ-UBND", date(2025, 1, 10))
    wanted = {
        "action-publish": "1",
        "document_type": document_type("QĐ", False).pk,
        "issuing_body": committee.pk,
        "body": streamfield([]),
    }
    refused = post(form_data(committee, **wanted))
    assert refused.status_code == 200
    assert "tệp" in str(refused.context["form"].non_field_errors())
    file = {"document": PortalDocumentFactory().pk, "kind": "signed", "label": ""}
    relation = {"kind": "replaces", "target": old.pk, "target_words": "", "parts": ""}
    accepted = post(
        form_data(committee, **wanted, files=inline_formset([file]), relations=inline_formset([relation]))
    )
    assert accepted.status_code == 302, accepted.context["form"].errors
    page = LegalDocumentPage.objects.get(document_number="959/QĐ-UBND")
    page.get_latest_revision().publish(user=UserFactory(is_superuser=True))
    assert DocumentFile.objects.filter(page=page).count() == 1
    assert [r.target for r in page.relations.all()] == [old]
    assert LegalDocumentPage.objects.get(pk=old.pk).status_on(date(2025, 6, 2)) == ValidityStatus.EXPIRED
