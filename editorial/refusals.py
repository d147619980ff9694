"""A change that the admin refused stands in the audit log: who tried it at which address, nothing of what was sent.

Wagtail answers with 403 or, where a person looks at the answer, with a sentence on the first page of the admin.
"""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from wagtail.log_actions import log

ACTION = "editorial.refuse_change"
View = Callable[[HttpRequest], HttpResponseBase]
CHANGING = ("POST", "PUT", "PATCH", "DELETE")


def note_refused_changes(get_response: View) -> View:
    """Return the middleware; it needs ``request.user`` and messages, so it stands behind theirs."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        in_admin = request.method in CHANGING and request.path.startswith(reverse("wagtailadmin_home"))
        # Asked before: after a login or a logout it is somebody else.
        user = request.user if in_admin and request.user.is_authenticated else None
        response = get_response(request)
        if user is not None and was_refused(request, response):
            log(instance=user, action=ACTION, user=user, data={"address": request.path})
        return response

    return middleware


def was_refused(request: HttpRequest, response: HttpResponseBase) -> bool:
    """Tell whether ``response`` is a refusal: 403, or the way to the admin's first page with an error to show there.

    Some of Wagtail's screens lead there after their work is done, but with no error.
    """
    if response.status_code == 403:
        return True
    if response.status_code != 302 or response["Location"] != reverse("wagtailadmin_home"):
        return False
    waiting = messages.get_messages(request)
    is_error = any(message.level == messages.ERROR for message in waiting)
    # They were only looked at: the page that follows shows them.
    waiting.used = False  # type: ignore[union-attr]
    return is_error
