"""The real pages beside the repository, where they are present: facts about them, never their text."""

import os
from datetime import datetime
from pathlib import Path

from core.dates import VIETNAM
from importer.reading import read_file

ROOT = Path(__file__).resolve().parents[2]
SEEDS = Path(os.environ.get("PORTAL_SEEDS_DIR") or ROOT.parent / "shared" / "seeds")

# title length, prefix, event, published, updated (value, precision), byline roles, source, captions, doubts
FACTS = {
    "000": {
        "title": 0,
        "event": ("2022-12-14T00:00", "day", False),
        "source": "Cổng thông tin điện tử Hậu Giang",
        "captions": 2,
        "doubts": {"needs_title"},
        "absent": ("2018", "dokhoa"),
    },
    "001": {
        "title": 30,
        "category": "Tin hoạt động",
        "event": ("2020-05-19T00:00", "day", False),
        "updated": ("2020-05-22T08:26", "minute", False),
        "roles": ["text", "photo"],
        "captions": 1,
        "doubts": {"only_update_known"},
        "absent": ("Góp ý", "bạn đọc", "COVID"),
    },
    "002": {
        "title": 91,
        "event": ("2021-03-26T00:00", "day", True),
        "published": ("2021-03-27T00:00", "day", False),
        "captions": 1,
        "doubts": {"event_year_inferred"},
        "absent": ("100%", "online", "2022"),
    },
    "003": {
        "title": 52,
        "prefix": "HG",
        "event": ("2025-06-16T00:00", "day", True),
        "published": ("2025-06-17T08:36", "minute", False),
        "roles": ["text", "text"],
        "captions": 6,
        "doubts": {"possible_second_story", "event_year_inferred", "caption_guessed"},
        "absent": ("HGO", "1925", "ngữ văn"),
    },
    "004": {
        "title": 94,
        "event": ("2018-08-27T00:00", "day", True),
        "updated": ("2018-08-28T00:00", "day", False),
        "source": "thuathienhue.gov.vn",
        "captions": 0,
        "doubts": {"lead_depends_on_title", "event_year_inferred"},
        "absent": ("8.192.731", "Sở, Ban, Ngành", "Tìm kiếm"),
    },
}


def pytest_generate_tests(metafunc):
    """Without the folder there is nothing to collect, and nothing to skip."""
    found = [path for path in sorted(SEEDS.glob("*.txt")) if path.name[:3] in FACTS] if SEEDS.is_dir() else []
    metafunc.parametrize("path", found, ids=[path.stem for path in found])


def moment(parsed):
    return parsed and (f"{parsed.value:%Y-%m-%dT%H:%M}", str(parsed.precision), parsed.year_inferred)


def test_facts_of_a_real_page(path):
    article = read_file(path).article
    facts = FACTS[path.name[:3]]
    assert len(article.title) == facts["title"]
    assert article.agency_prefix == facts.get("prefix", "")
    assert article.category == facts.get("category", "")
    for name in ("event", "published", "updated"):
        assert moment(getattr(article, name)) == facts.get(name), name
    assert [byline.role for byline in article.bylines] == facts.get("roles", [])
    assert (article.source_name or article.source_domain) == facts.get("source", "")
    assert len(article.captions) == facts["captions"]
    assert facts["doubts"] <= {doubt.code for doubt in article.doubts}
    assert 0 < len(article.lead) <= 500
    kept = " ".join([article.title, article.lead, article.text, *article.captions])
    assert not [words for words in facts["absent"] if words in kept]
    assert "./." not in kept


def test_dates_are_vietnamese(path):
    article = read_file(path).article
    assert isinstance(article.event.value, datetime)
    assert article.event.value.tzinfo is VIETNAM
