"""The organisation chart: a tree of units, and its drawing. Pure functions.

The nested list is what everybody can read; the drawing shows the same to those who see it.
"""

import textwrap
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

BOX_WIDTH, LINE_HEIGHT, PADDING = 268, 19, 12
GAP_X, GAP_Y, INDENT = 28, 12, 18
LETTERS_A_LINE = 27
# The drawing fits a desktop's text width; a group of up to this many units stands in one column.
COLUMNS, ROWS_BEFORE_A_COLUMN = 4, 3


@dataclass
class Node:
    """A unit in the chart; ``group`` is the heading under which its neighbours of the same sort stand."""

    title: str
    url: str = ""
    group: str = ""
    children: list["Node"] = field(default_factory=list)


@dataclass(frozen=True)
class Box:
    """A rectangle with its lines of text; ``kind`` is ``root``, ``group`` or ``unit``."""

    x: int
    y: int
    width: int
    height: int
    kind: str
    url: str
    lines: tuple[tuple[int, str], ...]  # (y of the base line, text)

    @property
    def middle(self) -> int:
        """Where text is centred."""
        return self.x + self.width // 2


@dataclass(frozen=True)
class Drawing:
    """Boxes and the connecting lines (SVG path data) in a picture of ``width`` × ``height``."""

    width: int
    height: int
    boxes: list[Box]
    lines: list[str]


def build_tree(units: Iterable[Mapping[str, Any]]) -> list[Node]:
    """Return the roots of ``units`` (``{"id", "parent_id", "title", "url", "group"}``), children in given order.

    A unit whose superior is not among them is a root. A circle, which no form lets in, has no root and is left out.
    """
    rows = list(units)
    nodes = {row["id"]: Node(row["title"], row["url"], row["group"]) for row in rows}
    roots: list[Node] = []
    for row in rows:
        above = nodes.get(row["parent_id"])
        (above.children if above else roots).append(nodes[row["id"]])
    return roots


def _box(x: int, y: int, node: Node, kind: str, width: int = BOX_WIDTH) -> Box:
    lines = textwrap.wrap(node.title, LETTERS_A_LINE * width // BOX_WIDTH) or [""]
    texts = tuple((y + PADDING + LINE_HEIGHT * number + 13, line) for number, line in enumerate(lines))
    return Box(x, y, width, 2 * PADDING + LINE_HEIGHT * len(lines), kind, node.url, texts)


def _flat(nodes: list[Node], depth: int = 0) -> list[tuple[Node, int]]:
    return [row for node in nodes for row in [(node, depth), *_flat(node.children, depth + 1)]]


def _bands(children: list[Node]) -> list[tuple[str, list[list[tuple[Node, int]]]]]:
    """Return (heading, columns) of each group of children; a column is a list of (unit, depth), none cut in two."""
    groups: dict[str, list[Node]] = {}
    for child in children:
        groups.setdefault(child.group, []).append(child)
    bands = []
    for group, members in groups.items():
        branches = [_flat([member]) for member in members]
        count = min(COLUMNS, -(-len(branches) // ROWS_BEFORE_A_COLUMN))
        each = -(-sum(map(len, branches)) // count)
        columns: list[list[tuple[Node, int]]] = [[]]
        for branch in branches:
            if len(columns) < count and len(columns[-1]) >= each:
                columns.append([])
            columns[-1] += branch
        bands.append((group, columns))
    return bands


def draw(root: Node) -> Drawing:
    """Return the drawing of a tree: the root above, below it a band for each group with its units in columns.

    It is as wide as ``COLUMNS`` columns however many units there are; what grows is its height.
    """
    width = INDENT + COLUMNS * (BOX_WIDTH + GAP_X) - GAP_X
    boxes = [_box(0, 0, root, "root", BOX_WIDTH * 3 // 2)]
    lines: list[str] = []
    trunk = INDENT // 2
    y = boxes[0].height + GAP_Y * 2
    for heading, columns in _bands(root.children):
        joint = y
        if heading:
            boxes.append(_box(INDENT, y, Node(heading), "group"))
            joint = y + boxes[-1].height // 2
            y += boxes[-1].height + GAP_Y
        lines.append(f"M{trunk} {boxes[0].height}V{joint}H{INDENT}")
        top = y - GAP_Y
        bottoms = []
        for number, rows in enumerate(columns):
            x = INDENT + number * (BOX_WIDTH + GAP_X)
            spine = x + INDENT // 2
            lines.append(f"M{INDENT + INDENT // 2} {top}V{top + GAP_Y // 2}H{spine}V{y}")
            bottom = y
            for node, depth in rows:
                shift = INDENT * (1 + min(depth, 3))
                box = _box(x + shift, bottom, node, "unit", BOX_WIDTH - shift)
                lines.append(f"M{spine} {y}V{bottom + box.height // 2}H{box.x}")
                boxes.append(box)
                bottom += box.height + GAP_Y
            bottoms.append(bottom)
        y = max(bottoms) + GAP_Y * 2
    return Drawing(width, y, boxes, lines)
