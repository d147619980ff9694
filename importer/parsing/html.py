"""HTML pages: markup in, lines in reading order out, with the content container found by the density of its prose."""

import re
from html import escape

import nh3
from bs4 import BeautifulSoup, Comment, NavigableString, Tag
from bs4.element import CData, Declaration, Doctype, ProcessingInstruction

from importer.parsing.clean import is_prose, split_glued, tidy
from importer.parsing.evidence import read_hints
from importer.parsing.furniture import remove_furniture
from importer.parsing.model import IMAGE, LIST_ITEM, QUOTE, TABLE, ImageRef, Line, Page
from importer.parsing.tables import data_rows, is_picture_table

_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "caption",
    ]
)
_INLINE = {"b": "b", "strong": "b", "i": "i", "em": "i", "a": "a"}
_ALLOWED = {"b", "i", "a"}
# Word marks doubtful spelling with these, in the middle of sentences.
_WORD_SPANS = {"SpellE", "GramE"}
_ROLE_WORDS = (
    (
        "caption",
        re.compile(
            r"caption|chu-?thich|img-?(?:title|desc|note|cap)|photo-?(?:title|desc|cap)|image-?desc|pcaption|mota-?anh",
            re.IGNORECASE,
        ),
    ),
    (
        "lead",
        re.compile(
            r"\b(?:sapo|hometext|lead|tom-?tat|(?:news|article|detail)[-_]?(?:summary|intro|desc(?:ription)?))\b|(?:^|[-_ ])sapo(?:$|[-_ ])",
            re.IGNORECASE,
        ),
    ),
    ("author", re.compile(r"(?:^|[-_ ])(?:author|tac-?gia|byline|but-?danh)(?:$|[-_ ])", re.IGNORECASE)),
    ("category", re.compile(r"(?:^|[-_ ])breadcrumbs?(?:$|[-_ ])", re.IGNORECASE)),
    (
        "title",
        re.compile(
            r"(?:^|[-_ ])(?:(?:news|article|post|entry|detail|content|main)[-_]?title|title[-_]?(?:detail|news|article|post)|headline|tieu-?de)(?:$|[-_ ])",
            re.IGNORECASE,
        ),
    ),
)
_ICON = re.compile(
    r"(?:icon|logo|spacer|blank|pixel|emoji|smil|button|btn|share|print|bullet|arrow|avatar|captcha|loading|transparent|facebook|zalo|twitter)[^/]*$",
    re.IGNORECASE,
)


def read_html(markup: str) -> Page:
    """Return the lines of a page and which of them lie in its content container. Broken markup is read as it comes."""
    soup = BeautifulSoup(markup, "html.parser")
    hints = read_hints(soup)
    remove_furniture(soup)
    reader = _Reader()
    reader.read(soup.body or soup)
    lines = [line for line, _owner in reader.lines]
    container = _container(soup, reader.lines)
    inside = [
        i
        for i, (_line, owner) in enumerate(reader.lines)
        if container is None or owner is container or container in owner.parents
    ]
    if not inside:
        return Page(tuple(lines), hints, from_html=True)
    return Page(tuple(lines), hints, inside[0], inside[-1] + 1, from_html=True)


def _container(soup: BeautifulSoup, lines: list[tuple[Line, Tag]]) -> Tag | None:
    """The deepest element that holds nearly all prose of the page; link-heavy text weighs little."""
    weights: dict[int, float] = {}
    for line, owner in lines:
        share = max(0.0, 1 - 1.4 * line.link_share)
        weight = len(line.text) * share * (1.0 if is_prose(line.text) else 0.15)
        for element in (owner, *owner.parents):
            weights[id(element)] = weights.get(id(element), 0.0) + weight
    current: Tag = soup.body or soup
    total = weights.get(id(current), 0.0)
    if not total:
        return None
    for marked in soup.find_all(attrs={"itemprop": "articleBody"}) + soup.find_all(["article", "main"]):
        if weights.get(id(marked), 0.0) >= 0.6 * total:
            current = marked
            break
    while True:
        children = [
            child for child in current.children if isinstance(child, Tag) and child.name in _BLOCKS | {"span", "font"}
        ]
        heaviest = max(children, key=lambda child: weights.get(id(child), 0.0), default=None)
        if (
            heaviest is None
            or heaviest.name in ("p", "li", "span", "font", "table")
            and heaviest.find(["p", "div", "td"]) is None
        ):
            return current
        if weights.get(id(heaviest), 0.0) < 0.8 * weights[id(current)] or heaviest.name in ("blockquote", "ul", "ol"):
            return current
        current = heaviest


