"""A document named in a text becomes a link with its status of today, and is noted at publication."""

import os
from datetime import date, datetime
from io import StringIO
from pathlib import Path

import pytest
import time_machine
from django.core.management import call_command
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.utils.html import escape
from django.utils.safestring import mark_safe
from wagtail.models import PageViewRestriction

from core.annotations import rewrite_words
from core.dates import VIETNAM
from home.models import HomePage
from legal.citations import is_called
from legal.enums import RelationKind
from legal.models import Citation
from news.models import NewsPage
from tests.factories import (
    CategoryFactory,
    IssuingBodyFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    PlainPageFactory,
)
from tests.factories.legal import document_type
from tests.legal.citing import RESOLUTION, links

SEEDS = Path(os.environ.get("PORTAL_SEEDS_DIR") or Path(__file__).resolve().parents[3] / "shared" / "seeds")


@pytest.fixture
def article(news_index):
    """Publish an article with paragraphs of HTML."""

    def make(*paragraphs: str, **fields) -> NewsPage:
        with TestCase.captureOnCommitCallbacks(execute=True):
            page = NewsPageFactory(
                parent=news_index, body=[("paragraph", f"<p>{text}</p>") for text in paragraphs], **fields
            )
            page.save_revision().publish()
        return page

    return make


def test_a_mention_is_a_link_with_the_live_status_and_is_noted(client, article, resolution):
    page = article(f"Thực hiện {RESOLUTION}, sáng nay …")
    assert links(client, page) == [("Nghị quyết số 25/2020/NQ-HĐND", resolution.url, "Còn hiệu lực")]
    (citation,) = Citation.objects.all()
    assert (citation.page_id, citation.document, citation.mentions) == (page.pk, resolution, 1)
    shown = client.get(resolution.url).content.decode()
    assert page.title in shown
    assert page.url in shown


def test_the_lead_notes_quotes_and_plain_pages_cite_too(client, article, resolution, home):
    page = article(lead=f"Theo {RESOLUTION}.")
    assert len(links(client, page)) == 1
    body = [("callout", {"heading": "", "text": f"<p>{RESOLUTION}</p>"}), ("quote", {"text": RESOLUTION, "who": ""})]
    with TestCase.captureOnCommitCallbacks(execute=True):
        plain = PlainPageFactory(parent=home, body=body)
        plain.save_revision().publish()
    assert len(links(client, plain)) == 2
    assert Citation.objects.get(page=plain).mentions == 2


def test_the_cells_of_a_table_cite_too(client, article, resolution):
    page = article("Không có gì.")
    cells = {"data": [["Căn cứ", "Số"], [RESOLUTION, "1"]], "first_row_is_table_header": True}
    page.body.append(("table", {"caption": "Căn cứ", "table": cells}))
    with TestCase.captureOnCommitCallbacks(execute=True):
        page.save_revision().publish()
    assert links(client, page) == [("Nghị quyết số 25/2020/NQ-HĐND", resolution.url, "Còn hiệu lực")]
    assert Citation.objects.get().mentions == 1


def test_a_mention_without_record_stays_plain_until_the_record_is_published(client, article, document, council):
    page = article(f"Thực hiện {RESOLUTION}, sáng nay …")
    assert links(client, page) == []
    assert Citation.objects.get().document is None
    with TestCase.captureOnCommitCallbacks(execute=True):
        record = document(
            "25/2020/NQ-HĐND",
            date(2020, 12, 4),
            document_type=document_type("NQ", normative=True),
            issuing_body=council,
        )
        record.save_revision().publish()
    assert len(links(client, page)) == 1
    assert Citation.objects.get().document == record
    with TestCase.captureOnCommitCallbacks(execute=True):
        record.unpublish()
    assert links(client, page) == []
    assert Citation.objects.get().document is None


@pytest.mark.parametrize(
    ("words", "linked"),
    [
        ("Quyết định 12/QĐ-UBND", True),
        ("Quyết định 12/QĐ-UBND ngày 10/01/2025 của UBND tỉnh", True),
        ("Quyết định 12/QĐ-UBND của Chủ tịch UBND tỉnh", True),
        ("Quyết định 12/QĐ-UBND ngày 11/01/2025", False),
        ("Quyết định 12/QĐ-UBND ngày 10/01/2025 của UBND xã Hạ Lưu", False),
        ("Quyết định 12/QĐ-HĐND", False),
        ("Quyết định 12/QD-UBND", False),
    ],
)
def test_a_mention_is_linked_only_to_the_document_that_fits_all_it_says(client, article, document, words, linked):
    document("12/QĐ-UBND", date(2025, 1, 10))
    assert bool(links(client, article(f"Theo {words}."))) == linked


