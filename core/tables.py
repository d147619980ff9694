"""Tables as files."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any

from django.http import StreamingHttpResponse

# A spreadsheet runs a cell that begins so as a formula (OWASP: CSV injection).
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


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
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
