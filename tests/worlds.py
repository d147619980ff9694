"""Databases that several tests share: built once, then taken back."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.cache import cache
from django.db import transaction
from django.utils import translation


@contextmanager
def scratch_database(django_db_blocker) -> Iterator[None]:
    """Let a module build pages, and take all of it back."""
    with django_db_blocker.unblock(), transaction.atomic(), translation.override("vi"):
        cache.clear()
        yield
        transaction.set_rollback(True)
    cache.clear()
