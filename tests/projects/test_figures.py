"""Figures are added, never overwritten: in the history, through revisions, through the editor's form."""

from datetime import date, datetime, timedelta
from types import SimpleNamespace

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from projects.figures import history, newest
from projects.models import Indicator, IndicatorValue, ProgressFigure, ProjectPage
from tests.factories import ProjectPageFactory, UserFactory
from tests.projects.conftest import FUTURE, PAST, TODAY, field, pay, report

pytestmark = pytest.mark.django_db


def figure(day: str, entered: int, value: int) -> SimpleNamespace:
    return SimpleNamespace(as_of=date.fromisoformat(day), entered_at=datetime(2026, 1, entered), value=value)


def test_the_newest_day_counts_and_of_one_day_the_last_entry():
    figures = [figure("2026-06-30", 1, 40), figure("2026-09-30", 2, 60), figure("2026-09-30", 3, 55)]
    assert newest(figures, date(2026, 12, 1))[None].value == 55
    assert newest(figures, date(2026, 9, 29))[None].value == 40
    assert newest(figures, date(2026, 1, 1)) == {}


def test_a_corrected_figure_stays_in_the_history():
    figures = [figure("2026-09-30", 2, 60), figure("2026-09-30", 3, 55), figure("2026-06-30", 1, 40)]
    assert [(row.value, corrected) for row, corrected in history(figures)] == [(55, False), (60, True), (40, False)]


@pytest.fixture
def project(scheme):
    return ProjectPageFactory(
        parent=scheme, status="in_progress", planned_start=PAST, planned_end=FUTURE, slug="benh-an"
    )


def percents(project) -> list[int]:
    """Return what the database holds; the page object keeps rows of its own."""
    return sorted(ProgressFigure.objects.filter(project=project.pk).values_list("percent", flat=True))


def test_an_older_revision_published_again_takes_no_figure_away(project):
    older = project.save_revision()
    report(project, 30)
    indicator = Indicator.objects.create(project=project, name="Hồ sơ")
    IndicatorValue.objects.create(indicator=indicator, as_of=PAST, value=7)
    older.publish()
    assert percents(project) == [30]
    assert IndicatorValue.objects.get(indicator__project=project).value == 7


def test_a_revision_cannot_change_a_published_figure(project):
    kept = report(project, 30)
    changed = ProjectPage.objects.get(pk=project.pk)
    figures = list(changed.progress_figures.all())
    figures[0].percent = 90
    changed.progress_figures = figures
    changed.save_revision().publish()
    assert ProgressFigure.objects.get(pk=kept.pk).percent == 30


def test_a_draft_published_twice_adds_its_figure_once(project):
    project.progress_figures.add(ProgressFigure(as_of=PAST, percent=20))
    revision = project.save_revision()
    revision.publish()
    revision.publish()
    assert len(percents(project)) == 1


def form(project, figures=(), **written) -> dict:
    """Return what the editor's form sends."""
    empty = inline_formset([])
    return nested_form_data(
        {
            "title": project.title,
            "slug": project.slug,
            "code": "",
            "lead": "",
            "field": str(field("y-te").pk),
            "investor": "",
            "investor_name": "",
            "status": project.status,
            "planned_start": f"{PAST:%d/%m/%Y}",
            "planned_end": f"{FUTURE:%d/%m/%Y}",
            "obstacles": streamfield([]),
            "systems": streamfield([]),
            "body": streamfield([]),
            "progress_figures": inline_formset(list(figures)),
            "money_figures": empty,
            "indicators": empty,
            "milestones": empty,
            "comments": empty,
            "action-publish": "1",
        }
        | written
    )


@pytest.fixture
def editor(client):
    client.force_login(UserFactory(is_superuser=True))
    return client


def row(percent: int, day: date = PAST) -> dict:
    return {"percent": percent, "as_of": f"{day:%d/%m/%Y}", "reported_by": "", "source": "Báo cáo quý"}


def test_a_row_of_the_form_is_one_more_figure(editor, project):
    report(project, 10, PAST - timedelta(days=90))
    url = reverse("wagtailadmin_pages:edit", args=[project.pk])
    assert editor.post(url, form(project, [row(35)])).status_code == 302
    stored = ProjectPage.objects.get(pk=project.pk).get_latest_revision().content["progress_figures"]
    assert sorted(figure["percent"] for figure in stored) == [10, 35]
    assert 10 in percents(project)


@pytest.mark.parametrize(
    ("figures", "written", "sentence"),
    [
        ([row(101)], {}, "Không quá 100 phần trăm."),
        ([row(50, TODAY + timedelta(days=1))], {}, "Số liệu không thể của một ngày chưa đến."),
        ([row(100)], {}, "Số liệu mới nhất là 100% nhưng trạng thái chưa phải là “Hoàn thành”."),
        ([row(10)], {}, "Số liệu này đã có trong lịch sử."),
        ([], {"planned_end": "01/01/2020"}, "Ngày kết thúc không thể trước ngày bắt đầu."),
        ([], {"code": "01"}, "Mã này đã dùng cho một dự án khác."),
    ],
)
def test_what_cannot_be_is_refused_in_words(editor, project, figures, written, sentence):
    report(project, 10)
    url = reverse("wagtailadmin_pages:edit", args=[project.pk])
    response = editor.post(url, form(project, figures, **written))
    assert response.status_code == 200
    assert sentence in response.content.decode()
    assert percents(project) == [10]


def test_more_disbursed_than_the_whole_investment_is_refused(project):
    pay(project, "investment", 10)
    pay(project, "disbursed", 11)
    assert "money_figures" in project.publication_errors()


def test_an_indicator_needs_the_day_of_its_value(project):
    value = IndicatorValue(indicator=Indicator.objects.create(project=project, name="Trạm"), value=3)
    with pytest.raises(Exception, match="as_of"):
        value.full_clean()


def test_the_page_tells_the_day_and_who_answers_for_a_figure(client, project):
    day = timezone.localdate() - timedelta(days=3)
    report(project, 45, day)
    ProjectPage.objects.filter(pk=project.pk).update(investor_name="Công ty Bến Lụa")
    answer = client.get(project.url).content.decode()
    assert f"{day:%d/%m/%Y}" in answer
    assert "Đơn vị chịu trách nhiệm: <span>Công ty Bến Lụa</span>" in answer
