"""Documents, schemes, projects and directives in English: nothing Vietnamese unmarked, figures never stale."""

import re
from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone
from wagtail.models import Locale, Page

from core.models import Field
from directives.models import DirectiveTask
from home.models import HomePage, SiteIdentity
from legal.models import LegalDocumentPage
from projects.models import Milestone, ProjectPage, SchemePage
from tests.editorial.translating import english_home, translate_everything, translation_of
from tests.factories import AppointmentFactory, OrganisationIndexPageFactory, OrganisationPageFactory
from tests.factories.province import build_province
from tests.worlds import scratch_database

pytestmark = pytest.mark.django_db
# Letters that English does not have; the portal's own address words and signs are not among them.
VIETNAMESE = re.compile(r"[ăâđêôơưĂÂĐÊÔƠƯạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]")
# Facts that are written the same in every language: names of people, numbers of documents, links to the original.
SAME = ["QĐ-UBND", "Tiếng Việt", "triệu đồng", "million đồng"]

# People's names.
NAMES_WITHIN = {"b"}


def publish(page: Page) -> None:
    page.save_revision().publish()


def into_english(page: Page) -> Page:
    """Publish the translation of ``page`` as a translator and an approver would."""
    translation = translation_of(page)
    translate_everything(translation)
    translation.save_target(publish=False)
    twin = page.get_translation(Locale.objects.get(language_code="en"))
    twin.get_latest_revision().publish()
    return Page.objects.get(pk=twin.pk).specific


NAMES = ["schemes", "committee", "scheme", "project", "register", "document", "directives", "directive"]


@pytest.fixture(scope="module")
def built(django_db_setup, django_db_blocker):
    """The Vietnamese province and the English of four rooms, made once; every test has its own savepoint."""
    with scratch_database(django_db_blocker):
        province = build_province()
        home = english_home(HomePage.objects.get(pk=province.home.pk))
        SiteIdentity.objects.create(locale=home.locale, name="Portal")
        for name in NAMES:
            publish(Page.objects.get(pk=province[name].pk).specific)
        yield province, {name: into_english(Page.objects.get(pk=province[name].pk).specific) for name in NAMES}


@pytest.fixture
def rooms(built, db):
    """Name → (Vietnamese page, English page), as stored."""
    province, english = built
    return {
        name: tuple(Page.objects.get(pk=page.pk).specific for page in (province[name], english[name]))
        for name in NAMES
    }


def soup_of(client, url: str) -> BeautifulSoup:
    response = client.get(url)
    assert response.status_code == 200, url
    return BeautifulSoup(response.content.decode(), "html.parser")


def unmarked(soup: BeautifulSoup) -> list[str]:
    """Return the texts in Vietnamese letters that no element says to be Vietnamese."""
    found = []
    for text in soup.main.find_all(string=VIETNAMESE):
        element = text.find_parent(lang=True)
        words = " ".join(text.split())
        for same in SAME:
            words = words.replace(same, "")
        if element["lang"] != "vi" and VIETNAMESE.search(words) and text.parent.name not in NAMES_WITHIN:
            found.append(words)
    return found


@pytest.mark.parametrize("name", NAMES)
def test_nothing_vietnamese_stands_unmarked_on_an_english_page(client, rooms, name):
    twin = rooms[name][1]
    assert twin.url.startswith("/en/")
    assert unmarked(soup_of(client, twin.url)) == []


def test_a_chart_and_its_table_mix_no_languages(client, rooms):
    vietnamese, english = rooms["project"]
    vietnamese.milestones.add(Milestone(name="Nghiệm thu", planned_on=date(2026, 1, 1), note="Chờ kinh phí"))
    publish(vietnamese)
    soup = soup_of(client, english.url)
    assert unmarked(soup) == []
    for words in ("Nghiệm thu", "Chờ kinh phí"):
        assert soup.main.find("span", string=words)["lang"] == "vi"


@pytest.mark.parametrize(
    ("name", "vietnamese", "english"),
    [
        ("scheme", "du-an/", "projects/"),
        ("scheme", "nhiem-vu/", "tasks/"),
        ("scheme", "chi-tieu/", "indicators/"),
        ("scheme", "kinh-phi/", "money/"),
        ("scheme", "moc-thoi-gian/", "milestones/"),
        ("directives", "theo-doi/", "follow-up/"),
        ("register", "", ""),
        ("register", "?nam=2023", "?nam=2023"),
        ("committee", "?ngay=2026-01-02", "?ngay=2026-01-02"),
    ],
)
def test_the_switch_lands_on_the_same_list(client, rooms, name, vietnamese, english):
    page, twin = rooms[name]
    there, back = soup_of(client, page.url + vietnamese), soup_of(client, twin.url + english)
    assert there.select_one(".topbar a[lang=en]")["href"] == twin.url + english
    assert back.select_one(".topbar a[lang=vi]")["href"] == page.url + vietnamese
    assert unmarked(back) == []


