"""What the office's own screens have in common."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.generic import FormView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page

from core.models import User
from core.publication import PublicationRefused


class StaffRequest(HttpRequest):
    """A request inside the admin: somebody is logged in."""

    user: User


class OfficeMixin(WagtailAdminTemplateMixin):
    """A screen whose header says what it is and, as ``page_subtitle``, what it is about."""

    request: StaffRequest

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        own = {"url": "", "label": self.get_page_title(), "sublabel": self.get_page_subtitle()}
        return [*super().get_breadcrumbs_items(), own]


class OfficeFormView(OfficeMixin, FormView):  # type: ignore[misc]
    """One form on a screen of the admin; what the rules refuse is a sentence over the form, nothing is lost."""

    template_name = "editorial/admin/form.html"
    submit_label: Any = ""
    intro: Any = ""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return {**context, "submit_label": self.submit_label, "intro": self.intro, "media": context["form"].media}

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            self.carry_out(form)
        except (ValidationError, PublicationRefused) as error:
            form.add_error(None, getattr(error, "messages", None) or str(error))
            return self.form_invalid(form)
        return super().form_valid(form)

    def carry_out(self, form: Any) -> None:
        """Do what the form asks; raise ``ValidationError`` with a sentence where a rule forbids it."""
        raise NotImplementedError


class PageFormView(OfficeFormView):
    """A form about the page in the address."""

    # The method of Wagtail's permission tester that the visitor must pass.
    permission = "can_edit"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.page = get_object_or_404(Page, pk=kwargs["page_id"]).specific

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not self.may_come_in(request):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def may_come_in(self, request: HttpRequest) -> bool:
        return getattr(self.page.permissions_for_user(request.user), self.permission)()

    def get_page_subtitle(self) -> str:
        return self.page.get_admin_display_title()
