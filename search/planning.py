"""How PostgreSQL plans a search."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, transaction
from django.db.backends.signals import connection_created
from django.dispatch import receiver


@receiver(connection_created)
def plan_for_memory(sender: Any, connection: Any, **kwargs: Any) -> None:
    """Say that a page of the database costs no more in another order: it lies in memory or on a disk without heads.

    With the setting of spinning disks (4) a query of many words seems dearer in the index than reading all texts: at
    10,000 entries 400 ms instead of 10. Compiling a query (``jit``) takes longer than any of ours may.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET random_page_cost = 1.1; SET jit = off")


@contextmanager
def without(*plans: str) -> Iterator[None]:
    """Keep PostgreSQL from some of its ways to run a query (``seqscan``, ``indexscan``), if that is the database.

    It knows what reading rows costs, but not what unpacking the long texts in them does: at 100,000 entries, 14 s for
    a word that stands on most of them and 0.05 s by the index of words, which it believes to be dearer.
    """
    if connection.vendor != "postgresql":
        yield
        return
    within = connection.in_atomic_block
    with transaction.atomic(savepoint=False), connection.cursor() as cursor:
        cursor.execute("; ".join(f"SET LOCAL enable_{plan} = off" for plan in plans))
        yield
        if within:
            cursor.execute("; ".join(f"SET LOCAL enable_{plan} = on" for plan in plans))
