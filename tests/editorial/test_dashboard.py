"""The desk shows a person what concerns him, and nothing of others."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from django.utils import timezone

from editorial.enums import Role
from editorial.models import ReviewRule
from news.models import NewsPage
from tests.factories import NewsPageFactory
from tests.factories.staff import person

pytestmark = pytest.mark.django_db


def draft(index, user, title: str, **fields) -> NewsPage:
    page = NewsPageFactory(parent=index, title=title, live=False, **fields)
    page.save_revision(user=user)
    return NewsPage.objects.get(pk=page.pk)


def desk_of(client, user) -> str:
    client.force_login(user)
    return client.get(reverse("wagtailadmin_home")).content.decode()


def test_a_returned_text_is_on_its_writers_desk_with_the_reason(client, units):
    (office, index), (other, _) = units
    writer = person(office, Role.CONTRIBUTOR)
    page = draft(index, writer, "Bài bị trả")
    index.get_workflow().start(page, writer)
    assert "Bài bị trả" in desk_of(client, person(office, Role.EDITOR))
    state = page.current_workflow_task_state
    state.task.specific.on_action(state, person(office, Role.EDITOR), "reject", comment="Thiếu ngày khánh thành")
    desk = desk_of(client, writer)
    assert "Thiếu ngày khánh thành" in desk
    assert "desk-returned" in desk
    assert "Bài bị trả" not in desk_of(client, person(other, Role.EDITOR))


def test_what_is_scheduled_in_ones_own_section_is_on_the_desk(client, units):
    (office, index), (other, _) = units
    page = draft(index, None, "Bài hẹn giờ", go_live_at=timezone.now() + timedelta(days=3))
    page.get_latest_revision().publish()
    assert "Bài hẹn giờ" in desk_of(client, person(office, Role.EDITOR))
    assert "Bài hẹn giờ" not in desk_of(client, person(other, Role.EDITOR))


def test_a_page_past_its_review_date_is_on_the_desk_and_in_the_report(client, units):
    (office, index), (other, _) = units
    page = NewsPageFactory(parent=index, title="Bài đã cũ")
    ReviewRule.objects.update_or_create(page_type=ContentType.objects.get_for_model(NewsPage), defaults={"months": 1})
    NewsPage.objects.filter(pk=page.pk).update(last_published_at=timezone.now() - timedelta(days=90))
    editor = person(office, Role.EDITOR)
    assert "Bài đã cũ" in desk_of(client, editor)
    report = reverse("editorial_reviews_due")
    assert "Bài đã cũ" in client.get(report).content.decode()
    assert "Bài đã cũ" not in desk_of(client, person(other, Role.EDITOR))
    assert "Bài đã cũ" not in client.get(report).content.decode()


def test_an_empty_desk_shows_no_empty_panel(client, units):
    (office, _), _ = units
    assert 'id="desk-' not in desk_of(client, person(office, Role.FEEDBACK_OFFICER))


def test_the_desk_costs_the_same_for_many_lines(client, units, django_assert_max_num_queries):
    (office, index), _ = units
    for number in range(15):
        page = draft(index, None, f"Bài {number}", go_live_at=timezone.now() + timedelta(days=3))
        page.get_latest_revision().publish()
    editor = person(office, Role.EDITOR)
    desk_of(client, editor)
    with django_assert_max_num_queries(60):
        client.get(reverse("wagtailadmin_home"))


def test_the_form_of_a_new_text_is_one_click_away_in_ones_own_lists(client, units):
    (office, news), (_other, foreign) = units
    client.force_login(person(office, Role.CONTRIBUTOR))
    desk = BeautifulSoup(client.get(reverse("wagtailadmin_home")).content, "html.parser")
    link = desk.select_one("#desk-write-content a, #desk-write a")
    assert link["href"] == reverse("wagtailadmin_pages:add", args=["news", "newspage", news.pk])
    assert "Sở Y tế" in link.parent.get_text()
    assert client.get(link["href"]).status_code == 200
    assert f"newspage/{foreign.pk}/" not in str(desk)
