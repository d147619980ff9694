"""Template tags of the document room."""

from django import template
from django.utils.safestring import SafeString

from legal.badges import status_badge

register = template.Library()


@register.simple_tag
def validity(status: str | None) -> SafeString | str:
    """Show the status of a document in words, on a ground whose colour only repeats them."""
    return status_badge(status) if status else ""
