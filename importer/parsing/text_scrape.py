"""Plain-text scrapes: a string in, tidy lines out."""

import re

from importer.parsing.clean import split_glued, tidy, unwrap
from importer.parsing.model import LIST_ITEM, Line, Page

_RIGHT_ALIGNED = 12
_CRUMB_JOINTS = (">", "»", "›", "/", "→", "::")
_BULLET = re.compile(r"^(?P<mark>[-–+*•▪●◦])\s+(?=\S)")


def read_text(text: str) -> Page:
    """Return the lines of a text scrape. Blank lines and deep indents are remembered, since they carry meaning."""
    raw: list[tuple[str, bool]] = []
    indents: dict[str, int] = {}
    gap = joint = False
    for line in text.splitlines():
        tidied = tidy(line)
        if not tidied or not re.search(r"[\w%°]", tidied):
            joint = joint or (tidied in _CRUMB_JOINTS and bool(tidied))
            gap = gap or not tidied
            continue
        if joint and raw and len(tidied) <= 60:
            # A breadcrumb whose signs stand on lines of their own: "Trang chủ", ">", "Tin tức"
            raw[-1] = (f"{raw[-1][0]} » {tidied}", raw[-1][1])
            joint = False
            continue
        joint = False
        expanded = line.expandtabs(4).replace("\u00a0", " ")
        indent = len(expanded) - len(expanded.lstrip())
        pieces = split_glued(tidied)
        for piece in pieces:
            raw.append((piece, gap))
            gap = False
            if indent >= _RIGHT_ALIGNED:
                indents[piece] = indent
    lines = []
    for piece, had_gap in unwrap(raw):
        align = "right" if piece in indents else ""
        kind = LIST_ITEM if _BULLET.match(piece) else "text"
        lines.append(Line(piece, kind=kind, align=align, indent=indents.get(piece, 0), gap_before=had_gap))
    return Page(tuple(lines))


def without_bullet(text: str) -> str:
    """Return a list item's words without its dash, plus or dot."""
    return _BULLET.sub("", text)
