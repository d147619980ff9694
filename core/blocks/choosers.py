"""Choosers whose chosen things stand on many pages and hardly ever change."""

from functools import partial

from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from core.cache import remember_of_pages


class _Kept:
    """What was chosen together is kept together between requests."""

    def bulk_to_python(self, values: list) -> list:
        name = f"chosen:{self.model_class._meta.label_lower}:{','.join(map(str, values))}"  # type: ignore[attr-defined]
        return remember_of_pages(name, partial(super().bulk_to_python, values))  # type: ignore[misc]


class KeptPageChooserBlock(_Kept, blocks.PageChooserBlock):
    """A page of which a block shows no more than where it stands and what it is called."""


class KeptSnippetChooserBlock(_Kept, SnippetChooserBlock):
    """A label. Who keeps labels calls ``core.cache.forget_of_pages`` when one changes."""
