"""What the search box knows of a public thing: the interface between the domain's rooms and ``search``.

A page type overrides ``search_facts()``; the search room never imports a domain model.
"""

from collections.abc import Callable
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


# (what was typed, language code, kind or "" for all) → page ids, best first.
Finder = Callable[[str, str, str], list[int]]
_finders: list[Finder] = []


def register_finder(finder: Finder) -> None:
    """Let the search room answer ``find_pages``; the last one registered does."""
    _finders.append(finder)


def find_pages(text: str, language: str, kind: str = "") -> list[int]:
    """Return the ids of public pages that answer ``text``, best first: the search box for lists of other rooms."""
    return _finders[-1](text, language, kind) if _finders else []
