"""The admin's side of the ground floor."""

from django.contrib import messages
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from modelcluster.fields import ParentalManyToManyField
from wagtail import hooks
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.telepath import register as register_adapter
from wagtail.admin.ui.sidebar import BaseSidebarAdapter, MainMenuModule
from wagtail.admin.views.pages.bulk_actions.publish import PublishBulkAction
from wagtail.admin.widgets import SlugInput
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from core.admin_widgets import ChoiceList, PlainNumberInput
from core.models import Field
from core.publication import unfinished, with_unpublished_descendants
from core.text import SLUG_FORMATTERS

# Without these the admin's JavaScript makes "chuyn-dji-s" of "Chuyển đổi số".
register_form_field_override(models.SlugField, override={"widget": SlugInput(formatters=SLUG_FORMATTERS)})
register_form_field_override(models.DecimalField, override={"widget": PlainNumberInput})
register_form_field_override(ParentalManyToManyField, override={"widget": ChoiceList})


class WholeNameMenuAdapter(BaseSidebarAdapter):
    """Names the account whole at the foot of the menu; Wagtail leaves out the given name, which comes last here."""

    js_constructor = "wagtail.sidebar.MainMenuModule"

    def js_args(self, module: MainMenuModule) -> list:
        """Return the arguments of Wagtail's own component with the other name."""
        items, account_items, account = module.js_args()
        return [items, account_items, {**account, "name": module.user.get_full_name() or account["name"]}]


register_adapter(WholeNameMenuAdapter(), MainMenuModule)


@hooks.register("insert_global_admin_css")
def admin_styles() -> SafeString:
    """Return the link to what the portal sets right on all screens."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin.css"))


@hooks.register("insert_global_admin_js")
def admin_dates() -> SafeString:
    """Return the script that leaves a typed day alone; it stands after the picker's and before any field."""
    return format_html('<script src="{}"></script>', static("js/admin-dates.js"))


@hooks.register("before_bulk_action")
def refuse_unfinished_drafts(
    request: HttpRequest, action_type: str, objects: list, action: object
) -> HttpResponse | None:
    """Publishing many pages at once stops with a sentence where Wagtail would stop with a server error."""
    if not isinstance(action, PublishBulkAction):
        return None
    pages = with_unpublished_descendants(objects) if request.POST.get("include_descendants") else objects
    titles = unfinished(pages)
    if not titles:
        return None
    messages.error(
        request, _("Nothing was published: something is missing in %(titles)s.") % {"titles": ", ".join(titles)}
    )
    return redirect(action.next_url)


class FieldViewSet(SnippetViewSet):
    """Fields (lĩnh vực)."""

    model = Field
    icon = "tag"
    list_display = ["name", "slug", "order"]


register_snippet(FieldViewSet)
