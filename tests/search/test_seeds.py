"""The real pages beside the repository, where they are present, by the queries of those who look for them.

No word of theirs stands here: names of people are taken from the pages themselves.
"""

import re
from datetime import date

import pytest

from core.text import fold
from importer.reading import read_file
from importer.writing import write_article
from tests.factories import CategoryFactory, IssuingBodyFactory, LegalDocumentPageFactory, LegalIndexPageFactory
from tests.factories.legal import document_type
from tests.importer.test_seeds import FACTS, SEEDS

# Query → the pages of which one must be among the first three; "document" is the resolution itself.
QUERIES = {
    "chinh quyen dien tu": {"000", "001", "002", "004"},
    "do thi thong minh": {"000", "004"},
    "ĐTTM": {"004"},
    "so tttt": {"001", "004"},
    "25/2020/nq-hdnd": {"document"},
    "25 2020 NQ HDND": {"document"},
}
NAME = re.compile(r"(?:[Ôô]ng|[Bb]à) ((?:[A-ZĐ]\w+ ){2}[A-ZĐ]\w+)")


@pytest.fixture
def seeds(home, news_index, at_work):
    """Import what is there, give it what an editor must add, publish; return title → number of the page."""
    files = [path for path in sorted(SEEDS.glob("*.txt")) if path.name[:3] in FACTS] if SEEDS.is_dir() else []
    names = {}
    with at_work():
        resolution = LegalDocumentPageFactory(
            parent=LegalIndexPageFactory(parent=home),
            document_number="25/2020/NQ-HĐND",
            title="Nghị quyết số 25/2020/NQ-HĐND",
            issuing_body=IssuingBodyFactory(name="Hội đồng nhân dân tỉnh Sông Mây", abbreviation="HĐND"),
            document_type=document_type("NQ", normative=True),
            issued_on=date(2020, 12, 8),
        )
        names[resolution.title] = "document"
        for path in files:
            page = write_article(read_file(path), news_index).page
            page.category = page.category or CategoryFactory()
            page.title = page.title if FACTS[path.name[:3]]["title"] else f"Trang {path.name[:3]}"
            page.needs_title = False
            page.live = True
            page.save(clean=False)
            names[page.title] = path.name[:3]
    return names


@pytest.fixture
def first_three(titles, seeds):
    return lambda query: [seeds[title] for title in titles(query)[:3]]


@pytest.mark.parametrize("query", QUERIES)
def test_the_right_page_is_among_the_first(first_three, seeds, query):
    wanted = QUERIES[query] & set(seeds.values())
    assert set(first_three(query)[: len(wanted)]) <= QUERIES[query]
    assert not wanted or first_three(query)


def test_the_document_stands_before_the_page_that_cites_it(first_three, seeds):
    expected = [name for name in ("document", "000") if name in seeds.values()]
    assert first_three("25/2020/NQ-HĐND")[: len(expected)] == expected


def test_people_are_found_by_their_names_in_any_spelling(titles, client, seeds):
    for title, number in seeds.items():
        if number == "document":
            continue
        text = read_file(next(SEEDS.glob(f"{number}*"))).article.text
        for name in NAME.findall(text)[:2]:
            for query in (name, fold(name), name.upper(), name.replace("òa", "oà")):
                assert title in titles(query)[:3], (number, query)
            snippets = " ".join(r.snippet for r in client.get("/tim-kiem/", {"q": fold(name)}).context["results"])
            assert f"<mark>{name}</mark>" in snippets, number
