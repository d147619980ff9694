"""The button that sets up a unit's office."""

from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from departments.models import OrganisationPage
from editorial.enums import Role
from editorial.roles import UNIT_ROLES, set_up_unit


@permission_required("auth.change_group", login_url="wagtailadmin_home")
@require_http_methods(["GET", "HEAD", "POST"])
def set_up(request: HttpRequest, page_id: int) -> HttpResponse:
    """Say what will be made for the unit ``page_id``; a POST makes it."""
    unit = get_object_or_404(OrganisationPage, pk=page_id)
    if request.method == "POST":
        set_up_unit(unit, request.user)  # type: ignore[arg-type]
        messages.success(
            request, _("Groups, collection and workflow of “%(unit)s” are set up.") % {"unit": unit.title}
        )
        return redirect("wagtailadmin_pages:edit", unit.pk)
    context = {
        "page_title": _("Set up roles"),
        "header_title": _("Set up roles"),
        "page_subtitle": unit.title,
        "header_icon": "group",
        "unit": unit,
        "roles": [Role(role).label for role in UNIT_ROLES],
    }
    return TemplateResponse(request, "editorial/admin/setup_roles.html", context)
