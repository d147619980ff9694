"""What a change in the Vietnamese tree does to the English one: mergers, withdrawals, deletions, facts."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import Page, PageLogEntry, PageViewRestriction

from departments.models import OrganisationPage
from departments.reorganisation import Plan, carry_out, undo
from editorial.models import Withdrawal
from projects.models import ProjectPage
from tests.editorial.translating import english_page
from tests.factories import OrganisationPageFactory, PlainPageFactory, SectionPageFactory, UserFactory

pytestmark = pytest.mark.django_db


def soup_of(client, url: str, status: int = 200) -> BeautifulSoup:
    response = client.get(url)
    assert response.status_code == status, url
    return BeautifulSoup(response.content.decode(), "html.parser")


def words(element) -> str:
    return " ".join(element.get_text(" ", strip=True).split())


def test_a_merger_and_its_undoing_hold_in_both_languages(client, provinces):
    vietnamese, english = provinces
    old, old_twin = vietnamese["department"], english["department"]
    new = OrganisationPageFactory(parent=vietnamese["directory"], title="Sở Mới", slug="so-moi")
    new_twin = OrganisationPageFactory(
        parent=english["directory"],
        title="New Department",
        slug="new",
        locale=english.home.locale,
        translation_key=new.translation_key,
    )
    done = carry_out(Plan("merged", date(2025, 7, 1), [old], [new], note="Theo nghị quyết."), None)
    banner = soup_of(client, old_twin.url).find(class_="succession")
    assert [link["href"] for link in banner("a")] == [new_twin.url]
    assert "New Department" in words(banner)
    assert "Sở" not in words(banner)
    assert [e["lang"] for e in banner.find_all(lang=True) if "Theo nghị quyết." in e.text] == ["vi"]
    ended = OrganisationPage.objects.filter(translation_key=old.translation_key)
    assert set(ended.values_list("valid_to", flat=True)) == {date(2025, 6, 30)}
    old_twin.get_latest_revision()
    assert OrganisationPage.objects.get(pk=old_twin.pk).save_revision().as_object().valid_to == date(2025, 6, 30)
    undo(done, None)
    assert soup_of(client, old_twin.url).find(class_="succession") is None
    assert set(ended.values_list("valid_to", flat=True)) == {None}


def test_a_reason_written_in_vietnamese_is_marked_on_the_english_page(client, provinces):
    pages = [province["plain"] for province in provinces]
    for page in pages:
        page.unpublish()
        Withdrawal.objects.get_or_create(page=page, defaults={"kind": "error", "reason": "Đăng nhầm."})
    english = soup_of(client, pages[1].url, 410)
    assert [element["lang"] for element in english.main.find_all(lang=True)] == ["vi"]
    assert soup_of(client, pages[0].url, 410).main.find(lang=True) is None
    Withdrawal.objects.filter(page=pages[1]).update(reason="Posted in error.")
    assert soup_of(client, pages[1].url, 410).main.find(lang=True) is None


def test_a_withdrawn_page_that_can_be_read_offers_its_nearest_page_in_the_other_language(client, provinces):
    vietnamese, english = provinces
    page = Page.objects.get(pk=vietnamese["plain"].pk).specific
    revision = page.save_revision()
    revision.publish()
    page.unpublish()
    Withdrawal.objects.create(page=page, kind="withdrawn", reason="Hết hiệu lực.", revision=revision)
    panel = soup_of(client, page.url).select_one(".topbar details[lang=en]")
    assert english["about"].url in [link["href"] for link in panel.select("a")]


def test_figures_that_are_carried_over_write_nothing_into_the_english_history(provinces):
    vietnamese, english = provinces
    page, twin = (ProjectPage.objects.get(pk=province["project"].pk) for province in (vietnamese, english))
    before = PageLogEntry.objects.filter(page=twin.pk).count(), twin.revisions.count()
    page.planned_end = date(2031, 1, 1)
    page.save_revision().publish()
    after = PageLogEntry.objects.filter(page=twin.pk).count(), twin.revisions.count()
    assert after == before
    assert ProjectPage.objects.get(pk=twin.pk).planned_end == date(2031, 1, 1)
    assert not Page.objects.filter(alias_of__isnull=False).exists()


def test_a_unit_that_becomes_public_in_english_is_pointed_at_from_then_on(
    client, provinces, django_capture_on_commit_callbacks
):
    vietnamese, english = provinces
    page, twin = (ProjectPage.objects.get(pk=province["project"].pk) for province in (vietnamese, english))
    unit = OrganisationPage.objects.get(pk=english["department"].pk)
    unit.unpublish()
    page.investor = vietnamese["department"]
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()
    assert ProjectPage.objects.get(pk=twin.pk).investor_id == vietnamese["department"].pk
    facts = soup_of(client, twin.url).select_one(".facts")
    assert [element["lang"] for element in facts.find_all(lang=True)] == ["vi"]
    OrganisationPage.objects.get(pk=unit.pk).save_revision().publish()
    assert ProjectPage.objects.get(pk=twin.pk).investor_id == unit.pk
    assert soup_of(client, twin.url).select_one(".facts").find(lang=True) is None


def test_the_form_of_a_translation_shows_the_original_s_figures_and_takes_no_others(client, provinces):
    twin = ProjectPage.objects.get(pk=provinces[1]["project"].pk)
    client.force_login(UserFactory(is_superuser=True, is_staff=True))
    form = client.get(reverse("wagtailadmin_pages:edit", args=[twin.pk])).context["form"]
    assert form.fields["planned_end"].disabled
    assert not form.fields["lead"].disabled
    original = client.get(reverse("wagtailadmin_pages:edit", args=[provinces[0]["project"].pk])).context["form"]
    assert not original.fields["planned_end"].disabled


# -- privacy ------------------------------------------------------------------------------------------------------


def asks_for_a_password(client, url: str) -> bool:
    response = client.get(url)
    return response.status_code == 200 and 'type="password"' in response.content.decode()


def restrict(page, **fields):
    fields = {"restriction_type": "password", "password": "mo-cua-ra", **fields}
    return PageViewRestriction.objects.create(page=page, **fields)


def test_what_is_private_in_vietnamese_is_private_in_english(client, provinces):
    vietnamese, english = provinces
    restrict(vietnamese["about"])
    for name in ("about", "plain"):
        assert asks_for_a_password(client, english[name].url), name
        assert english[name].url not in client.get("/sitemap-en.xml").content.decode()
    assert not asks_for_a_password(client, english["article"].url)


def test_the_groups_that_may_read_it_are_the_same(client, provinces):
    vietnamese, english = provinces
    group = Group.objects.create(name="Ban Biên tập")
    restrict(vietnamese["plain"], restriction_type="groups", password="").groups.add(group)
    twin = english["plain"].get_view_restrictions().get()
    assert (twin.restriction_type, list(twin.groups.all())) == ("groups", [group])


def test_opening_the_original_opens_no_translation_by_itself(client, provinces):
    vietnamese, english = provinces
    restrict(vietnamese["plain"]).delete()
    assert asks_for_a_password(client, english["plain"].url)


def test_a_page_moved_below_a_private_one_takes_its_translation_along(client, provinces, home):
    vietnamese, english = provinces
    restrict(SectionPageFactory(parent=vietnamese.home, title="Nội bộ", slug="noi-bo"))
    page = Page.objects.get(pk=vietnamese["plain"].pk).specific
    page.move(Page.objects.get(slug="noi-bo"), pos="last-child")
    assert asks_for_a_password(client, english["plain"].url)


def test_a_translation_of_a_private_page_begins_private(client, provinces, home):
    page = PlainPageFactory(parent=home, title="Nội bộ", slug="noi-bo")
    restrict(page)
    assert asks_for_a_password(client, english_page(page).url)
