"""Taking the furniture of a site out of its tree before reading: scripts, forms, menus, sidebars, hidden pieces."""

import re

from bs4 import BeautifulSoup, Tag

from importer.parsing.clean import tidy
from importer.parsing.elements import names_of

_NEVER_TEXT = (
    "script",
    "style",
    "noscript",
    "template",
    "svg",
    "iframe",
    "object",
    "embed",
    "select",
    "textarea",
    "button",
    "input",
    "canvas",
    "audio",
    "map",
)
_USUALLY_FURNITURE = ("nav", "aside", "footer", "form", "dialog", "menu")
_NEVER_FURNITURE = ("body", "html", "article", "main")
_NAMES = re.compile(
    r"(?:^|[-_ ])(?:nav(?:bar|igation)?|menu(?:top|left|right|main|footer)?|main-?menu|side-?bar|foot(?:er)?|comments?|binh-?luan|breadcrumb-?share|share|sharing|social|addthis|print|toolbar|"
    r"related|relate(?:d)?-?(?:news|post)s?|lien-?quan|tin-?(?:khac|lien-?quan|moi)|other-?news|others|widget|banner|advert\w*|quang-?cao|popup|modal|cookie|search(?:-?box|-?form)?|tim-?kiem|"
    r"login|rating|vote|pagination|paging|statistics?|counter|thong-?ke|weblink|lien-?ket|skip-?link|visually-?hidden|sr-only|screen-reader-text|hidden)(?:$|[-_ ])",
    re.IGNORECASE,
)


def remove_furniture(soup: BeautifulSoup) -> None:
    """Drop, in place, what is no article. An element that holds much of the page's text is kept, whatever its name:
    ASP.NET wraps whole pages in a form, and more than one portal calls its main column "widget".
    """
    for tag in soup.find_all(_NEVER_TEXT):
        tag.decompose()
    body = soup.body or soup
    total, prose = len(tidy(body.get_text(" "))) or 1, _own_prose(body)
    for tag in body.find_all(True):
        if tag.decomposed or tag.name in _NEVER_FURNITURE or not _is_furniture(tag):
            continue
        is_small = _own_prose(tag) < max(0.25 * prose, 1) and len(tag.get_text(" ")) < 0.6 * total
        if is_small or _is_hidden(tag):
            tag.decompose()


def _is_furniture(tag: Tag) -> bool:
    if tag.name in _USUALLY_FURNITURE or _is_hidden(tag):
        return True
    if tag.name in ("p", "b", "strong", "em", "i", "img", "h1", "td", "tr", "tbody"):
        return False
    if tag.get("role") in ("navigation", "search", "banner", "contentinfo", "complementary"):
        return True
    return bool(_NAMES.search(names_of(tag))) and tag.find("h1") is None


def _is_hidden(tag: Tag) -> bool:
    style = str(tag.get("style") or "").replace(" ", "").lower()
    return tag.has_attr("hidden") or "display:none" in style or "visibility:hidden" in style


def _own_prose(tag: Tag) -> int:
    """Characters of long text pieces, not counting links."""
    return sum(len(piece) for piece in tag.stripped_strings if len(piece) >= 80)
