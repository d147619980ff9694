"""What will appear and disappear, for the calendar: only what the viewer may see."""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision
from wagtail.permissions import page_permission_policy

from core.models import User
from editorial.models.bundles import BundleState
from editorial.release import visible_bundles

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

RIGHTS = ("add", "change", "publish")


@dataclass(frozen=True)
class Event:
    """One thing in the calendar; ``overdue``: its time has passed and it did not happen."""

    at: datetime
    what: "StrOrPromise"
    title: str
    url: str
    overdue: bool = False

    @property
    def day(self) -> date:
        """The local day."""
        return timezone.localdate(self.at)


def events(user: User, start: datetime, end: datetime) -> list[Event]:
    """Return what ``user`` may know of the time from ``start`` to ``end`` (excluded), in order."""
    now = timezone.now()
    pages = page_permission_policy.instances_user_has_any_permission_for(user, RIGHTS)
    found = [*_appearing(pages, start, end, now), *_asked_for(pages, start, end, now)]
    found += [*_disappearing(pages, start, end, now), *_bundled(user, start, end, now)]
    return sorted(found, key=lambda event: (event.at, event.title))


def overdue(user: User) -> list[Event]:
    """Return what should have happened within the last year and did not."""
    now = timezone.now()
    return [event for event in events(user, now - timedelta(days=366), now) if event.overdue]


def _edit(page: Page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def _appearing(pages, start: datetime, end: datetime, now: datetime) -> Iterator[Event]:
    scheduled = Revision.page_revisions.filter(approved_go_live_at__gte=start, approved_go_live_at__lt=end)
    rows = scheduled.values_list("object_id", "approved_go_live_at")
    times = {int(key): at for key, at in rows}
    for page in pages.filter(pk__in=times):
        at = times[page.pk]
        yield Event(at, _("appears"), page.get_admin_display_title(), _edit(page), overdue=at <= now)


def _asked_for(pages, start: datetime, end: datetime, now: datetime) -> Iterator[Event]:
    """Pages that have a time but no approval yet."""
    approved = Revision.page_revisions.filter(approved_go_live_at__isnull=False).values_list("object_id", flat=True)
    waiting = pages.filter(live=False, go_live_at__gte=max(start, now), go_live_at__lt=end)
    for page in waiting.exclude(pk__in=[int(key) for key in approved]):
        yield Event(
            page.go_live_at, _("wants to appear, not approved yet"), page.draft_title or page.title, _edit(page)
        )


def _disappearing(pages, start: datetime, end: datetime, now: datetime) -> Iterator[Event]:
    for page in pages.filter(live=True, expire_at__gte=start, expire_at__lt=end):
        at = page.expire_at
        yield Event(at, _("disappears"), page.get_admin_display_title(), _edit(page), overdue=at <= now)


def _bundled(user: User, start: datetime, end: datetime, now: datetime) -> Iterator[Event]:
    words = {BundleState.APPROVED: _("bundle appears"), BundleState.FAILED: _("bundle could not be published")}
    dated = visible_bundles(user).filter(Q(publish_at__gte=start, publish_at__lt=end))
    for bundle in dated.exclude(state=BundleState.PUBLISHED):
        at, state = bundle.publish_at, BundleState(bundle.state)
        if at is None:
            continue
        word = words.get(state, _("bundle wants to appear, not approved yet"))
        late = state in words and at <= now
        url = reverse("editorial_bundle", args=[bundle.pk])
        yield Event(at, word, bundle.title, url, overdue=late)


def month_start(text: str, today: date) -> date:
    """Read ``2026-11``; anything else, and years out of reach, is the month of ``today``."""
    try:
        first = datetime.strptime(text, "%Y-%m").date()
    except ValueError:
        return today.replace(day=1)
    return first if 2000 <= first.year <= 2100 else today.replace(day=1)


def weeks(user: User, first: date) -> list[list[dict]]:
    """Return the weeks (Monday first) of the month of ``first``, each day with its events."""
    days = calendar.Calendar().monthdatescalendar(first.year, first.month)
    found = events(user, _midnight(days[0][0]), _midnight(days[-1][-1] + timedelta(days=1)))
    return [
        [
            {"date": day, "in_month": day.month == first.month, "events": [e for e in found if e.day == day]}
            for day in week
        ]
        for week in days
    ]


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
