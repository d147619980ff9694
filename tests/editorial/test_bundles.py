"""A bundle goes out whole, in its minute, approved by somebody who wrote none of it, or not at all."""

from datetime import timedelta

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from editorial import release
from editorial.models import BundleItem, BundleState, Notification, NotificationKind, ReleaseBundle
from news.models import NewsPage
from tests.editorial.accounts import APPROVER, WRITER, account
from tests.factories import NewsIndexPageFactory, NewsPageFactory, OrganisationPageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def writer(home):
    return account(home, *WRITER)


@pytest.fixture
def approver(home):
    return account(home, *APPROVER)


def draft(parent, writer, title: str) -> NewsPage:
    page = NewsPageFactory(parent=parent, title=title, live=False, owner=writer)
    page.save_revision(user=writer)
    return NewsPage.objects.get(pk=page.pk)


@pytest.fixture
def pages(news_index, writer):
    return [draft(news_index, writer, title) for title in ("Quyết định", "Bài giải thích")]


@pytest.fixture
def bundle(pages, writer):
    bundle = ReleaseBundle.objects.create(
        title="Công bố quy hoạch", publish_at=timezone.now() + timedelta(hours=1), created_by=writer
    )
    for page in pages:
        BundleItem.objects.create(bundle=bundle, page=page)
    return bundle


def step(client, bundle, name: str, **fields):
    url = reverse("editorial_bundle", args=[bundle.pk])
    if name == "approve":
        fields.setdefault("seen", ",".join(map(str, release.newest_revisions(bundle).values())))
    return client.post(url, {"step": name, **fields}, follow=True)


def state(bundle) -> str:
    return ReleaseBundle.objects.get(pk=bundle.pk).state


def live(pages) -> list[bool]:
    return [NewsPage.objects.get(pk=page.pk).live for page in pages]


@pytest.fixture
def approved(client, bundle, writer, approver):
    client.force_login(writer)
    step(client, bundle, "submit")
    client.force_login(approver)
    step(client, bundle, "approve")
    assert state(bundle) == BundleState.APPROVED
    return bundle


def run_after(hours: float = 2):
    with time_machine.travel(timezone.now() + timedelta(hours=hours), tick=False):
        call_command("publish_scheduled")


def test_all_pages_appear_in_the_minute_and_not_before(approved, pages):
    run_after(0.5)
    assert live(pages) == [False, False]
    run_after(30)
    assert live(pages) == [True, True]
    assert state(approved) == BundleState.PUBLISHED
    run_after(31)
    entry = ModelLogEntry.objects.get(action="editorial.bundle.publish")
    assert sorted(entry.data["revisions"]) == sorted(page.latest_revision_id for page in pages)


def test_without_a_time_it_appears_with_the_approval(client, bundle, pages, writer, approver):
    ReleaseBundle.objects.filter(pk=bundle.pk).update(publish_at=None)
    client.force_login(writer)
    step(client, bundle, "submit")
    client.force_login(approver)
    step(client, bundle, "approve")
    assert live(pages) == [True, True]


def test_if_one_cannot_be_published_none_is_and_the_bundle_says_why(approved, pages):
    revision = pages[1].latest_revision
    revision.content["lead"] = ""
    revision.save()
    with pytest.raises(CommandError):
        run_after()
    assert live(pages) == [False, False]
    assert state(approved) == BundleState.FAILED
    assert "Bài giải thích" in ReleaseBundle.objects.get(pk=approved.pk).message


def test_a_page_that_cannot_be_stored_takes_the_others_back(approved, pages, monkeypatch):
    def fail(self, *args, **kwargs):
        if self.title == "Bài giải thích" and self.live:
            raise RuntimeError("hỏng đĩa")
        return original(self, *args, **kwargs)

    original = NewsPage.save
    monkeypatch.setattr(NewsPage, "save", fail)
    with pytest.raises(CommandError):
        run_after()
    monkeypatch.undo()
    assert live(pages) == [False, False]
    assert state(approved) == BundleState.FAILED


