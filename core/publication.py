"""Unfinished drafts and the ways to publish that skip the editor's form."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from wagtail.models import Page


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
