"""Addresses of a narrowed search: every facet is a plain link."""

from collections import Counter
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from core.pagination import PAGE_PARAMETER
from core.searchable import KINDS
from search.facets import Filters
from search.results import Results

MOST_VALUES = 10


def query_string(request: HttpRequest, **changes: str) -> str:
    """Return the address of this search with other parameters; an empty value takes one away, ``trang`` too."""
    query = request.GET.copy()
    query.pop(PAGE_PARAMETER, None)
    for name, value in changes.items():
        name = name.replace("_", "-")
        query.pop(name, None)
        if value:
            query[name] = value
    return f"{request.path}?{query.urlencode()}"


def facet_links(request: HttpRequest, results: Results, filters: Filters) -> list[dict[str, Any]]:
    """Return ``[{"label", "items": [{"title", "url", "count", "current"}]}]``; a facet of one value says nothing."""
    counted = results.counts
    names = results.organisation_names
    kinds = [(kind, KINDS[kind]) for kind in KINDS if counted["kind"][kind]]
    organisations = [(pk, names[pk]) for pk, _count in counted["organisation"].most_common() if pk in names]
    fields = [(name, name) for name, _count in counted["field"].most_common()]
    years = [(year, str(year)) for year in sorted(counted["year"], reverse=True)]
    facets = [
        _facet(request, _("Kind"), "loai", kinds, counted["kind"], filters.kind),
        _facet(
            request,
            _("Department"),
            "don-vi",
            organisations,
            counted["organisation"],
            filters.organisation,
        ),
        _facet(request, _("Field of work"), "linh-vuc", fields, counted["field"], filters.field),
        _facet(request, _("Year"), "nam", years, counted["year"], filters.year),
    ]
    return [facet for facet in facets if len(facet["items"]) > 1]


def _facet(
    request: HttpRequest, label: str, name: str, values: list[tuple[Any, Any]], counter: Counter, chosen: Any
) -> dict[str, Any]:
    shown = values[:MOST_VALUES] + [item for item in values[MOST_VALUES:] if item[0] == chosen]
    items = [
        {
            "title": title,
            "url": query_string(request, **{name: str(value)}),
            "count": counter[value],
            "current": value == chosen,
        }
        for value, title in shown
    ]
    everything = {"title": _("All"), "url": query_string(request, **{name: ""}), "count": 0, "current": not chosen}
    return {"label": label, "items": [everything, *items] if items and (len(items) > 1 or chosen) else []}
