"""Who is told what, in the inbox and by e-mail."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, Permission
from django.core import mail
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupApprovalTask, GroupPagePermission, Workflow, WorkflowPage, WorkflowTask

from core.models import User
from editorial.models import Notification, NotificationKind, NotificationPreference
from tests.factories import NewsPageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def groups(news_index):
    """Writers and approvers of one section, with a workflow of one step."""
    made = {}
    for name, verbs in {"writers": ["add", "change"], "approvers": ["add", "change", "publish"]}.items():
        group = made[name] = Group.objects.create(name=name)
        group.permissions.add(Permission.objects.get(codename="access_admin"))
        for verb in verbs:
            permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=f"{verb}_page")
            GroupPagePermission.objects.create(group=group, page=news_index, permission=permission)
    task = GroupApprovalTask.objects.create(name="duyệt")
    task.groups.add(made["approvers"])
    workflow = Workflow.objects.create(name="duyệt")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    WorkflowPage.objects.create(page=news_index, workflow=workflow)
    return made


def member(group: Group, name: str, **fields) -> User:
    user = User.objects.create_user(name, f"{name}@songmay.example", "x", first_name=name.title(), **fields)
    user.groups.add(group)
    return user


@pytest.fixture
def writer(groups):
    return member(groups["writers"], "lam")


@pytest.fixture
def approvers(groups):
    return [member(groups["approvers"], name) for name in ("vi", "minh")]


@pytest.fixture
def submitted(news_index, writer, approvers):
    page = NewsPageFactory(parent=news_index, title="Cầu mới", live=False)
    page.save_revision(user=writer)
    page.get_workflow().start(page, writer)
    return page


def inbox_of(user: User) -> list[tuple[str, str, bool]]:
    rows = Notification.objects.filter(recipient=user)
    return [(row.title, row.kind, row.read_at is not None) for row in rows]


def test_those_whose_turn_it_is_are_asked_and_nobody_else(submitted, writer, approvers, groups):
    gone = member(groups["approvers"], "nghi", is_active=False)
    for user in approvers:
        assert inbox_of(user) == [("Cầu mới", NotificationKind.TURN, False)]
    assert inbox_of(writer) == inbox_of(gone) == []
    assert {letter.to[0] for letter in mail.outbox} == {user.email for user in approvers}


def test_the_writer_learns_why_a_text_came_back_and_the_question_is_closed(submitted, writer, approvers):
    state = submitted.current_workflow_task_state
    state.task.specific.on_action(state, approvers[0], "reject", comment="Thiếu ngày khánh thành")
    (returned,) = Notification.objects.filter(recipient=writer)
    assert (returned.kind, returned.comment, returned.sender) == ("returned", "Thiếu ngày khánh thành", "Vi")
    assert [read for _, _, read in inbox_of(approvers[1])] == [True]


def test_the_writer_learns_of_the_approval(submitted, writer, approvers):
    state = submitted.current_workflow_task_state
    state.task.specific.on_action(state, approvers[0], "approve")
    assert [kind for _, kind, _ in inbox_of(writer)] == [NotificationKind.APPROVED]


def test_a_cancelled_workflow_closes_the_question(submitted, writer, approvers):
    submitted.current_workflow_state.cancel(user=writer)
    assert [read for _, _, read in inbox_of(approvers[0])] == [True]
    assert inbox_of(writer) == []


def test_the_inbox_shows_ones_own_lines_and_marks_them_by_post_only(client, submitted, writer, approvers):
    first, second = approvers
    client.force_login(first)
    url = reverse("editorial_inbox")
    assert "Cầu mới" in client.get(url).content.decode()
    assert [read for _, _, read in inbox_of(first)] == [False]
    theirs = Notification.objects.get(recipient=second)
    client.post(url, {"id": theirs.pk})
    assert [read for _, _, read in inbox_of(second)] == [False]
    client.post(url, {"id": "٣; DROP"})
    client.post(url, {"id": Notification.objects.get(recipient=first).pk})
    assert [read for _, _, read in inbox_of(first)] == [True]
    client.force_login(writer)
    assert "Cầu mới" not in client.get(url).content.decode()
    client.logout()
    assert client.get(url).status_code == 302


def test_the_menu_counts_what_is_unread(client, submitted, approvers):
    client.force_login(approvers[0])
    assert "(1)" in client.get(reverse("editorial_inbox")).content.decode()
    client.post(reverse("editorial_inbox"))
    assert "(1)" not in client.get(reverse("editorial_inbox")).content.decode()


def choose_digest(client, user: User, digest: bool) -> None:
    client.force_login(user)
    page = client.get(reverse("wagtailadmin_account")).content.decode()
    assert 'name="digest-digest"' in page
    form = {
        "name_email-first_name": "Vi",
        "name_email-last_name": "Thảo",
        "name_email-email": user.email,
        "locale-preferred_language": "vi",
        "locale-current_time_zone": "Asia/Ho_Chi_Minh",
        "theme-theme": "system",
        "theme-contrast": "system",
        "theme-density": "default",
        "theme-keyboard_shortcuts": "on",
        **({"digest-digest": "on"} if digest else {"notifications-submitted_notifications": "on"}),
    }
    assert client.post(reverse("wagtailadmin_account"), form).status_code == 302


def test_who_chooses_the_digest_gets_one_letter_a_day_and_no_other(client, news_index, writer, approvers):
    chooser, other = approvers
    choose_digest(client, chooser, True)
    for number in range(3):
        page = NewsPageFactory(parent=news_index, title=f"Tin {number}", live=False)
        page.save_revision(user=writer)
        page.get_workflow().start(page, writer)
    assert [letter.to[0] for letter in mail.outbox] == [other.email] * 3
    mail.outbox.clear()
    call_command("send_digests")
    (letter,) = mail.outbox
    assert letter.to == [chooser.email]
    assert all(f"Tin {number}" in letter.body for number in range(3))
    assert letter.subject.startswith("3")
    call_command("send_digests")
    assert len(mail.outbox) == 1
    choose_digest(client, chooser, False)
    assert not NotificationPreference.objects.get(user=chooser).digest
    chooser.wagtail_userprofile.refresh_from_db()
    assert chooser.wagtail_userprofile.submitted_notifications


def test_a_digest_that_cannot_be_sent_is_tried_again(submitted, approvers, monkeypatch):
    NotificationPreference.objects.create(user=approvers[0], digest=True)
    mail.outbox.clear()

    def refuse(*args, **kwargs):
        raise ConnectionRefusedError

    with monkeypatch.context() as broken:
        broken.setattr("editorial.notifications.send_mail", refuse)
        call_command("send_digests")
    assert mail.outbox == []
    call_command("send_digests")
    assert len(mail.outbox) == 1


def test_old_news_that_was_read_is_in_no_digest(submitted, approvers):
    NotificationPreference.objects.create(user=approvers[0], digest=True)
    Notification.objects.update(read_at=timezone.now() - timedelta(days=1))
    mail.outbox.clear()
    call_command("send_digests")
    assert mail.outbox == []
