"""A translation that is saved again stays a draft: what readers see waits for its own approval."""

from typing import Any

from wagtail.models import Page
from wagtail_localize.models import TranslationSource


def keep_public_texts() -> None:
    """Let wagtail-localize save a translation "without publishing" as a revision only.

    1.14.5 writes the translated text into the page's own row as well, so that of a public page readers see it before
    anybody approved it; it offers no setting for that.
    """
    create_or_update = TranslationSource.create_or_update_translation

    def create_or_update_translation(
        self: TranslationSource, locale: Any, user: Any = None, publish: bool = True, **kwargs: Any
    ) -> Any:
        if publish:
            return create_or_update(self, locale, user=user, publish=publish, **kwargs)
        find = self.get_translated_instance
        self.get_translated_instance = lambda target: _with_fixed_row(find(target))
        try:
            return create_or_update(self, locale, user=user, publish=publish, **kwargs)
        finally:
            del self.get_translated_instance

    TranslationSource.create_or_update_translation = create_or_update_translation


def _with_fixed_row(page: Any) -> Any:
    """Return ``page`` so that saving it notes a new revision and leaves what is public as it is."""
    if not isinstance(page, Page) or not page.live:
        return page
    save = page.save

    def note_revision(*args: Any, **kwargs: Any) -> None:
        if kwargs.get("update_fields"):
            save(*args, **kwargs)

    page.save = note_revision
    return page
