"""The texts of the demo: enough of them, sound, in one spelling, and nobody real."""

import re
import unicodedata
from collections import Counter
from datetime import datetime

import pytest

from core.enums import DatePrecision
from demo.building.articles import read_news
from demo.building.attachments import files
from demo.building.english import english_address
from demo.building.labels import author_names, items
from demo.content.communes import read_communes
from demo.content.markup import inline, rich_text
from demo.content.reader import FOLDER, PROVINCE_TIME, Entry, parse, read_entries
from demo.drawing import PICTURES
from departments.enums import OrganisationKind
from news.enums import BylineRole, NoticeKind

NEWS = read_news()
NOTICES = read_entries("notices.txt")
DEPARTMENTS = read_entries("departments.txt")
PAGES = read_entries("pages.txt")
SITE = {entry.slug: entry for entry in read_entries("site.txt")}
ENGLISH = read_entries("english.txt")
FILES = sorted(FOLDER.rglob("*.txt"))

# New-style tone marks (hoà, thuý) beside old-style ones would look careless.
NEW_STYLE = re.compile(r"(?i)(?:o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])(?![a-zà-ỹ])")
# A repealed decree must not be cited as law; the rest are slips of the keyboard.
FORBIDDEN = ["42/2022", "lorem", "chủ chương", "sử lý", "xắp xếp", "quí vị", "  ", " ,", " .", '"']
REAL_LEADERS = [
    "tô lâm",
    "lương cường",
    "phạm minh chính",
    "trần thanh mẫn",
    "nguyễn phú trọng",
    "võ văn thưởng",
    "vương đình huệ",
    "nguyễn xuân phúc",
    "trần cẩm tú",
    "lê minh hưng",
    "nguyễn hòa bình",
    "hồ thu ánh",
]


def test_there_is_enough():
    assert len(NEWS) >= 64
    assert len({entry.fields["category"] for entry in NEWS}) >= 9
    assert len(NOTICES) >= 16
    assert len(DEPARTMENTS) >= 14
    assert len(read_communes()) == 28
    assert sum(1 for slug in SITE if slug.startswith("topic:")) >= 4
    assert sum(1 for entry in ENGLISH if entry.slug.startswith("news:")) == 6


def test_three_years_up_to_november_2026():
    published = [entry.published for entry in NEWS]
    assert min(published) < datetime(2023, 12, 31, tzinfo=PROVINCE_TIME)
    assert max(published) < datetime(2026, 11, 22, tzinfo=PROVINCE_TIME)
    assert {moment.year for moment in published} == {2023, 2024, 2025, 2026}


@pytest.mark.parametrize(
    "entries", [NEWS, NOTICES, DEPARTMENTS, PAGES, ENGLISH], ids=["news", "notices", "departments", "pages", "en"]
)
def test_no_slug_and_no_title_twice(entries: list[Entry]):
    for values in ([entry.slug for entry in entries], [entry.title for entry in entries]):
        assert [value for value, count in Counter(values).items() if count > 1] == []


@pytest.mark.parametrize("entry", NEWS, ids=lambda entry: entry.slug)
def test_article(entry: Entry):
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", entry.slug)
    assert 20 <= len(entry.title) <= 150
    assert not entry.title.isupper()
    assert 80 <= len(entry.lead) <= 500
    paragraphs = [chunk for block in entry.blocks if block.kind == "text" for chunk in block.value]
    assert 2 <= len(paragraphs) <= 9
    event, precision = entry.instant("event")
    assert event is not None
    assert event <= entry.published
    assert precision in DatePrecision.values
    assert entry.fields["image"] in PICTURES
    assert entry.fields["caption"]


def test_articles_name_only_what_exists():
    categories = {key for key, _ in items(SITE["category"])}
    sources = {key for key, _ in items(SITE["source"])}
    topics = {slug.removeprefix("topic:") for slug in SITE if slug.startswith("topic:")}
    units = {entry.slug for entry in DEPARTMENTS} | {commune.slug for commune in read_communes()}
    for entry in NEWS:
        assert {entry.fields["category"], *entry.names("also")} <= categories, entry.slug
        assert entry.fields["source"] in sources, entry.slug
        assert set(entry.names("topic")) <= topics, entry.slug
        assert {*entry.names("units"), *entry.names("in")} <= units, entry.slug
        for part in entry.names("by", ";"):
            name, _, roles = part.partition("=")
            assert name.strip() in author_names(SITE), entry.slug
            assert set(roles.strip().split("+")) <= set(BylineRole.values), entry.slug


