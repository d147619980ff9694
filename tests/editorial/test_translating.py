"""The translator's day: translate, hand on, approve; and no other way to make a translation public."""

import pytest
from django.urls import reverse
from wagtail.models import Locale, Page, Site, WorkflowPage
from wagtail_localize.locales.components import LOCALE_COMPONENTS
from wagtail_localize.models import LocaleSynchronization, StringSegment, StringTranslation, Translation

from home.models import PlainPage
from tests.editorial.accounts import APPROVER, account
from tests.editorial.translating import (
    english_home,
    original,
    translate_everything,
    translation_of,
    translator,
    workflow_for,
)
from tests.factories import PlainPageFactory, SectionPageFactory, UserFactory
from tests.worlds import scratch_database

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def built(django_db_setup, django_db_blocker):
    """An English home, a Vietnamese page and its translation, made once; every test has its own savepoint."""
    with scratch_database(django_db_blocker):
        home = Site.objects.get(is_default_site=True).root_page.specific
        english = english_home(home)
        page = original(home)
        yield english, page, translation_of(page)


@pytest.fixture
def english_root(built, db):
    return Page.objects.get(pk=built[0].pk).specific


@pytest.fixture
def page(built, db):
    return PlainPage.objects.get(pk=built[1].pk)


@pytest.fixture
def translation(built, db):
    return Translation.objects.get(pk=built[2].pk)


@pytest.fixture
def person(english_root, page):
    return translator(english_root.get_parent())


@pytest.fixture
def approver(english_root):
    approver = account(english_root.get_parent(), *APPROVER)
    workflow_for(english_root, approver)
    return approver


def twin_of(page) -> Page:
    return page.get_translation(Locale.objects.get(language_code="en"))