def test_a_later_edit_takes_the_approval_away_and_says_so(approved, pages, writer):
    pages[0].lead = "Sửa sau khi duyệt."
    pages[0].save_revision(user=writer)
    run_after()
    assert live(pages) == [False, False]
    fresh = ReleaseBundle.objects.get(pk=approved.pk)
    assert fresh.state == BundleState.DRAFT
    assert "Quyết định" in fresh.message


def test_who_opens_a_page_of_an_approved_bundle_is_warned(client, approved, pages, writer):
    client.force_login(writer)
    html = client.get(reverse("wagtailadmin_pages:edit", args=[pages[0].pk])).content.decode()
    assert approved.title in html


def test_those_whom_it_concerns_find_it_in_their_inbox(client, bundle, writer, approver):
    def inbox(user) -> list[str]:
        return list(Notification.objects.filter(recipient=user, read_at=None).values_list("kind", flat=True))

    client.force_login(writer)
    step(client, bundle, "submit")
    assert inbox(approver) == [NotificationKind.TURN]
    client.force_login(approver)
    step(client, bundle, "return", reason="Thiếu phụ lục.")
    assert inbox(approver) == []
    assert inbox(writer) == [NotificationKind.RETURNED]
    assert Notification.objects.get(recipient=writer).comment == "Thiếu phụ lục."


def test_who_wrote_any_part_or_sent_it_does_not_approve(client, bundle, pages, home, writer):
    second = account(home, *APPROVER)
    pages[1].save_revision(user=second)
    sender = account(home, *APPROVER)
    client.force_login(sender)
    step(client, bundle, "submit")
    for user in (second, sender, writer):
        client.force_login(user)
        step(client, bundle, "approve")
        assert state(bundle) == BundleState.IN_REVIEW


def test_an_approver_needs_the_right_on_every_page(client, bundle, organisation_index, writer, home):
    department = NewsIndexPageFactory(parent=OrganisationPageFactory(parent=organisation_index), slug="tin-so")
    BundleItem.objects.create(bundle=bundle, page=draft(department, writer, "Tin của sở"))
    client.force_login(writer)
    step(client, bundle, "submit")
    client.force_login(account(department, *APPROVER))
    step(client, bundle, "approve")
    assert state(bundle) == BundleState.IN_REVIEW


def test_what_changed_while_the_approver_was_reading_is_not_approved(client, bundle, pages, writer, approver):
    client.force_login(writer)
    step(client, bundle, "submit")
    seen = ",".join(map(str, release.newest_revisions(bundle).values()))
    pages[0].save_revision(user=writer)
    client.force_login(approver)
    step(client, bundle, "approve", seen=seen)
    assert state(bundle) == BundleState.IN_REVIEW


def test_two_approvals_at_once_are_one(client, approved, home):
    client.force_login(account(home, *APPROVER))
    response = step(client, approved, "approve")
    assert response.status_code == 200
    assert ModelLogEntry.objects.filter(action="editorial.bundle.approve").count() == 1


def test_returning_needs_a_reason_that_the_makers_read(client, approved, writer):
    step(client, approved, "return", reason="  ")
    assert state(approved) == BundleState.APPROVED
    step(client, approved, "return", reason="Thiếu phụ lục.")
    assert state(approved) == BundleState.DRAFT
    client.force_login(writer)
    assert "Thiếu phụ lục." in client.get(reverse("editorial_bundle", args=[approved.pk])).content.decode()


