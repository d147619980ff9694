"""Remarks on a text where it is handed on: to its writer at submission, to whoever opens it while it waits."""

from django.contrib import messages
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.models import Page
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from editorial.content.page_checks import remarks
from editorial.models import Misspelling

# The buttons of the page editor that hand a text on.
HANDING_ON = ("action-submit", "action-publish", "action-restart-workflow", "action-workflow-action")


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def remark_on_what_is_handed_on(request: HttpRequest, page: Page) -> None:
    """Tell the person who submits or publishes what should be looked at again; nothing is held up."""
    if any(button in request.POST for button in HANDING_ON):
        _tell(request, page)


@hooks.register("before_edit_page")
def remark_on_what_waits(request: HttpRequest, page: Page) -> None:
    """Tell whoever opens a waiting page the same, so that the approver knows it too."""
    if request.method == "GET" and page.current_workflow_state is not None:
        _tell(request, page.get_latest_revision_as_object())


def _tell(request: HttpRequest, page: Page) -> None:
    sentences = remarks(page)
    if sentences:
        points = format_html_join("", "<li>{}</li>", ((sentence,) for sentence in sentences))
        heading = _("Please look again at “%(title)s”:") % {"title": page.get_admin_display_title()}
        messages.warning(request, format_html("{}<ul>{}</ul>", heading, points))


class MisspellingViewSet(SnippetViewSet):
    """Common misspellings."""

    model = Misspelling
    icon = "clipboard-list"
    menu_label = gettext_lazy("Misspellings")
    list_display = ["wrong", "right"]


register_snippet(MisspellingViewSet)
