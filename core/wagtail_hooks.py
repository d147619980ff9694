"""The admin's side of the ground floor."""

from django.contrib import messages
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.views.pages.bulk_actions.publish import PublishBulkAction
from wagtail.admin.widgets import SlugInput
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from core.models import Field
from core.publication import unfinished, with_unpublished_descendants
from core.text import SLUG_FORMATTERS

# Without these the admin's JavaScript makes "chuyn-dji-s" of "Chuyển đổi số".
register_form_field_override(models.SlugField, override={"widget": SlugInput(formatters=SLUG_FORMATTERS)})


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
