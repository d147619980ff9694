"""Where and when a unit receives people: its own office and its service points."""

from typing import Any

from django.db.models import Case, IntegerField, Value, When

from departments.models import OrganisationPage, ServicePoint
from departments.schedules import Schedule, schedules
from departments.succession import public_predecessor_ids


def schedule_of(organisation: OrganisationPage) -> Schedule | None:
    """Return when the unit's own office is open, ``None`` if it does not say."""
    return schedules([(organisation.hours_id, organisation)]).get(organisation.hours_id)


def desks_of(organisation: OrganisationPage) -> dict[str, Any]:
    """Return ``{"schedule": …, "points": [service point with .schedule, …]}``, predecessors' points last.

    One query however many points there are.
    """
    units = [organisation.pk, *public_predecessor_ids(organisation)]
    own_first = Case(When(organisation=organisation.pk, then=Value(0)), default=Value(1), output_field=IntegerField())
    points = list(
        ServicePoint.objects.filter(organisation__in=units)
        .select_related("organisation")
        .order_by(own_first, "order", "name")
    )
    known = schedules(
        [(organisation.hours_id, organisation), *((point.hours_id, point.organisation) for point in points)]
    )
    for point in points:
        point.schedule = known.get(point.hours_id)
    return {"schedule": known.get(organisation.hours_id), "points": points}
