"""Questions about organisations."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone
from wagtail.models import Locale, PageManager, PageQuerySet

from core.privacy import open_to_all
from core.text import fold
from departments.enums import DIRECTORY_GROUPS


class OrganisationQuerySet(PageQuerySet):
    """Organisations for lists."""

    def active_on(self, day: date) -> "OrganisationQuerySet":
        """Return the organisations that had not ended before ``day``."""
        return self.filter(Q(valid_to=None) | Q(valid_to__gte=day))

    def ended_before(self, day: date) -> "OrganisationQuerySet":
        """Return the organisations whose last day lies before ``day``, the latest first."""
        return self.filter(valid_to__lt=day).order_by("-valid_to", "title")

    def in_directory(self, locale: Locale | int) -> "OrganisationQuerySet":
        """Return the public organisations of one language that still exist, by name."""
        return open_to_all(self.filter(locale=locale)).active_on(timezone.localdate()).order_by("title")

    def grouped(self, locale: Locale | int) -> list[dict[str, Any]]:
        """Return ``[{"title": heading, "organisations": [page, …]}, …]`` in one query, empty groups left out."""
        organisations = list(self.in_directory(locale))
        groups = (
            {"title": str(title), "organisations": [page for page in organisations if page.kind in kinds]}
            for title, kinds in DIRECTORY_GROUPS
        )
        return [group for group in groups if group["organisations"]]


OrganisationManager = PageManager.from_queryset(OrganisationQuerySet)


class AppointmentQuerySet(QuerySet):
    """Posts of people, on a day."""

    def held_on(self, day: date) -> "AppointmentQuerySet":
        """Return the posts that were held on ``day``; an unknown beginning or end does not bound a post."""
        return self.filter(Q(starts_on=None) | Q(starts_on__lte=day), Q(ends_on=None) | Q(ends_on__gte=day))

    def past(self, day: date) -> "AppointmentQuerySet":
        """Return the posts that ended before ``day``, the last holders first."""
        return self.filter(ends_on__lt=day).order_by("-ends_on", "order")

    def of(self, organisation_ids: Iterable[int]) -> "AppointmentQuerySet":
        """Return the posts in some units, as a list of leaders shows them: by rank."""
        posts = self.filter(organisation__in=list(organisation_ids)).select_related("person__photo", "organisation")
        return posts.order_by("order", "starts_on", "pk")


class PlaceQuerySet(QuerySet):
    """Places, on a day or by what people type."""

    def valid_on(self, day: date) -> "PlaceQuerySet":
        """Return the places that existed on ``day``."""
        return self.filter(Q(valid_to=None) | Q(valid_to__gte=day), valid_from__lte=day)

    def with_code(self, code: str, day: date) -> "PlaceQuerySet":
        """Return the place that bore ``code`` on ``day``: codes are given again."""
        return self.valid_on(day).filter(code=code)

    def matching(self, text: str) -> "PlaceQuerySet":
        """Return the places whose full name, with what they lie in, holds every word of ``text``; or its code."""
        words = fold(text).replace(",", " ").split()
        if not words:
            return self.none()
        wanted = Q()
        for word in words:
            wanted &= Q(folded__contains=word)
        return self.filter(wanted | Q(code=text.strip()))
