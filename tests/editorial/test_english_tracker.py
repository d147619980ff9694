"""What is owed in English, per unit; and both trees in step."""

import csv
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale, Page, PageLogEntry, PageViewRestriction, Site

from core.models import TextVersion
from departments.models import Division, OrganisationPage
from editorial.models import RequiredTranslation
from tests.editorial.accounts import APPROVER, account
from tests.editorial.translating import english_home, translation_of
from tests.factories import (
    CategoryFactory,
    OrganisationIndexPageFactory,
    OrganisationPageFactory,
    PlainPageFactory,
    SectionPageFactory,
    UserFactory,
)
from tests.worlds import scratch_database

pytestmark = pytest.mark.django_db


def unit(directory, title: str, **fields) -> OrganisationPage:
    page = OrganisationPageFactory(parent=directory, title=title, **fields)
    page.save_revision().publish()
    return OrganisationPage.objects.get(pk=page.pk)


def in_english(page: Page, parent: Page, live: bool = True) -> Page:
    twin = type(page)(
        title=f"English {page.pk}",
        slug=f"english-{page.pk}",
        locale=parent.locale,
        translation_key=page.translation_key,
        live=live,
    )
    twin = parent.add_child(instance=twin)
    if live:
        twin.save_revision().publish()
    return type(page).objects.get(pk=twin.pk)


@pytest.fixture(scope="module")
def built(django_db_setup, django_db_blocker):
    """Both directories and one unit of each state, made once; every test has its own savepoint."""
    with scratch_database(django_db_blocker):
        home = Site.objects.get(is_default_site=True).root_page.specific
        english = english_home(home)
        directory = OrganisationIndexPageFactory(parent=home, title="Cơ quan, đơn vị", slug="co-quan")
        directory.save_revision().publish()
        twin = in_english(directory, english)
        found = {name: unit(directory, name) for name in ("Sở Chưa có", "Sở Cũ", "Sở Nháp", "Sở Đủ")}
        in_english(found["Sở Nháp"], twin, live=False)
        complete = in_english(found["Sở Đủ"], twin)
        OrganisationPage.objects.filter(pk=complete.pk).update(functions="<p>Advises.</p>", address="1 River Road")
        in_english(found["Sở Cũ"], twin)
        found["Sở Cũ"].functions = "<p>Đã đổi.</p>"
        found["Sở Cũ"].save_revision().publish()
        yield english, (directory, twin), found


@pytest.fixture
def english(built, db):
    return Page.objects.get(pk=built[0].pk).specific


@pytest.fixture
def directories(built, db):
    return [Page.objects.get(pk=page.pk).specific for page in built[1]]


@pytest.fixture
def units(built, db):
    return {name: OrganisationPage.objects.get(pk=page.pk) for name, page in built[2].items()}


def rows(client, **query) -> dict[str, list]:
    response = client.get(reverse("editorial_english"), {**query, "export": "csv"})
    assert response.status_code == 200
    lines = csv.reader(b"".join(response.streaming_content).decode("utf-8-sig").splitlines())
    return {line[0]: line[1:] for line in list(lines)[1:]}


def test_the_tracker_tells_the_state_of_every_required_page(client, units):
    client.force_login(UserFactory(is_superuser=True, is_staff=True))
    found = rows(client)
    assert {name: found[name][1] for name in units} == {
        "Sở Chưa có": "chưa có trang tiếng Anh",
        "Sở Cũ": "cũ hơn bản tiếng Việt",
        "Sở Nháp": "bản nháp, chưa đăng",
        "Sở Đủ": "đã khớp",
    }
    states = [line[1] for line in found.values()]
    assert "đã khớp" not in states[: len(states) - states.count("đã khớp")], "what is owed stands first"


