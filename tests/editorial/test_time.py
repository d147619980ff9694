"""Scheduled publication, expiry and bundles: once, in order, never early, whatever stood still before."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry

from editorial import scheduling
from editorial.models import BundleItem, BundleState, ReleaseBundle
from editorial.models.timers import PUBLISH_SCHEDULED, TimerRun
from news.models import NewsPage
from tests.editorial.accounts import APPROVER, account
from tests.factories import NewsIndexPageFactory, NewsPageFactory, OrganisationPageFactory

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)


def scheduled(parent, title: str, at: datetime) -> NewsPage:
    """Return a draft whose newest revision is approved for ``at``."""
    with time_machine.travel(at - timedelta(days=30), tick=False):
        page = NewsPageFactory(parent=parent, title=title, live=False, go_live_at=at)
        page.save_revision().publish()
    return NewsPage.objects.get(pk=page.pk)


def is_live(page) -> bool:
    return NewsPage.objects.get(pk=page.pk).live


def test_nothing_appears_before_its_time_and_everything_after_it(news_index):
    page = scheduled(news_index, "Hẹn giờ", NOW)
    with time_machine.travel(NOW - timedelta(seconds=1), tick=False):
        call_command("publish_scheduled")
        assert not is_live(page)
    with time_machine.travel(NOW + timedelta(seconds=30), tick=False):
        call_command("publish_scheduled")
        assert is_live(page)


def test_after_a_day_of_standstill_all_go_out_in_the_order_of_their_times(news_index):
    times = [NOW + timedelta(hours=hour) for hour in (5, 1, 3)]
    pages = {at: scheduled(news_index, f"Bài {at.hour}", at) for at in times}
    with time_machine.travel(NOW + timedelta(days=1), tick=True):
        outcome = scheduling.run()
    published = PageLogEntry.objects.filter(action="wagtail.publish.scheduled").order_by("pk")
    assert [entry.page_id for entry in published] == [pages[at].pk for at in sorted(times)]
    assert len(outcome.done) == 3


def test_a_second_run_and_a_run_beside_it_do_nothing_again(news_index):
    scheduled(news_index, "Một lần", NOW)
    with time_machine.travel(NOW + timedelta(minutes=1), tick=False):
        # Four runs have read what is due before the first of them acts.
        runs = [scheduling.due(timezone.now()) for _number in range(4)]
        did = [item.act() for items in runs for item in items]
    assert did == [True, False, False, False]
    assert PageLogEntry.objects.filter(action="wagtail.publish.scheduled").count() == 1


def test_a_clock_that_goes_back_takes_nothing_back(news_index):
    page = scheduled(news_index, "Đã ra", NOW)
    with time_machine.travel(NOW + timedelta(minutes=1), tick=False):
        call_command("publish_scheduled")
    with time_machine.travel(NOW - timedelta(days=30), tick=False):
        call_command("publish_scheduled")
    assert is_live(page)


def test_one_that_cannot_be_published_stops_no_other_and_is_reported(news_index):
    bad = scheduled(news_index, "Hỏng", NOW)
    good = scheduled(news_index, "Tốt", NOW + timedelta(minutes=1))
    revision = bad.revisions.get(approved_go_live_at__isnull=False)
    revision.content["category"] = None
    revision.content["lead"] = ""
    revision.save()
    with time_machine.travel(NOW + timedelta(hours=1), tick=False):
        with pytest.raises(CommandError, match=str(bad.pk)):
            call_command("publish_scheduled")
        assert TimerRun.objects.get(name=PUBLISH_SCHEDULED).failures == 1
    assert is_live(good)
    assert not is_live(bad)


def test_what_has_expired_disappears_and_says_so_in_the_history(news_index):
    page = NewsPageFactory(parent=news_index, expire_at=NOW)
    with time_machine.travel(NOW + timedelta(minutes=1), tick=False):
        call_command("publish_scheduled")
    assert not is_live(page)
    assert PageLogEntry.objects.filter(page=page.pk, action="wagtail.unpublish.scheduled").exists()


def test_a_dry_run_only_says_what_is_due(news_index, capsys):
    page = scheduled(news_index, "Thử", NOW)
    with time_machine.travel(NOW + timedelta(minutes=1), tick=False):
        call_command("publish_scheduled", "--dryrun")
    assert str(page.pk) in capsys.readouterr().out
    assert not is_live(page)


# -- the calendar -------------------------------------------------------------------------------


@pytest.fixture
def other_news(organisation_index):
    return NewsIndexPageFactory(parent=OrganisationPageFactory(parent=organisation_index), slug="tin-cua-so")


def calendar(client, month: str = "2026-11"):
    return client.get(reverse("editorial_calendar"), {"month": month})


@pytest.fixture
def at_work(client, news_index):
    client.force_login(account(news_index, *APPROVER))
    with time_machine.travel(NOW, tick=False):
        yield client


def test_the_calendar_names_what_appears_disappears_and_waits(at_work, news_index):
    with time_machine.travel(NOW - timedelta(days=3), tick=False):
        scheduled(news_index, "Sắp đăng", NOW + timedelta(days=2))
        NewsPageFactory(parent=news_index, title="Sắp gỡ", expire_at=NOW + timedelta(days=3))
        NewsPageFactory(parent=news_index, title="Chờ duyệt", live=False, go_live_at=NOW + timedelta(days=4))
    html = calendar(at_work).content.decode()
    assert all(title in html for title in ("Sắp đăng", "Sắp gỡ", "Chờ duyệt"))
    assert "Sắp đăng" not in calendar(at_work, "2026-12").content.decode()


def test_the_calendar_names_nothing_of_another_department(at_work, other_news):
    scheduled(other_news, "Bí mật của sở khác", NOW + timedelta(days=2))
    bundle = ReleaseBundle.objects.create(title="Gói của sở khác", publish_at=NOW + timedelta(days=1))
    BundleItem.objects.create(bundle=bundle, page=other_news)
    html = calendar(at_work).content.decode()
    assert "sở khác" not in html


def test_what_is_overdue_stands_above_the_calendar(at_work, news_index):
    scheduled(news_index, "Lỡ hẹn", NOW - timedelta(days=40))
    assert "Lỡ hẹn" in calendar(at_work).content.decode()


def test_a_timer_that_stands_still_is_named_until_it_runs(at_work, news_index):
    assert "help-warning" in calendar(at_work).content.decode()
    call_command("publish_scheduled")
    assert "help-warning" not in calendar(at_work).content.decode()


@pytest.mark.parametrize("month", ["", "abc", "2026-13", "0000-01", "99999-01", "1800-01", "2026-11-05"])
def test_a_month_that_nobody_means_is_this_one(at_work, month):
    response = calendar(at_work, month)
    assert response.status_code == 200
    assert "11/2026" in response.content.decode()


def test_a_failed_bundle_is_overdue(at_work, news_index):
    with time_machine.travel(NOW - timedelta(days=30), tick=False):
        page = NewsPageFactory(parent=news_index)
    bundle = ReleaseBundle.objects.create(
        title="Gói hỏng", publish_at=NOW - timedelta(days=1), state=BundleState.FAILED
    )
    BundleItem.objects.create(bundle=bundle, page=page)
    assert "Gói hỏng" in calendar(at_work, "2026-12").content.decode()
