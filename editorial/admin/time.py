"""The calendar, release bundles, review dates and review links in the admin."""

from django.contrib import messages
from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import Button
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from editorial.models import BundleItem, BundleState
from editorial.views.bundles import BundleView, BundleViewSet
from editorial.views.review_links import LeaderViewSet, SendLinkView, revoke_link, send_url
from editorial.views.reviews import PageReviewView, ReviewRuleViewSet
from editorial.views.timetable import CalendarView


@hooks.register("register_admin_urls")
def time_urls():
    return [
        path("editorial/calendar/", CalendarView.as_view(), name="editorial_calendar"),
        path("editorial/review/<int:page_id>/", PageReviewView.as_view(), name="editorial_review"),
        path("editorial/bundle/<int:bundle_id>/", BundleView.as_view(), name="editorial_bundle"),
        path("editorial/send-link/<str:kind>/<int:pk>/", SendLinkView.as_view(), name="editorial_send_link"),
        path("editorial/revoke-link/<int:pk>/", revoke_link, name="editorial_revoke_link"),
    ]


@hooks.register("register_admin_viewset")
def time_viewsets():
    return [BundleViewSet("bundles"), LeaderViewSet("leaders"), ReviewRuleViewSet("review_rules")]


class DeskMenuItem(MenuItem):
    """For whoever works with pages."""

    def is_shown(self, request) -> bool:
        return page_permission_policy.user_has_any_permission(request.user, {"add", "change", "publish"})


@hooks.register("register_admin_menu_item")
def calendar_item():
    return DeskMenuItem(
        _("Calendar"), reverse("editorial_calendar"), name="calendar", icon_name="calendar-alt", order=130
    )


@hooks.register("register_admin_menu_item")
def bundles_item():
    url = reverse("bundles:index")
    return DeskMenuItem(_("Release bundles"), url, name="bundles", icon_name="folder-open-inverse", order=131)


@hooks.register("register_page_header_buttons")
def desk_buttons(page, user, view_name, next_url=None):
    """On a page: send it, or what waits below it, to a leader; its review."""
    if not page.pk or not page.permissions_for_user(user).can_edit():
        return
    if page.has_unpublished_changes:
        yield Button(_("Send for review by a leader"), send_url("page", page.pk), icon_name="mail", priority=66)
    if page.numchild:
        label = _("Send what waits here to a leader")
        yield Button(label, send_url("section", page.pk), icon_name="mail", priority=67)
    if page.live:
        yield Button(_("Review"), reverse("editorial_review", args=[page.pk]), icon_name="date", priority=68)


@hooks.register("before_edit_page")
def warn_of_lost_approval(request: HttpRequest, page: Page) -> None:
    """Say before the first letter is typed that a change takes the approval of a bundle away."""
    item = (
        BundleItem.objects.filter(page=page.pk, bundle__state=BundleState.APPROVED).select_related("bundle").first()
    )
    if item and request.method == "GET":
        words = {"bundle": item.bundle}
        messages.warning(request, gettext("The approved bundle “%(bundle)s” loses its approval if you save.") % words)


@hooks.register("register_log_actions")
def desk_actions(actions) -> None:
    for name, label, message in [
        ("review", _("Review"), _("Looked at again: still right")),
        ("bundle.submit", _("Send bundle"), _("Sent for approval")),
        ("bundle.approve", _("Approve bundle"), _("Approved")),
        ("bundle.return", _("Return bundle"), _("Returned")),
        ("bundle.reopen", _("Reopen bundle"), _("Approval lost: a page was changed")),
        ("bundle.publish", _("Publish bundle"), _("Bundle published")),
        ("review_link.issue", _("Send to a leader"), _("Review link sent")),
        ("review_link.revoke", _("Revoke review link"), _("Review link revoked")),
        ("review_link.approved", _("Leader approves"), _("Approved by a leader with a review link")),
        ("review_link.returned", _("Leader returns"), _("Returned by a leader with a review link")),
        ("review_link.refuse", _("Refuse review link"), _("A review link was used in vain")),
    ]:
        actions.register_action(f"editorial.{name}", label, message)
