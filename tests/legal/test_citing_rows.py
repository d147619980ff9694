"""Documents named in headings, captions, one-line fields and rows: linked and noted like those of running text."""

from datetime import date, datetime

import pytest
import time_machine
from django.core.management import call_command
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page

from core.dates import VIETNAM
from departments.enums import EndKind
from departments.models import Division
from departments.reorganisation import Plan, carry_out, undo
from directives.enums import Visibility
from directives.models import DirectiveTask, ProgressNote
from home.models import HomePage
from legal.enums import RelationKind, ValidityStatus
from legal.models import Citation, DocumentRelation
from projects.models import LegalBasis, Milestone, ProgressFigure, SchemeTask
from tests.factories import (
    AdministrativeUnitFactory,
    CommitteePageFactory,
    DirectiveIndexPageFactory,
    DirectivePageFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    OrganisationIndexPageFactory,
    OrganisationPageFactory,
    PlaceLookupPageFactory,
    PortalImageFactory,
    ProjectPageFactory,
    SchemeIndexPageFactory,
    SchemePageFactory,
)
from tests.factories.directives import add_task
from tests.legal.citing import RESOLUTION, links

HOSTILE = "<script>alert(1)</script>"
WORDS = f"{HOSTILE} Theo {RESOLUTION}."
DAY = date(2026, 1, 5)


def publish(page: Page) -> Page:
    """Publish ``page`` as it is stored, and let the tasks of the publication run."""
    with TestCase.captureOnCommitCallbacks(execute=True):
        Page.objects.get(pk=page.pk).specific.save_revision().publish()
    return page


@pytest.fixture
def directive(home):
    """A directive without tasks."""
    return DirectivePageFactory(parent=DirectiveIndexPageFactory(parent=home))


@pytest.fixture
def scheme(home):
    """A scheme without rows."""
    return SchemePageFactory(parent=SchemeIndexPageFactory(parent=home))


BLOCKS = {
    "heading": lambda: ("heading", WORDS),
    "subheading": lambda: ("subheading", WORDS),
    "heading of a note": lambda: ("callout", {"heading": WORDS, "text": "<p>Lưu ý.</p>"}),
    "head of a table": lambda: ("table", {"caption": "Số", "table": _table([[WORDS, "Số"], ["a", "1"]])}),
    "caption of a table": lambda: ("table", {"caption": WORDS, "table": _table([["Số"], ["1"]])}),
    "caption of a picture": lambda: ("figure", {"image": PortalImageFactory(), "caption": WORDS, "credit": ""}),
    "transcript of a film": lambda: (
        "video",
        {"title": "Phim", "url": "https://example.org/", "duration": "", "transcript": WORDS},
    ),
}


def _table(rows: list) -> dict:
    return {"data": rows, "first_row_is_table_header": True}


@pytest.mark.parametrize("place", BLOCKS)
def test_a_block_of_the_text_cites(client, news_index, resolution, place):
    page = publish(NewsPageFactory(parent=news_index, body=[BLOCKS[place]()]))
    check(client, page, resolution)


ROWS = {
    "task": lambda directive, scheme: add_task(directive, WORDS).directive,
    "note": lambda directive, scheme: add_task(directive, notes=[ProgressNote(day=DAY, text=WORDS)]).directive,
    "occasion": lambda directive, scheme: _with(directive, occasion_detail=WORDS),
    "task of a scheme": lambda directive, scheme: SchemeTask.objects.create(scheme=scheme, text=WORDS).scheme,
    "result": lambda directive, scheme: SchemeTask.objects.create(scheme=scheme, text="Việc", result=WORDS).scheme,
    "legal basis": lambda directive, scheme: LegalBasis.objects.create(scheme=scheme, text=WORDS).scheme,
    "lead": lambda directive, scheme: _with(scheme, lead=WORDS),
    "goal": lambda directive, scheme: _with(scheme, goals=[("goal", {"year": 2030, "text": WORDS})]),
    "milestone": lambda directive, scheme: (
        Milestone.objects.create(project=_project(scheme), name=WORDS, planned_on=DAY).project
    ),
    "note of a milestone": lambda directive, scheme: (
        Milestone.objects.create(project=_project(scheme), name="Bước", planned_on=DAY, note=WORDS).project
    ),
    "source of a figure": lambda directive, scheme: (
        ProgressFigure.objects.create(project=_project(scheme), percent=5, as_of=DAY, source=WORDS).project
    ),
    "lead of a project": lambda directive, scheme: _project(scheme, lead=WORDS),
    "obstacle": lambda directive, scheme: _project(
        scheme, obstacles=[("obstacle", {"text": WORDS, "proposal": "", "noted_on": DAY, "resolved_on": None})]
    ),
    "committee": lambda directive, scheme: CommitteePageFactory(parent=scheme.get_parent(), founding_decision=WORDS),
}


def _with(page: Page, **values) -> Page:
    for name, value in values.items():
        setattr(page, name, value)
    page.save()
    return page


def _project(scheme: Page, **values) -> Page:
    return ProjectPageFactory(parent=scheme, **values)


