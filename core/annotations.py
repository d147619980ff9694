"""What rooms add to running text when it is shown: the number of a document becomes a link to it.

A room registers an annotator; the tag ``running_text`` of the templates calls it. Only the words of the text reach
the annotator, never markup, and what it returns stands where the words stood.
"""

import re
from collections.abc import Callable
from functools import partial
from html import unescape

from django.utils.safestring import SafeString, mark_safe
from wagtail.models import Page

# (words of a text node, page=the page they stand on) → HTML in their place, or ``None`` to leave them alone.
Annotator = Callable[..., SafeString | None]
_annotators: list[Annotator] = []

# Comments, and tags whose quoted attributes may hold a ">".
_TAG = re.compile(r"<!--.*?-->|<(?:[^\"'<>]|\"[^\"]*\"|'[^']*')*>", re.DOTALL)
_NAME = re.compile(r"</?\s*([a-zA-Z][a-zA-Z0-9]*)")
# Inside these nothing is added: a link in a link is no HTML, and the others are no running text.
_CLOSED = frozenset({"a", "button", "script", "style", "code", "pre", "textarea", "select", "svg", "title"})


def register_annotator(annotator: Annotator) -> None:
    """Let ``annotator`` see the running text of every page; call it in ``AppConfig.ready``."""
    _annotators.append(annotator)


def annotate(html: SafeString, page: Page) -> SafeString:
    """Return ``html`` with what the registered rooms add to its words."""
    for annotator in _annotators:
        html = rewrite_words(html, partial(annotator, page=page))
    return html


def rewrite_words(html: SafeString, rewrite: Callable[[str], SafeString | None]) -> SafeString:
    """Return ``html`` with the text nodes that ``rewrite`` answers replaced by its answer; tags stay untouched.

    ``rewrite`` gets the words unescaped and returns safe HTML, or ``None`` to leave them as they are.
    """
    pieces: list[str] = []
    closed: list[str] = []
    place = 0
    for tag in [*_TAG.finditer(html), None]:
        words = html[place : tag.start() if tag else None]
        answer = rewrite(unescape(words)) if words and not closed else None
        pieces.append(words if answer is None else answer)
        if tag is None:
            break
        pieces.append(tag[0])
        place = tag.end()
        name = _NAME.match(tag[0])
        if name and (element := name[1].lower()) in _CLOSED:
            if tag[0].startswith("</"):
                if element in closed:
                    closed.remove(element)
            elif not tag[0].endswith("/>"):
                closed.append(element)
    return mark_safe("".join(pieces))  # noqa: S308 (safe before, and every answer is)
