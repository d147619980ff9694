"""The button that withdraws a page, the doors that delete one, and the words of the log."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.views.pages.bulk_actions.delete import DeleteBulkAction
from wagtail.admin.widgets import Button

from editorial.models import Withdrawal
from editorial.views.withdrawals import WithdrawView
from editorial.withdrawing import was_published


@hooks.register("register_admin_urls")
def withdrawal_urls():
    return [path("editorial/withdraw/<int:page_id>/", WithdrawView.as_view(), name="editorial_withdraw")]


@hooks.register("register_page_header_buttons")
def withdraw_button(page, user, view_name, next_url=None):
    """Offer to withdraw a live page; on a withdrawn one, to look at that and put it back."""
    rights = page.permissions_for_user(user)
    url = reverse("editorial_withdraw", args=[page.pk]) if page.pk else ""
    if rights.can_unpublish():
        yield Button(gettext_lazy("Withdraw"), url, icon_name="undo", priority=65)
    elif not page.live and rights.can_publish() and Withdrawal.objects.filter(page=page).exists():
        yield Button(gettext_lazy("Withdrawn: why and since when"), url, icon_name="undo", priority=65)


@hooks.register("before_delete_page")
def keep_published_pages(request: HttpRequest, page) -> HttpResponse | None:
    """What was public is withdrawn, not deleted; so is a section with such a page in it."""
    return _refuse(request, [page])


@hooks.register("before_bulk_action")
def keep_published_pages_in_bulk(
    request: HttpRequest, action_type: str, objects: list, action
) -> HttpResponse | None:
    """The same for many pages at once."""
    return _refuse(request, objects) if isinstance(action, DeleteBulkAction) else None


def _refuse(request: HttpRequest, pages: list) -> HttpResponse | None:
    published = [page for page in pages if was_published(page)]
    if not published:
        return None
    titles = ", ".join(page.get_admin_display_title() for page in published)
    messages.error(
        request,
        _("Nothing was deleted: %(titles)s is or was public. Withdraw it instead; readers then learn why it is gone.")
        % {"titles": titles},
    )
    if len(pages) == 1 and pages[0].permissions_for_user(request.user).can_unpublish():
        return redirect("editorial_withdraw", pages[0].pk)
    return redirect("wagtailadmin_explore", pages[0].get_parent().pk)


@hooks.register("register_log_actions")
def withdrawal_actions(actions) -> None:
    actions.register_action("editorial.withdraw", gettext_lazy("Withdraw"), gettext_lazy("Withdrawn"))
    actions.register_action("editorial.correction", gettext_lazy("Correct"), gettext_lazy("Corrected in public"))
    actions.register_action("editorial.put_back", gettext_lazy("Put back"), gettext_lazy("Published again"))
