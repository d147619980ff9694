"""The register: filters, parts, files; all of it a plain GET form."""

import csv
import io
from datetime import date
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from wagtail.models import PageViewRestriction

from core.models import Field
from departments.models import Reorganisation, Succession
from legal.enums import RelationKind
from legal.models import DocumentSigner, LegalDocumentPage
from tests.factories import IssuingBodyFactory, LegalIndexPageFactory, OrganisationPageFactory
from tests.factories.legal import document_type


@pytest.fixture
def documents(document, council, home, relate) -> dict[str, LegalDocumentPage]:
    """Four documents that differ in everything one may ask for."""
    made = {
        "decision": document("12/QĐ-UBND", date(2024, 1, 10), abstract="Về đường liên xã"),
        "newer": document("30/QĐ-UBND", date(2025, 5, 2), abstract="Về đường thủy"),
        "plan": document("141/KH-UBND", date(2025, 6, 2), document_type=document_type("KH", False)),
        "resolution": document(
            "25/2020/NQ-HĐND",
            date(2020, 12, 4),
            document_type=document_type("NQ", True),
            issuing_body=council,
            abstract="Quy định mức thu",
        ),
    }
    relate(made["newer"], RelationKind.REPLACES, made["decision"])
    DocumentSigner.objects.create(page=made["plan"], name="Kha Vĩnh Tường", post="Chánh Văn phòng")
    field = Field.objects.filter(locale=home.locale).first() or Field.objects.create(
        name="Giao thông", slug="giao-thong", locale=home.locale
    )
    made["newer"].fields.add(field)
    made["newer"].save()
    return made


def shown(client, query: str = "", path: str = "/van-ban/") -> list[str]:
    """Return the titles that a list shows, without their type."""
    soup = BeautifulSoup(client.get(path + query).content, "html.parser")
    return [a.get_text().rpartition(" ")[2] for a in soup.select("main .doc__title a")]


ALL = ["141/KH-UBND", "30/QĐ-UBND", "12/QĐ-UBND", "25/2020/NQ-HĐND"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ALL),
        ("?loai=ke-hoach", ["141/KH-UBND"]),
        ("?loai=nghi-quyet", ["25/2020/NQ-HĐND"]),
        ("?co-quan=hoi-dong-nhan-dan-tinh", ["25/2020/NQ-HĐND"]),
        ("?nam=2025", ["141/KH-UBND", "30/QĐ-UBND"]),
        ("?nguoi-ky=Kha+V%C4%A9nh+T%C6%B0%E1%BB%9Dng", ["141/KH-UBND"]),
        ("?linh-vuc={field}", ["30/QĐ-UBND"]),
        ("?tinh-trang=expired", ["12/QĐ-UBND"]),
        ("?tinh-trang=in-force", ["141/KH-UBND", "30/QĐ-UBND", "25/2020/NQ-HĐND"]),
        ("?so=25", ["25/2020/NQ-HĐND"]),
        ("?so=25/2020", ["25/2020/NQ-HĐND"]),
        ("?so=25/2020/nq-hdnd", ["25/2020/NQ-HĐND"]),
        ("?so=012/Q%C4%90", ["12/QĐ-UBND"]),
        ("?so=141/kh-ubnd", ["141/KH-UBND"]),
        ("?so=999", []),
        ("?so=abc", []),
        ("?q=th%E1%BB%A7y", ["30/QĐ-UBND"]),
        ("?q=25/2020/nq-hdnd", ["25/2020/NQ-HĐND"]),
        ("?loai=quyet-dinh-ca-biet&nam=2024", ["12/QĐ-UBND"]),
        ("?sap-xep=cu-nhat", ALL[::-1]),
        ("?sap-xep=so&nam=2025", ["30/QĐ-UBND", "141/KH-UBND"]),
        # Nonsense is ignored.
        ("?loai=khong-co&nam=abc&tinh-trang=x&co-quan=%00&sap-xep=;drop", ALL),
    ],
)
def test_the_list_shows_what_was_asked_for(client, documents, query, expected):
    field = Field.objects.filter(pk__in=LegalDocumentPage.fields.through.objects.values("field")).get()
    assert shown(client, query.format(field=field.slug)) == expected


@pytest.mark.parametrize("query", ["?trang=0", "?trang=2", "?trang=x", "?trang=99999999"])
def test_a_part_that_is_not_there_is_404(client, documents, query):
    assert client.get("/van-ban/" + query).status_code == 404


@pytest.mark.parametrize(
    "query", ["?q=" + "a" * 5000, "?so=%00", "?q=%00", "?q=%25_", "?so=1/%00", "?nam=2025&nam=2024"]
)
def test_hostile_questions_are_answered(client, documents, query):
    assert client.get("/van-ban/" + query).status_code == 200


