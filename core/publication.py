"""What stands between a draft and the public: the rule of who may publish, unfinished drafts."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Model
from wagtail.models import Page, Revision

if TYPE_CHECKING:
    from core.models import User


class PublicationRefused(PermissionDenied):
    """A publication that the rules of the house forbid; its text is a sentence for the person who tried."""


# (page or snippet, revision that would go out, who does it or ``None`` for the machine)
Guard = Callable[[Model, Revision, "User | None"], None]
_guards: list[Guard] = []


def register_guard(guard: Guard) -> None:
    """Let ``guard`` look at every publication and schedule; it raises ``PublicationRefused`` to forbid one."""
    _guards.append(guard)


def ask_guards(thing: Model, revision: Revision, user: "User | None" = None) -> None:
    """Raise ``PublicationRefused`` if ``revision`` of ``thing`` may not go out."""
    for guard in _guards:
        guard(thing, revision, user)


def unfinished(pages: Iterable[Page]) -> list[str]:
    """Return the titles of those ``pages`` whose newest draft could not be published as it is."""
    titles = []
    for page in pages:
        draft = page.specific.get_latest_revision_as_object()
        draft.live = True
        try:
            draft.full_clean()
        except ValidationError:
            titles.append(draft.get_admin_display_title())
    return titles


def with_unpublished_descendants(pages: Iterable[Page]) -> list[Page]:
    """Return ``pages`` and every page below them that is not live."""
    pages = list(pages)
    return pages + [page for top in pages for page in top.get_descendants().not_live()]
