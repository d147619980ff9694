"""What the translation screens of the admin ask for."""

from django import template
from wagtail.models import Page
from wagtail_localize.models import Translation

from editorial.translations.states import TranslationState

register = template.Library()


@register.simple_tag
def translation_state(translation: Translation, instance) -> TranslationState | None:
    """Return how far the translation of a page is; ``None`` for anything that is no page."""
    return TranslationState(translation, instance) if isinstance(instance, Page) else None
