"""Modelsearch's database backends with two costly habits taken away (ADR 0024).

Both read all titles for their average length after every single save, and SQLite's ranks by running the whole match
again for every hit, which a common word turns into minutes. Neither serves us: the search box ranks by itself, and in
the admin's lists newest first is what an editor expects.
"""

from typing import Any

from django.db import connection
from wagtail.search.backends.database import SearchBackend as StockBackend


def SearchBackend(params: dict[str, Any]):  # noqa: N802 (the name that modelsearch looks for)
    """Return the backend that fits the default database."""
    if connection.vendor == "sqlite":
        from search.sqlite import PortalSQLiteBackend

        return PortalSQLiteBackend(params)
    if connection.vendor == "postgresql":
        from search.postgresql import PortalPostgresBackend

        return PortalPostgresBackend(params)
    return StockBackend(params)