class _Reader:
    """Walks the tree once and collects lines; one instance reads one page."""

    def __init__(self) -> None:
        self.lines: list[tuple[Line, Tag]] = []
        self._text: list[str] = []
        self._html: list[str] = []
        self._open: list[str] = []
        self._linked = self._bold = self._italic = self._length = 0
        self._image_in: Tag | None = None

    def read(self, root: Tag) -> None:
        self._walk(root, root, "", "", ())
        self._flush(root, "", "", ())

    def _walk(self, element: Tag, owner: Tag, role: str, align: str, context: tuple[str, ...]) -> None:
        for child in list(element.children):
            if isinstance(child, Comment | Doctype | Declaration | ProcessingInstruction | CData):
                continue
            if isinstance(child, NavigableString):
                self._add_text(str(child), context)
            elif isinstance(child, Tag):
                self._element(child, owner, role, align, context)

    def _element(self, tag: Tag, owner: Tag, role: str, align: str, context: tuple[str, ...]) -> None:
        name = tag.name
        if name == "br":
            self._flush(owner, role, align, context)
        elif name == "img":
            self._image(tag, owner, role, align, context)
        elif name == "table" and (rows := data_rows(tag)):
            self._flush(owner, role, align, context)
            text = "\n".join(" | ".join(row) for row in rows)
            header = tag.find("th") is not None
            self.lines.append((Line(text, kind=TABLE, rows=rows, header_row=header), tag))
        elif name in _BLOCKS:
            self._flush(owner, role, align, context)
            inner_role = role_of(tag) or role
            if name == "table" and is_picture_table(tag):
                inner_role = "picture"
            inner = (
                (*context, name)
                if name in ("li", "ol", "ul", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6")
                else context
            )
            inner_align = _align(tag) or align
            self._walk(tag, tag, inner_role, inner_align, inner)
            self._flush(tag, inner_role, inner_align, inner)
            if (
                name in ("p", "div", "td", "figure", "table")
                and self._image_in is not None
                and self._image_in in (tag, *tag.descendants)
            ):
                self._image_in = None
        elif name in _INLINE:
            self._inline(tag, owner, role, align, context)
        else:
            inner_role = role_of(tag) or role
            if inner_role != role and inner_role in ("caption", "lead", "title", "category"):
                self._flush(owner, role, align, context)
                self._walk(tag, owner, inner_role, align, context)
                self._flush(owner, inner_role, align, context)
            else:
                style = str(tag.get("style") or "").replace(" ", "").lower()
                marks = tuple(
                    mark
                    for mark, sign in (
                        ("b", "font-weight:bold"),
                        ("b", "font-weight:700"),
                        ("i", "font-style:italic"),
                    )
                    if sign in style
                )
                apart = bool(tag.get("class")) and not _WORD_SPANS & set(tag.get("class") or [])
                self._add_gap(apart)
                self._walk(tag, owner, role, align, (*context, *marks))
                self._add_gap(apart)

    def _inline(self, tag: Tag, owner: Tag, role: str, align: str, context: tuple[str, ...]) -> None:
        mark = _INLINE[tag.name]
        href = str(tag.get("href") or "") if mark == "a" else ""
        opening = f'<a href="{escape(href)}">' if href else "" if mark == "a" else f"<{mark}>"
        if opening:
            self._open.append(opening)
            self._html.append(opening)
        self._walk(tag, owner, role, align, (*context, mark))
        if opening:
            self._html.append(f"</{mark}>")
            self._open.pop()

    def _add_gap(self, apart: bool) -> None:
        """Two pieces with classes of their own ("author", "time") are two words, though no blank is between them."""
        if apart and self._text:
            self._text.append(" ")
            self._html.append(" ")

    def _add_text(self, text: str, context: tuple[str, ...]) -> None:
        self._text.append(text)
        self._html.append(escape(text, quote=False))
        size = len(text.strip())
        self._length += size
        self._linked += size if "a" in context else 0
        self._bold += size if "b" in context else 0
        self._italic += size if "i" in context else 0

    def _image(self, tag: Tag, owner: Tag, role: str, align: str, context: tuple[str, ...]) -> None:
        reference = _image_reference(tag)
        if reference is None:
            return
        self._flush(owner, role, align, context)
        self.lines.append((Line("", kind=IMAGE, images=(reference,), role=role), owner))
        self._image_in = owner

    def _flush(self, owner: Tag, role: str, align: str, context: tuple[str, ...]) -> None:
        text = tidy("".join(self._text))
        markup = "".join(self._html) + "".join(f"</{opening[1]}>" for opening in reversed(self._open))
        length, linked, bold, italic = self._length, self._linked, self._bold, self._italic
        self._text, self._html = [], list(self._open)
        self._length = self._linked = self._bold = self._italic = 0
        if not text or not re.search(r"\w|°", text):
            return
        level = next((int(name[1]) for name in reversed(context) if re.fullmatch(r"h[1-6]", name)), 0)
        kind = LIST_ITEM if "li" in context else QUOTE if "blockquote" in context else "text"
        share = linked / length if length else 0.0
        emphasis = (
            "bold" if length and bold >= 0.9 * length else "italic" if length and italic >= 0.9 * length else ""
        )
        if not role and self._image_in is not None and owner is self._image_in:
            role = "beside_image"
        pieces = split_glued(text)
        for piece in pieces:
            inline = clean_inline(markup) if len(pieces) == 1 else escape(piece, quote=False)
            line = Line(piece, kind, inline, level, role, emphasis, align, ordered="ol" in context, link_share=share)
            self.lines.append((line, owner))


def role_of(tag: Tag) -> str:
    """What the markup itself calls an element: "caption", "lead", "title", "author", "category" or nothing."""
    if tag.name == "figcaption" or tag.name == "caption":
        return "caption"
    if tag.get("itemprop") == "headline":
        return "title"
    classes = tag.get("class") or []
    names = " ".join([*(classes if isinstance(classes, list) else [classes]), str(tag.get("id") or "")])
    if not names.strip():
        return ""
    for role, pattern in _ROLE_WORDS:
        if pattern.search(names):
            limit = {"caption": 700, "title": 400, "category": 500, "author": 200, "lead": 2500}[role]
            return role if len(tag.get_text()) <= limit else ""
    return ""


def clean_inline(markup: str) -> str:
    """Return inline HTML with nothing but bold, italic and safe links."""
    collapsed = re.sub(r"\s+", " ", markup.replace("\u00a0", " ")).strip()
    cleaned = nh3.clean(
        collapsed, tags=_ALLOWED, attributes={"a": {"href"}}, url_schemes={"http", "https", "mailto"}, link_rel=None
    )
    cleaned = re.sub(r"<a>(.*?)</a>", r"\1", cleaned)
    return re.sub(r"<(b|i|a)(?: [^>]*)?>\s*</\1>", "", cleaned).strip()


def _align(tag: Tag) -> str:
    declared = str(tag.get("align") or "").lower()
    styled = re.search(r"text-align\s*:\s*(right|center)", str(tag.get("style") or ""), re.IGNORECASE)
    classes = " ".join(tag.get("class") or [])
    named = re.search(r"text-(right|center)\b|\b(right|center)ed?\b", classes)
    if tag.name == "center":
        return "center"
    return (
        styled[1].lower()
        if styled
        else declared
        if declared in ("right", "center")
        else (named[1] or named[2])
        if named
        else ""
    )


def _image_reference(tag: Tag) -> ImageRef | None:
    sources = [str(tag.get(name) or "").strip() for name in ("data-src", "data-original", "data-lazy-src", "src")]
    source = next((found for found in sources if found and not found.startswith("data:")), "")
    sizes = [
        int(found)
        for name in ("width", "height")
        if (found := re.sub(r"px$", "", str(tag.get(name) or ""))).isdigit()
    ]
    if not source or _ICON.search(source.split("?")[0]) or any(size < 80 for size in sizes):
        return None
    return ImageRef(source, tidy(str(tag.get("alt") or "")))
