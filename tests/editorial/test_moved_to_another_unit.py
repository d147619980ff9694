"""A text that moved into another unit's section is that unit's: to read, to approve, to publish."""

from datetime import timedelta

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, WorkflowState

from editorial import four_eyes
from editorial.enums import Role
from news.models import NewsPage
from tests.factories import NewsIndexPageFactory, NewsPageFactory
from tests.factories.staff import person

pytestmark = pytest.mark.django_db
SECRET = "Tên mới ở đơn vị kia"


def draft(index, user, **fields) -> NewsPage:
    page = NewsPageFactory(parent=index, title="Bài sắp chuyển", live=False, **fields)
    page.save_revision(user=user, log_action=True)
    return NewsPage.objects.get(pk=page.pk)


def move(page, index) -> NewsPage:
    NewsPage.objects.get(pk=page.pk).move(index, pos="last-child")
    return NewsPage.objects.get(pk=page.pk)


def test_the_first_office_decides_nothing_any_more(client, units):
    (first, index), (_second, other) = units
    writer, editor, approver = (person(first, role) for role in (Role.CONTRIBUTOR, Role.EDITOR, Role.UNIT_APPROVER))
    page = draft(index, writer)
    index.get_workflow().start(page, writer)
    page.current_workflow_task_state.approve(user=editor)
    state = page.current_workflow_task_state
    page = move(page, other)
    client.force_login(approver)
    assert client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 302
    client.post(reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk]), {"comment": ""})
    assert not Page.objects.get(pk=page.pk).live
    assert not WorkflowState.objects.active().exists()


def test_a_time_that_the_first_office_approved_publishes_nothing_in_the_second(units):
    (first, index), (second, other) = units
    page = draft(index, person(first, Role.CONTRIBUTOR))
    page.go_live_at = timezone.now() + timedelta(hours=1)
    page.save_revision(user=page.latest_revision.user).publish(user=person(first, Role.UNIT_APPROVER))
    page = move(page, other)
    with time_machine.travel(timezone.now() + timedelta(hours=2)):
        with pytest.raises(CommandError):
            call_command("publish_scheduled")
        assert not Page.objects.get(pk=page.pk).live
        four_eyes.approve(page, page.latest_revision, person(second, Role.UNIT_APPROVER))
        call_command("publish_scheduled")
    assert Page.objects.get(pk=page.pk).live


def test_within_a_section_a_page_keeps_its_approval(units):
    (first, index), _second = units
    page = draft(index, person(first, Role.CONTRIBUTOR))
    four_eyes.approve(page, page.latest_revision, person(first, Role.UNIT_APPROVER))
    page = move(page, NewsIndexPageFactory(parent=index.get_parent(), title="Tin khác", slug="tin-khac"))
    assert four_eyes.is_approved(page, page.latest_revision)


def test_the_desk_of_its_writer_no_longer_names_it(client, units):
    (first, index), (second, other) = units
    writer = person(first, Role.CONTRIBUTOR)
    editor, approver = person(first, Role.EDITOR), person(second, Role.UNIT_APPROVER)
    page = draft(index, writer)
    page.save_revision(user=writer, log_action=True)
    page.save_revision(user=editor, log_action=True)
    Page.objects.filter(pk=page.pk).update(locked=True, locked_by=editor, locked_at=timezone.now())
    page = move(page, other)
    page.title = SECRET
    page.save_revision(user=person(second, Role.EDITOR), log_action=True)
    other.get_workflow().start(page, writer)
    state = page.current_workflow_task_state
    for user in (writer, editor):
        client.force_login(user)
        assert SECRET not in client.get(reverse("wagtailadmin_home")).content.decode()
    state.reject(user=approver, comment="Sửa lại")
    for user in (writer, editor):
        client.force_login(user)
        assert SECRET not in client.get(reverse("wagtailadmin_home")).content.decode()
