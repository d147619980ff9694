"""The Vietnamese catalogue by itself: complete, well formed, one word for one thing.

Whether it holds *every* source string is checked by ``python -m tests.catalogues``, which needs gettext.
"""

import re
import unicodedata

import polib
import pytest

from tests.catalogues import CATALOGUE, ROOT, problems

# A word of the source → the word of the glossary that its translation must hold, any case.
GLOSSARY = {
    r"alerts?|alert banners?": "thông báo khẩn",
    r"attachments?": "tệp đính kèm",
    r"breadcrumb": "bạn đang ở",
    r"captions?": "chú thích",
    r"categor(?:y|ies)": "chuyên mục",
    r"corrections?": "đính chính",
    r"cover(?: caption| credit)?": "ảnh đại diện",
    r"credit": "nguồn ảnh",
    r"drafts?": "bản nháp",
    r"e-mail": "thư điện tử",
    r"functions": "chức năng, nhiệm vụ",
    r"governing body": "cơ quan chủ quản",
    r"headline": "tiêu đề",
    r"high contrast": "tương phản cao",
    r"home page": "trang chủ",
    r"hotline": "đường dây nóng",
    r"lead": "tóm tắt",
    r"lead (?:story|stories)": "nổi bật",
    r"lead agenc(?:y|ies)": "cơ quan chủ trì",
    r"map of the site": "sơ đồ cổng",
    r"metadata": "dữ liệu đặc tả",
    r"news index(?:es)?": "trang tin tức",
    r"notices?": "thông báo",
    r"opening hours": "giờ làm việc",
    r"pen name": "bút danh",
    r"schemes?": "đề án",
    r"sources?": "nguồn",
    r"special zone": "đặc khu",
    r"tags?": "từ khóa",
    r"text size": "cỡ chữ",
    r"topics?": "dòng sự kiện",
}
LEAD_STORY = re.compile(r"\blead (?:story|stories|agency|agencies)\b", re.IGNORECASE)
# Words that Vietnamese readers know in this form.
SAME_IN_BOTH = {"Fax", "Menu", "Video", "Website"}
# Where English says two things with one word.
DIFFERENT_THINGS = {"files", "heading", "link directory", "text", "until"}
# Tone marks stand where the administration writes them: hóa, hòa, ủy, thủy (but quý).
MISPLACED_TONE = re.compile(r"(?:o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])\b", re.IGNORECASE)

Message = tuple[str, str]


@pytest.fixture(scope="module")
def catalogue() -> polib.POFile:
    return polib.pofile(str(ROOT / CATALOGUE))


@pytest.fixture(scope="module")
def messages(catalogue) -> list[Message]:
    """Source and translation of every message that has one."""
    pairs = ((entry.msgid, entry.msgstr or entry.msgstr_plural.get(0, "")) for entry in catalogue)
    return [(source, text) for source, text in pairs if text]


def test_nothing_is_missing_fuzzy_or_broken(catalogue):
    assert problems(catalogue) == []


def test_nothing_is_left_over(catalogue):
    assert [entry.msgid for entry in catalogue.obsolete_entries()] == []


def test_the_header_names_the_language_and_nobody(catalogue):
    assert catalogue.metadata["Language"] == "vi"
    assert catalogue.metadata["Plural-Forms"].startswith("nplurals=1;")
    assert "@" not in " ".join(catalogue.metadata.values())
    assert not catalogue.metadata_is_fuzzy


@pytest.mark.parametrize(("word", "expected"), GLOSSARY.items())
def test_the_glossary_is_kept(messages, word, expected):
    pattern = re.compile(rf"(?<![\w-])(?:{word})(?![\w-])", re.IGNORECASE)
    concerned = [(source, text) for source, text in messages if pattern.search(_without_lead_story(source, word))]
    assert concerned, f"the glossary test of {word!r} tests nothing any more"
    assert [pair for pair in concerned if expected not in pair[1].lower()] == []


def _without_lead_story(source: str, word: str) -> str:
    """A lead story is no lead, nor is a lead agency."""
    return LEAD_STORY.sub("", source) if word == "lead" else source


def test_one_thing_has_one_name(catalogue):
    """``Photo``, ``photo`` and ``Photo:`` differ in Vietnamese in nothing else either."""
    names: dict[tuple[str | None, str], set[str]] = {}
    for entry in catalogue:
        source = entry.msgid.casefold().rstrip(":")
        if source not in DIFFERENT_THINGS and entry.msgstr:
            names.setdefault((entry.msgctxt, source), set()).add(entry.msgstr.casefold().rstrip(":"))
    assert {source: texts for source, texts in names.items() if len(texts) > 1} == {}


def test_punctuation_ends_alike(messages):
    assert [pair for pair in messages if _ending(pair[0]) != _ending(pair[1])] == []


def _ending(text: str) -> str:
    return text[-1] if text[-1] in ".:?!…" else ""


def test_spelling_is_that_of_the_administration(messages):
    texts = [text for _, text in messages]
    assert [text for text in texts if unicodedata.normalize("NFC", text) != text] == []
    assert [text for text in texts if MISPLACED_TONE.search(text)] == []
    assert [text for text in texts if text != text.strip() or "  " in text] == []


def test_no_english_is_left(messages):
    unchanged = {source for source, text in messages if source.casefold() == text.casefold()}
    assert {source for source in unchanged if source.capitalize() not in SAME_IN_BOTH} == set()
