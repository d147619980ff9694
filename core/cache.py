"""Small things that every page shows (menus, identity, alerts), kept between requests.

An entry is dropped when what it was built from is saved; what was built from pages, when any page is. Where processes
share no cache the entry's age bounds how long another process shows the old one: at most ``SECONDS``, half of the
minute in which an alert must appear.
"""

import logging
from collections.abc import Callable
from typing import Any
from uuid import uuid4

from django.core.cache import cache
from django.core.cache.backends.redis import RedisCache
from django.db import transaction

SECONDS = 30
_MISSING = object()
logger = logging.getLogger(__name__)


def remember(name: str, build: Callable[[], Any], seconds: int = SECONDS) -> Any:
    """Return the value kept under ``name``, building and keeping it first if there is none."""
    key = f"portal:{name}"
    value = cache.get(key, _MISSING)
    if value is _MISSING:
        value = build()
        cache.set(key, value, seconds)
    return value


def forget(*names: str) -> None:
    """Drop the named entries; the next reader builds them anew."""
    cache.delete_many([f"portal:{name}" for name in names])


def remember_of_pages(name: str, build: Callable[[], Any]) -> Any:
    """As ``remember``, for what is built from pages: it is built anew as soon as any page changes."""
    state = remember("pages", lambda: uuid4().hex)
    return remember(f"{state}:{name}", build)


def forget_of_pages() -> None:
    """Drop everything that was built from pages, now and once more when the change is stored."""
    forget("pages")
    transaction.on_commit(lambda: forget("pages"))


class ForgivingRedisCache(RedisCache):
    """Redis whose absence is a cache miss and a line in the log, never an error page."""

    def _forgive(self, method: str, default: Any, *args: Any, **kwargs: Any) -> Any:
        from redis.exceptions import RedisError

        try:
            return getattr(super(), method)(*args, **kwargs)
        except (RedisError, OSError) as error:
            logger.warning("cache %s failed: %s", method, error)
            return default

    def add(self, *args: Any, **kwargs: Any) -> Any:
        return self._forgive("add", True, *args, **kwargs)

    def get(self, key: Any, default: Any = None, version: Any = None) -> Any:
        return self._forgive("get", default, key, default, version)

    def set(self, *args: Any, **kwargs: Any) -> Any:
        return self._forgive("set", None, *args, **kwargs)

    def touch(self, *args: Any, **kwargs: Any) -> Any:
        return self._forgive("touch", False, *args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        return self._forgive("delete", False, *args, **kwargs)

    def has_key(self, *args: Any, **kwargs: Any) -> Any:
        return self._forgive("has_key", False, *args, **kwargs)

    def get_many(self, *args: Any, **kwargs: Any) -> Any:
        return self._forgive("get_many", {}, *args, **kwargs)

    def set_many(self, *args: Any, **kwargs: Any) -> Any:
        return self._forgive("set_many", [], *args, **kwargs)

    def delete_many(self, *args: Any, **kwargs: Any) -> Any:
        return self._forgive("delete_many", None, *args, **kwargs)
