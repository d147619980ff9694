"""What WCAG 2.2 asks of the markup, on every page type in both languages (a browser with axe looks further)."""

import re
from datetime import date, datetime

import pytest

LANGUAGES = ["vi", "en"]
NAMES = [
    *("home", "news", "notices", "directory", "department", "department_news", "about", "links", "map"),
    *("article", "older", "department_article", "notice", "plain"),
    *("search", "search_empty", "missing", "category", "topic"),
]
# The database is only asked for so that it exists when the pages are fetched, once for all.
pytestmark = pytest.mark.django_db
EVERY_PAGE = pytest.mark.parametrize(
    ("language", "name"), [(language, name) for language in LANGUAGES for name in NAMES]
)


@EVERY_PAGE
def test_the_page_answers(answers, language, name):
    assert answers[language, name].status == (404 if name == "missing" else 200)


@EVERY_PAGE
def test_one_main_heading_and_no_level_left_out(answers, language, name):
    """WCAG 1.3.1, 2.4.6."""
    headings = answers[language, name].soup.find_all(re.compile("^h[1-6]$"))
    levels = [int(heading.name[1]) for heading in headings]
    assert levels.count(1) == 1
    assert all(heading.get_text(strip=True) for heading in headings)
    # The headings of the main part; the frame's own (footer groups) stand beside them.
    levels = [int(heading.name[1]) for heading in answers[language, name].soup.main.find_all(re.compile("^h[1-6]$"))]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False)), levels


@EVERY_PAGE
def test_the_language_is_named(answers, language, name):
    """WCAG 3.1.1."""
    assert answers[language, name].soup.html["lang"] == language


@EVERY_PAGE
def test_the_title_names_page_and_portal(answers, language, name):
    """WCAG 2.4.2."""
    soup = answers[language, name].soup
    title = soup.title.get_text(strip=True)
    assert "Sông Mây" in title
    assert len(title.split("|")[0].strip()) > 2


@EVERY_PAGE
def test_the_skip_link_leads_to_the_main_part(answers, language, name):
    """WCAG 2.4.1: the first link of the page."""
    soup = answers[language, name].soup
    skip = soup.body.find("a")
    assert skip["href"].startswith("#")
    target = soup.find(id=skip["href"][1:])
    assert target.name == "main"
    assert target.get("tabindex") == "-1"


@EVERY_PAGE
def test_landmarks(answers, language, name):
    """One main, one banner, one content info; several navigations have names that differ (WCAG 1.3.1)."""
    soup = answers[language, name].soup
    assert len(soup.find_all("main")) == 1
    assert len(soup.body.find_all("header", recursive=False)) == 1
    assert len(soup.body.find_all("footer", recursive=False)) == 1
    labels = []
    for landmark in soup.find_all("nav"):
        referred = soup.find(id=landmark.get("aria-labelledby"))
        labels.append(landmark.get("aria-label") or (referred.get_text(strip=True) if referred else ""))
    assert all(labels)
    assert len(labels) == len(set(labels)), labels


@EVERY_PAGE
def test_pictures_have_a_text_and_keep_their_place(answers, language, name):
    """WCAG 1.1.1; width and height keep the page from jumping."""
    for image in answers[language, name].soup.find_all("img"):
        assert image.get("alt") is not None, image
        assert int(image["width"]) > 0, image
        assert int(image["height"]) > 0, image
    for drawing in answers[language, name].soup.find_all("svg"):
        assert drawing.get("aria-hidden") == "true" or drawing.get("aria-label") or drawing.title, drawing


@EVERY_PAGE
def test_ids_are_unique_and_references_arrive(answers, language, name):
    """WCAG 1.3.1, 4.1.2."""
    soup = answers[language, name].soup
    ids = [tag["id"] for tag in soup.find_all(id=True)]
    assert len(ids) == len(set(ids)), sorted({i for i in ids if ids.count(i) > 1})
    for attribute in ("aria-labelledby", "aria-describedby", "aria-controls", "for", "popovertarget"):
        for tag in soup.find_all(attrs={attribute: True}):
            assert set(tag[attribute].split()) <= set(ids), tag
    for link in soup.find_all("a", href=re.compile("^#.")):
        assert link["href"][1:] in {*ids, "top"}, link


@EVERY_PAGE
def test_fields_have_labels(answers, language, name):
    """WCAG 3.3.2."""
    soup = answers[language, name].soup
    for control in soup.find_all(["input", "select", "textarea"]):
        if control.get("type") in ("hidden", "submit"):
            continue
        label = control.find_parent("label") or soup.find("label", attrs={"for": control.get("id")})
        assert control.get("aria-label") or (label and label.get_text(strip=True)), control


@EVERY_PAGE
def test_links_and_buttons_say_something(answers, language, name):
    """WCAG 2.4.4; "here" and "more" alone say nothing."""
    for control in answers[language, name].soup.find_all(["a", "button", "summary"]):
        words = control.get_text(" ", strip=True) or control.get("aria-label", "")
        assert words, control
        assert words.lower() not in {"tại đây", "xem thêm", "here", "click here", "more"}, control
        assert control.name != "a" or control.get("href"), control


@EVERY_PAGE
def test_dates_can_be_read_by_machines(answers, language, name):
    for moment in answers[language, name].soup.find_all("time"):
        value = moment["datetime"]
        if len(value) > 10:
            assert datetime.fromisoformat(value).utcoffset().total_seconds() == 7 * 3600
        else:
            assert date.fromisoformat((value + "-01-01")[:10] if len(value) == 4 else (value + "-01")[:10])


@EVERY_PAGE
def test_lists_hold_only_entries(answers, language, name):
    for entries in answers[language, name].soup.find_all(["ul", "ol"]):
        assert {tag.name for tag in entries.find_all(recursive=False)} <= {"li", "script", "template"}
        assert entries.find("li") is not None, "an empty list is read aloud as a list of nothing"


@EVERY_PAGE
def test_nothing_foreign_and_nothing_inline(answers, language, name):
    """The strict policy would stop it; better not to send it."""
    soup = answers[language, name].soup
    assert not soup.find_all(style=True)
    assert not [t for t in soup.find_all() if any(attribute.startswith("on") for attribute in t.attrs)]
    for script in soup.find_all("script"):
        assert script.get("type") == "application/ld+json" or script["src"].startswith("/static/"), script
    for tag in soup.find_all(["img", "link", "source", "iframe"]):
        loaded = tag.name != "link" or "stylesheet" in tag["rel"] or "icon" in tag["rel"]
        address = (tag.get("src") or tag.get("srcset") or tag.get("href")) if loaded else ""
        assert not address or address.startswith(("/static/", "/media/")), tag


@EVERY_PAGE
def test_no_template_code_is_left(answers, language, name):
    assert not re.search(r"{%|{{|{#|%}|\bNone\b|&lt;(?:p|a|b)\b", answers[language, name].html)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["article", "plain", "notice"])
def test_the_words_of_a_page_are_in_its_language(answers, language, name):
    """The frame's strings are translated: no English word on a Vietnamese page and the other way round."""
    frame = answers[language, name].soup
    controls = frame.find_all(["button", "summary", "label", "legend"])
    words = " ".join(tag.get_text(" ", strip=True) for tag in controls)
    english = re.search(r"\b(Search|Share|Text size|High contrast|Close|Print)\b", words)
    assert bool(english) is (language == "en"), words


def test_the_error_page_needs_nothing(client, settings):
    """500: without a database, a language or a context it is still a page."""
    from django.template.loader import render_to_string

    html = render_to_string("500.html")
    assert "<h1" in html
    assert 'lang="vi"' in html
