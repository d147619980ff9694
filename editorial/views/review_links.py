"""Sending review links: the screen of a page, a section or a bundle, and the list of leaders."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.models import Page
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import page_permission_policy, register_permission_policy

from core.models import User
from core.scoped_views import ScopedViews
from editorial import release
from editorial.models import BundleState, Leader, ReleaseBundle, ReviewLink
from editorial.review_links import MAX_DAYS, issue, leaders_for, revoke, waiting_below
from editorial.views.base import OfficeFormView, StaffRequest


class ReviewLinkForm(forms.Form):
    """To whom, and for how long."""

    leader = forms.ModelChoiceField(Leader.objects.none(), label=gettext_lazy("Leader"))
    days = forms.IntegerField(
        min_value=1, max_value=MAX_DAYS, initial=3, label=gettext_lazy("Valid for how many days")
    )


class SendLinkView(OfficeFormView):
    """Send a page, everything that waits in a section, or a bundle to a leader."""

    header_icon = "mail"
    page_title = gettext_lazy("Send for review by a leader")
    template_name = "editorial/admin/send_link.html"
    form_class = ReviewLinkForm
    submit_label = gettext_lazy("Send the link")

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.bundle = None
        kind, key = kwargs["kind"], kwargs["pk"]
        if kind == "bundle":
            self.bundle = get_object_or_404(ReleaseBundle, pk=key)
            self.pages, self.title = release.pages_of(self.bundle), self.bundle.title
        elif kind in ("page", "section"):
            page = get_object_or_404(Page, pk=key).specific
            self.pages = [page] if kind == "page" else waiting_below(page)
            self.title = page.get_admin_display_title()
            self.top = page
        else:
            raise Http404

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        asked = self.pages or ([self.top] if not self.bundle else [])
        if not asked or not all(page.permissions_for_user(request.user).can_edit() for page in asked):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self) -> str:
        return self.title

    def get_form(self, form_class: Any = None) -> forms.Form:
        form = super().get_form(form_class)
        form.fields["leader"].queryset = leaders_for(self.pages)
        return form

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        links = ReviewLink.objects.filter(items__page__in=self.pages).distinct().prefetch_related("items")[:20]
        return {**super().get_context_data(**kwargs), "pages": self.pages, "links": links}

    def carry_out(self, form: forms.Form) -> None:
        if self.bundle and self.bundle.state != BundleState.IN_REVIEW:
            raise ValidationError(_("Send the bundle for approval first."))
        chosen = form.cleaned_data
        link = issue(chosen["leader"], self.pages, self.request.user, chosen["days"], self.title, self.bundle)
        messages.success(
            self.request,
            _("The link was sent to %(who)s at %(email)s.") % {"who": link.leader, "email": link.leader_email},
        )

    def get_success_url(self) -> str:
        return self.request.path


@require_POST
def revoke_link(request: StaffRequest, pk: int) -> HttpResponse:
    """Make one link useless."""
    link = get_object_or_404(ReviewLink, pk=pk)
    revoke(link, request.user)
    messages.success(request, _("The link to %(who)s does not open any more.") % {"who": link.leader_name})
    item = link.items.filter(page__isnull=False).first()
    return redirect("editorial_send_link", "page", item.page_id) if item else redirect("wagtailadmin_home")


class LeaderPolicy(ModelPermissionPolicy):
    """Django's rights on leaders, within the sections that the account works in."""

    def _own(self, user: User):
        if user.is_superuser:
            return Leader.objects.all()
        sections = page_permission_policy.instances_user_has_any_permission_for(user, ["change", "publish"])
        return Leader.objects.filter(section__in=sections.order_by().values("pk"))

    def user_has_any_permission_for_instance(self, user: User, actions: Any, instance: Leader) -> bool:
        return self.user_has_any_permission(user, actions) and self._own(user).filter(pk=instance.pk).exists()

    def user_has_permission_for_instance(self, user: User, action: str, instance: Leader) -> bool:
        return self.user_has_any_permission_for_instance(user, [action], instance)

    def instances_user_has_any_permission_for(self, user: User, actions: Any):
        return self._own(user) if self.user_has_any_permission(user, actions) else Leader.objects.none()

    def instances_user_has_permission_for(self, user: User, action: str):
        return self.instances_user_has_any_permission_for(user, [action])


register_permission_policy(Leader, LeaderPolicy(Leader))


class LeaderForm(WagtailAdminModelForm):
    """Every change makes the account that saves it answerable for the address."""

    class Meta:
        model = Leader
        fields = ["name", "position", "email", "section", "active"]

    def clean_section(self):
        section = self.cleaned_data["section"]
        policy = page_permission_policy
        if not policy.user_has_any_permission_for_instance(self.for_user, ["change", "publish"], section):
            raise ValidationError(_("Choose a section that you work in."))
        return section

    def save(self, commit: bool = True) -> Leader:
        self.instance.registered_by = self.for_user
        return super().save(commit)


class LeaderViewSet(ScopedViews, ModelViewSet):
    """Leaders without an account."""

    model = Leader
    name = "leaders"
    url_prefix = "editorial/leaders"
    icon = "user"
    menu_label = gettext_lazy("Leaders who review")
    add_to_settings_menu = True
    form_fields = ["name", "position", "email", "section", "active"]
    list_display = ["name", "position", "email", "section", "active"]

    def get_form_class(self, for_update: bool = False) -> type[LeaderForm]:
        return LeaderForm


def send_url(kind: str, pk: int) -> str:
    """Return the screen that sends a link; ``kind`` is page, section or bundle."""
    return reverse("editorial_send_link", args=[kind, pk])