def test_a_number_of_two_years_is_told_apart_by_its_day_which_holds_for_the_whole_page(client, article, document):
    document("12/QĐ-UBND", date(2024, 1, 10))
    newer = document("12/QĐ-UBND", date(2025, 2, 10))
    assert links(client, article("Quyết định 12/QĐ-UBND.")) == []
    page = article("Quyết định 12/QĐ-UBND ngày 10/02/2025.", "Quyết định 12/QĐ-UBND nêu rõ …")
    assert [url for _words, url, _status in links(client, page)] == [newer.url, newer.url]
    assert Citation.objects.get(page=page).mentions == 2


def test_every_number_of_an_enumeration_is_told_apart_by_the_day_they_share(client, article, document):
    document("10/QĐ-UBND", date(2024, 2, 10))
    wanted = [document(number, date(2025, 2, 10)) for number in ("10/QĐ-UBND", "11/QĐ-UBND")]
    page = article("Bãi bỏ các Quyết định số 10 và 11/QĐ-UBND ngày 10/02/2025 của UBND tỉnh.")
    assert [url for _words, url, _status in links(client, page)] == [document.url for document in wanted]


def test_the_bodies_of_two_communes_are_told_apart(client, article, document):
    one = IssuingBodyFactory(name="Ủy ban nhân dân xã Hạ Lưu")
    two = IssuingBodyFactory(name="Ủy ban nhân dân xã Vĩnh Sa")
    document("12/QĐ-UBND", issuing_body=one)
    wanted = document("12/QĐ-UBND", issuing_body=two)
    page = article("Quyết định 12/QĐ-UBND của UBND xã Vĩnh Sa quy định …")
    assert [url for _words, url, _status in links(client, page)] == [wanted.url]


@pytest.mark.parametrize(
    ("name", "words", "may"),
    [
        ("Hội đồng nhân dân tỉnh Sông Mây", "HĐND tỉnh", True),
        ("Hội đồng nhân dân tỉnh", "HĐND tỉnh Sông Mây", True),
        ("Hội đồng nhân dân tỉnh Sông Mây", "HĐND tỉnh Quảng Trị", False),
        ("Thủ tướng Chính phủ", "Thủ tướng", True),
        ("Bộ Nội vụ", "Bộ trưởng Bộ Nội vụ", True),
        ("Ủy ban nhân dân tỉnh", "Sở Nội vụ", False),
        ("Provincial People's Council", "HĐND tỉnh", True),
    ],
)
def test_a_body_is_recognised_by_what_texts_call_it(name, words, may):
    assert is_called(name, words) is may


def test_the_badge_changes_at_midnight_without_an_edit_and_past_every_cache(client, article, document, relate):
    with time_machine.travel(datetime(2025, 12, 1, 9, 0, tzinfo=VIETNAM), tick=False):
        old = document("12/QĐ-UBND", date(2025, 1, 10))
        new = document("30/QĐ-UBND", date(2025, 11, 2), effective_from=date(2026, 1, 1))
        relate(new, RelationKind.REPLACES, old)
        page = article("Quyết định 12/QĐ-UBND và Quyết định 30/QĐ-UBND.")
    with time_machine.travel(datetime(2025, 12, 31, 23, 59, tzinfo=VIETNAM), tick=False):
        assert [status for *_rest, status in links(client, page)] == ["Còn hiệu lực", "Chưa có hiệu lực"]
        etag = client.get(page.url)["ETag"]
        assert client.get(page.url, headers={"if-none-match": etag}).status_code == 304
        assert "Hết hiệu lực toàn bộ" not in client.get(old.url).content.decode()
    with time_machine.travel(datetime(2026, 1, 1, 0, 0, tzinfo=VIETNAM), tick=False):
        assert client.get(page.url, headers={"if-none-match": etag}).status_code == 200
        assert [status for *_rest, status in links(client, page)] == ["Hết hiệu lực toàn bộ", "Còn hiệu lực"]
        assert "Hết hiệu lực toàn bộ" in client.get(old.url).content.decode()


def test_private_documents_and_private_pages_are_named_nowhere(client, article, resolution):
    page = article(RESOLUTION)
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert page.title not in client.get(resolution.url).content.decode()
    PageViewRestriction.objects.all().delete()
    PageViewRestriction.objects.create(page=resolution, restriction_type=PageViewRestriction.LOGIN)
    assert links(client, page) == []


