"""PostgreSQL's backend without averages; import it only where the database is PostgreSQL."""

from modelsearch.backends.database.postgres.postgres import PostgresIndex, PostgresSearchBackend


class PortalPostgresIndex(PostgresIndex):
    """The index, without reading all titles after each save for their average length.

    Only the admin's order by relevance would notice: long titles weigh there as much as short ones.
    """

    def _refresh_title_norms(self, full: bool = False) -> None:
        return None


class PortalPostgresBackend(PostgresSearchBackend):
    """PostgreSQL's full-text search."""

    index_class = PortalPostgresIndex
