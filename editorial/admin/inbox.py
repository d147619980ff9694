"""The inbox: a page of the admin, a line in the menu with the number of unread, a choice in the account."""

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods
from wagtail import hooks
from wagtail.admin.auth import require_admin_access
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.account import BaseSettingsPanel, notifications_tab
from wagtail.users.models import UserProfile

from editorial.models import Notification, NotificationPreference

PER_PAGE = 30
# The three e-mails that Wagtail sends at once, one for each event.
AT_ONCE = ("submitted_notifications", "approved_notifications", "rejected_notifications")


@require_admin_access
@require_http_methods(["GET", "HEAD", "POST"])
def inbox(request: HttpRequest) -> HttpResponse:
    """Show one's own notifications, newest first; a POST marks one (``id``) or all as read."""
    mine = Notification.objects.filter(recipient=request.user)  # type: ignore[misc]
    if request.method == "POST":
        wanted = request.POST.get("id", "")
        unread = mine.filter(read_at=None)
        if wanted:
            unread = unread.filter(pk=int(wanted)) if wanted.isascii() and wanted.isdigit() else unread.none()
        unread.update(read_at=timezone.now())
        return redirect("editorial_inbox")
    part = Paginator(mine, PER_PAGE).get_page(request.GET.get("p"))
    context = {
        "page_title": _("Inbox"),
        "header_title": _("Inbox"),
        "header_icon": "mail",
        "part": part,
        "unread": mine.filter(read_at=None).count(),
    }
    return TemplateResponse(request, "editorial/admin/inbox.html", context)


@hooks.register("register_admin_urls")
def register_inbox_address() -> list[URLPattern]:
    """The inbox has an address."""
    return [path("inbox/", inbox, name="editorial_inbox")]


class InboxItem(MenuItem):
    """The inbox in the menu, with the number of what is unread."""

    def render_component(self, request: HttpRequest):
        unread = Notification.objects.filter(recipient=request.user, read_at=None).count()  # type: ignore[misc]
        self.label = _("Inbox (%(unread)s)") % {"unread": unread} if unread else _("Inbox")
        return super().render_component(request)


@hooks.register("register_admin_menu_item")
def register_inbox_item() -> MenuItem:
    """Everybody has an inbox."""
    return InboxItem(gettext_lazy("Inbox"), reverse("editorial_inbox"), name="inbox", icon_name="mail", order=50)


class DigestForm(forms.ModelForm):
    """How a person wants to be told; the choice is kept in a row of its own, the e-mails at once in the profile."""

    class Meta:
        model = NotificationPreference
        fields = ["digest"]

    def save(self, commit: bool = True) -> NotificationPreference:
        preference = super().save(commit=commit)
        if "digest" in self.changed_data:
            UserProfile.objects.filter(user=preference.user).update(**dict.fromkeys(AT_ONCE, not preference.digest))
        return preference


@hooks.register("register_account_settings_panel")
class DigestPanel(BaseSettingsPanel):
    """The choice in the account's settings."""

    name = "digest"
    title = gettext_lazy("Digest")
    tab = notifications_tab
    order = 200
    form_class = DigestForm

    def get_form(self) -> DigestForm:
        """Return the form about the person's own row, which need not exist yet."""
        preference = NotificationPreference.objects.filter(user=self.user).first()
        instance = preference or NotificationPreference(user=self.user)
        data = self.request.POST if self.request.method == "POST" else None
        return DigestForm(data, instance=instance, prefix=self.name)
