"""What became of organisations: who took over from whom, asked without a query for every page.

The graph is small and every page needs it (a banner, a list that includes the predecessors'), so it is kept between
requests. It holds successions of all times; each question is asked of a day, so that one that was arranged
beforehand comes into force at midnight by itself.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page

from core.cache import forget, forget_of_pages, remember, remember_of_pages
from core.languages import said
from core.models.listing import ListingMixin
from core.privacy import open_to_all
from departments.models import OrganisationPage, Succession

CACHE_NAME = "successions"


@dataclass
class Ending:
    """How an organisation ended: the day from which it holds, and (translation key, extent) of who took over."""

    kind: str
    on: date
    note: str
    successors: list[tuple[UUID, str]] = field(default_factory=list)
    legal_basis: str = ""


@dataclass
class Graph:
    """All successions; organisations by their translation key, so that one row serves every language."""

    endings: dict[UUID, Ending] = field(default_factory=dict)
    predecessors: dict[UUID, list[UUID]] = field(default_factory=dict)
    # (translation key, locale id) → (page id, path in the tree)
    pages: dict[tuple[UUID, int], tuple[int, str]] = field(default_factory=dict)
    # Path of an organisation → (page id, content type id) of the lists in its section.
    lists: dict[str, list[tuple[int, int]]] = field(default_factory=dict)

    def ending(self, key: UUID, day: date) -> Ending | None:
        """Return how an organisation ended, if it had by ``day``."""
        ending = self.endings.get(key)
        return ending if ending and ending.on <= day else None

    def all_predecessors(self, key: UUID, day: date) -> list[UUID]:
        """Return everybody from whom an organisation took over by ``day``, directly or through others."""
        found: list[UUID] = []
        waiting = [key]
        while waiting:
            for predecessor in self.predecessors.get(waiting.pop(), []):
                if predecessor not in found and self.ending(predecessor, day):
                    found.append(predecessor)
                    waiting.append(predecessor)
        return found

    def predecessor_paths(self, path: str, day: date) -> list[str]:
        """Return the tree paths of everybody from whom the organisation at ``path`` took over by ``day``."""
        for (key, locale), (_pk, own_path) in self.pages.items():
            if own_path == path:
                known = ((k, locale) for k in self.all_predecessors(key, day))
                return [self.pages[page][1] for page in known if page in self.pages]
        return []

    def present_successors(self, key: UUID, day: date) -> list[UUID]:
        """Return who answers on ``day`` for an organisation that ended: the ends of its chains, none twice."""
        found: list[UUID] = []
        waiting = [key]
        seen = {key}
        while waiting:
            ending = self.ending(waiting.pop(0), day)
            for successor, _extent in ending.successors if ending else []:
                if successor in seen:
                    continue
                seen.add(successor)
                later = self.ending(successor, day)
                (waiting if later and later.successors else found).append(successor)
        return found


def graph() -> Graph:
    """Return the successions, kept between requests."""
    return remember(CACHE_NAME, _build)


def forget_successions() -> None:
    """Ask the database again, now and once more when the change is stored."""
    forget(CACHE_NAME)
    transaction.on_commit(lambda: forget(CACHE_NAME))
    forget_of_pages()


def _build() -> Graph:
    found = Graph()
    rows = Succession.objects.select_related("reorganisation").order_by("pk")
    for row in rows.values_list(
        "predecessor__translation_key",
        "successor__translation_key",
        "extent",
        "reorganisation__kind",
        "reorganisation__on",
        "reorganisation__note",
        "reorganisation__legal_basis",
    ):
        predecessor, successor, extent, kind, on, note, basis = row
        ending = found.endings.setdefault(predecessor, Ending(kind, on, note, legal_basis=basis))
        if successor:
            ending.successors.append((successor, extent))
            found.predecessors.setdefault(successor, []).append(predecessor)
    keys = found.endings.keys() | found.predecessors.keys()
    if keys:
        pages = OrganisationPage.objects.filter(translation_key__in=keys)
        for key, locale, pk, path in pages.values_list("translation_key", "locale_id", "pk", "path"):
            found.pages[key, locale] = (pk, path)
            found.lists[path] = []
        lists = Page.objects.type(ListingMixin).values_list("path", "pk", "content_type_id")
        for path, pk, kind in lists:
            found.lists.get(path[: -Page.steplen], []).append((pk, kind))
    return found


def predecessor_ids(organisation: Page, day: date | None = None) -> list[int]:
    """Return the page ids, in its language, of all units from which ``organisation`` took over; usually no query."""
    known = graph()
    keys = known.all_predecessors(organisation.translation_key, day or timezone.localdate())
    return [
        known.pages[key, organisation.locale_id][0] for key in keys if (key, organisation.locale_id) in known.pages
    ]


def public_predecessor_ids(organisation: Page, day: date | None = None) -> list[int]:
    """Return those of ``predecessor_ids`` whose pages anybody may open; usually no query."""
    ids = predecessor_ids(organisation, day)
    pages = open_to_all(Page.objects.filter(pk__in=ids)).values_list("pk", flat=True)
    return remember_of_pages(f"open:{','.join(map(str, ids))}", lambda: list(pages)) if ids else []


def with_predecessors(organisation: Page, day: date | None = None) -> list[Page]:
    """Return ``organisation`` and all units from which it took over, directly or through others, in every language.

    One query.
    """
    return list(Page.objects.filter(translation_key__in=keys_with_predecessors(organisation, day)))


def keys_with_predecessors(organisation: Page, day: date | None = None) -> list[UUID]:
    """Return the translation keys of ``organisation`` and of all units from which it took over; usually no query."""
    key = organisation.translation_key
    return [key, *graph().all_predecessors(key, day or timezone.localdate())]


def predecessor_paths(section: str, day: date | None = None) -> list[str]:
    """Return the tree paths of all units from which the unit at the path ``section`` took over; usually no query."""
    return graph().predecessor_paths(section, day or timezone.localdate())


def list_ids(index: Page, day: date | None = None) -> list[int]:
    """Return the ids of ``index`` (a unit's list: news, documents, …) and of the same lists of its predecessors.

    Usually no query.
    """
    paths = predecessor_paths(index.path[: -index.steplen], day)
    known = graph().lists if paths else {}
    same = (pk for path in paths for pk, kind in known.get(path, []) if kind == index.content_type_id)
    return [index.pk, *same]


def in_language(keys: Iterable[UUID], locale_id: int) -> list[OrganisationPage]:
    """Return the public pages of organisations, each in the language asked for or else in another."""
    keys = list(keys)
    if not keys:
        return []
    pages: dict[UUID, OrganisationPage] = {}
    for page in open_to_all(OrganisationPage.objects.filter(translation_key__in=keys)).select_related("locale"):
        if page.translation_key not in pages or page.locale_id == locale_id:
            pages[page.translation_key] = page
    return [pages[key] for key in keys if key in pages]


def banner(organisation: Page, day: date | None = None) -> dict[str, Any] | None:
    """Return what readers of a unit's pages must know of its end, ``None`` if none is known.

    ``{"name", "kind", "on", "coming", "note", "legal_basis", "page_id", "successors": [page, …]}``; ``coming``: the
    day lies ahead; ``page_id`` is that of the unit.
    """
    day = day or timezone.localdate()
    known = graph()
    ending = known.endings.get(organisation.translation_key)
    if ending is None:
        return None
    keys = known.present_successors(organisation.translation_key, max(day, ending.on))
    return {
        "name": organisation.title,
        "kind": ending.kind,
        "on": ending.on,
        "coming": ending.on > day,
        # One act, one note, whatever the language of the page that shows it.
        "note": said(ending.note, settings.LANGUAGE_CODE),
        "legal_basis": said(ending.legal_basis, settings.LANGUAGE_CODE),
        "page_id": organisation.pk,
        "successors": in_language(keys, organisation.locale_id),
    }


def legal_basis_of(organisation: Page) -> str:
    """Return the legal basis of a unit's end, as it was typed; empty if there is none. Usually no query."""
    ending = graph().endings.get(organisation.translation_key)
    return ending.legal_basis if ending else ""


def formed_from(organisation: OrganisationPage) -> list[dict[str, Any]]:
    """Return ``[{"title", "url", "on"}, …]``: the units from which it took over directly; usually no query."""
    return remember_of_pages(f"formed-from:{organisation.pk}", lambda: _formed_from(organisation))


def _formed_from(organisation: OrganisationPage) -> list[dict[str, Any]]:
    known = graph()
    keys = [
        key
        for key in known.predecessors.get(organisation.translation_key, [])
        if known.ending(key, timezone.localdate())
    ]
    return [
        {"title": page.title, "url": page.url, "on": known.endings[page.translation_key].on}
        for page in in_language(keys, organisation.locale_id)
    ]


def former_names(organisation: OrganisationPage) -> list[str]:
    """Return every name of the public units from which it took over, directly or through others."""
    pages = OrganisationPage.objects.filter(pk__in=public_predecessor_ids(organisation))
    return [name for page in pages for name in page.names]
