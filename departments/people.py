"""Who leads a unit today, and who did."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from core.images import attach_renditions
from departments.models import Appointment, OrganisationPage
from departments.succession import public_predecessor_ids


def leaders(organisation: OrganisationPage, day: date) -> list[dict[str, Any]]:
    """Return ``[{"person", "posts": [appointment, …]}, …]`` of those in office on ``day``, by rank, each once."""
    return _by_person(Appointment.objects.of([organisation.pk]).held_on(day))


def past_leaders(organisation: OrganisationPage, day: date) -> list[Appointment]:
    """Return the posts that ended before ``day`` in the unit and in those from which it took over, latest first."""
    units = [organisation.pk, *public_predecessor_ids(organisation, day)]
    return list(Appointment.objects.of(units).past(day))


def _by_person(posts: Iterable[Appointment]) -> list[dict[str, Any]]:
    people: dict[int, dict[str, Any]] = {}
    for post in posts:
        people.setdefault(post.person_id, {"person": post.person, "posts": []})["posts"].append(post)
    attach_renditions(entry["person"].photo for entry in people.values())
    return list(people.values())
