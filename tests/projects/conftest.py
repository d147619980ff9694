"""A scheme with tasks and projects of several fields."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from core.models import Field
from projects.models import MoneyFigure, ProgressFigure, SchemeTask
from tests.factories import ProjectPageFactory, SchemeIndexPageFactory, SchemePageFactory

TODAY = timezone.localdate()
PAST, FUTURE = TODAY - timedelta(days=40), TODAY + timedelta(days=400)


def field(slug: str) -> Field:
    """Return one of the five standard fields."""
    return Field.objects.get(slug=slug)


def report(project, percent: int, day: date = PAST, **more) -> ProgressFigure:
    """Record how much of a project was done."""
    return ProgressFigure.objects.create(project=project, percent=percent, as_of=day, **more)


def pay(project, kind: str, amount: int, year: int | None = 2026, source: str = "provincial", day: date = PAST):
    """Record an amount in million đồng."""
    year = None if kind == "investment" else year
    return MoneyFigure.objects.create(
        project=project, kind=kind, amount=amount, year=year, funding_source=source, as_of=day
    )


@pytest.fixture
def index(home):
    """The list of schemes at /de-an/."""
    return SchemeIndexPageFactory(parent=home, title="Đề án", slug="de-an")


@pytest.fixture
def scheme(index):
    """A scheme of 18 planned projects with six entered, and 15 tasks in five fields."""
    scheme = SchemePageFactory(parent=index, slug="do-thi", target_project_count=18)
    scheme.fields.set(Field.objects.filter(locale=scheme.locale))
    scheme.save()
    common = {"parent": scheme, "planned_start": PAST, "planned_end": FUTURE}
    done = ProjectPageFactory(code="01", status="completed", actual_end=PAST, field=field("y-te"), **common)
    report(done, 100)
    going = ProjectPageFactory(code="02", status="in_progress", field=field("y-te"), **common)
    report(going, 40)
    late = ProjectPageFactory(
        code="03",
        status="in_progress",
        field=field("giao-thong"),
        parent=scheme,
        planned_start=PAST,
        planned_end=PAST,
    )
    report(late, 70)
    ProjectPageFactory(code="04", status="preparing", field=field("du-lich"), **common)
    ProjectPageFactory(code="05", status="paused", field=field("giao-duc"), **common)
    ProjectPageFactory(code="06", status="cancelled", field=field("moi-truong"), **common)
    slugs = ["y-te", "giao-duc", "du-lich", "giao-thong", "moi-truong"]
    for number in range(15):
        is_done = number < 5
        SchemeTask.objects.create(
            scheme=scheme,
            text=f"Việc {number}",
            field=field(slugs[number % 5]),
            status="completed" if is_done else "in_progress",
            completed_on=PAST if is_done else None,
            due_on=PAST if number == 14 else FUTURE,
            sort_order=number,
        )
    return scheme
