"""Tables of old portals: which hold data, which only lay out the page, and which frame a picture and its caption."""

from bs4 import Tag

from importer.parsing.clean import tidy

Rows = tuple[tuple[str, ...], ...]


def data_rows(table: Tag) -> Rows:
    """Return the cells of a data table row by row, all rows of one length; empty for any other table."""
    if table.find("table") is not None or table.find("img") is not None:
        return ()
    rows = [[tidy(cell.get_text(" ")) for cell in row.find_all(["td", "th"])] for row in table.find_all("tr")]
    rows = [row for row in rows if any(row)]
    width = max((len(row) for row in rows), default=0)
    filled = sum(1 for row in rows if sum(bool(cell) for cell in row) >= 2)
    cells = [cell for row in rows for cell in row if cell]
    if len(rows) < 2 or width < 2 or filled < 2 or filled < 0.6 * len(rows):
        return ()
    if max(len(cell) for cell in cells) > 600 or sum(map(len, cells)) / len(cells) > 160:
        return ()
    links = sum(len(tidy(link.get_text(" "))) for link in table.find_all("a"))
    if links > 0.5 * sum(map(len, cells)):
        return ()
    return tuple(tuple(row + [""] * (width - len(row))) for row in rows)


def is_picture_table(table: Tag) -> bool:
    """True for a table that holds one or a few images and short words: the words are captions."""
    if table.find("table") is not None or table.find("img") is None:
        return False
    words = tidy(table.get_text(" "))
    return len(table.find_all("tr")) <= 6 and len(words) <= 260 * max(1, len(table.find_all("img")))
