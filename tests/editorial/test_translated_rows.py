"""Tasks, milestones and other rows in English: words by the translator, facts by the original."""

from datetime import date

import pytest
from wagtail.models import Locale, Page
from wagtail.test.utils.form_data import nested_form_data
from wagtail_localize.models import StringSegment, Translation

from directives.enums import Visibility
from directives.models import DirectivePage, DirectiveTask
from editorial.translations import po
from projects.models import Milestone, ProjectPage
from tests.editorial.translating import edit_form, english_of, english_page, publish, translation_of
from tests.factories import UserFactory
from tests.factories.province import build_province

pytestmark = pytest.mark.django_db

NAME = "Nghiệm thu toàn bộ"
NOTE = "Chờ kinh phí"


@pytest.fixture
def project():
    page = ProjectPage.objects.get(pk=build_province()["project"].pk)
    page.milestones.all().delete()
    page = ProjectPage.objects.get(pk=page.pk)
    page.milestones = [Milestone(name=NAME, planned_on=date(2027, 5, 1), note=NOTE)]
    return publish(page)


def rows(page) -> list[tuple]:
    found = type(page).objects.get(pk=page.pk).milestones.all()
    return [(row.name, row.note, row.planned_on, row.untranslated) for row in found]


def test_the_words_of_a_row_are_translated_and_its_facts_are_the_original_s(project):
    twin = english_page(project)
    assert rows(twin) == [(english_of(NAME), english_of(NOTE), date(2027, 5, 1), [])]
    milestone = project.milestones.get()
    milestone.planned_on = date(2027, 8, 1)
    project.milestones = [milestone]
    publish(project)
    assert rows(twin) == [(english_of(NAME), english_of(NOTE), date(2027, 8, 1), [])]


def test_a_new_row_is_there_at_once_in_vietnamese_and_one_taken_away_goes(project, client):
    twin = english_page(project)
    project.milestones.add(Milestone(name="Khởi công", planned_on=date(2026, 1, 5)))
    publish(project)
    assert rows(twin)[0] == ("Khởi công", "", date(2026, 1, 5), ["name"])
    html = client.get(twin.url).content.decode()
    assert '<span lang="vi">Khởi công</span>' in html or '<td lang="vi">Khởi công</td>' in html
    assert f'lang="vi">{english_of(NAME)}' not in html
    project = ProjectPage.objects.get(pk=project.pk)
    project.milestones = [project.milestones.first()]
    publish(project)
    assert [row[0] for row in rows(twin)] == ["Khởi công"]


def test_a_word_that_nobody_translated_follows_its_original_and_a_translated_one_waits(project):
    twin = english_page(project)
    project.milestones.add(Milestone(name="Khởi công", planned_on=date(2026, 1, 5)))
    project = publish(project)
    first, second = project.milestones.all()
    first.name, second.name = "Động thổ", "Nghiệm thu từng phần"
    project.milestones = [first, second]
    publish(project)
    assert [row[0] for row in rows(twin)] == ["Động thổ", english_of(NAME)]


def test_an_older_draft_of_the_translation_brings_its_words_and_no_facts(project):
    twin = english_page(project)
    milestone = twin.milestones.get()
    milestone.name, milestone.planned_on = "Final acceptance", date(2030, 1, 1)
    twin.milestones = [milestone]
    draft = twin.save_revision()
    project.milestones.add(Milestone(name="Khởi công", planned_on=date(2026, 1, 5)))
    publish(project)
    draft.publish()
    assert [row[:3] for row in rows(twin)] == [
        ("Khởi công", "", date(2026, 1, 5)),
        ("Final acceptance", english_of(NOTE), date(2027, 5, 1)),
    ]


def test_the_words_go_out_to_a_translator_and_come_back(project):
    english_page(project)
    translation = Translation.objects.get(source__object_id=project.translation_key)
    text = po.export(translation).replace(f'msgstr "{english_of(NAME)}"', 'msgstr "Acceptance of the whole"')
    po.take(translation, text.encode(), UserFactory())
    translation.save_target(publish=False)
    twin = project.get_translation(Locale.objects.get(language_code="en"))
    twin.get_latest_revision().publish()
    assert rows(twin)[0][0] == "Acceptance of the whole"


def test_a_translation_longer_than_its_field_is_refused(project):
    english_page(project)
    translation = Translation.objects.get(source__object_id=project.translation_key)
    text = po.export(translation).replace(f'msgstr "{english_of(NAME)}"', f'msgstr "{"x" * 201}"')
    with pytest.raises(po.Refused, match="200"):
        po.take(translation, text.encode(), UserFactory())


def test_an_internal_task_is_offered_to_no_translator():
    page = DirectivePage.objects.get(pk=build_province()["directive"].pk)
    for words, visibility in [("Việc công khai", Visibility.PUBLIC), ("Việc nội bộ", Visibility.INTERNAL)]:
        page.tasks.add(DirectiveTask(content=words, lead_name="Sở Y tế", visibility=visibility))
    translation = translation_of(publish(page))
    offered = set(StringSegment.objects.filter(source=translation.source).values_list("string__data", flat=True))
    assert "Việc công khai" in offered
    assert "Việc nội bộ" not in offered
    assert "Việc nội bộ" not in po.export(translation)
    twin = english_page(page)
    assert [task.visibility for task in twin.tasks.all() if task.content == "Việc nội bộ"] == [Visibility.INTERNAL]


def test_the_form_of_a_translation_takes_words_of_rows_and_no_facts(client, project):
    twin = english_page(project)
    url, html, data = edit_form(client, twin)
    assert "Taken over from the Vietnamese page" in html or "Lấy từ trang tiếng Việt" in html
    data["milestones-0-name"] = "Acceptance"
    data["milestones-0-planned_on"] = "2031-01-01"
    data["milestones-0-DELETE"] = "1"
    response = client.post(url, data)
    assert response.status_code == 302, response.context["form"].errors
    assert [
        (row.name, row.planned_on)
        for row in Page.objects.get(pk=twin.pk).get_latest_revision().as_object().milestones.all()
    ] == [("Acceptance", date(2027, 5, 1))]


def test_the_form_of_a_translation_refuses_a_new_row_in_words(client, project):
    twin = english_page(project)
    before = twin.latest_revision_id
    url, _html, data = edit_form(client, twin)
    data["milestones-TOTAL_FORMS"] = "2"
    data.update(
        nested_form_data(
            {
                "milestones-1-name": "New",
                "milestones-1-planned_on": "2027-01-01",
                "milestones-1-note": "",
                "milestones-1-id": "",
                "milestones-1-ORDER": "2",
                "milestones-1-DELETE": "",
            }
        )
    )
    html = client.post(url, data).content.decode()
    assert "Các dòng được thêm, bớt ở trang tiếng Việt." in html
    assert Page.objects.get(pk=twin.pk).latest_revision_id == before
