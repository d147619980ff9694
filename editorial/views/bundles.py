"""Release bundles in the admin: the list, the form, and the screen where they are sent, approved and returned."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel, InlinePanel, ObjectList
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.generic import CreateView, EditView, IndexView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import page_permission_policy, register_permission_policy

from core.models import User
from core.scoped_views import ScopedViews
from editorial import release
from editorial.bundle_form import BundleForm
from editorial.models.bundles import BundleState, ReleaseBundle
from editorial.views.base import OfficeFormView


class BundlePolicy(ModelPermissionPolicy):
    """Who works with pages may put those that he edits into a bundle; the pages' rights are the bundle's."""

    def user_has_permission(self, user: User, action: str) -> bool:
        return page_permission_policy.user_has_any_permission(user, {"add", "change", "publish"})

    def user_has_any_permission(self, user: User, actions: Any) -> bool:
        return self.user_has_permission(user, "view")

    def user_has_permission_for_instance(self, user: User, action: str, instance: ReleaseBundle) -> bool:
        if action == "view":
            return release.visible_bundles(user).filter(pk=instance.pk).exists()
        return instance.is_editable and release.may_edit(instance, user)

    def user_has_any_permission_for_instance(self, user: User, actions: Any, instance: ReleaseBundle) -> bool:
        return any(self.user_has_permission_for_instance(user, action, instance) for action in actions)

    def instances_user_has_any_permission_for(self, user: User, actions: Any):
        return release.visible_bundles(user)

    def instances_user_has_permission_for(self, user: User, action: str):
        return release.visible_bundles(user)


register_permission_policy(ReleaseBundle, BundlePolicy(ReleaseBundle))


class BundleIndexView(IndexView):
    """The list; every bundle leads to its own screen."""

    def get_edit_url(self, instance: ReleaseBundle) -> str:
        return reverse("editorial_bundle", args=[instance.pk])


class BundleCreateView(CreateView):
    """After saving one sees the bundle."""

    def get_success_url(self) -> str:
        return reverse("editorial_bundle", args=[self.object.pk])


class BundleEditView(EditView):
    """The same; one that waits or is approved is closed."""

    def get_success_url(self) -> str:
        return reverse("editorial_bundle", args=[self.object.pk])


class BundleViewSet(ScopedViews, ModelViewSet):
    """Release bundles."""

    model = ReleaseBundle
    name = "bundles"
    url_prefix = "editorial/bundles"
    icon = "folder-open-inverse"
    menu_label = gettext_lazy("Release bundles")
    index_view_class = BundleIndexView
    add_view_class = BundleCreateView
    edit_view_class = BundleEditView
    list_display = ["title", Column("get_state_display", label=gettext_lazy("State")), DateColumn("publish_at")]
    list_filter = ["state"]
    edit_handler = ObjectList(
        [
            FieldPanel("title"),
            FieldPanel("publish_at"),
            InlinePanel("items", [FieldPanel("page")], heading=gettext_lazy("Pages"), label=gettext_lazy("Page")),
            FieldPanel("note"),
        ],
        base_form_class=BundleForm,
    )


class StepForm(forms.Form):
    """What the buttons of a bundle's screen send."""

    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    reason = forms.CharField(
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        label=gettext_lazy("What has to be changed"),
        help_text=gettext_lazy("Only needed when you return the bundle."),
    )

    def clean_seen(self) -> list[int]:
        return [int(key) for key in self.cleaned_data["seen"].split(",") if key.isdigit()]


class BundleView(OfficeFormView):
    """One bundle: its pages, what stands in the way, and the next step."""

    header_icon = "folder-open-inverse"
    page_title = gettext_lazy("Release bundle")
    template_name = "editorial/admin/bundle.html"
    form_class = StepForm

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.bundle = get_object_or_404(ReleaseBundle, pk=kwargs["bundle_id"])

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not release.visible_bundles(self.request.user).filter(pk=self.bundle.pk).exists():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self) -> str:
        return self.bundle.title

    def get_initial(self) -> dict[str, Any]:
        return {"seen": ",".join(str(key) for key in release.newest_revisions(self.bundle).values())}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user, bundle = self.request.user, self.bundle
        waiting, approved = bundle.state == BundleState.IN_REVIEW, bundle.state == BundleState.APPROVED
        publisher = release.may_publish(bundle, user)
        refusals = release.refusals(bundle, user) if waiting and publisher else []
        editor = bundle.is_editable and release.may_edit(bundle, user)
        return {
            **super().get_context_data(**kwargs),
            "bundle": bundle,
            "pages": release.pages_of(bundle),
            "problems": [] if bundle.state == BundleState.PUBLISHED else release.problems(bundle),
            "refusals": refusals,
            "can_edit": editor,
            "can_submit": editor,
            "can_approve": waiting and publisher and not refusals,
            "can_return": (waiting or approved) and publisher,
        }

    def carry_out(self, form: StepForm) -> None:
        step, user = self.request.POST.get("step"), self.request.user
        if step == "submit":
            release.submit(self.bundle, user)
            messages.success(self.request, _("The bundle was sent for approval."))
        elif step == "approve":
            release.approve(self.bundle, user, form.cleaned_data["seen"])
            messages.success(self.request, _("The bundle is approved."))
            self._release_now()
        elif step == "return":
            release.send_back(self.bundle, user, form.cleaned_data["reason"])
            messages.success(self.request, _("The bundle was returned."))
        else:
            raise ValidationError(_("Choose what is to be done."))

    def _release_now(self) -> None:
        """A bundle without a time goes out with its approval."""
        if self.bundle.publish_at is None and release.release(self.bundle.pk):
            messages.success(self.request, _("All pages of the bundle are public."))

    def get_success_url(self) -> str:
        return reverse("editorial_bundle", args=[self.bundle.pk])
