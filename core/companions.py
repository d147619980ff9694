"""What other rooms of the portal know of a page: the news of a scheme, the projects of a unit.

They stand on higher floors and point at the page; they register here what they would show, and the page asks for it
without knowing them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from wagtail.models import Page

from core.cache import remember_of_pages
from core.models.listing import Line

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

LIMIT = 6


@dataclass(frozen=True)
class Companion:
    """A list that another room shows on the pages of a type ("projects.SchemePage").

    ``template`` shows an ``entry``, a page of ``find``, as ``<li>``; without one it is a ``Line`` with its day.
    """

    page_type: str
    name: str
    heading: "StrOrPromise"
    find: "Callable[[Page, int], list[Any]]"
    limit: int = LIMIT
    template: str = ""


_companions: dict[tuple[str, str], Companion] = {}


def register_companion(companion: Companion) -> None:
    """Show a list on every page of a type; called in an app's ``ready()``."""
    _companions[companion.page_type, companion.name] = companion


def companions_of(page: Page) -> list[dict[str, Any]]:
    """Return ``[{"about": companion, "entries"}]`` of the lists that have something; usually no query."""
    lists = (
        {"about": companion, "entries": _entries(companion, page)}
        for companion in _companions.values()
        if companion.page_type == page._meta.label
    )
    return [found for found in lists if found["entries"]]


def _entries(companion: Companion, page: Page) -> list[Any]:
    def find() -> list[Any]:
        pages = companion.find(page, companion.limit)
        return pages if companion.template else [Line.of(found) for found in pages]

    return remember_of_pages(f"companion:{companion.name}:{page.pk}", find)
