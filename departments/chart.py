"""The organisation chart: a tree of units, and its drawing. Pure functions.

The nested list is what everybody can read; the drawing shows the same to those who see it.
"""

import textwrap
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

BOX_WIDTH, LINE_HEIGHT, PADDING = 232, 19, 12
GAP_X, GAP_Y, INDENT = 28, 12, 18
LETTERS_A_LINE = 27
ROWS_A_COLUMN = 10


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
    roots = []  # type: ignore[var-annotated]
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


def _columns(children: list[Node]) -> list[tuple[Node, list[tuple[Node, int]]]]:
    """Return (heading, rows) of each column: one or several for every group of children."""
    groups: dict[str, list[Node]] = {}
    for child in children:
        groups.setdefault(child.group, []).append(child)
    columns = []
    for group, members in groups.items():
        rows = _flat(members)
        count = -(-len(rows) // ROWS_A_COLUMN)
        each = -(-len(rows) // count)
        for start in range(0, len(rows), each):
            heading = Node(group if start == 0 else "")
            columns.append((heading, rows[start : start + each]))
    return columns


def draw(root: Node) -> Drawing:
    """Return the drawing of a tree: the root above, its units in columns below, groups under their heading."""
    columns = _columns(root.children)
    width = max(len(columns), 1) * (BOX_WIDTH + INDENT) + max(len(columns) - 1, 0) * GAP_X
    root_width = min(width, BOX_WIDTH * 3 // 2)
    boxes = [_box((width - root_width) // 2, 0, root, "root", root_width)]
    lines: list[str] = []
    bus = boxes[0].height + GAP_Y * 2
    heights = [bus]
    for number, (heading, rows) in enumerate(columns):
        x = number * (BOX_WIDTH + INDENT + GAP_X)
        lines.append(f"M{boxes[0].middle} {boxes[0].height}V{bus}H{x + INDENT // 2}V{bus + GAP_Y}")
        y = bus + GAP_Y
        if any(title.title for title, _rows in columns):
            head = _box(x, y, heading, "group", BOX_WIDTH + INDENT)
            if heading.title:
                boxes.append(head)
            y += head.height + GAP_Y
        spine = y - GAP_Y
        for node, depth in rows:
            shift = INDENT * (1 + min(depth, 3))
            box = _box(x + shift, y, node, "unit", BOX_WIDTH + INDENT - shift)
            lines.append(f"M{x + INDENT // 2} {spine}V{y + box.height // 2}H{box.x}")
            boxes.append(box)
            y += box.height + GAP_Y
        if not heading.title and any(title.title for title, _rows in columns):
            lines.append(f"M{x + INDENT // 2} {bus + GAP_Y}V{spine}")
        heights.append(y)
    return Drawing(width, max(heights), boxes, lines)
