"""Notes, agencies in words, sources of figures, bylines: what hangs on rows of a page, in English."""

import json
from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils.text import capfirst
from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, Translation

from directives.enums import Visibility
from directives.models import CoordinatingAgency, DirectivePage, DirectiveTask, ProgressNote
from editorial.translations import po
from editorial.translations.states import TranslationState
from news.models import NewsByline, NewsPage
from projects.models import Indicator, IndicatorValue, ProgressFigure, ProjectPage, SchemeMoneyFigure, SchemePage
from tests.editorial.translating import edit_form, english_of, english_page, publish, translation_of
from tests.factories import UserFactory
from tests.factories.province import build_province

pytestmark = pytest.mark.django_db

WORDS = "Đã họp một lần"
LATER = "Đã họp hai lần"
DAY = date(2026, 3, 5)


def task_with(*notes, **more) -> DirectiveTask:
    task = DirectiveTask(content="Lập kế hoạch", lead_name="Sở Y tế", **more)
    task.notes = list(notes)
    return task


def on_a_directive(directive, words):
    directive.tasks = [task_with(ProgressNote(day=DAY, text=words))]


def agency_on_a_directive(directive, words):
    task = task_with()
    task.coordinating = [CoordinatingAgency(name=words)]
    directive.tasks = [task]


def on_a_figure(project, words):
    project.progress_figures.add(ProgressFigure(as_of=DAY, percent=3, source=words))


def on_a_value(project, words):
    indicator = Indicator(name="Trạm")
    indicator.values = [IndicatorValue(as_of=DAY, value=5, source=words)]
    project.indicators = [indicator]


def on_the_budget(scheme, words):
    scheme.money_figures = [
        SchemeMoneyFigure(as_of=DAY, kind="investment", funding_source="central", amount=5, source=words)
    ]


def on_an_article(article, words):
    article.bylines = [NewsByline(name=words)]


# Room → type of the page, how the row comes there, the row of a page, the name of its word.
ROOMS = {
    "note": ("directive", DirectivePage, on_a_directive, lambda p: p.tasks.last().notes.last(), "text"),
    "agency": (
        "directive",
        DirectivePage,
        agency_on_a_directive,
        lambda p: p.tasks.last().coordinating.last(),
        "name",
    ),
    "figure": ("project", ProjectPage, on_a_figure, lambda p: p.progress_figures.get(as_of=DAY), "source"),
    "value": ("project", ProjectPage, on_a_value, lambda p: p.indicators.last().values.last(), "source"),
    "budget": ("scheme", SchemePage, on_the_budget, lambda p: p.money_figures.last(), "source"),
    "byline": ("article", NewsPage, on_an_article, lambda p: p.bylines.last(), "name"),
}


@pytest.fixture(params=ROOMS)
def room(request):
    """The published page with a row, and how to read what the row of a page says and which words are carried over."""
    name, model, put, row_of, word = ROOMS[request.param]
    page = model.objects.get(pk=build_province()[name].pk)
    put(page, WORDS)
    page = publish(page)

    def read(page: Page) -> tuple[str, list[str]]:
        row = row_of(model.objects.get(pk=page.pk))
        return getattr(row, word), row.untranslated

    return page, read, (row_of, word)


def change(page, row_of, word, text) -> Page:
    """Store and publish other words, as a correction in the database would; figures are never overwritten."""
    row = row_of(page)
    setattr(row, word, text)
    row.save()
    return publish(type(page).objects.get(pk=page.pk))


def test_the_words_are_translated_wait_when_they_change_and_are_reported(room):
    page, read, place = room
    twin = english_page(page)
    assert read(twin) == (english_of(WORDS), [])
    kind = type(place[0](page))
    page = change(page, *place, LATER)
    assert read(page)[0] == LATER
    assert read(twin) == (english_of(WORDS), [])
    translation = Translation.objects.get(source__object_id=page.translation_key)
    stale = TranslationState(translation, type(twin).objects.get(pk=twin.pk)).stale
    assert [piece.label for piece in stale] == [
        f"{capfirst(kind._meta.verbose_name)}: {capfirst(kind._meta.get_field(place[1]).verbose_name)}"
    ]
    assert read(english_page(page)) == (english_of(LATER), [])


def test_what_nobody_translated_follows_in_vietnamese(room):
    page, read, place = room
    twin = english_page(page)
    row = place[0](type(twin).objects.get(pk=twin.pk))
    setattr(row, place[1], "")
    row.save()
    publish(page)
    assert read(twin) == (WORDS, [place[1]])
    change(page, *place, LATER)
    assert read(twin) == (LATER, [place[1]])


def test_the_words_go_out_to_a_translator_and_come_back(room):
    page, read, _place = room
    english_page(page)
    translation = Translation.objects.get(source__object_id=page.translation_key)
    exported = po.export(translation)
    text = exported.replace(f'msgstr "{english_of(WORDS)}"', 'msgstr "They met once"')
    assert text != exported
    po.take(translation, text.encode(), UserFactory())
    assert po.export(translation) == text
    translation.save_target(publish=False)
    twin = page.get_translation(translation.target_locale)
    assert read(twin) == (english_of(WORDS), [])
    publish(twin)
    assert read(twin) == ("They met once", [])
    publish(page)
    assert read(twin) == ("They met once", [])