def test_filters_that_act_are_named_each_with_a_link_that_removes_it(client, documents):
    soup = BeautifulSoup(client.get("/van-ban/?loai=ke-hoach&nam=2025&trang=1").content, "html.parser")
    links = {a.strong.get_text(): a["href"] for a in soup.select(".active-filters li a")}
    assert links == {"Kế hoạch": "/van-ban/?nam=2025", "2025": "/van-ban/?loai=ke-hoach"}
    assert soup.select_one("meta[name=robots]")["content"] == "noindex"
    assert "1 văn bản" in soup.select_one("[role=status]").get_text()
    assert soup.select_one("select[name=loai] option[selected]").get_text() == "Kế hoạch"


def test_private_and_unpublished_documents_are_in_no_list(client, documents):
    documents["plan"].unpublish()
    PageViewRestriction.objects.create(page=documents["newer"], restriction_type=PageViewRestriction.LOGIN)
    wanted = ["12/QĐ-UBND", "25/2020/NQ-HĐND"]
    assert shown(client) == wanted
    assert [row[0] for row in rows_of(client.get("/van-ban/csv/"))[1:]] == wanted
    assert [item["number"] for item in client.get("/van-ban/json/").json()["documents"]] == wanted
    feed = client.get("/van-ban/rss/").content.decode()
    assert "141/KH-UBND" not in feed
    assert "30/QĐ-UBND" not in feed


def rows_of(response) -> list[list[str]]:
    return list(csv.reader(io.StringIO(b"".join(response).decode("utf-8-sig"))))


def test_the_csv_file_holds_what_the_filters_leave(client, documents):
    LegalDocumentPage.objects.filter(pk=documents["plan"].pk).update(abstract="=HYPERLINK(1)")
    response = client.get("/van-ban/csv/?nam=2025")
    assert response["Content-Type"].startswith("text/csv")
    header, *rows = rows_of(response)
    assert header[0] == "Số, ký hiệu"
    assert [row[0] for row in rows] == ["141/KH-UBND", "30/QĐ-UBND"]
    assert rows[0][3] == "'=HYPERLINK(1)"
    assert rows[1][7] == "còn hiệu lực"


def test_json_and_rss_tell_the_same(client, documents):
    data = client.get("/van-ban/json/?tinh-trang=expired").json()
    assert data["count"] == 1
    assert data["documents"][0]["number"] == "12/QĐ-UBND"
    assert data["documents"][0]["status"] == "expired"
    feed = ElementTree.fromstring(client.get("/van-ban/rss/?tinh-trang=expired").content)  # noqa: S314
    assert [title.text for title in feed.iterfind("./channel/item/title")] == [documents["decision"].title]


def test_a_departments_register_lists_its_own_and_its_predecessors_documents(
    client, documents, document, organisation_index
):
    old = OrganisationPageFactory(parent=organisation_index, title="Sở cũ", slug="so-cu")
    new = OrganisationPageFactory(parent=organisation_index, title="Sở mới", slug="so-moi")
    other = OrganisationPageFactory(parent=organisation_index, title="Sở khác", slug="so-khac")
    units = (old, new, other)
    bodies = {unit: IssuingBodyFactory(name=unit.title, abbreviation="", organisation=unit) for unit in units}
    register = LegalIndexPageFactory(parent=new)
    for number, unit in enumerate(units, start=50):
        document(f"{number}/QĐ-SKHCN", date(2025, 1, number - 40), issuing_body=bodies[unit])
    own = document("60/QĐ-UBND", date(2025, 2, 1))
    own.move(register, pos="last-child")
    act = Reorganisation.objects.create(kind="merged", on=date(2025, 7, 1), summary="Sở cũ → Sở mới")
    Succession.objects.create(reorganisation=act, predecessor=old, successor=new)
    path = "/co-quan/so-moi/van-ban/"
    assert shown(client, path=path) == ["60/QĐ-UBND", "51/QĐ-SKHCN", "50/QĐ-SKHCN"]
    assert "60/QĐ-UBND" in shown(client)


def test_the_form_offers_only_what_the_register_holds_and_follows_a_publication(client, documents, document):
    def offered():
        soup = BeautifulSoup(client.get("/van-ban/").content, "html.parser")
        return {option["value"] for option in soup.select("select[name=loai] option")}

    assert offered() == {"", "ke-hoach", "nghi-quyet", "quyet-dinh-ca-biet"}
    page = document("9/CT-UBND", date(2025, 6, 3), document_type=document_type("CT", False))
    page.save_revision().publish()
    assert "chi-thi" in offered()


def test_the_filters_forget_a_document_that_became_private(client, documents):
    name = "Kha Vĩnh Tường"
    assert name in client.get("/van-ban/").content.decode()
    PageViewRestriction.objects.create(page=documents["plan"], restriction_type="login")
    assert name not in client.get("/van-ban/").content.decode()
