"""Tables that a reader sees, downloads and feeds to programs: one source, three forms that cannot differ.

A cell of a ``Table`` is text, a whole number, a ``Decimal``, a day or ``None``. On the page and in CSV it is written
the reader's way (``9,6`` and ``30/09/2026`` in Vietnamese); in JSON it keeps its type (numbers, ISO 8601 days).
"""

import csv
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import chain
from typing import TYPE_CHECKING, Any

from django.http import HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils import formats

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

# A spreadsheet runs a cell that begins so as a formula (OWASP: CSV injection).
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_NUMBER = re.compile(r"-?[0-9][0-9.,]*")


class _Echo:
    """A file whose ``write`` hands back what it is given."""

    def write(self, value: str) -> str:
        return value


def csv_response(filename: str, header: Sequence[Any], rows: Iterable[Sequence[Any]]) -> StreamingHttpResponse:
    """Return ``rows`` under ``header`` as a CSV file (UTF-8 with BOM, commas) to be saved as ``filename``.

    Text that a spreadsheet would run as a formula is preceded by an apostrophe; numbers are left as they are.
    """
    writer = csv.writer(_Echo())

    def lines() -> Iterator[str]:
        # Excel takes a file without this mark for one in the code page of the machine.
        yield "\ufeff"
        for row in chain([header], rows):
            yield writer.writerow([_cell(value) for value in row])

    response = StreamingHttpResponse(lines(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{filename}"'
    return response


def _cell(value: Any) -> Any:
    if value is None:
        return ""
    if isinstance(value, int | float):
        return value
    text = str(value)
    return f"'{text}" if text.startswith(_FORMULA_STARTS) and not _NUMBER.fullmatch(text) else text


@dataclass(frozen=True)
class Table:
    """Rows under headings. ``columns`` are (key in JSON, heading); ``urls`` lead from each row to its page."""

    name: str
    title: "StrOrPromise"
    columns: "Sequence[tuple[str, StrOrPromise]]"
    rows: list[tuple]
    urls: list[str] = field(default_factory=list)

    @property
    def header(self) -> list[str]:
        """The headings as text."""
        return [str(heading) for _key, heading in self.columns]

    @property
    def numeric(self) -> list[bool]:
        """Which columns hold numbers and nothing else."""
        return [_is_numeric([row[place] for row in self.rows]) for place in range(len(self.columns))]

    @property
    def shown_header(self) -> list[dict[str, Any]]:
        """``{"text", "is_number"}`` of each heading, for a template."""
        return [
            {"text": text, "is_number": is_number} for text, is_number in zip(self.header, self.numeric, strict=True)
        ]

    @property
    def shown_rows(self) -> list[dict[str, Any]]:
        """``{"url", "cells": [{"text", "heading", "is_number"}]}`` of each row, for a template."""
        header, numeric = self.header, self.numeric
        return [
            {
                "url": url,
                "cells": [
                    {"text": cell_text(cell), "heading": heading, "is_number": is_number}
                    for cell, heading, is_number in zip(row, header, numeric, strict=True)
                ],
            }
            for row, url in zip(self.rows, self.urls or [""] * len(self.rows), strict=True)
        ]

    def part(self, start: int, end: int) -> "Table":
        """Return the table with the rows ``start`` to ``end`` only, counted from 0, ``end`` not included."""
        return Table(self.name, self.title, self.columns, self.rows[start:end], self.urls[start:end])

    def response(self, form: str) -> HttpResponseBase:
        """Return the whole table as ``csv`` or ``json``."""
        if form == "csv":
            rows = ([cell_text(cell) for cell in row] for row in self.rows)
            return csv_response(f"{self.name}.csv", self.header, rows)
        return json_response([key for key, _heading in self.columns], self.rows)


def cell_text(cell: Any) -> str:
    """Write a cell the reader's way: ``Decimal("1250.500")`` → ``1.250,5``, a day → ``30/09/2026``, None → ``""``."""
    if cell is None:
        return ""
    if isinstance(cell, int | Decimal):
        return number_text(cell)
    if isinstance(cell, date):
        return f"{cell:%d/%m/%Y}"
    # ``str`` would drop the language that a text knows.
    return cell if isinstance(cell, str) else str(cell)


def number_text(value: int | Decimal, places: int = 3) -> str:
    """Write a number with the language's signs, at most ``places`` decimals and no empty ones."""
    plain = f"{round(Decimal(value), places):f}"
    if "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    decimals = len(plain.partition(".")[2])
    return formats.number_format(Decimal(plain), decimal_pos=decimals, use_l10n=True, force_grouping=True)


def json_response(keys: Sequence[str], rows: Iterable[Sequence[Any]]) -> HttpResponse:
    """Return ``[{key: cell, …}, …]``; days are ISO 8601, decimals numbers."""
    items = [dict(zip(keys, map(_plain, row), strict=True)) for row in rows]
    return HttpResponse(json.dumps(items, ensure_ascii=False), content_type="application/json; charset=utf-8")


def _is_numeric(cells: list[Any]) -> bool:
    known = [cell for cell in cells if cell is not None]
    return bool(known) and all(isinstance(cell, int | Decimal) for cell in known)


def _plain(cell: Any) -> Any:
    if isinstance(cell, Decimal):
        return int(cell) if cell == int(cell) else float(cell)
    if isinstance(cell, date):
        return cell.isoformat()
    return cell if cell is None or isinstance(cell, int) else str(cell)
