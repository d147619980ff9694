"""One act that ends organisations: its rules, its consequences, doing it, undoing it.

All or nothing: everything happens in one transaction, and each changed value is written down with the one before, so
that undoing restores exactly what was. Pages keep their addresses, words and publisher; nothing is moved.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from core.searchable import facts_changed
from departments.enums import EndKind, Extent
from departments.models import (
    AdministrativeUnit,
    Appointment,
    OrganisationPage,
    PlaceSuccession,
    Reorganisation,
    Succession,
)
from departments.rules import successor_count_problem
from departments.succession import forget_successions, graph

DONE, UNDONE = "departments.reorganise", "departments.undo_reorganisation"


@dataclass(frozen=True)
class Plan:
    """What is to be done; organisations are pages of the portal's first language."""

    kind: str
    on: date
    predecessors: Sequence[OrganisationPage]
    successors: Sequence[OrganisationPage]
    legal_basis: str = ""
    note: str = ""

    @property
    def last_day(self) -> date:
        """The predecessors' last day."""
        return self.on - timedelta(days=1)

    @property
    def summary(self) -> str:
        """``A, B → C``."""
        old, new = (", ".join(unit.title for unit in units) for units in (self.predecessors, self.successors))
        return f"{old} → {new or '–'}"


def problems(plan: Plan) -> list[str]:
    """Return, in words, why ``plan`` cannot be carried out; empty if it can."""
    found = _number_problems(plan)
    known = graph()
    for unit in plan.predecessors:
        if unit.valid_to or unit.translation_key in known.endings:
            found.append(_("%(unit)s has ended already.") % {"unit": unit.title})
        if unit.valid_from and plan.on <= unit.valid_from:
            found.append(_("%(unit)s cannot end before it was founded.") % {"unit": unit.title})
    ending = {unit.translation_key for unit in plan.predecessors}
    for unit in plan.successors:
        later = known.present_successors(unit.translation_key, date.max)
        if unit.translation_key in ending:
            found.append(_("%(unit)s cannot be its own successor.") % {"unit": unit.title})
        elif ending & set(later):
            found.append(
                _("%(unit)s itself goes over to a unit that would end here: that is a circle.") % {"unit": unit.title}
            )
        elif unit.valid_to and unit.valid_to < plan.on:
            found.append(_("%(unit)s ends before that day and cannot take over.") % {"unit": unit.title})
        if unit.valid_from and unit.valid_from > plan.on:
            found.append(_("%(unit)s does not exist yet on that day.") % {"unit": unit.title})
    return found


def _number_problems(plan: Plan) -> list[str]:
    """Return what the number of units has against the rule: one successor, two or more of a split, none of an end."""
    if not plan.predecessors:
        return [_("Choose at least one unit that ends.")]
    problem = successor_count_problem(plan.kind, len(plan.successors))
    found = [problem] if problem else []
    if plan.kind == EndKind.RENAMED and len(plan.predecessors) > 1:
        found.append(_("Units are renamed one by one; several that become one are merged."))
    return found


# -- doing and undoing ----------------------------------------------------------------------------------------------


class Changes:
    """Values as they were and as they became: ``{"model", "pk", "field", "before", "after"}``."""

    def __init__(self) -> None:
        self.rows: list[dict[str, Any]] = []

    def set(self, row: Any, **values: Any) -> None:
        """Write ``values`` to the stored row and note what stood there."""
        for field, after in values.items():
            before = row._meta.model._base_manager.values_list(field, flat=True).get(pk=row.pk)
            self.rows.append(
                {
                    "model": row._meta.label_lower,
                    "pk": row.pk,
                    "field": field,
                    "before": _plain(before),
                    "after": _plain(after),
                }
            )
        row._meta.model._base_manager.filter(pk=row.pk).update(**values)


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