def test_a_figure_a_day_and_a_task_of_the_original_are_in_english_at_once(client, rooms):
    page, twin = rooms["project"]
    page.planned_end = date(2031, 5, 4)
    page.progress_figures.create(percent=77, as_of=timezone.localdate())
    publish(page)
    text = soup_of(client, twin.url).main.text
    assert "77%" in text
    assert "2031" in text
    page, twin = rooms["directive"]
    task = page.tasks.get_object_list()[0]
    task.is_standing, task.due_on = False, date(2031, 6, 7)
    page.tasks.add(DirectiveTask(content="Nộp báo cáo cuối kỳ.", lead_name="Sở Y tế"))
    publish(page)
    text = soup_of(client, twin.url).main.text
    assert "07/06/2031" in text
    assert "Nộp báo cáo cuối kỳ." in text


def test_other_words_of_a_task_wait_for_the_translator_and_the_reader_is_told(client, rooms):
    page, twin = rooms["directive"]
    before = twin.tasks.first().content
    assert before.startswith("EN")
    page.tasks.get_object_list()[0].content = "Nộp báo cáo mỗi tháng."
    publish(page)
    main = soup_of(client, twin.url).main
    assert before in main.text
    assert main.select_one(".outdated")


def test_a_status_of_a_document_is_in_english_at_once(client, rooms):
    page, twin = rooms["document"]
    page.expires_on = timezone.localdate() - timedelta(days=1)
    publish(page)
    stored = LegalDocumentPage.objects.get(pk=twin.pk)
    assert stored.expires_on == page.expires_on
    assert stored.title.startswith("EN")


def test_a_draft_of_the_translation_keeps_its_words_and_takes_the_original_s_figures(rooms):
    page, twin = rooms["project"]
    twin.lead = "A draft."
    waiting = twin.save_revision()
    page.planned_end = date(2032, 1, 1)
    publish(page)
    draft = waiting.as_object()
    assert (draft.lead, draft.planned_end) == ("A draft.", date(2032, 1, 1))
    waiting.publish()
    stored = ProjectPage.objects.get(pk=twin.pk)
    assert (stored.lead, stored.planned_end) == ("A draft.", date(2032, 1, 1))


def test_relations_point_at_the_english_pages_and_english_pages_without_an_original_keep_their_own(rooms):
    _page, scheme = rooms["scheme"]
    assert scheme.committee_id in (None, rooms["committee"][1].pk)
    alone = SchemePage(
        title="Only in English", slug="alone", locale=scheme.locale, period_start=2026, period_end=2030
    )
    scheme.get_parent().add_child(instance=alone)
    alone.period_start = 2027
    assert alone.save_revision().as_object().period_start == 2027


def test_a_label_that_nobody_translated_is_marked_as_vietnamese_until_it_is(client, rooms):
    _page, twin = rooms["project"]
    field = Field.objects.get(pk=twin.field_id)
    assert field.locale_id == twin.locale_id
    original = field.get_translation(Locale.objects.get(language_code="vi"))
    field.name = original.name
    field.save()
    assert soup_of(client, twin.url).select_one(".kicker [lang=vi]").text == original.name
    field.name = "Health"
    field.save()
    assert soup_of(client, twin.url).select_one(".kicker [lang=vi]") is None


def test_a_post_that_nobody_translated_is_marked_too(client, rooms):
    english = rooms["scheme"][1].locale
    home = HomePage.objects.get(locale=english)
    unit = OrganisationPageFactory(
        parent=OrganisationIndexPageFactory(parent=home, locale=english, slug="units"),
        locale=english,
        slug="unit",
        title="Unit",
    )
    post = AppointmentFactory(post="Giám đốc Sở")
    twin = post.person.copy_for_translation(english)
    twin.save()
    translated = twin.appointments.get()
    translated.organisation = unit
    translated.save()
    assert soup_of(client, f"{unit.url}leaders/").select_one(".person__post")["lang"] == "vi"
    translated.post = "Director"
    translated.save()
    assert not soup_of(client, f"{unit.url}leaders/").select_one(".person__post").has_attr("lang")
