"""From the lines of the body to its blocks: paragraphs, headings, lists, quotes, tables, pictures with captions."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape

from importer.parsing.byline import PHOTO, read_credit
from importer.parsing.captions import (
    is_marked_caption,
    looks_like_caption,
    looks_like_caption_sentence,
    looks_like_heading,
    split_photo_credit,
    usual_length,
)
from importer.parsing.clean import ends_a_sentence, is_prose, without_end_mark
from importer.parsing.lead import split_agency_prefix, starts_another_story
from importer.parsing.model import IMAGE, LIST_ITEM, QUOTE, TABLE, Block, Line, ParsedArticle
from importer.parsing.text_scrape import without_bullet
from importer.parsing.vocabulary import is_noise, line_key

_CAPTION_LIMIT = 320
_ATTACHED = re.compile(
    r"^\W*(?:file|tệp|tập tin|tài liệu|văn bản)\s*(?:tin\s*)?(?:đính kèm|kèm theo)|^\W*tải (?:về|file|văn bản|tài liệu)"
    r"|^\S+(?: \S+){0,5}\.(?:pdf|docx?|xlsx?|pptx?|rar|zip)$",
    re.IGNORECASE,
)
_HTML_END_MARK = re.compile(r"\s*\.\s*/\s*\.?[\s./]*((?:</\w+>\s*)*)$")


@dataclass(frozen=True, slots=True)
class _Context:
    from_html: bool
    usual: float
    sentences_are_captions: bool


def build_body(article: ParsedArticle, lines: Sequence[Line], *, from_html: bool, last_prose: int) -> None:
    """Fill ``article.blocks`` from ``lines`` (the body in reading order, furniture and credits already gone).

    ``last_prose`` is the position in ``lines`` of the last paragraph: what is short and below it must explain itself.
    """
    lengths = [len(line.text) for line in lines if is_prose(line.text) and len(line.text) > 120]
    usual = usual_length(lengths)
    context = _Context(from_html, usual, not from_html and _shows_caption_sentences(lines, usual))
    seen: list[str] = [line_key(article.title)]
    position = 0
    while position < len(lines):
        line = lines[position]
        key = line_key(line.text)
        if line.kind != IMAGE and (not key or (len(key) > 12 and key in seen[-5:])):
            position += 1
            continue
        seen.append(key)
        if line.kind == IMAGE:
            position = _take_pictures(article, lines, position, context)
        elif _is_doubled(lines, position):
            _add_caption(article, line.text, guessed=True)
            position += 1
        elif line.kind == LIST_ITEM and (from_html or _is_item(lines, position)):
            position = _take_list(article, lines, position)
        else:
            _take_line(article, lines, position, context, below_prose=position > last_prose)
            position += 1
    _close(article)


def _take_line(
    article: ParsedArticle, lines: Sequence[Line], position: int, context: _Context, *, below_prose: bool
) -> None:
    line = lines[position]
    text = line.text
    if line.kind == TABLE:
        article.blocks.append(Block("table", text=text, rows=line.rows, header_row=line.header_row))
        return
    credit = read_credit(text) if len(text) < 60 else None
    if credit and credit.bylines and all(byline.role == PHOTO for byline in credit.bylines):
        if article.blocks and article.blocks[-1].kind == "figure":
            article.blocks[-1] = replace(article.blocks[-1], credit=credit.bylines[0].name)
        return
    if line.role == "caption" and len(text) <= _CAPTION_LIMIT:
        _add_caption(article, text, guessed=False)
    elif line.level >= 2 or (line.level == 1 and article.blocks):
        article.blocks.append(Block("heading", text=text, level=max(2, line.level)))
    elif is_marked_caption(text) and not (is_prose(text) and len(text) > _CAPTION_LIMIT):
        _add_caption(article, text, guessed=False)
    elif line.kind == QUOTE:
        article.blocks.append(Block("quote", text=text))
    elif _guess_caption(line, context):
        _add_caption(article, text, guessed=True)
    elif _ATTACHED.search(text) and len(text) < 200:
        article.doubt("attachment_not_taken", text)
    elif _is_heading(line):
        article.blocks.append(Block("heading", text=text.rstrip(" :"), level=3))
    elif (
        below_prose
        and not is_prose(text)
        and not (ends_a_sentence(text) and len(text) >= 25)
        and len(text.split()) < 13
        and line.kind != LIST_ITEM
    ):
        article.doubt("dropped_line", text)
    else:
        short = len(text) < 120 and len(text.split()) < 13
        if short and not is_prose(text) and not ends_a_sentence(text) and line.kind != LIST_ITEM:
            if _stands_over_text(lines, position):
                article.blocks.append(Block("heading", text=text, level=3))
                article.doubt("heading_guessed", text)
                return
            article.doubt("short_line_unclear", text)
        if (article.blocks or article.lead) and starts_another_story(text):
            article.doubt("possible_second_story", text[:120])
        article.blocks.append(Block("paragraph", text=text, html=line.html or escape(text, quote=False)))


def _guess_caption(line: Line, context: _Context) -> bool:
    if is_prose(line.text) and not context.sentences_are_captions:
        return False
    if looks_like_caption(line.text):
        return True
    return context.sentences_are_captions and looks_like_caption_sentence(line.text, context.usual, established=True)


def _shows_caption_sentences(lines: Sequence[Line], usual: float) -> bool:
    """Some papers close captions with a full stop. It takes a sure one to read other short sentences that way: a
    person at a scene, standing above the agency prefix that opens the text, or alone between far longer paragraphs.
    """
    if usual < 110:
        return False
    for position, line in enumerate(lines[:-1]):
        if not looks_like_caption_sentence(line.text, usual) or not looks_like_caption(line.text.rstrip(".")):
            continue
        if split_agency_prefix(lines[position + 1].text)[0]:
            return True
        neighbours = [lines[near].text for near in (position - 1, position + 1) if near >= 0]
        if position and all(len(text) > 1.6 * usual for text in neighbours):
            return True
    return False


def _is_doubled(lines: Sequence[Line], position: int) -> bool:
    """Scrapes print a picture's alternative text and its caption: the same short line twice."""
    if position + 1 >= len(lines) or lines[position].kind != "text" or len(lines[position].text) > 250:
        return False
    return line_key(lines[position].text) == line_key(lines[position + 1].text)


