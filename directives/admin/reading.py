"""The words of a page, a paragraph a line, as suggestions are read from them."""

import re
from html import unescape
from typing import Any

from django.utils.html import strip_tags
from wagtail.models import Page
from wagtail.rich_text import RichText

_ENDS_OF_LINES = re.compile(r"</(?:p|li|h\d)>|<br\s*/?>")


def text_of(page: Page) -> str:
    """Return lead and body of ``page`` without captions, every paragraph and list item on a line of its own."""
    lines = [getattr(page, "lead", "") or ""]
    for child in getattr(page, "body", ()):
        if child.block_type in ("heading", "subheading", "paragraph", "quote", "callout"):
            lines += _lines(child.value)
    return "\n".join(line for line in lines if line.strip())


def _lines(value: Any) -> list[str]:
    if isinstance(value, RichText):
        pieces = _ENDS_OF_LINES.sub("\n", value.source).split("\n")
        return [unescape(strip_tags(piece)).strip() for piece in pieces]
    if isinstance(value, dict):
        return [line for part in value.values() for line in _lines(part)]
    return [str(value)]