def test_a_unit_whose_english_page_lacks_a_required_part_is_told_which(client, units):
    page = units["Sở Đủ"]
    twin = OrganisationPage.objects.get(translation_key=page.translation_key, locale__language_code="en")
    Division.objects.create(organisation=page, name="Văn phòng")
    OrganisationPage.objects.filter(pk=page.pk).update(functions="<p>Tham mưu.</p>", address="Số 1")
    OrganisationPage.objects.filter(pk=twin.pk).update(functions="", address="", phone="", email="")
    client.force_login(UserFactory(is_superuser=True, is_staff=True))
    line = rows(client)["Sở Đủ"]
    assert line[1] == "thiếu phần bắt buộc"
    assert line[3] == "Cơ cấu tổ chức, Chức năng, nhiệm vụ, quyền hạn, Liên hệ"
    Division.objects.create(organisation=twin, name="Office")
    OrganisationPage.objects.filter(pk=twin.pk).update(functions="<p>Advises.</p>", address="1 River Road")
    assert rows(client)["Sở Đủ"][1] == "đã khớp"
    assert set(rows(client, state="incomplete")) == set()


def test_days_are_counted_from_the_change(client, units):
    TextVersion.objects.filter(page=units["Sở Cũ"]).update(changed_at=timezone.now() - timedelta(days=12))
    twin = units["Sở Cũ"].get_translation(Locale.objects.get(language_code="en"))
    type(twin.live_revision).objects.filter(pk=twin.live_revision_id).update(
        created_at=timezone.now() - timedelta(days=40)
    )
    client.force_login(UserFactory(is_superuser=True, is_staff=True))
    assert rows(client)["Sở Cũ"][2] == "12"
    assert rows(client)["Sở Đủ"][2] == ""


def test_a_unit_sees_its_own_pages_only(client, units):
    client.force_login(account(units["Sở Cũ"], *APPROVER))
    assert set(rows(client)) == {"Sở Cũ"}
    html = client.get(reverse("editorial_english")).content.decode()
    assert "Sở Đủ" not in html
    client.force_login(UserFactory())
    assert client.get(reverse("editorial_english")).status_code in (302, 403)


def test_filters_and_nonsense(client, units):
    client.force_login(UserFactory(is_superuser=True, is_staff=True))
    assert set(rows(client, state="stale")) == {"Sở Cũ"}
    assert set(rows(client, unit=units["Sở Đủ"].pk)) == {"Sở Đủ"}
    for query in ({"state": "nonsense"}, {"unit": "x"}, {"unit": "999999"}, {"p": "0"}):
        assert client.get(reverse("editorial_english"), query).status_code == 200


def test_a_name_cannot_run_in_a_spreadsheet(client, directories):
    unit(directories[0], "=1+1", slug="cong-thuc")
    client.force_login(UserFactory(is_superuser=True, is_staff=True))
    assert "'=1+1" in rows(client)


def test_which_pages_are_required_is_the_office_s_list(client, home, units):
    page = PlainPageFactory(parent=home, title="Đầu tư", slug="dau-tu")
    client.force_login(UserFactory(is_superuser=True, is_staff=True))
    assert "Đầu tư" not in rows(client)
    RequiredTranslation.objects.create(page_type="home.PlainPage")
    assert rows(client)["Đầu tư"][1] == "chưa có trang tiếng Anh"
    RequiredTranslation.objects.exclude(page_type="home.PlainPage").delete()
    assert set(rows(client)) == {"Đầu tư"}
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert rows(client) == {}


def test_the_first_page_of_the_admin_tells_what_is_owed(client, units):
    client.force_login(account(units["Sở Cũ"], *APPROVER))
    html = client.get(reverse("wagtailadmin_home")).content.decode()
    assert "1 trang tiếng Anh cũ hơn bản tiếng Việt" in html
    assert f"{reverse('editorial_english')}?state=stale" in html
    client.force_login(account(units["Sở Đủ"], *APPROVER))
    assert "english-tracker" not in client.get(reverse("wagtailadmin_home")).content.decode()