def _is_heading(line: Line) -> bool:
    text = line.text
    if line.kind == LIST_ITEM or len(text) > 160:
        return False
    if looks_like_heading(text):
        return True
    return line.emphasis == "bold" and len(text.split()) <= 25 and not text.rstrip().endswith((".", ";", ","))


def _stands_over_text(lines: Sequence[Line], position: int) -> bool:
    """A few words between two paragraphs, over the lower one, are a cross-heading more often than anything else."""
    text = lines[position].text
    if position + 1 >= len(lines) or not 2 <= len(text.split()) <= 7 or re.search(r"[\d:;,]", text):
        return False
    above_is_text = position == 0 or is_prose(lines[position - 1].text)
    return above_is_text and is_prose(lines[position + 1].text) and text[:1].isupper()


def _is_item(lines: Sequence[Line], position: int) -> bool:
    """In a text scrape one dash alone may open a paragraph; two in a row make a list."""
    near = [lines[i] for i in (position - 1, position + 1) if 0 <= i < len(lines)]
    return any(line.kind == LIST_ITEM for line in near)


def _take_list(article: ParsedArticle, lines: Sequence[Line], position: int) -> int:
    items: list[str] = []
    plain: list[str] = []
    start = position
    while (
        position < len(lines)
        and lines[position].kind == LIST_ITEM
        and lines[position].ordered == lines[start].ordered
    ):
        line = lines[position]
        words = without_bullet(line.text)
        if not is_noise(words):
            plain.append(words)
            items.append(line.html if line.html and words == line.text else escape(words, quote=False))
        position += 1
    if items:
        article.blocks.append(Block("list", text="\n".join(plain), items=tuple(items), ordered=lines[start].ordered))
    return position


def _take_pictures(article: ParsedArticle, lines: Sequence[Line], position: int, context: _Context) -> int:
    """Consecutive images with the captions below them, one to one where the numbers agree, else on the last image."""
    images: list[Block] = []
    while position < len(lines) and lines[position].kind == IMAGE:
        images += [Block("figure", image=image) for image in lines[position].images]
        in_table = lines[position].role == "picture"
        position += 1
    captions: list[str] = []
    while (
        position < len(lines)
        and len(captions) < len(images)
        and _captions_picture(lines[position], in_table, context)
    ):
        captions.append(lines[position].text)
        position += 1
    offset = len(images) - len(captions)
    for index, text in enumerate(captions):
        caption, credit = split_photo_credit(text)
        images[offset + index] = replace(images[offset + index], text=caption, credit=credit)
        article.found("caption", caption, text)
    article.blocks += images
    return position


def _captions_picture(line: Line, in_table: bool, context: _Context) -> bool:
    text = line.text
    if line.kind not in ("text",) or line.level or len(text) > _CAPTION_LIMIT or read_credit(text) and len(text) < 30:
        return False
    if line.role == "caption" or (in_table and line.role == "picture") or is_marked_caption(text):
        return True
    sentences = len(re.findall(r"[a-zà-ỹ)\d][.!?] (?=[A-ZÀ-ỸĐ])", text)) + 1
    if line.role == "beside_image" or line.emphasis == "italic":
        return sentences <= 2
    if line.align == "center" and sentences <= 2:
        return True
    return looks_like_caption(text) or (
        bool(context.usual)
        and looks_like_caption_sentence(text, context.usual)
        and looks_like_caption(text.rstrip("."))
    )


def _add_caption(article: ParsedArticle, text: str, *, guessed: bool) -> None:
    caption, credit = split_photo_credit(text)
    if caption.startswith("(") and caption.endswith(")") and caption.count("(") == 1:
        caption = caption[1:-1].strip()
    last = article.blocks[-1] if article.blocks else None
    if last and last.kind == "figure" and last.image and not last.text:
        article.blocks[-1] = replace(last, text=caption, credit=credit)
    else:
        article.blocks.append(Block("figure", text=caption, credit=credit))
    article.found("caption", caption, text)
    if guessed:
        article.doubt("caption_guessed", caption)


def _close(article: ParsedArticle) -> None:
    """Trim the end mark of official papers from the last words of the body."""
    for index in range(len(article.blocks) - 1, -1, -1):
        block = article.blocks[index]
        if block.kind == "figure":
            continue
        trimmed = without_end_mark(block.text)
        if trimmed != block.text:
            markup = _HTML_END_MARK.sub(r".\1", block.html)
            items = block.items[:-1] + tuple(_HTML_END_MARK.sub(r".\1", item) for item in block.items[-1:])
            article.blocks[index] = replace(block, text=trimmed, html=markup, items=items)
        if block.kind == "paragraph" and index < len(article.blocks) - 1:
            continue
        if block.kind in ("paragraph", "list"):
            return
