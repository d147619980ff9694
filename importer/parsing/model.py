"""What the parsers pass to one another: lines of a scraped page in, one article out. No behaviour, no Django."""

from dataclasses import dataclass, field

from core.dates import ParsedDate

TEXT = "text"
IMAGE = "image"
TABLE = "table"
LIST_ITEM = "list_item"
QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class ImageRef:
    """An image as the page names it. ``src`` is a reference for the editor: nothing is ever fetched."""

    src: str
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One visual line of a page, whatever it was scraped from.

    ``role`` is set only where the markup itself says what a line is ("caption", "title", "lead", "published",
    "updated", "author", "category", "tags", "source"); everything else is read from the words and the place.
    """

    text: str
    kind: str = TEXT
    html: str = ""
    level: int = 0
    role: str = ""
    emphasis: str = ""
    align: str = ""
    indent: int = 0
    ordered: bool = False
    link_share: float = 0.0
    images: tuple[ImageRef, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    header_row: bool = False
    gap_before: bool = False


@dataclass(frozen=True, slots=True)
class Hints:
    """What a page's metadata claims about it (JSON-LD, OpenGraph, meta, microdata), before it is believed."""

    headline: str = ""
    og_title: str = ""
    html_title: str = ""
    description: str = ""
    published: str = ""
    updated: str = ""
    authors: tuple[str, ...] = ()
    section: str = ""
    site_name: str = ""
    url: str = ""
    tags: tuple[str, ...] = ()
    image: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A decoded page: its lines in reading order and, for HTML, the lines ``start:end`` of the content container."""

    lines: tuple[Line, ...]
    hints: Hints = Hints()
    start: int = 0
    end: int | None = None
    from_html: bool = False


@dataclass(frozen=True, slots=True)
class Byline:
    """One person and what they did: ``role`` is "text", "photo", "video" or "translation"."""

    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Finding:
    """Where a field came from: ``words`` are the page's own."""

    field: str
    value: str
    words: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something an editor must look at; ``code`` is explained in ``importer.messages``, ``words`` are the page's."""

    code: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the body. ``kind``: heading, paragraph, list, quote, table, figure.

    ``html`` is allow-listed inline HTML (paragraph, list items); a figure has ``text`` as caption, ``credit`` and
    perhaps ``image``; a table has ``rows``.
    """

    kind: str
    text: str = ""
    html: str = ""
    level: int = 0
    ordered: bool = False
    items: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    header_row: bool = False
    image: ImageRef | None = None
    credit: str = ""


@dataclass(slots=True)
class ParsedArticle:
    """One article as far as its page tells it. Empty means "the page does not say", never "there is none"."""

    title: str = ""
    suggested_title: str = ""
    lead: str = ""
    agency_prefix: str = ""
    blocks: list[Block] = field(default_factory=list)
    event: ParsedDate | None = None
    published: ParsedDate | None = None
    updated: ParsedDate | None = None
    bylines: list[Byline] = field(default_factory=list)
    source_name: str = ""
    source_domain: str = ""
    source_url: str = ""
    category: str = ""
    tags: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)

    @property
    def captions(self) -> list[str]:
        return [block.text for block in self.blocks if block.kind == "figure" and block.text]

    @property
    def images(self) -> list[ImageRef]:
        return [block.image for block in self.blocks if block.image]

    @property
    def text(self) -> str:
        """The body without captions, one block a line."""
        return "\n".join(block.text for block in self.blocks if block.kind != "figure")

    def found(self, field_name: str, value: object, words: str) -> None:
        self.findings.append(Finding(field_name, str(value), words))

    def doubt(self, code: str, words: str = "") -> None:
        if Doubt(code, words) not in self.doubts:
            self.doubts.append(Doubt(code, words))
