"""Nobody approves or publishes a change that he made any part of, whatever road he takes."""

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.models import GroupApprovalTask, Page, PageLogEntry, Workflow, WorkflowPage, WorkflowTask

from core.models import User
from core.publication import PublicationRefused
from editorial import four_eyes
from editorial.models import Approval
from news.models import NewsPage
from tests.factories import NewsPageFactory
from tests.factories.staff import make_staff
from tests.site.test_page_tree import editor_form

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(section):
    """Somebody who may not publish."""
    return make_staff(section, "add", "change", name="bien.tap")


@pytest.fixture
def workflow(section, approver, author):
    """One step, whose group holds the author too."""
    task = GroupApprovalTask.objects.create(name="duyệt")
    task.groups.add(*approver.groups.all(), *author.groups.all())
    workflow = Workflow.objects.create(name="duyệt")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    WorkflowPage.objects.create(page=section, workflow=workflow)
    return workflow


@pytest.fixture
def live(section):
    page = NewsPageFactory(parent=section, title="Bài đã đăng")
    page.save_revision().publish()
    return NewsPage.objects.get(pk=page.pk)


def draft_by(user: User | None, page: NewsPage, title: str = "Tiêu đề mới"):
    page = NewsPage.objects.get(pk=page.pk)
    page.title = title
    return page.save_revision(user=user, log_action=True)


def title_of(page: Page) -> str:
    return Page.objects.get(pk=page.pk).title


ROADS = {
    "revision": lambda revision, user: revision.publish(user=user),
    "page": lambda revision, user: revision.content_object.publish(revision, user=user),
    "action": lambda revision, user: PublishPageRevisionAction(revision, user=user).execute(
        skip_permission_checks=True
    ),
    "machine": lambda revision, user: revision.publish(),
    "without the check of rights": lambda revision, user: revision.publish(user=user, skip_permission_checks=True),
}


@pytest.mark.parametrize("road", ROADS)
def test_ones_own_change_goes_out_by_no_road(live, author, road):
    revision = draft_by(author, live)
    with pytest.raises(PublicationRefused):
        ROADS[road](revision, author)
    assert title_of(live) == "Bài đã đăng"


def test_a_superuser_is_a_person_too(live):
    boss = User.objects.create_superuser("sep", "sep@songmay.example", "x")
    with pytest.raises(PublicationRefused, match="."):
        draft_by(boss, live).publish(user=boss)


def test_somebody_else_with_the_right_publishes_it_and_that_is_an_approval(live, author, approver):
    revision = draft_by(author, live)
    revision.publish(user=approver)
    assert title_of(live) == "Tiêu đề mới"
    approval = Approval.objects.get()
    assert (approval.revision, approval.by, approval.is_final) == (revision, approver, True)
    entry = PageLogEntry.objects.get(action="editorial.approve")
    assert (entry.user, entry.data["revision"]) == (approver, revision.pk)


def test_who_may_not_publish_does_not_approve_by_trying(live, author, editor):
    with pytest.raises(PermissionDenied):
        draft_by(author, live).publish(user=editor)
    assert title_of(live) == "Bài đã đăng"
    assert not Approval.objects.exists()


def test_any_part_of_the_change_counts_not_only_the_last(live, author, approver):
    draft_by(approver, live, "Một chữ")
    revision = draft_by(author, live)
    with pytest.raises(PublicationRefused):
        revision.publish(user=approver)


def test_what_was_published_before_counts_no_more(live, author, approver):
    draft_by(author, live).publish(user=approver)
    draft_by(approver, live, "Sửa tiếp").publish(user=author)
    assert title_of(live) == "Sửa tiếp"


def test_an_edit_after_the_approval_asks_for_another(live, author, approver, editor):
    four_eyes.approve(live, draft_by(author, live), approver)
    with pytest.raises(PublicationRefused):
        draft_by(editor, live, "Đổi sau khi duyệt").publish()


def test_the_account_of_the_author_may_go_but_the_author_stays(live, author, approver):
    revision = draft_by(author, live)
    author.delete()
    revision.refresh_from_db()
    assert revision.user is None
    with pytest.raises(PublicationRefused):
        revision.publish()
    revision.publish(user=approver)
    assert title_of(live) == "Tiêu đề mới"


def test_what_the_machine_made_the_machine_publishes(live):
    draft_by(None, live).publish()
    assert title_of(live) == "Tiêu đề mới"


def test_taking_a_page_back_does_not_wash_its_change(live, author, approver):
    draft_by(author, live).publish(user=approver)
    revision = draft_by(author, live, "Lén sửa")
    NewsPage.objects.get(pk=live.pk).unpublish(user=author)
    with pytest.raises(PublicationRefused):
        revision.publish(user=author)


def test_an_old_version_brought_back_is_a_change_of_who_brings_it(live, author, approver):
    first = live.latest_revision
    draft_by(author, live).publish(user=approver)
    back = first.as_object().save_revision(user=approver, previous_revision=first)
    with pytest.raises(PublicationRefused):
        back.publish(user=approver, previous_revision=first)
    back.publish(user=author, previous_revision=first)
    assert title_of(live) == "Bài đã đăng"


@pytest.fixture
def clock():
    with time_machine.travel(timezone.now(), tick=False) as traveller:
        yield traveller


# -- schedules ----------------------------------------------------------------------------------------------------


def scheduled_draft(user: User, page: NewsPage, days: int = 1):
    page = NewsPage.objects.get(pk=page.pk)
    page.title, page.go_live_at = "Hẹn giờ", timezone.now() + timedelta(days=days)
    return page.save_revision(user=user)


