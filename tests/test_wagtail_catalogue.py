"""The second catalogue: what Wagtail, wagtail-localize and Django leave in English, said in the portal's words.

When a package is updated the completeness tests name the messages that are new, so that no editor meets a
half-English screen.
"""

import re
import unicodedata
from pathlib import Path

import polib
import pytest
import wagtail
import wagtail_localize

from tests.catalogues import PLACEHOLDER, ROOT, problems

FOLDER = ROOT / "locale_wagtail" / "vi" / "LC_MESSAGES"
DOMAINS = ("django", "djangojs")
WAGTAIL = Path(wagtail.__file__).parent
LOCALIZE = Path(wagtail_localize.__file__).parent
# The apps whose screens every editor meets.
APPS = {
    "wagtailcore": WAGTAIL,
    "wagtailadmin": WAGTAIL / "admin",
    "wagtaildocs": WAGTAIL / "documents",
    "wagtailimages": WAGTAIL / "images",
    "wagtailsnippets": WAGTAIL / "snippets",
    "wagtailusers": WAGTAIL / "users",
    "wagtail_localize": LOCALIZE,
}
COMPLETE_ENOUGH = 0.95

# A word of the source → what its translation must hold, any case. Where one English word has two sides (a page is
# published or not yet) the alternatives are a pattern.
GLOSSARY = {
    r"alias(?:es)?": "bản sao liên kết",
    r"approve[ds]?": "duyệt",
    r"child pages?|subpages?": "trang con",
    r"collections?": "bộ sưu tập",
    r"comments?": "nhận xét",
    r"dashboard": "trang tổng quan",
    r"documents?": "tài liệu",
    r"drafts?": "bản nháp",
    r"history": "lịch sử",
    r"images?": "ảnh",
    r"locales?": "ngôn ngữ",
    r"locked": "khóa",
    r"moderation": "duyệt",
    r"privacy": "quyền xem",
    r"publish(?:ed|ing)?": "đăng",
    r"rejected|changes requested|request changes": "trả lại",
    r"revisions?": "phiên bản|bản",
    r"schedul(?:e|ed|ing)": "hẹn giờ|lịch",
    r"sites?": "trang",
    r"slugs?": "đường dẫn",
    r"snippets?": "mục dùng chung",
    r"(?<!title )(?<!heading )tags?": "từ khóa|thẻ",
    r"tasks?": "bước|duyệt",
    r"translations?": "bản dịch|dịch",
    r"unlock(?:ed)?": "mở khóa",
    r"unpublish(?:ed)?": "gỡ|chưa đăng",
    r"unschedul(?:e|ed)": "hủy hẹn giờ",
    r"upload(?:ed)?": "tải",
    r"users?": "người",
    r"workflows?": "quy trình|duyệt",
}
# Names of things that are the same in both languages.
SAME_IN_BOTH = {"ID", "Wagtail API v2", "Wagtail API v3"}
# Wagtail's plural counts the child pages of a page that has none; the singular says it right.
WRONG_PLURAL = "Deleting this page will also delete %(translation_count)s translation of this page."
TAG = re.compile(r"<[^>]+>")
# A message shown inside another one's markup, an address, a label: not words to be judged.
MARKUP = re.compile(r"<[^>]+>|%\(\w+\)[sd]|\{\w*\}|https?://\S+|\[[\w-]+\]")
MISPLACED_TONE = re.compile(r"(?:o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])\b", re.IGNORECASE)
Key = tuple[str | None, str]


@pytest.fixture(scope="module", params=DOMAINS)
def catalogue(request) -> polib.POFile:
    return polib.pofile(str(FOLDER / f"{request.param}.po"))


@pytest.fixture(scope="module")
def entries() -> list[polib.POEntry]:
    """The messages of both domains: templates and Python, then scripts."""
    return [entry for domain in DOMAINS for entry in polib.pofile(str(FOLDER / f"{domain}.po"))]


def _key(entry: polib.POEntry) -> Key:
    return entry.msgctxt, entry.msgid


def _text(entry: polib.POEntry) -> str:
    return entry.msgstr_plural[0] if entry.msgid_plural else entry.msgstr


def test_nothing_is_missing_fuzzy_or_broken(catalogue):
    assert [line for line in problems(catalogue) if WRONG_PLURAL not in line] == []
    assert [entry.msgid for entry in catalogue.obsolete_entries()] == []


def test_the_one_exception_keeps_the_placeholders_of_its_singular(entries):
    (entry,) = (entry for entry in entries if entry.msgid == WRONG_PLURAL)
    assert PLACEHOLDER.findall(_text(entry)) == PLACEHOLDER.findall(entry.msgid)


