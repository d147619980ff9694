"""The desk: what I may write, what came back to me, what is scheduled, what must be looked at again.

What waits for my decision and what I sent are Wagtail's own panels.
"""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db.models import Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.admin.views.home import LockedPagesPanel, RecentEditsPanel, UserObjectsInWorkflowModerationPanel
from wagtail.models import Page, WorkflowState
from wagtail.permissions import page_permission_policy

from departments.ownership import owning_organisation
from directives.models import DirectiveIndexPage
from editorial.inbox import address_of
from editorial.reports.base import own_pages
from editorial.review_dates import overdue_pages
from editorial.timetable import events, overdue
from legal.models import LegalIndexPage
from news.models import NewsIndexPage, NoticeIndexPage

# Lists to which an office adds every day; what stands in each is of one type.
DAILY = (NewsIndexPage, NoticeIndexPage, LegalIndexPage, DirectiveIndexPage)
LINES = 8
DAYS_AHEAD = 14


class DeskPanel(Component):
    """A heading with lines ``{"title", "url", "note"}``; nothing at all where there is no line."""

    template_name = "editorial/admin/desk_panel.html"
    heading = ""
    name = ""
    more_url_name = ""

    def lines(self, request: HttpRequest) -> list[dict[str, Any]]:
        """Return the lines, the most urgent first."""
        raise NotImplementedError

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        lines = self.lines(parent_context["request"])
        return {
            "id": self.name,
            "heading": self.heading,
            "lines": lines[:LINES],
            "more": len(lines) - LINES,
            "more_url": reverse(self.more_url_name) if self.more_url_name else "",
        }


class WritePanel(DeskPanel):
    """The empty form of whatever one may add to a list, in one click."""

    name = "desk-write"
    heading = _("Write")  # type: ignore[assignment]
    order = 90

    def lines(self, request: HttpRequest) -> list[dict[str, Any]]:
        open_pages = page_permission_policy.instances_user_has_permission_for(request.user, "add")
        lists = open_pages.exact_type(*DAILY).filter(locale__language_code=settings.LANGUAGE_CODE)
        return [self._line(page) for page in lists.order_by("depth", "path").specific()[:LINES]]

    @staticmethod
    def _line(page: Page) -> dict[str, Any]:
        model, owner = page.allowed_subpage_models()[0], owning_organisation(page)
        return {
            "title": capfirst(model._meta.verbose_name),
            "url": reverse("wagtailadmin_pages:add", args=[model._meta.app_label, model._meta.model_name, page.pk]),
            "note": " · ".join([page.title, *([owner.title] if owner else [])]),
        }


def is_own(thing: Any, request: HttpRequest) -> bool:
    """Tell whether ``thing`` is still there and the account works with it: a page may have moved to another unit."""
    if not isinstance(thing, Page):
        return thing is not None
    rights = thing.permissions_for_user(request.user)
    return rights.can_edit() or "add" in rights.permissions


class OwnSubmissionsPanel(UserObjectsInWorkflowModerationPanel):
    """What the account sent for approval; Wagtail goes on naming a page that has moved to another unit."""

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        context = super().get_context_data(parent_context)
        states = context.get("workflow_states", ())
        return {
            **context,
            "workflow_states": [s for s in states if is_own(s.content_object, parent_context["request"])],
        }


class OwnEditsPanel(RecentEditsPanel):
    """What the account edited last."""

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        context = super().get_context_data(parent_context)
        edits = [(at, page) for at, page in context["last_edits"] if is_own(page, parent_context["request"])]
        return {**context, "last_edits": edits}


class OwnLocksPanel(LockedPagesPanel):
    """What the account locked."""

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        context = super().get_context_data(parent_context)
        pages = [page for page in context["locked_pages"] if is_own(page, parent_context["request"])]
        return {**context, "locked_pages": pages}


NARROWED = {kind.__mro__[1]: kind for kind in (OwnSubmissionsPanel, OwnEditsPanel, OwnLocksPanel)}


class ReturnedPanel(DeskPanel):
    """Texts that came back, with the reason."""

    name = "desk-returned"
    heading = _("Returned to you")  # type: ignore[assignment]
    order = 205

    def lines(self, request: HttpRequest) -> list[dict[str, Any]]:
        mine = Q(requested_by=request.user) | Q(task_states__revision__user=request.user)
        states = WorkflowState.objects.filter(mine, status=WorkflowState.STATUS_NEEDS_CHANGES).distinct()
        states = states.select_related("current_task_state__finished_by").prefetch_related("content_object")
        return [
            self._line(state) for state in states.order_by("-created_at") if is_own(state.content_object, request)
        ]

    @staticmethod
    def _line(state: WorkflowState) -> dict[str, Any]:
        thing, decision = state.content_object, state.current_task_state
        title = thing.get_admin_display_title() if hasattr(thing, "get_admin_display_title") else str(thing)
        who = decision.finished_by.get_full_name() if decision and decision.finished_by else ""
        note = ": ".join(part for part in (who, decision.comment if decision else "") if part)
        return {"title": title, "url": address_of(thing), "note": note}


class ScheduledPanel(DeskPanel):
    """What appears and disappears in the next two weeks, after what should have happened already."""

    name = "desk-scheduled"
    heading = _("Scheduled")  # type: ignore[assignment]
    order = 230
    more_url_name = "editorial_calendar"

    def lines(self, request: HttpRequest) -> list[dict[str, Any]]:
        now = timezone.now()
        coming = events(request.user, now, now + timedelta(days=DAYS_AHEAD))  # type: ignore[arg-type]
        return [
            {
                "title": event.title,
                "url": event.url,
                "note": f"{event.what}, {timezone.localtime(event.at):%d/%m/%Y %H:%M}",
                "urgent": event.overdue,
            }
            for event in [*overdue(request.user), *coming]  # type: ignore[arg-type]
        ]


class ReviewPanel(DeskPanel):
    """Pages of one's own sections whose review is due."""

    name = "desk-review"
    heading = _("To be reviewed again")  # type: ignore[assignment]
    order = 240
    more_url_name = "editorial_reviews_due"

    def lines(self, request: HttpRequest) -> list[dict[str, Any]]:
        due = overdue_pages(timezone.localdate()).filter(pk__in=own_pages(request.user).values("pk"))
        return [
            {
                "title": page.get_admin_display_title(),
                "url": reverse("wagtailadmin_pages:edit", args=[page.pk]),
                "note": f"{timezone.localtime(page.last_published_at):%d/%m/%Y}" if page.last_published_at else "",
            }
            for page in due[: LINES + 100]
        ]


@hooks.register("construct_homepage_panels")
def lay_the_desk(request: HttpRequest, panels: list) -> None:
    """Put the office's panels beside Wagtail's, and narrower ones in the place of three of these."""
    panels[:] = [NARROWED[type(panel)]() if type(panel) in NARROWED else panel for panel in panels]
    panels += [WritePanel(), ReturnedPanel(), ScheduledPanel(), ReviewPanel()]
