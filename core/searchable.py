"""What the search box knows of a public thing: the interface between the domain's rooms and ``search``.

A page type overrides ``search_facts()``; the search room never imports a domain model.
"""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

# Kind of result → its name for readers, in the order of the facet.
KINDS: "dict[str, StrOrPromise]" = {
    "news": _("News"),
    "notice": _("Notices"),
    "document": _("Official documents"),
    "directive": _("Directives"),
    "scheme": _("Schemes"),
    "project": _("Projects"),
    "organisation": _("Departments and communes"),
    "person": _("People"),
    "place": _("Former communes and wards"),
    "file": _("Files"),
    "page": _("Other pages"),
}


@dataclass(frozen=True)
class SearchFacts:
    """One thing that can be found.

    ``keys`` are what people type to get exactly this thing: document numbers, abbreviations, former names.
    ``organisation_id`` is the page id of the unit that it belongs to, ``None`` for "the nearest one above".
    ``fields`` are the names of its fields (lĩnh vực), in its own language. ``day`` is the one that readers sort by.
    """

    kind: str
    title: str
    lead: str = ""
    body: str = ""
    keys: tuple[str, ...] = ()
    day: date | None = None
    organisation_id: int | None = None
    fields: tuple[str, ...] = ()
