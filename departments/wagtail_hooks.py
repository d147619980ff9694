"""Departments, communes and wards in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from core.listings import with_own_columns
from departments.admin.unit_records import UnitRecordViewSet
from departments.admin.views import ReorganisationViewSet
from departments.models import AdministrativeUnit, Holiday, OpeningHours, OrganisationPage, Person, ServicePoint
from departments.reorganisation import DONE, UNDONE


class OrganisationListing(PageListingViewSet):
    """All organisations that the account may see."""

    model = OrganisationPage
    icon = "group"
    menu_label = _("Departments and communes")
    menu_order = 130
    add_to_admin_menu = True
    columns = with_own_columns(
        Column("short_name", label=_("short name"), sort_key="short_name"),
        Column("get_kind_display", label=_("kind"), sort_key="kind"),
        Column("phone", label=_("telephone")),
        DateColumn("valid_to", label=_("last day"), sort_key="valid_to"),
    )
    list_filter = ["kind", "level", "live", "valid_to"]


@hooks.register("register_admin_viewset")
def register_viewsets():
    """Offer the flat list and the reorganisations in the admin menu."""
    return [OrganisationListing("organisations"), ReorganisationViewSet("reorganisations")]


@hooks.register("register_log_actions")
def register_log_actions(actions) -> None:
    """Name what a reorganisation writes into the history of a unit."""
    for action, label in ((DONE, _("Reorganise")), (UNDONE, _("Undo a reorganisation"))):
        actions.register_action(action, label, label)


@hooks.register("register_permissions")
def register_permissions():
    """Let an administrator give the permission to reorganise to a group of the province."""
    from django.contrib.auth.models import Permission

    return Permission.objects.filter(content_type__app_label="departments", codename="add_reorganisation")


class PersonViewSet(UnitRecordViewSet):
    """People and their posts."""

    model = Person
    icon = "user"
    list_display = ["full_name", "honorific", "organisation"]
    list_filter = ["organisation"]
    search_fields = ["full_name"]


class ServicePointViewSet(UnitRecordViewSet):
    """Service points."""

    model = ServicePoint
    icon = "site"
    list_display = ["name", "organisation", "address", "phone"]
    list_filter = ["organisation"]
    search_fields = ["name", "address"]


class OpeningHoursViewSet(UnitRecordViewSet):
    """Opening hours."""

    model = OpeningHours
    icon = "time"
    list_display = ["name", "organisation"]


class HolidayViewSet(UnitRecordViewSet):
    """Holidays and exceptions."""

    model = Holiday
    icon = "calendar-alt"
    list_display = ["name", "first_day", "last_day", "organisation"]
    list_filter = ["organisation"]


class PlaceViewSet(SnippetViewSet):
    """Places of all times."""

    model = AdministrativeUnit
    icon = "globe"
    list_display = ["full_name", "code", "parent", "valid_from", "valid_to", "ended_as"]
    list_filter = ["kind", "ended_as"]
    search_fields = ["full_name", "code", "folded"]


class UnitRecords(SnippetViewSetGroup):
    """The menu entry of what belongs to the units."""

    menu_label = _("People, desks and places")
    menu_icon = "group"
    menu_order = 132
    items = (PersonViewSet, ServicePointViewSet, OpeningHoursViewSet, HolidayViewSet, PlaceViewSet)


register_snippet(UnitRecords)
