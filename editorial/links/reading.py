"""The links of a page, read from its fields."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from django.db import models
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

_HREF = re.compile(r"""<a\b[^>]*?\bhref\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_PAGE = re.compile(r"""<a\b[^>]*?\blinktype="page"[^>]*>""", re.IGNORECASE)
_ID = re.compile(r"""\bid="(\d+)\"""")
# Keys of blocks that hold an address or the id of a page (core.blocks.links.LinkBlock and its like).
_ADDRESS_KEYS, _PAGE_KEYS = {"url", "link_url", "source_url"}, {"page", "link_page"}


def links_of(page: Page) -> tuple[set[str], set[int]]:
    """Return the addresses and the ids of pages to which the fields of ``page`` link."""
    urls: set[str] = set()
    pages: set[int] = set()
    for field in page._meta.get_fields():
        if not isinstance(field, models.Field) or field.name == "url_path":
            continue
        for url, target in _links_in(field, page):
            if url:
                urls.add(url.strip())
            if target:
                pages.add(target)
    return urls - {""}, pages


def _links_in(field: models.Field, page: Page) -> Iterator[tuple[str, int | None]]:
    value = field.value_from_object(page)
    if isinstance(field, StreamField) and value is not None:
        yield from _walk(value.get_prep_value())
    elif isinstance(field, RichTextField):
        yield from _in_html(value or "")
    elif isinstance(field, models.URLField) and value:
        yield value, None


def _walk(value: Any, key: str = "") -> Iterator[tuple[str, int | None]]:
    if isinstance(value, dict):
        for name, inner in value.items():
            # A block of a stream says what it is beside its value.
            yield from _walk(inner, value.get("type", name) if name == "value" else name)  # type: ignore[arg-type]
    elif isinstance(value, list):
        for inner in value:
            yield from _walk(inner, key)
    elif isinstance(value, str):
        yield from [(value, None)] if key in _ADDRESS_KEYS else _in_html(value)
    elif isinstance(value, int) and key in _PAGE_KEYS:
        yield "", value


def _in_html(text: str) -> Iterator[tuple[str, int | None]]:
    for double, single in _HREF.findall(text):
        yield unescape(double or single), None
    for tag in _PAGE.findall(text):
        if found := _ID.search(tag):
            yield "", int(found.group(1))
