"""Invented pages in the manner of many portals, each with everything that must be read from it.

``fixtures/expected.json`` was written by hand-checking what a careful editor would enter; empty means that the page
does not say. "kinds" is the order of blocks below the lead.
"""

import json
from pathlib import Path

import pytest

from importer.reading import read_file

FIXTURES = Path(__file__).parent / "fixtures"
EXPECTED = json.loads((FIXTURES / "expected.json").read_text(encoding="utf-8"))


def moment(parsed):
    return f"{parsed.value:%Y-%m-%dT%H:%M:%S} {parsed.precision}" if parsed else ""


def facts(article) -> dict:
    return {
        "title": article.title,
        "category": article.category,
        "prefix": article.agency_prefix,
        "lead": f"{article.lead[:24]}…{article.lead[-24:]}",
        "event": moment(article.event),
        "published": moment(article.published),
        "updated": moment(article.updated),
        "bylines": [f"{byline.name}: {byline.role}" for byline in article.bylines],
        "source": " | ".join(filter(None, [article.source_name, article.source_domain, article.source_url])),
        "tags": article.tags,
        "kinds": " ".join(block.kind for block in article.blocks),
        "captions": article.captions,
        "credits": [block.credit for block in article.blocks if block.credit],
        "images": [image.src for image in article.images],
        "doubts": sorted({doubt.code for doubt in article.doubts}),
    }


def test_every_page_has_its_expectation():
    pages = {path.name for path in FIXTURES.iterdir() if path.suffix in (".txt", ".html")}
    assert pages == set(EXPECTED)
    assert len(pages) >= 25


@pytest.mark.parametrize("name", EXPECTED)
def test_what_a_page_says(name):
    article = read_file(FIXTURES / name).article
    assert facts(article) == EXPECTED[name]


@pytest.mark.parametrize("name", EXPECTED)
def test_every_field_names_the_words_it_was_read_from(name):
    article = read_file(FIXTURES / name).article
    found = {finding.field for finding in article.findings}
    filled = {
        "title": article.title,
        "lead": article.lead,
        "category": article.category,
        "agency_prefix": article.agency_prefix,
        "event": article.event,
        "published": article.published,
        "updated": article.updated,
        "byline": article.bylines,
        "source": article.source_name or article.source_domain,
    }
    assert {field for field, value in filled.items() if value} <= found
    assert all(finding.words for finding in article.findings)


FURNITURE = (
    "Trang chủ",
    "Các tin khác",
    "Lượt xem",
    "lượt xem",
    "truy cập",
    "online",
    "Bản quyền",
    "Quay lại",
    "A+",
    "./.",
)


@pytest.mark.parametrize("name", EXPECTED)
def test_no_furniture_is_left(name):
    article = read_file(FIXTURES / name).article
    kept = "\n".join([article.title, article.lead, article.text, *article.captions])
    assert not [words for words in FURNITURE if words in kept and words != "truy cập"]
    assert "truy cập:" not in kept