@transaction.atomic
def carry_out(plan: Plan, user: Any) -> Reorganisation:
    """Do it, all or nothing; ``ValidationError`` says in words why not."""
    # Whoever comes second waits here and is then told that the unit has ended.
    pks = [unit.pk for unit in (*plan.predecessors, *plan.successors)]
    list(OrganisationPage.objects.select_for_update(of=("self",)).filter(pk__in=pks).order_by("pk").values_list("pk"))
    forget_successions()
    for unit in plan.predecessors:
        unit.refresh_from_db(fields=["valid_to", "valid_from"])
    if found := problems(plan):
        raise ValidationError(found)
    done = Reorganisation.objects.create(
        kind=plan.kind,
        on=plan.on,
        legal_basis=plan.legal_basis,
        note=plan.note,
        done_by=user,
        summary=plan.summary,
    )
    changes = Changes()
    extent = Extent.PART if plan.kind == EndKind.SPLIT else Extent.WHOLE
    for unit in plan.predecessors:
        for twin in OrganisationPage.objects.filter(translation_key=unit.translation_key):
            changes.set(twin, valid_to=plan.last_day, ended_as=plan.kind)
        for post in running_posts(unit, plan.on):
            changes.set(post, ends_on=plan.last_day)
        for place, successor in places_that_go_over(plan, unit):
            changes.set(place, valid_to=plan.last_day, ended_as=plan.kind)
            PlaceSuccession.objects.create(predecessor=place, successor=successor, extent=extent, reorganisation=done)
        for successor in plan.successors or [None]:  # type: ignore[list-item]
            Succession.objects.create(reorganisation=done, predecessor=unit, successor=successor, extent=extent)
    done.changes = changes.rows
    done.save(update_fields=["changes"])
    _tell([*plan.predecessors, *plan.successors], DONE, done, user)
    return done


def running_posts(unit: OrganisationPage, on: date) -> list[Appointment]:
    """Return the posts of the unit and its twins that would go on after its end."""
    posts = Appointment.objects.filter(organisation__translation_key=unit.translation_key)
    return list(posts.filter(ends_on=None).exclude(starts_on__gte=on).select_related("person"))


def places_that_go_over(plan: Plan, unit: OrganisationPage) -> list[tuple[AdministrativeUnit, AdministrativeUnit]]:
    """Return (place, successor) for the places of a unit that has exactly one successor with exactly one place."""
    if len(plan.successors) != 1:
        return []
    ours = AdministrativeUnit.objects.filter(organisation=unit, valid_to=None)
    theirs = AdministrativeUnit.objects.filter(organisation=plan.successors[0]).valid_on(plan.on)
    targets = list(theirs[:2])
    return [(place, targets[0]) for place in ours] if len(targets) == 1 else []


def undo_problems(done: Reorganisation) -> list[str]:
    """Return, in words, why a reorganisation cannot be undone; empty if it can."""
    if done.undone_at:
        return [_("It was undone already.")]
    found = []
    rows = done.successions.all()
    keys = {row.predecessor_id for row in rows} | {row.successor_id for row in rows if row.successor_id}
    later = Reorganisation.objects.filter(done_at__gt=done.done_at, undone_at=None).exclude(pk=done.pk)
    for other in later.filter(successions__predecessor__in=keys).distinct():
        found.append(_("Undo first what followed it: %(act)s.") % {"act": other.summary})
    for change in done.changes:
        value = _stored(change)
        if value != change["after"]:
            found.append(_("%(thing)s was changed since; undoing would lose that.") % {"thing": _name(change)})
    return list(dict.fromkeys(found))


def _stored(change: dict[str, Any]) -> Any:
    manager = apps.get_model(change["model"])._base_manager
    return _plain(manager.filter(pk=change["pk"]).values_list(change["field"], flat=True).first())


def _name(change: dict[str, Any]) -> str:
    row = apps.get_model(change["model"])._base_manager.filter(pk=change["pk"]).first()
    return str(row) if row else f"{change['model']} {change['pk']}"


@transaction.atomic
def undo(done: Reorganisation, user: Any) -> None:
    """Restore everything as it was before; ``ValidationError`` says in words why not."""
    done = Reorganisation.objects.select_for_update(of=("self",)).get(pk=done.pk)
    if found := undo_problems(done):
        raise ValidationError(found)
    rows = done.successions.select_related("predecessor", "successor")
    units = [unit for row in rows for unit in (row.predecessor, row.successor) if unit]
    for change in reversed(done.changes):
        manager = apps.get_model(change["model"])._base_manager
        manager.filter(pk=change["pk"]).update(**{change["field"]: change["before"]})
    done.successions.all().delete()
    done.places.all().delete()
    done.undone_by, done.undone_at = user, timezone.now()
    done.save(update_fields=["undone_by", "undone_at"])
    _tell(list(dict.fromkeys(units)), UNDONE, done, user)


def _tell(units: list[OrganisationPage], action: str, done: Reorganisation, user: Any) -> None:
    """Write it into each unit's history, and let lists and the search box follow."""
    forget_successions()
    for unit in units:
        log(instance=unit, action=action, user=user, data={"reorganisation": done.pk, "summary": done.summary})
        facts_changed.send(sender=type(unit), instance=unit)
