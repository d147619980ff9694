"""What single elements say about themselves: their role, their alignment, their picture, their inline markup."""

import re

import nh3
from bs4 import Tag

from importer.parsing.clean import tidy
from importer.parsing.model import ImageRef

_ALLOWED = {"b", "i", "a"}
_ROLE_WORDS = (
    (
        "caption",
        re.compile(
            r"caption|chu-?thich|img-?(?:title|desc|note|cap)|photo-?(?:title|desc|cap)|image-?desc|pcaption|mota-?anh",
            re.IGNORECASE,
        ),
    ),
    (
        "lead",
        re.compile(
            r"\b(?:sapo|hometext|lead|tom-?tat|(?:news|article|detail)[-_]?(?:summary|intro|desc(?:ription)?))\b|(?:^|[-_ ])sapo(?:$|[-_ ])",
            re.IGNORECASE,
        ),
    ),
    ("author", re.compile(r"(?:^|[-_ ])(?:author|tac-?gia|byline|but-?danh)(?:$|[-_ ])", re.IGNORECASE)),
    ("category", re.compile(r"(?:^|[-_ ])breadcrumbs?(?:$|[-_ ])", re.IGNORECASE)),
    (
        "title",
        re.compile(
            r"(?:^|[-_ ])(?:(?:news|article|post|entry|detail|content|main)[-_]?title|title[-_]?(?:detail|news|article|post)|headline|tieu-?de)(?:$|[-_ ])",
            re.IGNORECASE,
        ),
    ),
)
_ROLE_LIMITS = {"caption": 700, "title": 400, "category": 500, "author": 200, "lead": 2500}
_ICON = re.compile(
    r"(?:icon|logo|spacer|blank|pixel|emoji|smil|button|btn|share|print|bullet|arrow|avatar|captcha|loading|transparent|facebook|zalo|twitter)[^/]*$",
    re.IGNORECASE,
)


def names_of(tag: Tag) -> str:
    """The classes and the id of an element, as one string."""
    classes = tag.get("class")
    listed = classes if isinstance(classes, list) else [classes or ""]
    return " ".join([*map(str, listed), str(tag.get("id") or "")]).strip()


def role_of(tag: Tag) -> str:
    """What the markup itself calls an element: "caption", "lead", "title", "author", "category" or nothing."""
    if tag.name == "figcaption" or tag.name == "caption":
        return "caption"
    if tag.get("itemprop") == "headline":
        return "title"
    names = names_of(tag)
    if not names:
        return ""
    for role, pattern in _ROLE_WORDS:
        if pattern.search(names):
            return role if len(tag.get_text()) <= _ROLE_LIMITS[role] else ""
    return ""


def clean_inline(markup: str) -> str:
    """Return inline HTML with nothing but bold, italic and safe links."""
    collapsed = re.sub(r"\s+", " ", markup.replace("\u00a0", " ")).strip()
    cleaned = nh3.clean(
        collapsed, tags=_ALLOWED, attributes={"a": {"href"}}, url_schemes={"http", "https", "mailto"}, link_rel=None
    )
    cleaned = re.sub(r"<a>(.*?)</a>", r"\1", cleaned)
    return re.sub(r"<(b|i|a)(?: [^>]*)?>\s*</\1>", "", cleaned).strip()


def alignment(tag: Tag) -> str:
    """ "right", "center" or nothing, by attribute, style or class."""
    declared = str(tag.get("align") or "").lower()
    styled = re.search(r"text-align\s*:\s*(right|center)", str(tag.get("style") or ""), re.IGNORECASE)
    classes = names_of(tag)
    named = re.search(r"text-(right|center)\b|\b(right|center)ed?\b", classes)
    if tag.name == "center":
        return "center"
    return (
        styled[1].lower()
        if styled
        else declared
        if declared in ("right", "center")
        else (named[1] or named[2])
        if named
        else ""
    )


def image_reference(tag: Tag) -> ImageRef | None:
    """The picture an ``img`` shows, lazily loaded ones included; None for icons, spacers and inline data."""
    sources = [str(tag.get(name) or "").strip() for name in ("data-src", "data-original", "data-lazy-src", "src")]
    source = next((found for found in sources if found and not found.startswith("data:")), "")
    sizes = [
        int(found)
        for name in ("width", "height")
        if (found := re.sub(r"px$", "", str(tag.get(name) or ""))).isdigit()
    ]
    if not source or _ICON.search(source.split("?")[0]) or any(size < 80 for size in sizes):
        return None
    return ImageRef(source, tidy(str(tag.get("alt") or "")))
