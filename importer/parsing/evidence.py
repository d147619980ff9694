"""What an HTML page's metadata claims: JSON-LD, OpenGraph, meta elements, microdata. Claims only, not yet believed."""

import json
from collections.abc import Iterator
from typing import Any

from bs4 import BeautifulSoup, Tag

from importer.parsing.clean import tidy
from importer.parsing.model import Hints

_ARTICLE_TYPES = {"article", "newsarticle", "reportagenewsarticle", "blogposting", "webpage", "newsmediaorganization"}


def read_hints(soup: BeautifulSoup) -> Hints:
    """Return the metadata of a page; missing or broken pieces are empty strings."""
    data = next(_article_objects(soup), {})
    meta = _meta(soup)
    authors = [
        *_names(data.get("author")),
        *_itemprops(soup, "author"),
        *filter(None, [meta.get("author"), meta.get("article:author")]),
    ]
    title = soup.title.get_text(" ") if soup.title else ""
    canonical = soup.find("link", rel="canonical")
    return Hints(
        headline=tidy(_string(data.get("headline"))) or _first(_itemprops(soup, "headline")),
        og_title=tidy(meta.get("og:title") or meta.get("twitter:title") or meta.get("dc.title") or ""),
        html_title=tidy(title),
        description=tidy(
            _string(data.get("description")) or meta.get("og:description") or meta.get("description") or ""
        ),
        published=_first(
            [
                _string(data.get("datePublished")),
                *(
                    meta.get(name, "")
                    for name in (
                        "article:published_time",
                        "pubdate",
                        "datepublished",
                        "dc.date.issued",
                        "publishdate",
                    )
                ),
                *_itemprops(soup, "datePublished"),
                *_times(soup),
            ]
        ),
        updated=_first(
            [
                _string(data.get("dateModified")),
                *(meta.get(name, "") for name in ("article:modified_time", "og:updated_time", "lastmod")),
                *_itemprops(soup, "dateModified"),
            ]
        ),
        authors=tuple(dict.fromkeys(tidy(name) for name in authors if tidy(name))),
        section=tidy(
            _first(_strings(data.get("articleSection")))
            or meta.get("article:section")
            or _first(_itemprops(soup, "articleSection"))
        ),
        site_name=tidy(meta.get("og:site_name") or ""),
        url=_string(canonical.get("href")) if isinstance(canonical, Tag) else meta.get("og:url", ""),
        tags=tuple(_tags(data, meta)),
        image=meta.get("og:image", ""),
    )


def _article_objects(soup: BeautifulSoup) -> Iterator[dict[str, Any]]:
    for script in soup.find_all("script", type="application/ld+json"):
        try:
            loaded = json.loads(script.get_text().strip().rstrip(";"), strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _flatten(loaded):
            kinds = item.get("@type")
            kinds = kinds if isinstance(kinds, list) else [kinds]
            if any(str(kind).lower() in _ARTICLE_TYPES for kind in kinds) and item.get("headline"):
                yield item


def _flatten(loaded: Any) -> Iterator[dict[str, Any]]:
    if isinstance(loaded, list):
        for item in loaded:
            yield from _flatten(item)
    elif isinstance(loaded, dict):
        yield loaded
        yield from _flatten(loaded.get("@graph", []))
        yield from _flatten(loaded.get("mainEntity", []))


def _meta(soup: BeautifulSoup) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in soup.find_all("meta"):
        name = element.get("property") or element.get("name")
        content = element.get("content")
        if isinstance(name, str) and isinstance(content, str) and content.strip():
            found.setdefault(name.lower(), content.strip())
    return found


def _itemprops(soup: BeautifulSoup, name: str) -> list[str]:
    values = []
    for element in soup.find_all(itemprop=name):
        nested = element.find(itemprop="name")
        element = nested if isinstance(nested, Tag) else element
        value = element.get("content") or element.get("datetime") or element.get_text(" ")
        values.append(tidy(_string(value)))
    return [value for value in values if value]


def _times(soup: BeautifulSoup) -> list[str]:
    """``<time datetime>`` counts when the page has just one, or marks one as the publication."""
    times = [element for element in soup.find_all("time") if element.get("datetime")]
    marked = [
        element
        for element in times
        if element.has_attr("pubdate") or "publish" in " ".join(element.get("class") or [])
    ]
    days = {str(element["datetime"])[:10] for element in times}
    chosen = marked[:1] or (times[:1] if len(days) == 1 else [])
    return [str(element["datetime"]) for element in chosen]


def _names(author: Any) -> list[str]:
    if isinstance(author, list):
        return [name for item in author for name in _names(item)]
    if isinstance(author, dict):
        return [] if str(author.get("@type")).lower() == "organization" else [_string(author.get("name"))]
    return [_string(author)]


def _tags(data: dict[str, Any], meta: dict[str, str]) -> list[str]:
    words = data.get("keywords") or meta.get("article:tag") or meta.get("news_keywords") or ""
    pieces = words if isinstance(words, list) else str(words).split(",")
    return list(dict.fromkeys(tidy(str(piece)) for piece in pieces if tidy(str(piece))))


def _strings(value: Any) -> list[str]:
    return [_string(item) for item in value] if isinstance(value, list) else [_string(value)]


def _string(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""


def _first(values: list[str]) -> str:
    return next((value for value in values if value), "")
