"""What a leader without an account opens: the drafts of one link, and the form of one decision."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from csp.decorators import csp_replace, csp_update
from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from core.publication import PublicationRefused
from core.visitors import address_of, too_often
from editorial.models import ReviewLink
from editorial.review_links import LinkRefused, changed_items, decide, note_refusal, open_link

TRIES_A_MINUTE = 60


class DecisionForm(forms.Form):
    """Approve, or return with a comment."""

    comment = forms.CharField(
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        label=gettext_lazy("Comment"),
        help_text=gettext_lazy("Needed when you return it: what has to be changed?"),
    )


def private(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Count the calls, open the link, and let nobody keep, index or pass on what is answered."""

    @wraps(view)
    def answer(request: HttpRequest, token: str, **kwargs: Any) -> HttpResponse:
        if too_often("review-link", request, TRIES_A_MINUTE, 60):
            response = _sentence(request, _("Too many calls from your network. Please try again in a minute."), 429)
        else:
            try:
                response = view(request, open_link(token), token=token, **kwargs)
            except LinkRefused as refusal:
                response = _sentence(request, str(refusal), 404)
        response["Cache-Control"] = "no-store, private"
        response["X-Robots-Tag"] = "noindex, nofollow"
        response["Referrer-Policy"] = "no-referrer"
        return response

    return answer


def _sentence(request: HttpRequest, sentence: str, status: int) -> HttpResponse:
    return TemplateResponse(request, "editorial/review_link_refused.html", {"sentence": sentence}, status=status)


# The token in the address is what another site cannot know, so it is the proof against forged posts; Django's own
# check would refuse every browser, since no-referrer makes it send "Origin: null".
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@csp_update({"frame-src": ["'self'"]})
@private
def review_link(request: HttpRequest, link: ReviewLink, token: str) -> HttpResponse:
    """Show the drafts of ``link`` with the form of the decision, or what was decided."""
    form = DecisionForm(request.POST or None)
    status = 200
    if request.method == "POST" and form.is_valid():
        visitor = request.user if request.user.is_authenticated else None
        try:
            decide(link, request.POST.get("decision", ""), form.cleaned_data["comment"], _ip(request), visitor)
        except (ValidationError, PermissionDenied) as error:
            refused = str(error) if isinstance(error, PublicationRefused) else _("It cannot be published as it is.")
            why = getattr(error, "messages", None) or [refused]
            note_refusal(link, " ".join(why))
            form.add_error(None, why)
            status = 409
        link.refresh_from_db()
    changed = [] if link.decision else changed_items(link)
    context = {
        "link": link,
        "token": token,
        "items": list(link.items.select_related("page", "revision")),
        "form": form,
        "changed": changed,
        "note": link.bundle.note if link.bundle else "",
    }
    return TemplateResponse(request, "editorial/review_link.html", context, status=status)


def _ip(request: HttpRequest) -> str | None:
    try:
        return forms.GenericIPAddressField(required=False).clean(address_of(request)) or None
    except ValidationError:
        return None


@require_safe
@xframe_options_sameorigin
@csp_replace({"frame-ancestors": ["'self'"]})
@private
def review_link_page(request: HttpRequest, link: ReviewLink, token: str, position: int) -> HttpResponse:
    """Show the pinned draft of one page as readers will see it; no other draft can be asked for."""
    item = link.items.select_related("revision", "page").filter(position=position).first()
    if item is None:
        raise Http404
    if item.revision is None or item.page is None:
        raise LinkRefused(_("This page does not exist any more."))
    draft = item.revision.as_object()
    preview = draft.make_preview_request(request, draft.default_preview_mode)
    if hasattr(preview, "render"):
        preview.render()
    return HttpResponse(preview.content, status=preview.status_code)
