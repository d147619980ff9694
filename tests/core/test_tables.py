"""Tables: cells in words, CSV that spreadsheets do not run, JSON with types."""

import json
from datetime import date
from decimal import Decimal

import pytest
from django.utils import translation

from core.tables import Table, cell_text

CELLS = [
    (None, "", ""),
    (1250, "1.250", "1,250"),
    (Decimal("9.600"), "9,6", "9.6"),
    (Decimal("1250.500"), "1.250,5", "1,250.5"),
    (Decimal("-0.250"), "-0,25", "-0.25"),
    (date(2026, 9, 3), "03/09/2026", "03/09/2026"),
    ("chữ", "chữ", "chữ"),
]


@pytest.mark.parametrize(("cell", "vietnamese", "english"), CELLS)
def test_a_cell_is_written_the_readers_way(cell, vietnamese, english):
    assert cell_text(cell) == vietnamese
    with translation.override("en"):
        assert cell_text(cell) == english


TABLE = Table(
    "thu", "Thử", [("name", "Tên"), ("number", "Số"), ("day", "Ngày")], [("=1+1", Decimal("-2.5"), date(2026, 9, 3))]
)


def test_csv_has_a_mark_for_spreadsheets_and_no_formula():
    text = b"".join(TABLE.response("csv").streaming_content).decode()
    assert text == '\ufeffTên,Số,Ngày\r\n\'=1+1,"-2,5",03/09/2026\r\n'


def test_json_keeps_types():
    assert json.loads(TABLE.response("json").content) == [{"name": "=1+1", "number": -2.5, "day": "2026-09-03"}]


def test_columns_of_numbers_are_known():
    assert TABLE.numeric == [False, True, False]
