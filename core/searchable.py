"""What the search box knows of a public thing: the interface between the domain's rooms and ``search``.

A page type overrides ``search_facts()``; the search room never imports a domain model.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Model
from django.dispatch import Signal
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


@dataclass(frozen=True)
class Findable:
    """A public thing that is not a page: a person, a former commune.

    ``url`` is the address on the portal where it is shown, ``language`` a language code. If it stands on a page
    it is as public as that page: ``page_id``.
    """

    facts: SearchFacts
    url: str
    language: str
    page_id: int | None = None


# From an instance to what can be found of it; ``None`` while the public may not see it.
Describe = Callable[[Any], Findable | None]
_sources: dict[type[Model], Describe] = {}

# Sent with ``instance`` (a page or an instance of a registered model) when something that it shows or is found by
# changed without the instance itself being saved or published: it was withdrawn, a related name or row changed.
facts_changed = Signal()


def register_source(model: type[Model], describe: Describe) -> None:
    """Let readers find the instances of a model that is not a page; call it in ``AppConfig.ready``.

    The search room follows its saving and deleting by itself.
    """
    _sources[model] = describe


def registered_sources() -> Mapping[type[Model], Describe]:
    """Return model → description of everything findable that is not a page."""
    return _sources


# (what was typed, language code, kind or "" for all) → page ids, best first.
Finder = Callable[[str, str, str], list[int]]
_finders: list[Finder] = []


def register_finder(finder: Finder) -> None:
    """Let the search room answer ``find_pages``; the last one registered does."""
    _finders.append(finder)


def find_pages(text: str, language: str, kind: str = "") -> list[int]:
    """Return the ids of public pages that answer ``text``, best first: the search box for lists of other rooms."""
    return _finders[-1](text, language, kind) if _finders else []