@pytest.mark.parametrize("fault", ["empty", "scheduled", "elsewhere", "unfinished", "past", "orphan"])
def test_what_is_missing_is_said_when_it_is_sent(client, bundle, pages, writer, news_index, fault):
    if fault == "empty":
        BundleItem.objects.all().delete()
    elif fault == "scheduled":
        pages[0].go_live_at = timezone.now() + timedelta(days=2)
        pages[0].save_revision(user=writer)
    elif fault == "elsewhere":
        other = ReleaseBundle.objects.create(title="Gói khác", state=BundleState.IN_REVIEW)
        BundleItem.objects.create(bundle=other, page=pages[0])
    elif fault == "unfinished":
        pages[0].category = None
        pages[0].save_revision(user=writer, clean=False)
    elif fault == "past":
        ReleaseBundle.objects.filter(pk=bundle.pk).update(publish_at=timezone.now() - timedelta(hours=1))
    else:
        news_index.unpublish()
    client.force_login(writer)
    response = step(client, bundle, "submit")
    assert response.status_code == 200
    assert "help-critical" in response.content.decode()
    assert state(bundle) == BundleState.DRAFT


def test_a_deleted_page_leaves_the_bundle(client, bundle, pages, writer):
    pages[0].delete()
    client.force_login(writer)
    step(client, bundle, "submit")
    assert state(bundle) == BundleState.IN_REVIEW


@pytest.mark.parametrize("name", ["", "publish", "../", "approve"])
def test_a_step_that_is_not_offered_does_nothing(client, bundle, writer, name):
    client.force_login(writer)
    assert step(client, bundle, name, seen="1,x,9").status_code == 200
    assert state(bundle) == BundleState.DRAFT


# -- the form -----------------------------------------------------------------------------------


def form(*pages, **fields) -> dict:
    rows = {
        f"items-{number}-{name}": value
        for number, page in enumerate(pages)
        for name, value in {"page": page.pk, "id": "", "DELETE": ""}.items()
    }
    management = {"items-TOTAL_FORMS": len(pages), "items-INITIAL_FORMS": 0, "items-MIN_NUM_FORMS": 0}
    return {"title": "Gói", "publish_at": "", "note": "", **management, "items-MAX_NUM_FORMS": 1000, **rows, **fields}


def test_a_bundle_is_made_in_the_admin(client, pages, writer):
    client.force_login(writer)
    response = client.post(reverse("bundles:add"), form(*pages), follow=True)
    made = ReleaseBundle.objects.get()
    assert (made.created_by, made.items.count()) == (writer, 2)
    assert "Quyết định" in response.content.decode()
    assert "Gói" in client.get(reverse("bundles:index")).content.decode()


def test_foreign_pages_doubles_and_times_past_are_refused(client, pages, organisation_index, news_index):
    department = NewsIndexPageFactory(parent=OrganisationPageFactory(parent=organisation_index), slug="tin-so")
    foreign = NewsPageFactory(parent=department, title="Của sở", live=False)
    client.force_login(account(news_index, *WRITER))
    own = NewsPageFactory(parent=news_index, live=False)
    for wrong in (form(foreign), form(own, own), form(own, publish_at="2020-01-01 00:00")):
        assert client.post(reverse("bundles:add"), wrong).status_code == 200
    assert not ReleaseBundle.objects.exists()


def test_an_approved_bundle_is_locked(client, approved, pages, writer):
    client.force_login(writer)
    client.post(reverse("bundles:edit", args=[approved.pk]), form(*pages, title="Đổi tên"))
    client.post(reverse("bundles:delete", args=[approved.pk]))
    assert ReleaseBundle.objects.get(pk=approved.pk).title == "Công bố quy hoạch"


def test_nobody_of_another_department_sees_or_touches_it(client, bundle, organisation_index):
    other = NewsIndexPageFactory(parent=OrganisationPageFactory(parent=organisation_index), slug="tin-so")
    client.force_login(account(other, *APPROVER))
    assert "Công bố" not in client.get(reverse("bundles:index")).content.decode()
    for url in (reverse("editorial_bundle", args=[bundle.pk]), reverse("bundles:edit", args=[bundle.pk])):
        assert "Công bố" not in client.get(url, follow=True).content.decode()
    client.post(reverse("bundles:delete", args=[bundle.pk]))
    assert ReleaseBundle.objects.filter(pk=bundle.pk).exists()
