"""Reorganisations in the admin: the list, a new one with its preview, undoing one."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.admin.viewsets.base import ViewSet

from core.pagination import paginate, pagination_links
from departments.admin.forms import ReorganisationForm
from departments.consequences import consequences, fingerprint
from departments.models import Reorganisation
from departments.reorganisation import carry_out, undo, undo_problems

MAY = "departments.add_reorganisation"


def _demand(request: HttpRequest) -> None:
    """A reorganisation is the province's act: the permission is a group's, never one of a section."""
    if not request.user.has_perm(MAY):
        raise PermissionDenied


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List what was done, the latest first."""
    _demand(request)
    part = paginate(request, Reorganisation.objects.select_related("done_by", "undone_by"))
    context = {"rows": part.object_list, "pagination": pagination_links(request, part)}
    return TemplateResponse(request, "departments/admin/reorganisations.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """Ask, show the consequences, and do it once they were confirmed; changed consequences are shown again."""
    _demand(request)
    form = ReorganisationForm(request.POST or None)
    if request.method != "POST" or "change" in request.POST or not form.is_valid():
        if "change" in request.POST:
            form.errors.clear()
        return TemplateResponse(request, "departments/admin/reorganisation_form.html", {"form": form})
    found = consequences(form.plan)
    seen = fingerprint(found)
    if "confirm" in request.POST and request.POST.get("seen") == seen:
        try:
            done = carry_out(form.plan, request.user)
        except ValidationError as error:
            for message in error.messages:
                form.add_error(None, message)
            return TemplateResponse(request, "departments/admin/reorganisation_form.html", {"form": form})
        messages.success(request, _("Done: %(summary)s. It can be undone.") % {"summary": done.summary})
        return redirect("reorganisations:index")
    if "confirm" in request.POST:
        messages.warning(request, _("Something changed in the meantime. Look at the consequences again."))
    context = {"form": form, "plan": form.plan, "consequences": found, "seen": seen}
    return TemplateResponse(request, "departments/admin/reorganisation_preview.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def undo_view(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask whether a reorganisation is to be undone, and undo it."""
    _demand(request)
    done = get_object_or_404(Reorganisation, pk=pk)
    if request.method == "POST":
        try:
            undo(done, request.user)
        except ValidationError as error:
            for message in error.messages:
                messages.error(request, message)
            return redirect("reorganisations:undo", pk)
        messages.success(request, _("Undone: %(summary)s.") % {"summary": done.summary})
        return redirect("reorganisations:index")
    context = {"row": done, "problems": undo_problems(done)}
    return TemplateResponse(request, "departments/admin/reorganisation_undo.html", context)


class ReorganisationViewSet(ViewSet):
    """The menu entry, for those who may."""

    icon = "resubmit"
    menu_label = gettext_lazy("Reorganisations")
    menu_name = "reorganisations"
    menu_order = 135
    add_to_admin_menu = True

    def get_urlpatterns(self) -> list:
        return [
            path("", index, name="index"),
            path("new/", add, name="add"),
            path("<int:pk>/undo/", undo_view, name="undo"),
        ]

    def get_menu_item(self, order=None):
        item = super().get_menu_item(order)
        item.is_shown = lambda request: request.user.has_perm(MAY)
        return item
