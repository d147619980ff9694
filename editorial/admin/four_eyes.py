"""Four eyes on the screens: the next legal step is the button, a refusal is a sentence, nothing is lost."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.views.pages.bulk_actions.publish import PublishBulkAction
from wagtail.log_actions import LogFormatter
from wagtail.models import Page

from core.publication import PublicationRefused, with_unpublished_descendants
from editorial import four_eyes, refusals

# The buttons of the page editor, the likeliest next step first.
STEPS = ("approve", "action-submit", "action-save-draft")


@hooks.register("construct_page_action_menu")
def put_the_next_legal_step_first(menu_items: list, request: HttpRequest, context: dict) -> None:
    """Take away "Publish", which would publish what was just written, and make the next step the large button."""
    menu_items[:] = [item for item in menu_items if item.name != "action-publish"]
    page = context.get("page")
    if context["view"] == "edit" and page is not None and four_eyes.refusal(request.user, page):  # type: ignore[arg-type]
        menu_items[:] = [item for item in menu_items if item.name != "approve"]
    for step in STEPS:
        found = next((item for item in menu_items if item.name == step), None)
        if found is not None:
            menu_items.remove(found)
            menu_items.insert(0, found)
            return


@hooks.register("before_edit_page")
def say_why_it_came_back(request: HttpRequest, page: Page) -> None:
    """Tell whoever opens a returned text what has to be changed; Wagtail hides it in a dialogue."""
    state = page.current_workflow_state if request.method == "GET" else None
    if state is None or state.status != state.STATUS_NEEDS_CHANGES or state.current_task_state is None:
        return
    decision = state.current_task_state
    words = {"who": get_user_display_name(decision.finished_by), "why": decision.comment}
    sentence = _("Returned by %(who)s: %(why)s") if decision.finished_by else _("Returned: %(why)s")
    messages.warning(request, sentence % words)


@hooks.register("before_publish_page")
def refuse_to_publish_ones_own(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Answer a forged "publish" of the editor: the draft is saved, the sentence says who decides."""
    revision = page.get_latest_revision()
    try:
        four_eyes.guard(page, revision, request.user)  # type: ignore[arg-type]
    except PublicationRefused as refused:
        messages.error(request, _("Saved as a draft. %(why)s") % {"why": refused})
        return redirect("wagtailadmin_pages:edit", page.pk)
    return None


@hooks.register("before_bulk_action")
def leave_ones_own_out(request: HttpRequest, action_type: str, objects: list, action: object) -> HttpResponse | None:
    """Publish nothing of a selection in which one page may not go out, and name that page."""
    if not isinstance(action, PublishBulkAction):
        return None
    pages = with_unpublished_descendants(objects) if request.POST.get("include_descendants") else objects
    refused = [page for page in pages if _refuses(page, request)]
    if not refused:
        return None
    titles = ", ".join(page.get_admin_display_title() for page in refused)
    why = _("Nothing was published: somebody else has to approve %(titles)s.") % {"titles": titles}
    for page in refused:
        four_eyes.note_refusal(page.specific, why, request.user, page.get_latest_revision())  # type: ignore[arg-type]
    messages.error(request, why)
    return redirect(action.next_url)


def _refuses(page: Page, request: HttpRequest) -> bool:
    page = page.specific
    revision = page.get_latest_revision()
    if revision is None or not four_eyes.is_persons_work(page, revision):
        return False
    return bool(four_eyes.refusal(request.user, page, revision)) and not four_eyes.is_approved(page, revision)  # type: ignore[arg-type]


@hooks.register("before_copy_page")
def copies_are_drafts(request: HttpRequest, page: Page) -> None:
    """A copy is a new text of who made it: it goes the way of every draft."""
    if "publish_copies" in request.POST:
        request.POST = request.POST.copy()  # type: ignore[assignment]
        del request.POST["publish_copies"]  # type: ignore[misc]


@hooks.register("register_log_actions")
def register_approvals(actions) -> None:
    """Give the log its own words for an approval."""

    @actions.register_action("editorial.approve")
    class ApprovalFormatter(LogFormatter):
        label = gettext_lazy("Approve")

        def format_message(self, log_entry) -> str:
            reviewer = (log_entry.data or {}).get("reviewer")
            revision = (log_entry.data or {}).get("revision")
            if reviewer:
                return _("Version %(revision)s approved by %(reviewer)s through a review link") % {
                    "revision": revision,
                    "reviewer": reviewer,
                }
            return _("Version %(revision)s approved") % {"revision": revision}

    @actions.register_action("editorial.refuse")
    class RefusalFormatter(LogFormatter):
        label = gettext_lazy("Refuse")

        def format_message(self, log_entry) -> str:
            why = (log_entry.data or {}).get("why", "")
            return _("Not published, not approved: %(why)s") % {"why": why}

    @actions.register_action(refusals.ACTION)
    class RefusedChangeFormatter(LogFormatter):
        label = gettext_lazy("Refuse a change")

        def format_message(self, log_entry) -> str:
            return _("Had no right to change what is at %(address)s") % {"address": log_entry.data["address"]}

    actions.register_action("editorial.setup_roles", gettext_lazy("Set up roles"), gettext_lazy("Roles set up"))
