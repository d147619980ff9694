"""Reads the text files of this folder.

A file holds entries. An entry begins with ``=== slug``, goes on with ``key: value`` lines and, after an empty line,
with its text: the first paragraph is the lead, the rest are blocks.

    ## heading              ### subheading           > words -- who
    - item                  1. item                  | cell | cell |
    !table caption          !figure key | caption    !gallery heading, then "- key | caption" lines
    !video url | title | length | transcript         !callout heading | text
    !file key | label       !correction date | was | is

Inside running text: ``**bold**``, ``[words](address)``.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

FOLDER = Path(__file__).resolve().parent
PROVINCE_TIME = ZoneInfo("Asia/Ho_Chi_Minh")
PRECISIONS = {4: ("%Y", "year"), 7: ("%Y-%m", "month"), 10: ("%Y-%m-%d", "day"), 16: ("%Y-%m-%d %H:%M", "minute")}


@dataclass(frozen=True)
class Block:
    """A piece of text; ``value`` is what its kind needs (see ``read_blocks``)."""

    kind: str
    value: Any


@dataclass
class Entry:
    """One article, notice, page or department."""

    slug: str
    fields: dict[str, str] = field(default_factory=dict)
    lead: str = ""
    blocks: list[Block] = field(default_factory=list)

    @property
    def title(self) -> str:
        """The title; ``KeyError`` if the entry has none."""
        return self.fields["title"]

    def names(self, key: str, separator: str = ",") -> list[str]:
        """Return a field that lists names, without empty ones."""
        return [name.strip() for name in self.fields.get(key, "").split(separator) if name.strip()]

    def instant(self, key: str) -> tuple[datetime | None, str]:
        """Return a date field with its precision (``minute``, ``day``, ``month``, ``year``)."""
        text = self.fields.get(key, "")
        if not text:
            return None, "day"
        pattern, precision = PRECISIONS[len(text)]
        return datetime.strptime(text, pattern).replace(tzinfo=PROVINCE_TIME), precision

    @property
    def published(self) -> datetime:
        """When it was published; ``ValueError`` if the entry does not say."""
        instant, _ = self.instant("published")
        if instant is None:
            raise ValueError(self.slug)
        return instant


def read_entries(name: str) -> list[Entry]:
    """Return the entries of a file of this folder, in its order."""
    return parse(FOLDER.joinpath(name).read_text(encoding="utf-8"))


def parse(text: str) -> list[Entry]:
    """Return the entries of a text."""
    entries = []
    for part in re.split(r"^=== ", text, flags=re.MULTILINE)[1:]:
        head, _, body = part.partition("\n\n")
        slug, *lines = head.strip().split("\n")
        entry = Entry(slug.strip())
        for line in lines:
            key, _, value = line.partition(":")
            entry.fields[key.strip()] = value.strip()
        paragraphs = [chunk.strip() for chunk in re.split(r"\n\s*\n", body) if chunk.strip()]
        if paragraphs:
            entry.lead = paragraphs[0]
            entry.blocks = list(read_blocks(paragraphs[1:]))
        entries.append(entry)
    return entries


def read_blocks(chunks: list[str]) -> Iterator[Block]:
    """Turn chunks of text into blocks; neighbouring paragraphs and lists become one ``text`` block (HTML pieces)."""
    pieces: list[str] = []
    for chunk in chunks:
        if block := _special(chunk):
            if pieces:
                yield Block("text", pieces)
                pieces = []
            yield block
        else:
            pieces.append(chunk)
    if pieces:
        yield Block("text", pieces)


def _special(chunk: str) -> Block | None:
    first, _, rest = chunk.partition("\n")
    if first.startswith("### "):
        return Block("subheading", first[4:])
    if first.startswith("## "):
        return Block("heading", first[3:])
    if first.startswith("> "):
        words, _, who = first[2:].partition(" -- ")
        return Block("quote", {"text": words, "who": who})
    if first.startswith("!"):
        kind, _, arguments = first[1:].partition(" ")
        return Block(kind, _DIRECTIVES[kind](arguments.strip(), rest))
    return None


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def _table(caption: str, rest: str) -> dict[str, Any]:
    return {"caption": caption, "rows": [_cells(line.replace("**", "")) for line in rest.splitlines()]}


def _figure(arguments: str, _rest: str = "") -> dict[str, str]:
    key, _, caption = arguments.partition(" | ")
    return {"image": key, "caption": caption}


def _gallery(heading: str, rest: str) -> dict[str, Any]:
    return {"heading": heading, "items": [_figure(line.removeprefix("- ")) for line in rest.splitlines()]}


def _named(*names: str) -> Callable[[str, str], dict[str, str]]:
    return lambda arguments, _rest: dict(zip(names, arguments.split(" | "), strict=True))


_DIRECTIVES: dict[str, Callable[[str, str], Any]] = {
    "table": _table,
    "figure": _figure,
    "gallery": _gallery,
    "video": _named("url", "title", "duration", "transcript"),
    "callout": _named("heading", "text"),
    "file": _named("file", "label"),
    "correction": _named("date", "what_was", "what_is"),
}
