"""Where a request comes from, and how often."""

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest


def address_of(request: HttpRequest) -> str:
    """Return the visitor's IP address; behind our own proxy (``BEHIND_PROXY``) the one that it wrote down last."""
    forwarded = request.headers.get("X-Forwarded-For", "")
    if forwarded and getattr(settings, "SECURE_PROXY_SSL_HEADER", None):
        return forwarded.rsplit(",", 1)[-1].strip()
    return request.META.get("REMOTE_ADDR", "")


def too_often(what: str, request: HttpRequest, limit: int, seconds: int) -> bool:
    """Count one more ``what`` from this address; tell whether there were over ``limit`` within ``seconds``."""
    key = f"portal:often:{what}:{address_of(request)}"
    cache.add(key, 0, seconds)
    try:
        return cache.incr(key) > limit
    except ValueError:
        # It ran out between the two calls, or there is no cache to count in.
        return False
