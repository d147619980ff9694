"""The frame of a unit's section: name, own menu, colour, and what became of it; on every page below it."""

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language, gettext
from wagtail.models import Page

from core.cache import remember_of_pages
from core.privacy import open_to_all
from departments.models import Appointment, Division, OrganisationPage, ServicePoint
from departments.ownership import owning_organisation
from departments.paths import sub_path
from departments.succession import banner, public_predecessor_ids


def section(request: HttpRequest) -> dict[str, Any]:
    """Context processor: ``section`` is the frame of the unit to which the page asked for belongs, or empty."""
    return {"section": SimpleLazyObject(lambda: _for_request(request))}


def _for_request(request: HttpRequest) -> dict[str, Any] | None:
    route = getattr(request, "_wagtail_route_for_request", None)
    owner = owning_organisation(route[0]) if route else None
    return section_frame(owner) if owner else None


def section_frame(owner: Page) -> dict[str, Any]:
    """Return ``{"title", "url", "accent", "menu": [{"title", "url"}], "banner"}`` of a unit."""
    kept = remember_of_pages(f"section:{owner.pk}:{get_language()}", lambda: _build(owner))
    return {**kept, "banner": banner(owner)}


def _build(owner: Page) -> dict[str, Any]:
    unit = OrganisationPage.objects.get(pk=owner.pk)
    url = unit.url or ""
    children = open_to_all(unit.get_children()).in_menu()
    menu = [{"title": page.title, "url": page.url} for page in children]
    units = [unit.pk, *public_predecessor_ids(unit)]
    offered = [
        ("leaders", gettext("Leaders"), Appointment.objects.filter(organisation__in=units)),
        ("structure", gettext("Structure"), Division.objects.filter(organisation=unit)),
        ("contacts", gettext("Contacts and hours"), ServicePoint.objects.filter(organisation__in=units)),
    ]
    menu += [{"title": title, "url": url + sub_path(name)} for name, title, rows in offered if rows.exists()]
    return {
        "title": unit.title,
        "short_name": unit.short_name,
        "url": url,
        "accent": unit.accent,
        "menu": menu,
    }


def duties_of(organisation: Page) -> list[str]:
    """Return what the divisions of a published unit do, in order; usually no query."""
    rows = Division.objects.filter(organisation=organisation.pk).exclude(duties="")
    return remember_of_pages(f"duties:{organisation.pk}", lambda: list(rows.values_list("duties", flat=True)))