def test_an_english_page_cites_the_vietnamese_document(client, resolution, english, home):
    english_home = HomePage(title="Home", slug="home-en", locale=english, translation_key=home.translation_key)
    home.get_parent().add_child(instance=english_home)
    index = NewsIndexPageFactory(parent=english_home, locale=english)
    page = NewsPageFactory(parent=index, locale=english, body=[("paragraph", "<p>Resolution 25/2020/NQ-HĐND</p>")])
    assert links(client, page) == [("25/2020/NQ-HĐND", resolution.url, "In force")]


def test_citations_cost_one_query_however_many_there_are(client, article, document):
    for number in range(12, 24):
        document(f"{number}/QĐ-UBND", date(2025, 1, 10))
    plain = article("Không có số văn bản.")
    few = article("Quyết định 12/QĐ-UBND.")
    many = article(*[f"Quyết định {number}/QĐ-UBND." for number in range(12, 24)])

    def queries(page):
        client.get(page.url)
        with CaptureQueriesContext(connection) as captured:
            client.get(page.url)
        return len(captured)

    assert queries(many) == queries(few) == queries(plain) + 1


def test_a_preview_shows_what_the_published_page_will(admin_client, article, resolution):
    page = article("Chưa nêu văn bản nào.")
    page.body = [("paragraph", f"<p>{RESOLUTION}</p>")]
    page.save_revision()
    shown = admin_client.get(f"/admin/pages/{page.pk}/view_draft/").content.decode()
    assert 'class="cite"' in shown


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>a X b</p>", "<p>a <i>x</i> b</p>"),
        ('<p><a href="X">X</a> X</p>', '<p><a href="X">X</a> <i>x</i></p>'),
        ('<img alt="X > X"> X', '<img alt="X > X"> <i>x</i>'),
        ("<a><b>X</b></a><!-- X --><code>X</code>", "<a><b>X</b></a><!-- X --><code>X</code>"),
        ("X &lt;b&gt; &amp; X", "<i>x</i> &lt;b&gt; &amp; <i>x</i>"),
        ("</a>X", "</a><i>x</i>"),
        ("<br/>X<", "<br/><i>x</i>&lt;"),
    ],
)
def test_only_words_between_tags_are_rewritten(html, expected):
    def rewrite(words):
        return mark_safe("<i>x</i>".join(escape(part) for part in words.split("X"))) if "X" in words else None  # noqa: S308

    assert rewrite_words(mark_safe(html), rewrite) == expected  # noqa: S308


def test_markup_in_the_words_stays_words(client, article, document):
    document("12/QĐ-UBND", date(2025, 1, 10))
    page = article("&lt;script&gt;alert(1)&lt;/script&gt; Quyết định 12/QĐ-UBND &lt;img src=x onerror=alert(1)&gt;")
    html = client.get(page.url).content.decode()
    assert "<script>alert(1)" not in html
    assert "<img src=x" not in html
    assert len(links(client, page)) == 1


def test_a_document_does_not_cite_itself(document):
    with TestCase.captureOnCommitCallbacks(execute=True):
        page = document("12/QĐ-UBND", body=[("paragraph", "<p>Quyết định 12/QĐ-UBND và Kế hoạch số 141.</p>")])
        page.save_revision().publish()
    (citation,) = Citation.objects.all()
    assert (citation.words, citation.number_key) == ("Kế hoạch số 141", "")


def pytest_generate_tests(metafunc):
    """Without the folder of the real pages there is nothing to collect, and nothing to skip."""
    if "seeds" in metafunc.fixturenames:
        metafunc.parametrize("seeds", [SEEDS] if SEEDS.is_dir() else [], ids=["seeds"])


def test_the_real_pages_cite_two_documents(seeds, home, news_index, django_capture_on_commit_callbacks):
    paths = map(str, sorted(seeds.glob("*.txt")))
    call_command("import_articles", *paths, into=str(news_index.pk), stdout=StringIO(), stderr=StringIO())
    category = CategoryFactory()
    with django_capture_on_commit_callbacks(execute=True):
        for page in NewsPage.objects.all():
            # What the editor adds before publishing.
            page.title, page.category = f"Tin thứ {page.pk}", category
            page.published_at = page.published_at or page.updated_at
            page.save_revision().publish()
    cited = Citation.objects.exclude(number_key="")
    assert Citation.objects.get(number_key="").words == "Kế hoạch số 141"
    assert sorted(cited.values_list("number_key", "mentions")) == [("17/NQ-CP", 2), ("25/2020/NQ-HĐND", 1)]
