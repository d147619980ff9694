"""The drawing of the organisation chart: pure geometry."""

from itertools import combinations

import pytest

from departments.chart import COLUMNS, Node, build_tree, draw


def tree(**groups: int) -> Node:
    root = Node("Ủy ban nhân dân tỉnh Sông Mây")
    for group, count in groups.items():
        root.children += [Node(f"Đơn vị thứ {number} của {group}", group=group) for number in range(count)]
    return root


def apart(a, b) -> bool:
    return a.x + a.width <= b.x or b.x + b.width <= a.x or a.y + a.height <= b.y or b.y + b.height <= a.y


@pytest.mark.parametrize("groups", [{"so": 14, "su_nghiep": 2, "xa": 28}, {"so": 1}, {"xa": 168}, {"": 5}])
def test_boxes_stand_apart_inside_the_picture(groups):
    drawing = draw(tree(**groups))
    units = [box for box in drawing.boxes if box.kind == "unit"]
    assert len(units) == sum(groups.values())
    assert all(apart(a, b) for a, b in combinations(drawing.boxes, 2))
    assert all(box.x >= 0 and box.x + box.width <= drawing.width for box in drawing.boxes)
    assert all(box.y + box.height <= drawing.height for box in drawing.boxes)


def test_the_picture_never_grows_wider_than_a_page():
    widths = {draw(tree(xa=count)).width for count in (1, 10, 300)}
    assert len(widths) == 1
    assert widths.pop() <= 1200


def test_a_branch_stays_in_its_column_below_its_superior():
    root = tree(so=8)
    root.children[3].children = [Node(f"Chi cục {number}") for number in range(5)]
    drawing = draw(root)
    boxes = {" ".join(line for _y, line in box.lines): box for box in drawing.boxes}
    superior = boxes["Đơn vị thứ 3 của so"]
    for number in range(5):
        below = boxes[f"Chi cục {number}"]
        assert superior.x < below.x < superior.x + superior.width
        assert below.y > superior.y


def test_a_unit_whose_superior_is_missing_is_a_root():
    rows = [
        {"id": 1, "parent_id": None, "title": "A", "url": "/a/", "group": ""},
        {"id": 2, "parent_id": 1, "title": "B", "url": "/b/", "group": ""},
        {"id": 3, "parent_id": 9, "title": "C", "url": "/c/", "group": ""},
    ]
    assert [(root.title, [child.title for child in root.children]) for root in build_tree(rows)] == [
        ("A", ["B"]),
        ("C", []),
    ]


def test_few_units_stand_in_one_column():
    assert COLUMNS > 1
    xs = {box.x for box in draw(tree(so=3)).boxes if box.kind == "unit"}
    assert len(xs) == 1