def test_the_tracker_costs_the_same_with_many_units(client, directories):
    client.force_login(UserFactory(is_superuser=True, is_staff=True))
    directory, english = directories

    def cost() -> int:
        client.get(reverse("editorial_english"))
        with CaptureQueriesContext(connection) as captured:
            client.get(reverse("editorial_english"))
        return len(captured)

    for number in range(3):
        in_english(unit(directory, f"Sở {number}", slug=f"so-{number}"), english)
    few = cost()
    for number in range(3, 8):
        in_english(unit(directory, f"Sở {number}", slug=f"so-{number}"), english)
    assert cost() == few <= 25


def test_a_label_under_its_vietnamese_name_is_listed_until_it_has_another(client, home, units):
    category = CategoryFactory(name="An ninh", slug="an-ninh", locale=home.locale)
    translation_of(category)
    client.force_login(UserFactory(is_superuser=True, is_staff=True))

    def listed() -> str:
        return client.get(reverse("editorial_english")).content.decode()

    assert "An ninh" in listed()
    label = category.get_translation(Locale.objects.get(language_code="en"))
    assert f"/{label.pk}/" in listed()
    label.name = "Security"
    label.save()
    assert "An ninh" not in listed()


# -- both trees ----------------------------------------------------------------------------------------------------


@pytest.fixture
def sections(home, english):
    """Two sections in both languages, and a page with its twin in the first."""
    pairs = []
    for number in (1, 2):
        section = SectionPageFactory(parent=home, title=f"Mục {number}", slug=f"muc-{number}")
        pairs.append((section, in_english(section, english)))
    page = PlainPageFactory(parent=pairs[0][0], title="Trang", slug="trang")
    page.save_revision().publish()
    return pairs, page, in_english(page, pairs[0][1])


def fresh(page):
    return Page.objects.get(pk=page.pk)


def test_a_moved_page_takes_its_twin_along(sections):
    pairs, page, twin = sections
    fresh(page).move(fresh(pairs[1][0]), pos="last-child")
    assert fresh(twin).get_parent().pk == pairs[1][1].pk
    fresh(twin).move(fresh(pairs[0][1]), pos="last-child")
    assert fresh(page).get_parent().pk == pairs[1][0].pk


def test_a_twin_stays_where_the_new_place_has_no_english(home, sections):
    pairs, page, twin = sections
    lonely = SectionPageFactory(parent=home, title="Chỉ tiếng Việt", slug="chi-tieng-viet")
    fresh(page).move(lonely, pos="last-child")
    assert fresh(twin).get_parent().pk == pairs[0][1].pk
    assert fresh(twin).live


def test_a_page_taken_back_takes_back_its_twin_which_waits_for_its_own_approval(sections):
    _pairs, page, twin = sections
    page.unpublish()
    assert not fresh(twin).live
    page.save_revision().publish()
    assert not fresh(twin).live


def test_taking_back_the_english_leaves_the_vietnamese(sections):
    _pairs, page, twin = sections
    twin.unpublish()
    assert fresh(page).live


def test_a_copy_has_no_twin_and_no_alias_is_made(client, sections):
    pairs, page, twin = sections
    copied = fresh(page).specific.copy(update_attrs={"slug": "ban-sao"})
    assert not copied.get_translations().exists()
    assert not Page.objects.filter(alias_of__isnull=False).exists()
    assert fresh(twin).translation_key == page.translation_key


def test_publishing_in_vietnamese_writes_nothing_into_the_english_history(sections):
    _pairs, page, twin = sections
    before = PageLogEntry.objects.filter(page=twin.pk).count()
    page.lead = "Khác."
    page.save_revision().publish()
    assert PageLogEntry.objects.filter(page=twin.pk).count() == before


def test_a_deleted_draft_leaves_its_twin_as_a_draft(sections, home, english):
    page = PlainPageFactory(parent=home, title="Nháp", slug="nhap", live=False)
    twin = in_english(page, english, live=False)
    page.delete()
    assert not fresh(twin).live