def test_articles_hold_everything_that_an_article_can():
    kinds = Counter(block.kind for entry in NEWS for block in entry.blocks)
    wanted = {"heading", "quote", "table", "figure", "gallery", "video", "callout", "file", "correction", "text"}
    assert wanted <= set(kinds)
    known = set(files())
    for entry in [*NEWS, *NOTICES]:
        assert {block.value["file"] for block in entry.blocks if block.kind == "file"} <= known


@pytest.mark.parametrize("notice", NOTICES, ids=lambda entry: entry.slug)
def test_notice(notice: Entry):
    assert notice.fields["kind"] in NoticeKind.values
    until, _ = notice.instant("until")
    assert until is None or until.date() >= notice.published.date()
    assert len(notice.lead) <= 500


def test_bodies_of_the_province_can_be_reached():
    kinds = set(OrganisationKind.values)
    for entry in DEPARTMENTS:
        fields = entry.fields
        assert fields["kind"] in kinds
        assert fields["phone"].startswith("0298 3555 ")
        assert fields["email"].endswith("@songmay.example")
        assert fields.get("website", ".songmay.example/").endswith(".songmay.example/")
        assert fields["english"] and fields["english_functions"]
        english = english_address(fields["address"])
        assert english.isascii() and english.endswith("Song May Province"), english
        assert [block.kind for block in entry.blocks][0] == "text"


def test_communes_are_eight_wards_nineteen_communes_and_an_island():
    communes = read_communes()
    assert Counter(commune.kind for commune in communes) == {"ward": 8, "commune": 19, "special_zone": 1}
    assert len({commune.slug for commune in communes}) == 28
    people = sum(int(commune.people.replace(".", "")) for commune in communes)
    area = sum(float(commune.area.replace(",", ".")) for commune in communes)
    overview = FOLDER.joinpath("pages.txt").read_text(encoding="utf-8")
    assert f"{people:,}".replace(",", ".") in overview
    assert f"{area:,.1f}".translate(str.maketrans(",.", ".,")) in overview


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_spelling(file):
    text = file.read_text(encoding="utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert NEW_STYLE.findall(text) == []
    folded = text.lower()
    assert [words for words in FORBIDDEN if words in folded] == []
    assert [name for name in REAL_LEADERS if name in folded] == []
    if file.name != "english.txt":
        assert re.findall(r"\d,\d{3}(?!\d)", text) == [], "thousands take a dot"
        assert re.findall(r"\d\.\d{1,2}(?=%| tỷ| triệu| km)", text) == [], "decimals take a comma"


def test_reader_refuses_what_it_does_not_know():
    with pytest.raises(KeyError):
        parse("=== x\ntitle: X\n\nLead.\n\n!spreadsheet a\n")
    with pytest.raises(ValueError, match="x"):
        _ = parse("=== x\ntitle: X\n\nLead.\n")[0].published
    with pytest.raises(KeyError):
        parse("=== x\npublished: 20\n\nLead.\n")[0].instant("published")


def test_reader_tells_blocks_apart():
    (entry,) = parse("=== x\ntitle: X\n\nLead.\n\nOne.\n\n- a\n- b\n\n### Sub\n\n1. c\n2. d\n")
    assert [(block.kind, block.value) for block in entry.blocks] == [
        ("text", ["One.", "- a\n- b"]),
        ("subheading", "Sub"),
        ("text", ["1. c\n2. d"]),
    ]


def test_markup():
    assert inline("**a** < [b](https://x.example/?a=1&b=2)") == (
        '<b>a</b> &lt; <a href="https://x.example/?a=1&amp;b=2">b</a>'
    )
    assert rich_text(["- a\n- b", "1. c", "d\ne"]) == "<ul><li>a</li><li>b</li></ul><ol><li>c</li></ol><p>d e</p>"
