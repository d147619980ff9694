"""What a translation takes over from its original as it is, and addresses below a page in both languages."""

from datetime import date

import pytest

from core.facts import carry_facts
from core.paths import in_language
from projects.models import ProjectPage
from tests.factories.province import build_both

pytestmark = pytest.mark.django_db


def test_a_figure_of_the_original_is_the_translation_s_and_no_draft_of_it_says_otherwise():
    vietnamese, english = build_both()
    original = ProjectPage.objects.get(pk=vietnamese["project"].pk)
    twin = ProjectPage.objects.get(pk=english["project"].pk)
    title = twin.title
    waiting = twin.save_revision()
    original.planned_end = date(2031, 5, 4)
    original.milestones.create(name="Nghiệm thu", planned_on=date(2031, 5, 1))
    original.investor = vietnamese["department"]
    original.save()
    carry_facts(original, twin)
    for page in (ProjectPage.objects.get(pk=twin.pk), waiting.as_object()):
        assert (page.title, page.planned_end) == (title, date(2031, 5, 4))
        assert [row.name for row in page.milestones.all()].count("Nghiệm thu") == 1
        assert page.investor.pk == english["department"].pk


@pytest.mark.parametrize(
    ("subpath", "language", "wanted"),
    [("du-an/", "en", "projects/"), ("projects/csv/", "vi", "du-an/csv/"), ("la/", "en", None), ("", "en", None)],
)
def test_addresses_below_a_page_are_called_by_the_words_of_each_language(subpath, language, wanted):
    assert in_language(subpath, {"projects": {"vi": "du-an", "en": "projects"}}, language) == wanted
