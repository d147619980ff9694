"""The calendar beside a news list: one month, days with news as links."""

import calendar
from collections import Counter
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from news.paths import day_path, month_path
from news.querysets import ArticleQuerySet


def month_of(day: date) -> tuple[date, date]:
    """Return the first and last day of the month of ``day``."""
    return day.replace(day=1), day.replace(day=calendar.monthrange(day.year, day.month)[1])


def month_calendar(entries: ArticleQuerySet, month: date, index_url: str, current: date | None) -> dict[str, Any]:
    """Return the weeks (Monday first) of ``month`` with the number of ``entries`` of each day and their addresses.

    ``previous_url`` and ``next_url`` lead to the nearest months that have entries and are empty where there are none.
    """
    first, last = month_of(month)
    counts = Counter(
        timezone.localdate(published)
        for published in entries.published_between(first, last).order_by().values_list("published_at", flat=True)
    )
    weeks = [
        [
            {
                "date": day,
                "count": counts[day],
                "url": index_url + day_path(day) if counts[day] else None,
                "in_month": day.month == first.month,
                "current": day == current,
            }
            for day in week
        ]
        for week in calendar.Calendar().monthdatescalendar(first.year, first.month)
    ]
    before = entries.published_between(date(1900, 1, 1), first - timedelta(days=1))
    after = entries.published_between(last + timedelta(days=1), date(9998, 12, 31))
    return {
        "month": first,
        "month_url": index_url + month_path(first),
        "weeks": weeks,
        "previous_url": _month_url(before.order_by("-published_at"), index_url),
        "next_url": _month_url(after.order_by("published_at"), index_url),
    }


def _month_url(entries: ArticleQuerySet, index_url: str) -> str:
    nearest = entries.values_list("published_at", flat=True).first()
    return index_url + month_path(timezone.localdate(nearest)) if nearest else ""
