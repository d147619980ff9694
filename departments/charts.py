"""The charts of the province and of a unit, from the database."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext

from departments.chart import Node, build_tree, draw
from departments.enums import DIRECTORY_GROUPS
from departments.models import OrganisationPage
from departments.succession import graph


def chart_of_province(locale_id: int) -> dict[str, Any]:
    """Return ``{"roots": [node, …], "drawings": [drawing, …]}`` of all units of today."""
    units = list(OrganisationPage.objects.in_directory(locale_id).defer("body", "functions", "blocks"))
    roots = build_tree(_rows(units))
    return {"roots": roots, "drawings": [draw(root) for root in roots if root.children]}


def chart_of_unit(organisation: OrganisationPage) -> dict[str, Any]:
    """Return ``{"divisions", "roots", "drawings"}`` of one unit; ``roots`` are the units that stand under it."""
    units = OrganisationPage.objects.in_directory(organisation.locale_id).filter(parent_unit=organisation)
    divisions = list(organisation.divisions.all())
    roots = build_tree([{**row, "parent_id": None} for row in _rows(list(units))])
    inner = [Node(division.name, "", gettext("Divisions")) for division in divisions]
    root = Node(organisation.title, children=[*inner, *roots])
    return {"divisions": divisions, "roots": roots, "drawings": [draw(root)] if root.children else []}


def _rows(units: list[OrganisationPage]) -> list[dict[str, Any]]:
    """Rank follows the groups of the directory; a unit whose superior ended stands under who took over from it."""
    headings = {kind: (rank, str(title)) for rank, (title, kinds) in enumerate(DIRECTORY_GROUPS) for kind in kinds}
    known, today = graph(), timezone.localdate()
    keys = {pk: key for (key, _locale), (pk, _path) in known.pages.items()}

    def superior(unit: OrganisationPage) -> int | None:
        key = keys.get(unit.parent_unit_id)
        if key is None or not known.ending(key, today):
            return unit.parent_unit_id
        successors = known.present_successors(key, today)
        page = known.pages.get((successors[0], unit.locale_id)) if len(successors) == 1 else None
        return page[0] if page else None

    return [
        {
            "id": unit.pk,
            "parent_id": superior(unit),
            "title": unit.title,
            "url": unit.url,
            "group": headings[unit.kind][1],  # type: ignore[index]
        }
        for unit in sorted(units, key=lambda unit: (headings[unit.kind][0], unit.title))  # type: ignore[index]
    ]
