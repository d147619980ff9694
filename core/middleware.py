"""Response headers that differ between the public site and the back office."""

from csp.middleware import CSPMiddleware
from django.conf import settings
from django.http import HttpRequest, HttpResponse

PRIVATE_PREFIXES = ("/admin/",)


class PolicyMiddleware(CSPMiddleware):
    """The strict content security policy in public, Wagtail's needs under ``/admin/`` only.

    Also sends Permissions-Policy, and keeps what an account may see out of every shared cache.
    """

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        private = request.path_info.startswith(PRIVATE_PREFIXES)
        if private and not hasattr(response, "_csp_replace"):
            response._csp_replace = settings.ADMIN_CONTENT_SECURITY_POLICY  # type: ignore[attr-defined]
        if private:
            # The page editor shows its preview in a frame.
            response["X-Frame-Options"] = "SAMEORIGIN"
        response.setdefault("Permissions-Policy", settings.PERMISSIONS_POLICY)
        if private or settings.SESSION_COOKIE_NAME in request.COOKIES:
            response["Cache-Control"] = "private, no-store"
        return super().process_response(request, response)
