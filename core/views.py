"""Views that belong to no page."""

import errno
import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from wagtail.views import serve as wagtail_serve

from core.routing import route

# A disk that takes nothing: full, over its quota, or read-only.
DISK = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS})
# When who met an interruption may come again (RFC 9110, 10.2.3), in seconds.
RETRY_AFTER = 60


def serve(request: HttpRequest, path: str) -> HttpResponse:
    """Answer a page's address with Wagtail's own view, after finding the page with fewer queries."""
    request._wagtail_route_for_request = route(request, path)  # type: ignore[attr-defined]
    return wagtail_serve(request, path)


@require_safe
@never_cache
def healthz(request: HttpRequest) -> HttpResponse:
    """Answer 200 and nothing else: the process is alive."""
    return HttpResponse(status=200, content_type="text/plain")


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer what failed: 503 with ``Retry-After`` where the database or the disk does not take part, else 500.

    A search engine or a cache in front that meets a 503 keeps what it has. The templates get no data.
    """
    error = sys.exc_info()[1]
    passing = isinstance(error, OperationalError | InterfaceError) or (
        isinstance(error, OSError) and error.errno in DISK
    )
    if not passing:
        return HttpResponse(render_to_string("500.html"), status=500)
    return HttpResponse(render_to_string("503.html"), status=503, headers={"Retry-After": str(RETRY_AFTER)})
