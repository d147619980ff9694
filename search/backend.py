"""Modelsearch's database backends with SQLite's two costly habits taken away (ADR 0024).

It ranks by running the whole match again for every hit, which a common word turns into minutes, and it averages the
length of all titles after every single save. Neither serves us: the search box ranks by itself, and in the admin's
lists newest first is what an editor expects.
"""

from typing import Any

from django.db import connection
from wagtail.search.backends.database import SearchBackend as StockBackend


def SearchBackend(params: dict[str, Any]):  # noqa: N802 (the name that modelsearch looks for)
    """Return the backend that fits the default database."""
    if connection.vendor != "sqlite":
        return StockBackend(params)
    from search.sqlite import PortalSQLiteBackend

    return PortalSQLiteBackend(params)
