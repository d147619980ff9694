"""How a status is shown, on the document's page and beside every citation."""

from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from legal.enums import ValidityStatus


def status_badge(status: str) -> SafeString:
    """Return the badge of a status: its words, with a class by which the style sheet colours them.

    It names its language where that is not the portal's first: the words that it stands among may be Vietnamese.
    """
    value = ValidityStatus(status)
    label = str(value.label)
    language = get_language()
    return format_html(
        '<span class="validity validity--{}"{}>{}</span>',
        value.replace("_", "-"),
        "" if language == settings.LANGUAGE_CODE else format_html(' lang="{}"', language),
        label[:1].upper() + label[1:],
    )
