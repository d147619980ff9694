"""Views that belong to no page."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from wagtail.views import serve as wagtail_serve

from core.routing import route


def serve(request: HttpRequest, path: str) -> HttpResponse:
    """Answer a page's address with Wagtail's own view, after finding the page with fewer queries."""
    request._wagtail_route_for_request = route(request, path)  # type: ignore[attr-defined]
    return wagtail_serve(request, path)


@require_safe
@never_cache
def healthz(request: HttpRequest) -> HttpResponse:
    """Answer 200 and nothing else: the process is alive."""
    return HttpResponse(status=200, content_type="text/plain")
