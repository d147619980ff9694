"""What other rooms of the portal know of a scheme: its news, its directives.

They stand on higher floors and point at the scheme; they register here what they would show, and the scheme's page
asks for it without knowing them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

    from projects.models import SchemePage

LIMIT = 6


@dataclass(frozen=True)
class Companion:
    """A list that another room shows on a scheme's page: one query."""

    name: str
    heading: "StrOrPromise"
    find: "Callable[[SchemePage, int], list[Any]]"


_companions: dict[str, Companion] = {}


def register_companion(companion: Companion) -> None:
    """Show a list on every scheme's page; called in an app's ``ready()``."""
    _companions[companion.name] = companion


def companions_of(scheme: "SchemePage") -> list[dict[str, Any]]:
    """Return ``[{"name", "heading", "entries"}]`` of the lists that have something, one query for each list."""
    lists = (
        {"name": companion.name, "heading": companion.heading, "entries": companion.find(scheme, LIMIT)}
        for companion in _companions.values()
    )
    return [found for found in lists if found["entries"]]