def test_an_older_draft_of_the_translation_takes_no_row_away_and_none_twice(room):
    page, read, _place = room
    twin = english_page(page)
    draft = twin.save_revision()
    publish(page)
    draft.publish()
    assert read(twin) == (english_of(WORDS), [])


@pytest.mark.parametrize("of_task", [Visibility.INTERNAL, Visibility.PUBLIC])
def test_what_only_staff_may_see_is_offered_to_no_translator(of_task):
    page = DirectivePage.objects.get(pk=build_province()["directive"].pk)
    secret = ProgressNote(day=DAY, text="Ghi chú kín", visibility=Visibility.INTERNAL)
    below = ProgressNote(day=DAY, text="Ghi chú công khai")
    page.tasks = [task_with(secret, below, visibility=of_task)]
    translation = translation_of(publish(page))
    offered = set(StringSegment.objects.filter(source=translation.source).values_list("string__data", flat=True))
    assert ("Ghi chú công khai" in offered) == (of_task == Visibility.PUBLIC)
    assert "Ghi chú kín" not in offered
    assert "Ghi chú kín" not in po.export(translation)
    twin = english_page(page)
    assert [note.visibility for note in twin.tasks.last().notes.all()] == [Visibility.INTERNAL, Visibility.PUBLIC]


def test_the_editor_of_a_translation_says_that_a_piece_is_a_note(client):
    page = DirectivePage.objects.get(pk=build_province()["directive"].pk)
    page.tasks = [task_with(ProgressNote(day=DAY, text=WORDS))]
    translation_of(publish(page))
    twin = page.get_translation(Locale.objects.get(language_code="en"))
    client.force_login(UserFactory(is_superuser=True, is_staff=True))
    html = client.get(reverse("wagtailadmin_pages:edit", args=[twin.pk])).content
    props = BeautifulSoup(html, "html.parser").find(class_="js-translation-editor")["data-props"]
    places = {one["source"]: one["location"] for one in json.loads(props)["segments"] if one["type"] == "string"}
    assert (places[WORDS]["field"], places[WORDS]["subField"]) == ("Ghi chú tiến độ", "Việc đã làm")
    assert places["Lập kế hoạch"]["subField"] == "Nội dung nhiệm vụ"


def test_readers_meet_english_notes_and_untranslated_ones_marked(client):
    page = DirectivePage.objects.get(pk=build_province()["directive"].pk)
    page.tasks = [task_with(ProgressNote(day=DAY, text=WORDS))]
    page = publish(page)
    twin = english_page(page)
    html = client.get(twin.url).content.decode()
    assert f"<span>{english_of(WORDS)}</span>" in html
    task = page.tasks.get()
    task.notes.add(ProgressNote(day=DAY, text=LATER))
    page.tasks = [task]
    publish(page)
    html = client.get(twin.url).content.decode()
    assert f"<span>{english_of(WORDS)}</span>" in html
    assert f'<span lang="vi">{LATER}</span>' in html


def test_the_form_of_a_translation_takes_the_words_of_a_note_and_not_its_day(client):
    page = DirectivePage.objects.get(pk=build_province()["directive"].pk)
    page.tasks = [task_with(ProgressNote(day=DAY, text=WORDS))]
    twin = english_page(publish(page))
    url, _html, data = edit_form(client, twin)
    data["tasks-0-notes-0-text"] = "They met once"
    data["tasks-0-notes-0-day"] = "2026-01-01"
    data["tasks-0-notes-0-visibility"] = Visibility.INTERNAL
    response = client.post(url, data)
    assert response.status_code == 302, response.context["form"].errors
    [note] = DirectivePage.objects.get(pk=twin.pk).get_latest_revision_as_object().tasks.get().notes.all()
    assert (note.text, note.day, note.visibility) == ("They met once", DAY, Visibility.PUBLIC)


def notes(page) -> list[tuple]:
    page = DirectivePage.objects.get(pk=page.pk)
    return [
        (note.text, note.pk, note.translation_key, note.locale_id)
        for task in page.tasks.all()
        for note in task.notes.all()
    ]


def test_a_copy_of_a_page_has_rows_of_its_own_and_they_stay_the_same():
    page = DirectivePage.objects.get(pk=build_province()["directive"].pk)
    page.tasks = [task_with(ProgressNote(day=DAY, text=WORDS))]
    page = publish(page)
    before = notes(page)
    copy = page.copy(update_attrs={"slug": "ban-sao", "title": "Bản sao"})
    publish(copy)
    assert notes(page) == before
    [(text, pk, key, locale)] = notes(copy)
    assert (text, locale) == (WORDS, page.locale_id)
    assert pk != before[0][1]
    assert key != before[0][2]
    publish(DirectivePage.objects.get(pk=copy.pk))
    assert notes(copy) == [(text, pk, key, locale)]
    assert notes(page) == before


def test_a_translation_has_rows_of_its_own_language_under_the_same_key():
    page = DirectivePage.objects.get(pk=build_province()["directive"].pk)
    page.tasks = [task_with(ProgressNote(day=DAY, text=WORDS))]
    page = publish(page)
    twin = english_page(page)
    [(_text, pk, key, locale)] = notes(twin)
    assert (key, locale) == (notes(page)[0][2], Locale.objects.get(language_code="en").pk)
    publish(page)
    assert notes(twin)[0][1] == pk
