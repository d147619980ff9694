"""Choosing, between title and credits, the lines that are the article, and taking the lead from them."""

import re
from collections.abc import Sequence
from dataclasses import replace
from html import escape, unescape

from importer.parsing.byline import read_credit
from importer.parsing.captions import is_marked_caption, looks_like_caption, looks_like_caption_sentence
from importer.parsing.clean import is_prose, without_end_mark
from importer.parsing.datelines import read_dateline
from importer.parsing.heads import labelled, split_trailing_credit
from importer.parsing.lead import depends_on_title, fit_lead, split_agency_prefix
from importer.parsing.model import IMAGE, Line, Page, ParsedArticle
from importer.parsing.titles import titles_agree
from importer.parsing.vocabulary import is_category_name
from importer.parsing.zones import COMMENT, DATE, ENTRY, FOOTER, LIST, NOISE, PROSE, Zones

_FILE_LINK = re.compile(r"href=\"([^\"]+\.(?:pdf|docx?|xlsx?|pptx?|rar|zip))(?:\?[^\"]*)?\"", re.IGNORECASE)


def body_lines(article: ParsedArticle, page: Page, zones: Zones, title_at: int, content_end: int) -> list[Line]:
    """The lines between title and credits, without furniture, datelines and labelled lines."""
    lines = page.lines
    start = title_at + 1 if title_at >= 0 else zones.body_start
    if page.from_html and title_at < 0:
        start = min(zones.body_start, max(page.start, zones.head_start))
    kept: list[Line] = []
    for i in range(start, content_end):
        line, label = lines[i], zones.labels[i]
        if line.kind != IMAGE and i != zones.last_prose and not _belongs(line, label, in_head=i < zones.body_start):
            continue
        if i < zones.body_start and line.kind != IMAGE and not _opens(line, i, zones, page):
            if i > title_at >= 0 and _is_missed(line) and not titles_agree(line.text, article.title):
                article.doubt("dropped_line", line.text)
            continue
        if i == zones.last_prose:
            text, credit = split_trailing_credit(line.text)
            line = replace(line, text=text, html=escape(text, quote=False)) if credit else line
        kept.append(line)
    return kept


def _is_missed(line: Line) -> bool:
    """An editor should know that this line was left out."""
    return len(line.text) > 25 and line.link_share < 0.5 and not is_category_name(line.text)


def note_attachments(article: ParsedArticle, lines: Sequence[Line]) -> None:
    """Name the files that the text links to; they are not fetched."""
    for line in lines:
        for href in _FILE_LINK.findall(line.html):
            article.doubt("attachment_not_taken", unescape(href))


def _belongs(line: Line, label: str, *, in_head: bool) -> bool:
    if label in (NOISE, LIST, COMMENT, DATE) or (label == ENTRY and in_head) or line.role in ("category", "author"):
        return False
    if line.link_share > 0.8 and label != PROSE and line.kind != "list_item" and (in_head or len(line.text) > 15):
        return False
    dateline = read_dateline(line.text) if len(line.text) < 110 and label != PROSE else None
    if dateline and (in_head or dateline.kind != "bare"):
        return False
    if in_head and (read_credit(line.text) or label == FOOTER):
        return False
    return labelled(line.text) is None or label == PROSE


def _opens(line: Line, i: int, zones: Zones, page: Page) -> bool:
    """Between title and text only a lead without a full stop or a caption is worth keeping."""
    text = line.text
    if line.role in ("caption", "lead") or is_marked_caption(text) or len(text.split()) >= 22:
        return True
    if re.match(r"(?:[IVX]{1,5}|\d{1,2})[.)/]\s", text) and zones.body_start - i == 1:
        return True
    if looks_like_caption(text) or line.role == "beside_image":
        return True
    near = zones.body_start - i <= 2
    prefixed = bool(split_agency_prefix(page.lines[zones.body_start].text)[0]) if zones.has_body else False
    return near and (prefixed or page.from_html) and looks_like_caption_sentence(text, 260)


def take_lead(article: ParsedArticle, body: list[Line], from_html: bool) -> list[Line]:
    """Take the first paragraph as the lead; what does not fit into it stays in the body, and nothing is lost."""
    position = next(
        (i for i, line in enumerate(body) if line.kind == "text" and _can_lead(line, body, i, from_html)), None
    )
    if position is None:
        return body
    line = body[position]
    prefix, text = split_agency_prefix(line.text)
    if prefix:
        article.agency_prefix = prefix
        article.found("agency_prefix", prefix, line.text[:60])
    text = without_end_mark(text)
    lead, rest = fit_lead(text)
    if lead:
        article.lead = lead
        article.found("lead", lead, line.text[:80])
        if depends_on_title(lead):
            article.doubt("lead_depends_on_title", lead[:80])
    if rest:
        article.doubt("lead_split" if lead else "lead_too_long", text[:80])
        kept = [replace(line, text=rest, html=escape(rest, quote=False) if lead or prefix else line.html)]
    else:
        kept = []
    return [*body[:position], *kept, *body[position + 1 :]]


def _can_lead(line: Line, body: Sequence[Line], position: int, from_html: bool) -> bool:
    if line.role == "lead" and not is_marked_caption(line.text):
        return True
    if line.role in ("caption", "beside_image", "picture") or line.level or is_marked_caption(line.text):
        return False
    if split_agency_prefix(line.text)[0]:
        return True
    if not is_prose(line.text) and len(line.text.split()) < 22:
        return False
    if position + 1 < len(body) and split_agency_prefix(body[position + 1].text)[0] and len(line.text) < 260:
        return False
    return not (
        looks_like_caption(line.text.rstrip("."))
        and position
        and body[position - 1].kind == IMAGE
        and len(line.text) < 200
    )