@pytest.mark.parametrize("road", ROADS)
def test_ones_own_change_is_scheduled_by_no_road(live, author, road):
    revision = scheduled_draft(author, live)
    with pytest.raises(PublicationRefused):
        ROADS[road](revision, author)
    revision.refresh_from_db()
    assert revision.approved_go_live_at is None


def test_a_forged_schedule_does_not_go_out(live, author, clock):
    revision = scheduled_draft(author, live)
    type(revision).objects.filter(pk=revision.pk).update(approved_go_live_at=timezone.now() + timedelta(days=1))
    clock.shift(timedelta(days=2))
    with pytest.raises(CommandError, match="newspage"):
        call_command("publish_scheduled")
    assert title_of(live) == "Bài đã đăng"


def test_an_approved_schedule_goes_out_at_its_time(live, author, approver, clock):
    scheduled_draft(author, live).publish(user=approver)
    assert title_of(live) == "Bài đã đăng"
    clock.shift(timedelta(days=2))
    call_command("publish_scheduled")
    assert title_of(live) == "Hẹn giờ"


# -- workflow -----------------------------------------------------------------------------------------------------


@pytest.fixture
def waiting(section, author, workflow):
    page = NewsPageFactory(parent=section, title="Bài chờ duyệt", live=False)
    page.save_revision(user=author)
    workflow.start(page, author)
    return page


def decide(page: NewsPage, user: User, action: str, comment: str = "") -> None:
    state = NewsPage.objects.get(pk=page.pk).current_workflow_task_state
    state.task.specific.on_action(state, user, action, comment=comment)


def test_the_author_does_not_approve_his_own_step(waiting, author):
    with pytest.raises(PublicationRefused):
        decide(waiting, author, "approve")
    assert not NewsPage.objects.get(pk=waiting.pk).live


def test_the_other_approver_does_and_the_log_tells_both(waiting, author, approver):
    decide(waiting, approver, "approve")
    assert NewsPage.objects.get(pk=waiting.pk).live
    actions = PageLogEntry.objects.filter(page=waiting.pk)
    assert actions.filter(action="wagtail.workflow.start", user=author).exists()
    assert actions.filter(action="wagtail.workflow.approve", user=approver).exists()
    assert Approval.objects.get().by == approver


def test_who_submitted_made_a_part_of_it(section, approver, workflow):
    page = NewsPageFactory(parent=section, live=False)
    page.save_revision()
    workflow.start(page, approver)
    with pytest.raises(PublicationRefused):
        decide(page, approver, "approve")


def test_a_second_approval_of_the_same_step_changes_nothing(waiting, approver):
    state = waiting.current_workflow_task_state
    again = type(state).objects.get(pk=state.pk)
    state.approve(user=approver)
    with pytest.raises(PermissionDenied):
        type(state).objects.get(pk=state.pk).approve(user=approver)
    again.refresh_from_db()
    assert again.status == "approved"
    assert Approval.objects.count() == 1


def test_a_return_needs_a_reason(waiting, approver):
    with pytest.raises(PublicationRefused):
        decide(waiting, approver, "reject", "  ")
    decide(waiting, approver, "reject", "Thiếu nguồn")
    state = NewsPage.objects.get(pk=waiting.pk).current_workflow_state
    assert (state.status, state.current_task_state.comment) == ("needs_changes", "Thiếu nguồn")


# -- screens ------------------------------------------------------------------------------------------------------


def test_a_forged_publish_button_keeps_the_text_and_publishes_nothing(client, live, author):
    client.force_login(author)
    url = reverse("wagtailadmin_pages:edit", args=[live.pk])
    written = {"title": "Ghi lén", "lead": "Hai câu.", "category": live.category_id, "action-publish": "1"}
    form = editor_form(NewsPage, **written) | {"slug": live.slug}
    response = client.post(url, form, follow=True)
    assert response.status_code == 200
    assert title_of(live) == "Bài đã đăng"
    assert NewsPage.objects.get(pk=live.pk).get_latest_revision().user == author
    assert "người khác" in " ".join(str(message) for message in response.context["messages"])


def test_the_editor_offers_the_next_legal_step_first_and_never_to_publish(client, live, author, workflow):
    client.force_login(author)
    html = client.get(reverse("wagtailadmin_pages:edit", args=[live.pk])).content.decode()
    assert 'name="action-publish"' not in html
    assert 'name="action-submit"' in html


def test_bulk_publishing_takes_others_drafts_but_never_ones_own(client, section, author, approver):
    own = NewsPageFactory(parent=section, title="Của tôi", live=False)
    other = NewsPageFactory(parent=section, title="Của người khác", live=False)
    own.save_revision(user=author)
    other.save_revision(user=approver)
    client.force_login(author)
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    response = client.post(f"{url}?id={own.pk}&id={other.pk}&next=/admin/", follow=True)
    assert response.status_code == 200
    assert not Page.objects.get(pk=own.pk).live
    assert "Của tôi" in " ".join(str(message) for message in response.context["messages"])
    client.post(f"{url}?id={other.pk}&next=/admin/")
    assert Page.objects.get(pk=other.pk).live


def test_a_copy_is_a_draft(client, section, live, author):
    client.force_login(author)
    form = {"new_title": "Bản sao", "new_slug": "ban-sao", "new_parent_page": section.pk, "publish_copies": "on"}
    response = client.post(reverse("wagtailadmin_pages:copy", args=[live.pk]), form, follow=True)
    assert response.status_code == 200
    copy = Page.objects.get(slug="ban-sao")
    assert not copy.live
    with pytest.raises(PublicationRefused):
        copy.specific.get_latest_revision().publish(user=author)
