"""HTML pages: markup in, lines in reading order out, with the content container found by the density of its prose."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from bs4 import BeautifulSoup, Tag

from importer.parsing.clean import is_prose
from importer.parsing.evidence import read_hints
from importer.parsing.furniture import remove_furniture
from importer.parsing.model import Line, Page
from importer.parsing.walker import BLOCKS, LineReader

# Old portals never close <font> and <b>: their pages are hundreds of elements deep.
_DEEPEST = 12_000


@contextmanager
def _room_for_nesting() -> Iterator[None]:
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(max(before, _DEEPEST))
    try:
        yield
    finally:
        sys.setrecursionlimit(before)


def read_html(markup: str) -> Page:
    """Return the lines of a page and which of them lie in its content container. Broken markup is read as it comes."""
    soup = BeautifulSoup(markup, "html.parser")
    hints = read_hints(soup)
    reader = LineReader()
    with _room_for_nesting():
        remove_furniture(soup)
        reader.read(soup.body or soup)
    lines = [line for line, _owner in reader.lines]
    container = _container(soup, reader.lines)
    inside = [
        i
        for i, (_line, owner) in enumerate(reader.lines)
        if container is None or owner is container or container in owner.parents
    ]
    if not inside:
        return Page(tuple(lines), hints, from_html=True)
    return Page(tuple(lines), hints, inside[0], inside[-1] + 1, from_html=True)


def _container(soup: BeautifulSoup, lines: list[tuple[Line, Tag]]) -> Tag | None:
    """The deepest element that holds nearly all prose of the page; link-heavy text weighs little."""
    weights: dict[int, float] = {}
    for line, owner in lines:
        share = max(0.0, 1 - 1.4 * line.link_share)
        weight = len(line.text) * share * (1.0 if is_prose(line.text) else 0.15)
        for element in (owner, *owner.parents):
            weights[id(element)] = weights.get(id(element), 0.0) + weight
    current: Tag = soup.body or soup
    total = weights.get(id(current), 0.0)
    if not total:
        return None
    for marked in soup.find_all(itemprop="articleBody") + soup.find_all(["article", "main"]):
        if weights.get(id(marked), 0.0) >= 0.6 * total:
            current = marked
            break
    while True:
        children = [
            child for child in current.children if isinstance(child, Tag) and child.name in BLOCKS | {"span", "font"}
        ]
        heaviest = max(children, key=lambda child: weights.get(id(child), 0.0), default=None)
        if (
            heaviest is None
            or heaviest.name in ("p", "li", "span", "font", "table")
            and heaviest.find(["p", "div", "td"]) is None
        ):
            return current
        if weights.get(id(heaviest), 0.0) < 0.8 * weights[id(current)] or heaviest.name in ("blockquote", "ul", "ol"):
            return current
        current = heaviest
