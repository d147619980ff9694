"""The calendar of what will appear and disappear."""

from datetime import timedelta
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView

from editorial import timetable
from editorial.models.timers import PUBLISH_SCHEDULED, TimerRun
from editorial.views.base import OfficeMixin


class CalendarView(OfficeMixin, TemplateView):  # type: ignore[misc]
    """One month, ``?month=2026-11``; what is overdue stands above it."""

    template_name = "editorial/admin/calendar.html"
    page_title = _("Calendar of publication")
    header_icon = "calendar-alt"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        today = timezone.localdate()
        first = timetable.month_start(self.request.GET.get("month", ""), today)
        weeks = timetable.weeks(self.request.user, first)
        return {
            **super().get_context_data(**kwargs),
            "first": first,
            "today": today,
            "weeks": weeks,
            "days": [day for week in weeks for day in week if day["in_month"] and day["events"]],
            "previous": first - timedelta(days=1),
            "next": first + timedelta(days=32),
            "overdue": timetable.overdue(self.request.user),
            "timer_stopped": TimerRun.has_stopped(PUBLISH_SCHEDULED),
            "timer_ran_at": TimerRun.last(PUBLISH_SCHEDULED),
        }