@pytest.mark.parametrize("place", ROWS)
def test_a_row_or_a_line_cites(client, directive, scheme, resolution, place):
    check(client, publish(ROWS[place](directive, scheme)), resolution)


def check(client, page: Page, resolution: Page) -> None:
    """The document is linked with its status, the page is noted, and nothing that was typed became markup."""
    assert links(client, page) == [("Nghị quyết số 25/2020/NQ-HĐND", resolution.url, "Còn hiệu lực")]
    assert HOSTILE not in client.get(page.url).content.decode()
    citation = Citation.objects.get(page=page.pk)
    assert citation.document == resolution
    assert page.url in client.get(resolution.url).content.decode()


def test_the_caption_of_a_cover_cites(client, news_index, resolution):
    cover = {"cover": PortalImageFactory(), "cover_alt": "Hội trường", "cover_caption": WORDS}
    check(client, publish(NewsPageFactory(parent=news_index, **cover)), resolution)


def test_a_department_cites_the_decision_that_founded_it(client, home, resolution):
    unit = OrganisationPageFactory(parent=OrganisationIndexPageFactory(parent=home), founding_document=WORDS)
    publish(unit)
    assert [url for _words, url, _status in links(client, unit, "co-cau/")] == [resolution.url]
    assert Citation.objects.get(page=unit.pk).document == resolution


def test_a_department_cites_in_what_its_divisions_do(client, home, resolution):
    unit = OrganisationPageFactory(parent=OrganisationIndexPageFactory(parent=home))
    unit.divisions.create(name="Phòng Nghiệp vụ", duties=WORDS)
    unit.save()
    publish(unit)
    assert [url for _words, url, _status in links(client, unit, "co-cau/")] == [resolution.url]
    assert HOSTILE not in client.get(f"{unit.url}co-cau/").content.decode()
    assert Citation.objects.get(page=unit.pk).document == resolution


@pytest.mark.parametrize("path", ["", "co-cau/"])
def test_a_department_looks_up_what_it_cites_with_one_query(client, home, resolution, path):
    unit = OrganisationPageFactory(parent=OrganisationIndexPageFactory(parent=home))
    unit.divisions.create(name="Phòng Nghiệp vụ")
    unit.save()
    client.get(unit.url + path)
    with CaptureQueriesContext(connection) as plain:
        client.get(unit.url + path)
    unit.functions = f"<p>{RESOLUTION}</p>"
    unit.divisions.add(Division(name="Phòng Kế hoạch", duties=RESOLUTION))
    unit.save()
    publish(unit)
    client.get(unit.url + path)
    with CaptureQueriesContext(connection) as cited:
        assert len(links(client, unit, path)) == 1
    assert len(cited) == len(plain) + 1


def test_a_department_cites_the_legal_basis_of_its_end_on_its_own_page(client, home, resolution):
    index = OrganisationIndexPageFactory(parent=home)
    old, new = (OrganisationPageFactory(parent=index, title=title) for title in ("Sở Cũ", "Sở Mới"))
    article = NewsPageFactory(parent=NewsIndexPageFactory(parent=old))
    with TestCase.captureOnCommitCallbacks(execute=True):
        done = carry_out(Plan(EndKind.MERGED, date(2025, 3, 1), [old], [new], legal_basis=WORDS), None)
    assert [url for _words, url, _status in links(client, old, within="body")] == [resolution.url]
    assert HOSTILE not in client.get(old.url).content.decode()
    assert "25/2020" not in client.get(article.url).content.decode()
    assert Citation.objects.get(page=old.pk).document == resolution
    assert old.url in client.get(resolution.url).content.decode()
    with TestCase.captureOnCommitCallbacks(execute=True):
        undo(done, None)
    assert not Citation.objects.exists()


def test_the_look_up_cites_the_legal_basis_of_a_place(client, home, resolution):
    page = publish(PlaceLookupPageFactory(parent=home))
    with TestCase.captureOnCommitCallbacks(execute=True):
        place = AdministrativeUnitFactory(name="An Hòa", legal_basis=WORDS)
    assert [url for _words, url, _status in links(client, page, "?q=an+hoa")] == [resolution.url]
    assert HOSTILE not in client.get(f"{page.url}?q=an+hoa").content.decode()
    assert Citation.objects.get(page=page.pk).document == resolution
    with TestCase.captureOnCommitCallbacks(execute=True):
        place.delete()
    assert not Citation.objects.exists()


def test_a_document_cites_in_the_reason_of_another_status(client, document, resolution):
    page = publish(document("12/QĐ-UBND", override_status=ValidityStatus.SUSPENDED, override_reason=WORDS))
    assert {url for _words, url, _status in links(client, page)} == {resolution.url}
    assert HOSTILE not in client.get(page.url).content.decode()
    assert Citation.objects.get(page=page.pk).document == resolution


