"""Departments, communes and wards in the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.pages import PageListingViewSet

from core.listings import with_own_columns
from departments.models import OrganisationPage


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
    )
    list_filter = ["kind", "live"]


@hooks.register("register_admin_viewset")
def register_listing():
    """Offer the flat list in the admin menu."""
    return OrganisationListing("organisations")
