"""Published pages come up for a review; whoever is in charge is reminded, and the approvers if he has left."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.contrib.contenttypes.models import ContentType
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone

from editorial.models import PageReview, ReviewRule
from editorial.models.timers import REVIEW_REMINDERS, TimerRun
from editorial.review_dates import months_before, overdue_pages
from home.models import PlainPage
from tests.editorial.accounts import APPROVER, WRITER, account
from tests.factories import NewsPageFactory, PlainPageFactory

pytestmark = pytest.mark.django_db

PUBLISHED = datetime(2025, 11, 20, 2, 0, tzinfo=UTC)
TODAY = date(2026, 11, 25)


@pytest.fixture
def rule():
    return ReviewRule.objects.create(page_type=ContentType.objects.get_for_model(PlainPage), months=12)


@pytest.fixture
def owner(home):
    return account(home, *WRITER)


@pytest.fixture
def page(home, owner, rule):
    with time_machine.travel(PUBLISHED, tick=False):
        page = PlainPageFactory(parent=home, title="Giới thiệu chung", owner=owner)
        page.save_revision().publish()
    return PlainPage.objects.get(pk=page.pk)


def due(on: date = TODAY) -> list[str]:
    return [page.title for page in overdue_pages(on)]


def remind(mailoutbox, on: date = TODAY) -> list:
    mailoutbox.clear()
    with time_machine.travel(datetime(on.year, on.month, on.day, 1, 0, tzinfo=UTC), tick=False):
        call_command("send_review_reminders")
    return list(mailoutbox)


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [
        (date(2026, 11, 25), 12, date(2025, 11, 25)),
        (date(2026, 3, 31), 1, date(2026, 2, 28)),
        (date(2024, 3, 31), 1, date(2024, 2, 29)),
        (date(2026, 1, 15), 1, date(2025, 12, 15)),
        (date(2026, 12, 31), 120, date(2016, 12, 31)),
    ],
)
def test_months_are_counted_back_by_the_calendar(day, months, before):
    assert months_before(day, months) == before


def test_a_page_is_due_when_its_types_months_have_passed(page):
    assert due(date(2026, 11, 19)) == []
    assert due(date(2026, 11, 20)) == ["Giới thiệu chung"]


def test_a_type_without_a_rule_is_never_due_unless_the_page_has_a_date(rule, news_index):
    with time_machine.travel(PUBLISHED, tick=False):
        article = NewsPageFactory(parent=news_index, title="Tin cũ")
        article.save_revision().publish()
    assert due() == []
    PageReview.objects.create(page=article, due_on=TODAY)
    assert due() == ["Tin cũ"]


def test_the_pages_own_date_wins_over_the_rule(page):
    PageReview.objects.create(page=page, due_on=TODAY + timedelta(days=1))
    assert due() == []
    assert due(TODAY + timedelta(days=1)) == ["Giới thiệu chung"]


def test_saying_that_it_is_still_right_starts_the_months_anew(client, page, owner):
    client.force_login(owner)
    with time_machine.travel(datetime(2026, 11, 25, 3, 0, tzinfo=UTC), tick=False):
        client.post(reverse("editorial_review", args=[page.pk]), {"due_on": "", "owner": "", "still_right": "1"})
    assert due() == []
    assert due(date(2027, 11, 25)) == ["Giới thiệu chung"]
    assert page.review.reviewed_by == owner


@pytest.mark.parametrize("fields", [{"due_on": "2020-01-01"}, {"due_on": "mai"}, {"owner": "999999"}])
def test_a_date_past_or_a_stranger_in_charge_is_refused(client, page, owner, fields):
    client.force_login(owner)
    response = client.post(reverse("editorial_review", args=[page.pk]), {"due_on": "", "owner": "", **fields})
    assert response.status_code == 200
    assert not PageReview.objects.exists()


def test_who_may_not_edit_a_page_does_not_set_its_review(client, page, news_index):
    client.force_login(account(news_index, *APPROVER))
    client.post(reverse("editorial_review", args=[page.pk]), {"still_right": "1"})
    assert not PageReview.objects.exists()


def test_the_person_in_charge_gets_one_mail_for_all_pages_and_once_a_day(page, home, owner, mailoutbox):
    with time_machine.travel(PUBLISHED, tick=False):
        PlainPageFactory(parent=home, title="Lịch sử", owner=owner).save_revision().publish()
    (mail,) = remind(mailoutbox)
    assert mail.to == [owner.email]
    assert "Giới thiệu chung" in mail.body
    assert "Lịch sử" in mail.body
    assert reverse("editorial_review", args=[page.pk]) in mail.body
    assert remind(mailoutbox) == []
    assert remind(mailoutbox, TODAY + timedelta(days=1)) == []
    assert len(remind(mailoutbox, TODAY + timedelta(days=7))) == 1


@pytest.mark.parametrize("how", ["inactive", "moved", "nobody"])
def test_if_the_person_has_left_the_approvers_of_the_section_are_told(page, home, owner, mailoutbox, how):
    approver = account(home, *APPROVER)
    account(home, *APPROVER, is_active=False)
    if how == "inactive":
        owner.is_active = False
        owner.save()
    elif how == "moved":
        owner.groups.clear()
    else:
        PlainPage.objects.filter(pk=page.pk).update(owner=None)
    (mail,) = remind(mailoutbox)
    assert mail.to == [approver.email]


def test_a_mail_that_fails_comes_again_and_stops_no_other(page, home, owner, mailoutbox, monkeypatch):
    other = account(home, *WRITER)
    with time_machine.travel(PUBLISHED, tick=False):
        PlainPageFactory(parent=home, title="Lịch sử", owner=other).save_revision().publish()
    send = EmailBackend.send_messages

    def fail_once(self, messages):
        if messages[0].to == [owner.email]:
            raise ConnectionRefusedError
        return send(self, messages)

    monkeypatch.setattr(EmailBackend, "send_messages", fail_once)
    with pytest.raises(CommandError):
        remind(mailoutbox)
    assert [mail.to for mail in mailoutbox] == [[other.email]]
    assert TimerRun.objects.get(name=REVIEW_REMINDERS).failures == 1
    monkeypatch.undo()
    assert [mail.to for mail in remind(mailoutbox)] == [[owner.email]]


def test_the_screen_says_that_a_page_is_due(client, page, owner):
    client.force_login(owner)
    with time_machine.travel(timezone.make_aware(datetime(2026, 11, 25)), tick=False):
        html = client.get(reverse("editorial_review", args=[page.pk])).content.decode()
    assert "help-warning" in html
