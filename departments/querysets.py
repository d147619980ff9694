"""Questions about organisations."""

from typing import Any

from wagtail.models import Locale, PageManager, PageQuerySet

from core.privacy import open_to_all
from departments.enums import DIRECTORY_GROUPS


class OrganisationQuerySet(PageQuerySet):
    """Organisations for lists."""

    def in_directory(self, locale: Locale | int) -> "OrganisationQuerySet":
        """Return the public organisations of one language, by name."""
        return open_to_all(self.filter(locale=locale)).order_by("title")

    def grouped(self, locale: Locale | int) -> list[dict[str, Any]]:
        """Return ``[{"title": heading, "organisations": [page, …]}, …]`` in one query, empty groups left out."""
        organisations = list(self.in_directory(locale))
        groups = (
            {"title": str(title), "organisations": [page for page in organisations if page.kind in kinds]}
            for title, kinds in DIRECTORY_GROUPS
        )
        return [group for group in groups if group["organisations"]]


OrganisationManager = PageManager.from_queryset(OrganisationQuerySet)