def test_what_was_live_before_is_noted_by_a_command_that_may_run_again(directive, resolution, capsys):
    live = add_task(directive, f"{RESOLUTION}, Kế hoạch số 141").directive
    draft = DirectivePageFactory(parent=directive.get_parent(), live=False)
    add_task(draft, RESOLUTION)
    for _run in range(2):
        call_command("record_citations")
        rows = Citation.objects.order_by("pk").values_list("page", "document", "words")
        assert list(rows) == [
            (live.pk, resolution.pk, "Nghị quyết số 25/2020/NQ-HĐND"),
            (live.pk, None, "Kế hoạch số 141"),
        ]
    assert "2 documents named, 2 before" in capsys.readouterr().out


def test_a_document_cites_what_it_acts_on_without_a_record(client, document, resolution):
    page = document("12/QĐ-UBND", expires_on=date(2025, 6, 1), expiry_reason=WORDS)
    DocumentRelation.objects.create(page=page, kind=RelationKind.AMENDS, target_words=RESOLUTION)
    publish(page)
    assert len(links(client, page)) == 2
    assert Citation.objects.get(page=page.pk).mentions == 2


def test_a_row_without_a_record_stays_plain_and_is_listed_for_editors(admin_client, client, directive):
    publish(add_task(directive, "Thực hiện Quyết định 99/QĐ-UBND").directive)
    assert links(client, directive) == []
    assert "99/QĐ-UBND" in admin_client.get(reverse("unrecorded_mentions")).content.decode()


def test_what_is_for_staff_only_is_neither_noted_nor_listed(admin_client, client, directive, resolution):
    secret = ProgressNote(day=DAY, text="Xem Quyết định 98/QĐ-UBND", visibility=Visibility.INTERNAL)
    add_task(directive, f"{RESOLUTION} và Quyết định 99/QĐ-UBND", visibility=Visibility.INTERNAL)
    publish(add_task(directive, "Việc công khai", notes=[secret]).directive)
    assert not Citation.objects.exists()
    listed = admin_client.get(reverse("unrecorded_mentions")).content.decode()
    assert not any(number in listed for number in ("98/QĐ-UBND", "99/QĐ-UBND"))
    assert directive.url not in client.get(resolution.url).content.decode()


def test_a_task_that_becomes_internal_is_forgotten(directive, resolution):
    publish(add_task(directive, RESOLUTION).directive)
    assert Citation.objects.count() == 1
    DirectiveTask.objects.update(visibility=Visibility.INTERNAL)
    publish(directive)
    assert not Citation.objects.exists()


def test_the_badge_of_a_task_changes_without_an_edit_of_the_directive(client, directive, document, relate):
    with time_machine.travel(datetime(2025, 12, 1, 9, 0, tzinfo=VIETNAM), tick=False):
        old = document("12/QĐ-UBND", date(2025, 1, 10))
        new = document("30/QĐ-UBND", date(2025, 11, 2), effective_from=date(2026, 1, 1))
        relate(new, RelationKind.REPLACES, old)
        page = publish(add_task(_with(directive, date=date(2025, 11, 30)), "Theo Quyết định 12/QĐ-UBND").directive)
        assert [status for *_rest, status in links(client, page)] == ["Còn hiệu lực"]
    with time_machine.travel(datetime(2026, 1, 1, 0, 0, tzinfo=VIETNAM), tick=False):
        assert [status for *_rest, status in links(client, page)] == ["Hết hiệu lực toàn bộ"]


def test_a_translation_is_noted_with_the_rows_it_takes_over(client, directive, resolution, english, home):
    english_home = HomePage(title="Home", slug="home-en", locale=english, translation_key=home.translation_key)
    home.get_parent().add_child(instance=english_home)
    index = directive.get_parent().specific
    common = {"locale": english, "slug": "directives"}
    english_index = DirectiveIndexPageFactory(
        parent=english_home, title="Directives", translation_key=index.translation_key, **common
    )
    twin = DirectivePageFactory(
        parent=english_index, title="Conclusion", translation_key=directive.translation_key, **common
    )
    publish(add_task(directive, RESOLUTION).directive)
    assert Citation.objects.get(page=twin.pk).document == resolution
    assert len(links(client, twin)) == 1
    # The task is in Vietnamese, the status beside the number in the reader's language.
    assert 'lang="en">In force</span>' in client.get(twin.url).content.decode()


@pytest.mark.parametrize("name", ["directive", "scheme", "project"])
def test_the_rows_of_a_page_are_looked_up_once(client, directive, scheme, document, name):
    project = _project(scheme)
    page = {"directive": directive, "scheme": scheme, "project": project}[name]

    def add(words: str) -> None:
        if name == "directive":
            add_task(directive, words)
        elif name == "scheme":
            SchemeTask.objects.create(scheme=scheme, text=words)
        else:
            Milestone.objects.create(project=project, name=words, planned_on=DAY)

    def queries() -> int:
        client.get(page.url)
        with CaptureQueriesContext(connection) as captured:
            client.get(page.url)
        return len(captured)

    add("Việc")
    plain = queries()
    for number in range(12, 20):
        document(f"{number}/QĐ-UBND", date(2025, 1, 10))
        add(f"Theo Quyết định {number}/QĐ-UBND.")
    assert queries() == plain + 1
    assert len(links(client, page)) == 8