def test_the_header_names_the_language_and_nobody(catalogue):
    assert catalogue.metadata["Language"] == "vi"
    assert catalogue.metadata["Plural-Forms"].startswith("nplurals=1;")
    assert "@" not in " ".join(catalogue.metadata.values())
    assert not catalogue.metadata_is_fuzzy


def test_markup_is_intact(entries):
    """Tags and their attributes come out as they went in: the scripts of the admin hang on them."""
    assert [
        (entry.msgid, _text(entry))
        for entry in entries
        if sorted(TAG.findall(_text(entry))) != sorted(TAG.findall(entry.msgid_plural or entry.msgid))
    ] == []


def test_space_and_colon_at_the_ends_are_kept(entries):
    """Wagtail glues some messages to what follows: ``Status: `` + the state."""
    assert [
        (entry.msgid, _text(entry))
        for entry in entries
        if _ends(entry.msgid) != _ends(_text(entry)) or "  " in _text(entry)
    ] == []


def _ends(text: str) -> tuple[bool, bool, bool]:
    return text[0].isspace(), text[-1].isspace(), text.rstrip().endswith(":")


def test_one_message_has_one_translation(entries):
    texts: dict[Key, set[str]] = {}
    for entry in entries:
        texts.setdefault(_key(entry), set()).add(_text(entry))
    assert {key: found for key, found in texts.items() if len(found) > 1} == {}


@pytest.mark.parametrize("domain", DOMAINS)
def test_no_message_stands_twice(domain):
    keys = [_key(entry) for entry in polib.pofile(str(FOLDER / f"{domain}.po"))]
    assert len(keys) == len(set(keys))


def test_one_thing_has_one_name(entries):
    """``Comment``, ``comment`` and ``Comments:`` differ in Vietnamese in nothing else either."""
    names: dict[Key, set[str]] = {}
    for entry in entries:
        if not entry.msgid_plural:
            source = (entry.msgctxt, entry.msgid.casefold().rstrip(":. …"))
            names.setdefault(source, set()).add(entry.msgstr.casefold().rstrip(":. …"))
    assert {source: found for source, found in names.items() if len(found) > 1} == {}


def test_the_portals_own_catalogue_says_the_same(entries):
    """The own catalogue wins; a word that both hold must not depend on the screen."""
    own = {_key(entry): entry.msgstr for entry in polib.pofile(str(ROOT / "locale/vi/LC_MESSAGES/django.po"))}
    assert [
        (entry.msgid, own[_key(entry)], entry.msgstr)
        for entry in entries
        if _key(entry) in own and own[_key(entry)].casefold() != entry.msgstr.casefold()
    ] == []


@pytest.mark.parametrize(("word", "expected"), GLOSSARY.items())
def test_the_glossary_is_kept(entries, word, expected):
    pattern = re.compile(rf"(?<![\w-])(?:{word})(?![\w-])", re.IGNORECASE)
    wanted = re.compile(expected, re.IGNORECASE)
    concerned = [
        (entry.msgid, _text(entry))
        for entry in entries
        if any("wagtail" in where for where, _ in entry.occurrences) and pattern.search(MARKUP.sub(" ", entry.msgid))
    ]
    assert concerned, f"the glossary test of {word!r} tests nothing any more"
    assert [pair for pair in concerned if not wanted.search(pair[1])] == []


def test_spelling_is_that_of_the_administration(entries):
    texts = [_text(entry) for entry in entries]
    assert [text for text in texts if unicodedata.normalize("NFC", text) != text] == []
    assert [text for text in texts if MISPLACED_TONE.search(text)] == []


def test_no_english_is_left(entries):
    unchanged = {entry.msgid for entry in entries if _text(entry).casefold() == entry.msgid.casefold()}
    assert {source for source in unchanged if re.search(r"[a-zA-Z]", MARKUP.sub("", source))} <= SAME_IN_BOTH


@pytest.mark.parametrize("app", APPS)
def test_an_installed_app_is_complete(entries, app):
    """The package's English catalogue against ours and the package's own Vietnamese."""
    ours = {_key(entry) for entry in entries}
    for domain in DOMAINS:
        source = _package_catalogue(app, "en", domain)
        if not source:
            continue
        theirs = {_key(entry) for entry in _package_catalogue(app, "vi", domain) if entry.translated()}
        missing = [entry.msgid for entry in source if not entry.obsolete and _key(entry) not in ours | theirs]
        assert 1 - len(missing) / len(source) >= COMPLETE_ENOUGH, missing


def test_the_test_of_completeness_reads_something():
    assert all(len(_package_catalogue(app, "en", "django")) > 40 for app in APPS)


def _package_catalogue(app: str, language: str, domain: str) -> polib.POFile | list[polib.POEntry]:
    path = APPS[app] / "locale" / language / "LC_MESSAGES" / f"{domain}.po"
    return polib.pofile(str(path)) if path.exists() else []
