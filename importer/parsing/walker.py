"""Walking an HTML tree once and writing down its visual lines."""

import re
from html import escape

from bs4 import Comment, NavigableString, Tag
from bs4.element import CData, Declaration, Doctype, ProcessingInstruction

from importer.parsing.clean import split_glued, tidy
from importer.parsing.elements import alignment, clean_inline, image_reference, role_of
from importer.parsing.model import IMAGE, LIST_ITEM, QUOTE, TABLE, Line
from importer.parsing.tables import data_rows, is_picture_table
from importer.parsing.vocabulary import words_of

BLOCKS = words_of(
    """address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form
    h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul"""
)
_INLINE = {"b": "b", "strong": "b", "i": "i", "em": "i", "a": "a"}
_CONTEXT = words_of("li ol ul blockquote h1 h2 h3 h4 h5 h6")
# Word marks doubtful spelling with these, in the middle of sentences.
_WORD_SPANS = {"SpellE", "GramE"}


class LineReader:
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
        elif name in BLOCKS:
            self._flush(owner, role, align, context)
            inner_role = role_of(tag) or role
            if name == "table" and is_picture_table(tag):
                inner_role = "picture"
            inner = (*context, name) if name in _CONTEXT else context
            inner_align = alignment(tag) or align
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
        reference = image_reference(tag)
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
