"""Template tags of the document room."""

from datetime import date

from django import template
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString

from legal.badges import status_badge

register = template.Library()


@register.simple_tag
def validity(status: str | None) -> SafeString | str:
    """Show the status of a document in words, on a ground whose colour only repeats them."""
    return status_badge(status) if status else ""


@register.simple_tag
def legal_day(value: date | None) -> SafeString | str:
    """Show a day as documents write it, without the day of the week."""
    if not value:
        return ""
    return format_html('<time datetime="{}">{}</time>', value.isoformat(), date_format(value, "SHORT_DATE_FORMAT"))
