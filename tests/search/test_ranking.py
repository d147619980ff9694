"""Of two things that answer, which stands first; each pair fails if its rule is taken away."""

from datetime import datetime

import pytest

from core.dates import VIETNAM
from tests.factories import (
    LegalDocumentPageFactory,
    LegalIndexPageFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    OrganisationPageFactory,
)

pytestmark = pytest.mark.django_db

DAY = datetime(2025, 3, 4, 8, tzinfo=VIETNAM)
OTHER = "Mưa rải rác ở vùng cao."

# rule, query, the better article, the worse one (title, lead, text)
PAIRS = [
    ("accents", "má", ("Má kể chuyện", OTHER, OTHER), ("Mã kể chuyện", OTHER, OTHER)),
    ("accents", "mã", ("Mã kể chuyện", OTHER, OTHER), ("Má kể chuyện", OTHER, OTHER)),
    ("accents of two", "trông cây", ("Trông cây ven sông", OTHER, OTHER), ("Trồng cây ven sông", OTHER, OTHER)),
    ("title over lead", "trong cay", ("Trồng cây", OTHER, OTHER), ("Họp báo", "Trồng cây ven sông.", OTHER)),
    ("lead over body", "trong cay", ("Họp báo", "Trồng cây ven sông.", OTHER), ("Họp tổ", OTHER, "Trồng cây.")),
    ("title over body", "trong cay", ("Trồng cây", OTHER, OTHER), ("Họp tổ", OTHER, "Trồng cây, trồng cây.")),
    ("all over some", "cấp nước sạch", ("Họp tổ", "Cấp nước sạch.", OTHER), ("Nước sạch", OTHER, OTHER)),
    ("neighbours", "nước sạch", ("Nước sạch về xã", OTHER, OTHER), ("Sạch đồng, đủ nước", OTHER, OTHER)),
]


def article(index, words, day=DAY):
    title, lead, text = words
    return NewsPageFactory(
        parent=index, title=title, lead=lead, body=[("paragraph", f"<p>{text}</p>")], published_at=day
    )


@pytest.mark.parametrize("better_first", [True, False], ids=["written first", "written last"])
@pytest.mark.parametrize(("rule", "query", "better", "worse"), PAIRS, ids=[f"{p[0]}: {p[1]}" for p in PAIRS])
def test_the_better_one_stands_first(titles, news_index, at_work, rule, query, better, worse, better_first):
    with at_work():
        for words in (better, worse) if better_first else (worse, better):
            article(news_index, words)
    assert titles(query)[0] == better[0], rule


def test_of_equals_the_fresh_one_stands_first(titles, news_index, at_work):
    with at_work():
        article(news_index, ("Giá lúa hôm nay tăng", OTHER, OTHER), DAY)
        article(news_index, ("Giá lúa hôm nay giảm", OTHER, OTHER), DAY.replace(year=2019))
    assert titles("gia lua") == ["Giá lúa hôm nay tăng", "Giá lúa hôm nay giảm"]


def test_a_document_stands_above_the_news_that_cite_it(titles, home, news_index, at_work):
    number = "31/QĐ-UBND"
    with at_work():
        document = LegalDocumentPageFactory(
            parent=LegalIndexPageFactory(parent=home), document_number=number, issued_on=DAY.date().replace(year=2024)
        )
        for place in range(3):
            article(news_index, (f"Triển khai Quyết định {number} lần {place}", f"Quyết định {number}.", number))
    for query in (number, "31 qd ubnd", "quyết định 31/QĐ-UBND", "quyet dinh 31"):
        assert titles(query)[0] == document.title, query


def test_a_department_stands_above_its_news(titles, organisation_index, at_work):
    with at_work():
        office = OrganisationPageFactory(parent=organisation_index, title="Sở Y tế")
        index = NewsIndexPageFactory(parent=office, title="Tin của sở")
        for place in range(3):
            article(index, (f"Sở Y tế tập huấn đợt {place}", "Sở Y tế mở lớp.", "Sở Y tế."))
    for query in ("sở y tế", "so y te"):
        assert titles(query)[0] == "Sở Y tế", query
