"""Which published pages must be looked at again, who should, and the digest that reminds them."""

import calendar
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.core.mail import send_mail
from django.db.models import Q
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import GroupPagePermission, Page

from core.models import User
from editorial.models import PageReview, ReviewRule

# A page that nobody looks at is named again after so many days, not every morning.
REPEAT_DAYS = 7


def months_before(day: date, months: int) -> date:
    """Return the same day ``months`` earlier, or that month's last."""
    index = day.year * 12 + day.month - 1 - months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def overdue_pages(today: date):
    """Return the live pages whose review is due by ``today``, as a page query set.

    A date of the page's own wins; else its type's rule counts from the last publication or review. A type without a
    rule is never due.
    """
    due = Q(review__due_on__lte=today)
    for rule in ReviewRule.objects.all():
        cutoff = timezone.make_aware(datetime.combine(months_before(today, rule.months), time.max))
        unseen = Q(review__reviewed_at__isnull=True) | Q(review__reviewed_at__lte=cutoff)
        due |= Q(content_type=rule.page_type_id, last_published_at__lte=cutoff, review__due_on__isnull=True) & unseen
    return Page.objects.live().filter(due).select_related("review__owner", "owner").order_by("path")


def mark_reviewed(page: Page, user: User, due_on: date | None = None) -> None:
    """Write down that ``user`` looked at ``page`` today; ``due_on`` is the next time, empty for the type's rule."""
    facts = {"reviewed_at": timezone.now(), "reviewed_by": user, "due_on": due_on, "reminded_on": None}
    PageReview.objects.update_or_create(page=page, defaults=facts)


def person_in_charge(page: Page) -> User | None:
    """Return who looks after ``page``, or ``None`` if that person has left or may no longer edit it."""
    review = getattr(page, "review", None)
    owner = (review and review.owner) or page.owner
    if owner and owner.is_active and page.permissions_for_user(owner).can_edit():
        return owner
    return None


def approvers_of(page: Page) -> list[User]:
    """Return the active accounts that may publish ``page``: those of the nearest section that has any."""
    sections = page.get_ancestors(inclusive=True).order_by("-depth")
    for section in sections:
        rights = GroupPagePermission.objects.filter(page=section, permission__codename="publish_page")
        users = User.objects.filter(is_active=True, groups__in=rights.values("group")).distinct()
        if users:
            return list(users)
    return []


def send_reminders(today: date) -> int:
    """Send everybody concerned one digest and return the number of mails that failed.

    A page is claimed before anything is sent: a second run on the same day, or one beside this, sends nothing.
    """
    digests: dict[User, list[tuple[Page, bool]]] = defaultdict(list)
    for page in _claim(today):
        person = person_in_charge(page)
        for user in [person] if person else approvers_of(page):
            if user.email:
                digests[user].append((page, person is None))
    failures = 0
    for user, entries in digests.items():
        try:
            _send(user, entries)
        except OSError:
            failures += 1
            pages = [page.pk for page, _left in entries]
            PageReview.objects.filter(page__in=pages, reminded_on=today).update(reminded_on=None)
    return failures


def _claim(today: date) -> Iterable[Page]:
    for page in overdue_pages(today).specific(defer=True):
        PageReview.objects.get_or_create(page_id=page.pk)
        not_lately = Q(reminded_on__isnull=True) | Q(reminded_on__lte=today - timedelta(days=REPEAT_DAYS))
        if PageReview.objects.filter(not_lately, page_id=page.pk).update(reminded_on=today):
            yield page


def _send(user: User, entries: list[tuple[Page, bool]]) -> None:
    """Write to ``user``; each entry is a page and whether its person in charge has left."""
    with translation.override(_language_of(user)):
        lines = [
            {"title": page.title, "url": _admin_url("editorial_review", page), "left": left} for page, left in entries
        ]
        subject = ngettext("%(count)s page to review", "%(count)s pages to review", len(lines)) % {
            "count": len(lines)
        }
        text = render_to_string("editorial/mail/review_reminder.txt", {"lines": lines, "user": user})
        send_mail(f"[{settings.WAGTAIL_SITE_NAME}] {subject}", text, None, [user.email])


def _language_of(user: User) -> str:
    profile = getattr(user, "wagtail_userprofile", None)
    return (profile and profile.preferred_language) or settings.LANGUAGE_CODE


def _admin_url(name: str, page: Page) -> str:
    return settings.WAGTAILADMIN_BASE_URL.rstrip("/") + reverse(name, args=[page.pk])


def due_note(page: Page, today: date) -> str:
    """Return a sentence on the review of ``page`` for its editor, empty if none is due."""
    return _("This page is due for a review.") if overdue_pages(today).filter(pk=page.pk).exists() else ""
