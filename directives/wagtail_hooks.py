"""The directives room in the admin."""

from django.contrib import messages
from django.http import HttpRequest
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.admin.widgets import Button
from wagtail.models import Page

from core.listings import with_own_columns
from directives.admin.views import TaskSuggestionsView, may_read_tasks
from directives.enums import Progress
from directives.models import DirectivePage


class DirectiveListing(PageListingViewSet):
    """All directives that the account may see."""

    model = DirectivePage
    icon = "tasks"
    menu_label = gettext_lazy("Directives")
    menu_order = 125
    add_to_admin_menu = True
    columns = with_own_columns(
        DateColumn("date", label=gettext_lazy("date"), sort_key="date"),
        Column("leader", label=gettext_lazy("leader")),
        Column("get_occasion_display", label=gettext_lazy("occasion"), sort_key="occasion"),
    )
    list_filter = ["occasion", "live", "date"]


@hooks.register("register_admin_viewset")
def register_listing():
    """Offer the flat list in the admin menu."""
    return DirectiveListing("directives")


@hooks.register("register_admin_urls")
def suggestion_urls():
    return [path("directives/suggestions/<int:page_id>/", TaskSuggestionsView.as_view(), name="task_suggestions")]


@hooks.register("register_page_header_buttons")
def suggestions_button(page, user, view_name, next_url=None):
    """Offer to look for tasks in the text of a directive or an article, drafts too."""
    if page.pk and may_read_tasks(page, user):
        url = reverse("task_suggestions", args=[page.pk])
        yield Button(gettext_lazy("Task suggestions"), url, icon_name="tasks", priority=45)


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def warn_of_missing_results(request: HttpRequest, page: Page) -> None:
    """A task that is done without a document of its result may be so; the editor is reminded."""
    if not isinstance(page, DirectivePage):
        return
    bare = [
        task.content for task in page.tasks.all() if task.progress == Progress.DONE and not task.result_document_id
    ]
    if bare:
        messages.warning(
            request, _("Done, but no result document is named: %(tasks)s.") % {"tasks": "; ".join(bare)[:500]}
        )
