"""A change that was refused is in the audit log; looking at something, and what was allowed, is not."""

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry, Page

from editorial.refusals import ACTION
from tests.editorial.translating import translation_of
from tests.factories import (
    CategoryFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    OrganisationIndexPageFactory,
    OrganisationPageFactory,
    PersonFactory,
    PortalImageFactory,
)
from tests.factories.staff import make_staff

SECRET = "bí mật của thư"


@pytest.fixture
def unit(home):
    """The unit of the person who tries."""
    directory = OrganisationIndexPageFactory(parent=home)
    return OrganisationPageFactory(parent=directory, title="Sở ta", slug="so-ta")


@pytest.fixture
def theirs(unit):
    """Another unit with a draft."""
    other = OrganisationPageFactory(parent=unit.get_parent(), title="Sở khác", slug="so-khac")
    return NewsPageFactory(parent=NewsIndexPageFactory(parent=other, title="Tin", slug="tin"), live=False)


@pytest.fixture
def user(unit):
    """Somebody who edits the pages and the records of one unit."""
    user = make_staff(unit, "add", "change", "publish")
    records = Permission.objects.filter(content_type__app_label="departments", codename__endswith="_person")
    user.groups.get().permissions.add(*records)
    return user


@pytest.fixture
def desk(client, user) -> Client:
    """That person at work."""
    client.force_login(user)
    return client


def doors(theirs: Page) -> dict[str, str]:
    """Return what a forged request may try → its address."""
    person = PersonFactory(organisation=theirs.get_parent().get_parent().specific)
    return {
        "page": reverse("wagtailadmin_pages:edit", args=[theirs.pk]),
        "delete a page": reverse("wagtailadmin_pages:delete", args=[theirs.pk]),
        "add a page": reverse("wagtailadmin_pages:add", args=["news", "newspage", theirs.get_parent().pk]),
        "record": reverse("wagtailsnippets_departments_person:edit", args=[person.pk]),
        "snippet": reverse("wagtailsnippets_news_category:edit", args=[CategoryFactory().pk]),
        "image": reverse("wagtailimages:edit", args=[PortalImageFactory().pk]),
        "account": reverse("wagtailusers_users:add"),
    }


DOORS = ["page", "delete a page", "add a page", "record", "snippet", "image", "account"]


@pytest.mark.parametrize("headers", [{}, {"x-requested-with": "XMLHttpRequest"}], ids=["form", "script"])
@pytest.mark.parametrize("door", DOORS)
def test_a_refused_change_is_noted_once_with_account_and_address_only(desk, user, theirs, door, headers):
    url = doors(theirs)[door]
    desk.post(f"{url}?next={SECRET}", {"title": SECRET}, headers=headers)
    entry = ModelLogEntry.objects.get()
    assert (entry.action, entry.user, entry.object_id) == (ACTION, user, str(user.pk))
    assert entry.data == {"address": url}
    assert SECRET not in f"{entry.label} {entry.message}"


@pytest.mark.parametrize("door", DOORS)
def test_looking_is_not_noted(desk, theirs, door):
    desk.get(doors(theirs)[door])
    assert not ModelLogEntry.objects.exists()


def test_who_is_not_logged_in_is_not_noted(client, theirs):
    for url in doors(theirs).values():
        client.post(url, {"title": SECRET})
        client.post(url, {"title": SECRET}, headers={"x-requested-with": "XMLHttpRequest"})
    client.post(reverse("wagtailadmin_login"), {"username": "ai do", "password": "sai"})
    assert not ModelLogEntry.objects.exists()


def test_a_login_and_a_logout_are_not_noted(client, user, theirs):
    client.force_login(user)
    # The sentence of a refusal that nobody has read yet.
    client.get(doors(theirs)["page"])
    client.post(reverse("wagtailadmin_logout"))
    response = client.post(reverse("wagtailadmin_login"), {"username": user.username, "password": "x"})
    assert response.url == reverse("wagtailadmin_home")
    assert not ModelLogEntry.objects.filter(action=ACTION).exists()


def test_what_one_may_change_is_not_noted(desk, unit):
    page = NewsPageFactory(parent=NewsIndexPageFactory(parent=unit, title="Tin", slug="tin"), live=False)
    desk.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))
    assert not Page.objects.filter(pk=page.pk).exists()
    assert not ModelLogEntry.objects.filter(action=ACTION).exists()


def test_work_that_ends_on_the_first_page_is_not_noted(admin_client, theirs):
    url = reverse("wagtail_localize:stop_translation", args=[translation_of(theirs).pk])
    assert admin_client.post(url).url == reverse("wagtailadmin_home")
    assert not ModelLogEntry.objects.filter(action=ACTION).exists()


def test_the_person_is_still_told_why(desk, theirs):
    response = desk.post(doors(theirs)["page"], {"title": SECRET}, follow=True)
    assert "không có quyền" in response.content.decode()


def test_a_request_forged_from_another_site_is_noted(user, unit):
    client = Client(enforce_csrf_checks=True)
    client.force_login(user)
    url = reverse("wagtailadmin_pages:delete", args=[unit.pk])
    assert client.post(url).status_code == 403
    assert ModelLogEntry.objects.get().data == {"address": url}


def test_it_stands_in_the_report_of_who_administers_accounts_and_of_nobody_else(desk, admin_client, user, theirs):
    url = doors(theirs)["page"]
    desk.post(url, {"title": SECRET})
    report = reverse("wagtailadmin_reports:site_history")
    assert url in admin_client.get(report).content.decode()
    assert url not in desk.get(report).content.decode()
    user.groups.get().permissions.add(Permission.objects.get(codename="change_user"))
    assert url in desk.get(report).content.decode()