def edit_url(page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def hand_on(client, translation, **data):
    return client.post(reverse("editorial_submit_translation", args=[translation.pk]), data, follow=True)


def said(response) -> str:
    return " ".join(str(message) for message in response.context["messages"])


def test_translating_makes_a_draft_that_no_reader_sees(client, home, english_root, person):
    page = PlainPageFactory(parent=home, title="Trang mới", slug="trang-moi")
    client.force_login(person)
    url = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    english = Locale.objects.get(language_code="en")
    client.post(url, {"locales": [english.pk]})
    twin = twin_of(page)
    assert not twin.live
    assert not twin.alias_of_id
    assert client.get(f"/en/{twin.slug}/").status_code == 404


def test_pages_above_get_drafts_of_their_own_and_no_copies_in_vietnamese(client, home, english_root, person):
    section = SectionPageFactory(parent=home, title="Chuyên trang", slug="chuyen-trang")
    section.save_revision().publish()
    page = original(home, parent=section, slug="trong-chuyen-trang")
    client.force_login(person)
    english = Locale.objects.get(language_code="en")
    client.post(reverse("wagtail_localize:submit_page_translation", args=[page.pk]), {"locales": [english.pk]})
    assert not twin_of(section).live
    assert twin_of(page).get_parent().pk == twin_of(section).pk
    assert not Page.objects.filter(alias_of__isnull=False).exists()
    assert Translation.objects.filter(source__object_id=section.translation_key).exists()


def test_every_text_is_offered_tables_pictures_and_lists_too(translation):
    words = set(StringSegment.objects.filter(source=translation.source).values_list("string__data", flat=True))
    wanted = {
        "Giới thiệu cầu",
        "Kết quả “bước đầu”",
        "Lưu ý",
        "Một người dân",
        "Số liệu",
        "Tháng",
        "Hồ sơ",
        "đã xong",
    }
    assert wanted | {"Bên cầu", "Trên cầu", "Ngày hội", "Xe tải đi đường vòng.", "Dòng thứ hai."} <= words
    assert not words & {"1.204", "9/2026", "gioi-thieu-cau"}


def test_the_segment_editor_opens_with_what_is_missing_and_without_a_way_to_publish(client, translation, page):
    client.force_login(UserFactory(is_superuser=True, is_staff=True))
    response = client.get(edit_url(twin_of(page)))
    html = response.content.decode()
    assert response.status_code == 200
    assert "&quot;canPublish&quot;: false" in html
    assert "&quot;canPublish&quot;: true" not in html
    assert reverse("editorial_submit_translation", args=[translation.pk]) in html


def test_a_finished_translation_is_handed_on_approved_and_public(client, translation, page, person, approver):
    translate_everything(translation, person)
    client.force_login(person)
    hand_on(client, translation)
    twin = twin_of(page)
    assert not twin.live
    state = twin.current_workflow_state
    assert state.requested_by == person
    client.force_login(approver)
    client.post(reverse("wagtailadmin_pages:workflow_action", args=[twin.pk, "approve", state.current_task_state.pk]))
    twin = PlainPage.objects.get(pk=twin.pk)
    assert twin.live
    html = client.get(twin.url).content.decode()
    assert "EN H s" in html  # a cell of the table
    assert "1.204" in html
    assert "Hồ sơ" not in html
    assert twin.slug == "en-gii-thiu-cu"


def test_an_address_made_from_the_english_title_stays_when_the_title_changes(
    client, translation, page, person, approver
):
    translate_everything(translation, person)
    client.force_login(person)
    hand_on(client, translation)
    twin = PlainPage.objects.get(pk=twin_of(page).pk)
    twin.get_latest_revision().publish(user=approver)
    first = PlainPage.objects.get(pk=twin.pk).slug
    StringTranslation.objects.filter(context__path="title").update(data="Quite another title")
    translation.save_target(publish=False)
    assert twin.get_latest_revision().as_object().slug == first


def test_who_translated_does_not_approve_even_if_somebody_else_handed_it_on(
    client, translation, page, person, approver
):
    translate_everything(translation, approver)
    client.force_login(person)
    hand_on(client, translation)
    twin = twin_of(page)
    task = twin.current_workflow_state.current_task_state
    client.force_login(approver)
    client.post(reverse("wagtailadmin_pages:workflow_action", args=[twin.pk, "approve", task.pk]))
    assert not twin_of(page).live


@pytest.mark.parametrize("superuser", [False, True])
def test_publish_in_the_editor_only_hands_on(client, translation, page, person, approver, superuser):
    author = UserFactory(is_superuser=True, is_staff=True) if superuser else person
    translate_everything(translation, author)
    client.force_login(author)
    client.post(edit_url(twin_of(page)), {"action": "publish"})
    assert not twin_of(page).live
    assert twin_of(page).workflow_in_progress


def test_an_unfinished_translation_is_not_handed_on(client, translation, page, person, approver):
    translate_everything(translation, person)
    StringTranslation.objects.filter(context__path="lead").delete()
    client.force_login(person)
    assert "1" in said(hand_on(client, translation))
    assert not twin_of(page).workflow_in_progress


def test_without_a_workflow_nobody_could_approve(client, translation, page, person):
    WorkflowPage.objects.all().delete()
    translate_everything(translation, person)
    client.force_login(person)
    hand_on(client, translation)
    assert not twin_of(page).live


def test_updating_from_the_original_never_publishes(client, translation, page, person, approver):
    translate_everything(translation, person)
    client.force_login(UserFactory(is_superuser=True, is_staff=True))
    url = reverse("wagtail_localize:update_translations", args=[translation.source_id])
    assert client.get(url).status_code == 200
    response = client.post(url, {"publish_translations": "on"})
    assert response.status_code == 302
    assert not twin_of(page).live


def test_a_translation_never_becomes_an_alias(client, translation, page, person):
    client.force_login(UserFactory(is_superuser=True, is_staff=True))
    twin = twin_of(page)
    client.post(reverse("wagtail_localize:convert_to_alias", args=[twin.pk]))
    client.post(edit_url(twin), {"localize-convert-to-alias": "1"})
    assert not twin_of(page).alias_of_id
    assert not twin_of(page).live


def test_trees_are_not_synchronised_by_alias_pages(home, english_root):
    assert LocaleSynchronization not in [component["model"] for component in LOCALE_COMPONENTS]


def test_a_stranger_cannot_hand_on(client, translation, page, approver):
    stranger = account(SectionPageFactory(parent=page.get_parent(), title="Khác", slug="khac"), "change_page")
    translate_everything(translation)
    client.force_login(stranger)
    response = client.post(reverse("editorial_submit_translation", args=[translation.pk]))
    assert response.status_code in (302, 403)
    assert not twin_of(page).workflow_in_progress


# -- what changes later --------------------------------------------------------------------------------------------


def test_a_changed_original_shows_its_new_words_in_the_editor_at_once(client, translation, page, person):
    translate_everything(translation, person)
    page.lead = "Đã viết lại hoàn toàn."
    page.save_revision().publish()
    missing = StringSegment.objects.filter(source=translation.source).annotate_translation(translation.target_locale)
    assert [s.string.data for s in missing.filter(translation__isnull=True)] == ["Đã viết lại hoàn toàn."]


def test_editors_see_which_pieces_are_stale_and_since_when(client, translation, page, person):
    translate_everything(translation, person)
    translation.save_target(publish=False)
    twin_of(page).get_latest_revision().publish()
    page.lead = "Đã viết lại hoàn toàn."
    page.save_revision().publish()
    client.force_login(person)
    html = client.get(edit_url(twin_of(page))).content.decode()
    assert "Đã viết lại hoàn toàn." in html.split("js-translation-editor")[0]


def test_a_new_translation_of_a_public_page_waits_for_its_approval(client, translation, page, person, approver):
    translate_everything(translation, person)
    translation.save_target(publish=False)
    twin_of(page).get_latest_revision().publish()
    first = twin_of(page).title
    StringTranslation.objects.filter(context__path="title").update(data="Not approved by anybody")
    client.force_login(person)
    hand_on(client, translation)
    twin = twin_of(page)
    assert (twin.title, twin.draft_title, twin.has_unpublished_changes) == (first, "Not approved by anybody", True)
    assert "Not approved" not in client.get(twin.url).content.decode()
    client.force_login(approver)
    task = twin.current_workflow_state.current_task_state
    client.post(reverse("wagtailadmin_pages:workflow_action", args=[twin.pk, "approve", task.pk]))
    assert twin_of(page).title == "Not approved by anybody"


# -- machines ------------------------------------------------------------------------------------------------------

DUMMY = {"CLASS": "wagtail_localize.machine_translators.dummy.DummyTranslator"}


def test_no_machine_translates_unless_the_operator_wants_it(client, translation, person, settings):
    assert settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR is None
    client.force_login(person)
    url = reverse("wagtail_localize:machine_translate", args=[translation.pk])
    assert client.post(url).status_code == 404


def test_what_a_machine_wrote_is_marked_until_a_person_answers_for_it(
    client, translation, page, person, approver, settings
):
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = DUMMY
    client.force_login(person)
    client.post(reverse("wagtail_localize:machine_translate", args=[translation.pk]))
    html = client.get(edit_url(twin_of(page))).content.decode()
    assert 'name="reviewed"' in html
    hand_on(client, translation)
    assert not twin_of(page).workflow_in_progress
    hand_on(client, translation, reviewed="on")
    assert twin_of(page).workflow_in_progress
    assert not StringTranslation.objects.filter(translation_type="machine").exists()


def test_a_machine_never_writes_over_what_a_person_wrote_and_nothing_of_it_is_public(
    client, translation, page, person, approver, settings
):
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = DUMMY
    title = StringSegment.objects.get(source=translation.source, context__path="title")
    StringTranslation.objects.create(
        translation_of=title.string,
        context=title.context,
        locale=translation.target_locale,
        data="By a person",
        translation_type="manual",
        last_translated_by=person,
    )
    client.force_login(person)
    client.post(reverse("wagtail_localize:machine_translate", args=[translation.pk]))
    kinds = dict(StringTranslation.objects.values_list("context__path", "translation_type"))
    assert kinds["title"] == "manual"
    assert kinds["lead"] == "machine" if page.lead else True
    assert StringTranslation.objects.get(context__path="title").data == "By a person"
    assert not twin_of(page).live
    # The editor's own "publish" is no way round the reading either.
    client.post(edit_url(twin_of(page)), {"action": "publish"})
    assert not twin_of(page).workflow_in_progress
    assert StringTranslation.objects.filter(translation_type="machine").exists()
