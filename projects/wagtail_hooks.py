"""Schemes and projects in the admin."""

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.models import Page

from core.listings import with_own_columns
from projects.models import CommitteePage, ProjectPage, SchemePage
from projects.rules import milestones_outside


class SchemeListing(PageListingViewSet):
    """All schemes that the account may see."""

    model = SchemePage
    icon = "clipboard-list"
    menu_label = gettext_lazy("Schemes")
    add_to_admin_menu = False
    columns = with_own_columns(
        Column("period", label=gettext_lazy("period"), sort_key="period_start"),
        Column("lead_agency", label=gettext_lazy("lead agency"), sort_key="lead_agency__title"),
        Column("target_project_count", label=gettext_lazy("projects, as planned")),
    )
    list_filter = ["period_start", "live"]


class ProjectListing(PageListingViewSet):
    """All projects that the account may see."""

    model = ProjectPage
    icon = "tasks"
    menu_label = gettext_lazy("Projects")
    add_to_admin_menu = False
    columns = with_own_columns(
        Column("code", label=gettext_lazy("code"), sort_key="code"),
        Column("field", label=gettext_lazy("field"), sort_key="field__name"),
        Column("shown_status.label", label=gettext_lazy("status"), sort_key="status"),
        DateColumn("planned_end", label=gettext_lazy("planned end"), sort_key="planned_end"),
    )
    list_filter = ["status", "field", "planned_end", "live"]


class CommitteeListing(PageListingViewSet):
    """All committees that the account may see."""

    model = CommitteePage
    icon = "group"
    menu_label = gettext_lazy("Committees")
    add_to_admin_menu = False
    columns = with_own_columns(
        Column("get_kind_display", label=gettext_lazy("kind"), sort_key="kind"),
        Column("standing_agency", label=gettext_lazy("standing agency"), sort_key="standing_agency__title"),
    )
    list_filter = ["kind", "live"]


class SchemeListings(ViewSetGroup):
    """The menu entry of the room."""

    menu_label = gettext_lazy("Schemes and projects")
    menu_icon = "clipboard-list"
    menu_order = 128
    items = (SchemeListing("schemes"), ProjectListing("projects"), CommitteeListing("committees"))


@hooks.register("register_admin_viewset")
def register_listings() -> SchemeListings:
    """Offer the flat lists in the admin menu."""
    return SchemeListings()


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def warn_of_milestones(request: HttpRequest, page: Page) -> None:
    """Say which milestones lie outside the planned time: odd, but the editor may be right."""
    if not isinstance(page, ProjectPage):
        return
    days = [(milestone.name, milestone.planned_on) for milestone in page.milestones.all()]
    outside = milestones_outside(days, page.planned_start, page.planned_end)
    if outside:
        text = _("Planned outside the time of the project: %(names)s. Check the days.")
        messages.warning(request, text % {"names": ", ".join(outside)})
