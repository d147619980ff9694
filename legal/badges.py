"""How a status is shown, on the document's page and beside every citation."""

from django.utils.html import format_html
from django.utils.safestring import SafeString

from legal.enums import ValidityStatus


def status_badge(status: str) -> SafeString:
    """Return the badge of a status: its words, with a class by which the style sheet colours them."""
    value = ValidityStatus(status)
    label = str(value.label)
    return format_html(
        '<span class="validity validity--{}">{}</span>', value.replace("_", "-"), label[:1].upper() + label[1:]
    )
