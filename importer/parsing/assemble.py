"""One page in, one :class:`ParsedArticle` out. Scrapes and HTML meet here as lines; every step is a pure function."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from html import unescape

from core.text import excerpt
from importer.parsing import heads
from importer.parsing.body import build_body
from importer.parsing.byline import PHOTO, Credit, read_credit, read_signature, read_source
from importer.parsing.captions import is_marked_caption
from importer.parsing.clean import is_prose, without_end_mark
from importer.parsing.datelines import read_dateline
from importer.parsing.html import read_html
from importer.parsing.lead import (
    find_event_day,
    is_after,
    names_relative_day,
)
from importer.parsing.model import IMAGE, Line, Page, ParsedArticle
from importer.parsing.selection import body_lines, note_attachments, take_lead
from importer.parsing.text_scrape import read_text
from importer.parsing.titles import Candidate, Head, choose_title, titles_agree
from importer.parsing.zones import ENTRY, OTHER, PROSE, Zones, find_zones


def parse_article(source: str, *, is_html: bool) -> ParsedArticle:
    """Parse a decoded page (text scrape or HTML) into one article; what cannot be seen stays empty, with a doubt."""
    return parse_page(read_html(source) if is_html else read_text(source))


def parse_page(page: Page) -> ParsedArticle:
    """Turn a page of lines into an article."""
    article = ParsedArticle()
    zones = find_zones(page)
    lines = page.lines
    if not zones.has_body:
        article.doubt("no_text")
    head = [i for i in range(zones.head_start, zones.body_start) if lines[i].kind != IMAGE]
    _read_labelled(article, lines, [*head, *range(zones.last_prose + 1, zones.tail_end)])
    title_at = _find_title(article, page, zones, head)
    content_end, credits = _read_credits(article, page, zones)
    tail = range(min(content_end, zones.last_prose + 1), zones.tail_end)
    heads.read_dates(article, lines, head, tail, title_at, page.hints)
    heads.find_category(article, page, head, title_at)
    _read_head_credits(article, lines, head, title_at)
    heads.read_credits(article, credits)
    heads.read_claimed_authors(article, page.hints)
    article.tags = article.tags or list(page.hints.tags)
    body = body_lines(article, page, zones, title_at, content_end)
    body = take_lead(article, body, page.from_html)
    last_prose = max((i for i, line in enumerate(body) if is_prose(line.text)), default=-1)
    note_attachments(article, lines[zones.body_start : zones.tail_end])
    build_body(article, body, from_html=page.from_html, last_prose=last_prose)
    _find_event(article)
    if not article.title:
        article.doubt("needs_title")
        article.suggested_title = excerpt(article.lead or article.text, 120)
    return article


def _read_labelled(article: ParsedArticle, lines: Sequence[Line], where: Sequence[int]) -> None:
    for i in where:
        found = heads.labelled(lines[i].text)
        if not found or lines[i].level == 1:
            continue
        kind, value = found
        if kind == "category" and not article.category and len(value.split()) <= 10:
            article.category = value
            article.found("category", value, lines[i].text)
        elif kind == "tags" and not article.tags:
            article.tags = [
                tag.strip(" #.") for tag in value.replace(";", ",").split(",") if 1 < len(tag.strip(" #.")) <= 60
            ]
            article.found("tags", ", ".join(article.tags), lines[i].text)
        elif kind == "title" and not article.title:
            article.title = value
            article.found("title", value, lines[i].text)


def _find_title(article: ParsedArticle, page: Page, zones: Zones, head: Sequence[int]) -> int:
    """Set the title and return its line, or -1 when only metadata or nobody names it."""
    lines = page.lines
    dated = [i for i in head if read_dateline(lines[i].text)]
    plain = [i for i in head if _may_be_title(lines[i], zones.labels[i], i in dated)]
    if article.title:
        return next((i for i in head if article.title in lines[i].text), -1)
    chosen: Candidate | None = choose_title(Head(lines, plain, dated, zones.body_start, page.hints, zones.listed))
    if chosen is None:
        return -1
    article.title = without_end_mark(chosen.text).strip()
    article.found(
        "title",
        article.title,
        chosen.text if chosen.origin == "line" else f"metadata ({chosen.origin}): {chosen.text}",
    )
    if chosen.origin == "title":
        article.doubt("title_from_html_title", chosen.text)
    elif chosen.origin == "line" and chosen.score < 5 and not page.from_html:
        article.doubt("title_guessed", chosen.text)
    if chosen.index >= 0:
        return chosen.index
    return next((i for i in plain if titles_agree(lines[i].text, chosen.text)), -1)


def _may_be_title(line: Line, label: str, dated: bool) -> bool:
    if (
        dated
        or line.role in ("caption", "category", "author")
        or heads.labelled(line.text)
        or heads.read_breadcrumb(line.text) is not None
    ):
        return False
    return label in (OTHER, PROSE, ENTRY) and read_credit(line.text) is None and any(c.isalpha() for c in line.text)


def _read_credits(article: ParsedArticle, page: Page, zones: Zones) -> tuple[int, list[tuple[str, Credit]]]:
    """Return where the body ends (its first credit line) and the credits from there to the end of the tail."""
    lines = page.lines
    credits: list[tuple[str, Credit]] = []
    content_end = zones.body_end
    prose_seen = int(zones.has_body and zones.labels[zones.body_start] != PROSE)
    for i in range(zones.body_start, zones.body_end):
        prose_seen += zones.labels[i] == PROSE
        if _closing_credit(lines, zones, i, prose_seen):
            content_end = i
            lost = [j for j in range(i + 1, zones.body_end) if zones.labels[j] == PROSE]
            if lost:
                article.doubt("text_after_byline", lines[lost[0]].text[:120])
            break
    if content_end == zones.body_end and zones.has_body:
        _text, trailing = heads.split_trailing_credit(lines[zones.last_prose].text)
        credit = (read_credit(trailing) or read_signature(trailing)) if trailing else None
        if credit:
            credits.append((trailing, credit))
    stop = next((j for j in range(content_end + 1, zones.tail_end) if zones.labels[j] == PROSE), zones.tail_end)
    for i in range(content_end, stop):
        found = read_credit(lines[i].text)
        unsigned = not any(byline.role != PHOTO for _words, credit in credits for byline in credit.bylines)
        if not found and unsigned and i < zones.body_end + 2 and zones.labels[i] == OTHER:
            found = read_signature(lines[i].text) if lines[i].link_share < 0.5 else None
        if found and found.source_name and not found.source_domain:
            found = _with_linked_source(found, lines[i].html)
        if found and not (is_marked_caption(lines[i].text) and not found.bylines):
            credits.append((lines[i].text, found))
    return content_end, credits


def _with_linked_source(credit: Credit, markup: str) -> Credit:
    """ "Nguồn: Sở KH&CN" may be a link: its address names the source's domain."""
    link = re.search(r'href="(https?://[^"]+)"', markup)
    if not link:
        return credit
    _name, domain, url = read_source(unescape(link[1]))
    return replace(credit, source_domain=domain, source_url=url)


def _closing_credit(lines: Sequence[Line], zones: Zones, i: int, prose_seen: int) -> bool:
    """True for the line that signs the article: a labelled credit, capitals, or a name below the last paragraph."""
    line = lines[i]
    if not prose_seen or line.kind == IMAGE or zones.labels[i] == PROSE or line.role == "caption":
        return False
    credit = read_credit(line.text)
    if credit:
        only_photo = bool(credit.bylines) and all(byline.role == PHOTO for byline in credit.bylines)
        return not only_photo or i > zones.last_prose
    if zones.labels[i] != OTHER or line.level or line.link_share > 0.5 or read_signature(line.text) is None:
        return False
    if i > zones.last_prose:
        return True
    return line.text.isupper() and prose_seen >= 2 and len(line.text.split()) >= 2 and "." not in line.text


def _read_head_credits(article: ParsedArticle, lines: Sequence[Line], head: Sequence[int], title_at: int) -> None:
    for i in head:
        if i < title_at - 3:
            continue
        line = lines[i]
        dateline = read_dateline(line.text)
        words = ""
        if dateline:
            words = heads.name_beside_date(dateline)
            pieces = f"{dateline.before}|{dateline.after}".split("|")
            labelled = next(filter(None, (read_credit(piece.strip(" ·-–,()")) for piece in pieces)), None)
            if labelled:
                heads.read_credits(article, [(line.text, labelled)])
        elif credit := read_credit(line.text):
            heads.read_credits(article, [(line.text, credit)])
        elif line.role == "author":
            words = line.text
        credit = read_signature(words) if words else None
        if credit:
            heads.read_credits(article, [(line.text, credit)])


def _month_named(paragraphs: Sequence[str], words: str) -> date | None:
    """The month and year that the opening names, if it is the month of the event ("ngày 15/10", "tháng 10/2024")."""
    month = re.search(r"\d{1,2}(?:\s?[/.\-]\s?|\s*tháng\s*)0?(\d{1,2})\D*$", words)
    if not month:
        return None
    found = re.search(rf"tháng\s*0?{month[1]}\s*(?:/|-|năm)\s*(\d{{4}})", " ".join(paragraphs[:1]))
    return (
        date(int(found[1]), int(month[1]), 15)
        if found and 1 <= int(month[1]) <= 12 and int(found[1]) > 1900
        else None
    )


def _find_event(article: ParsedArticle) -> None:
    known = article.published or article.updated
    reference = known.day if known else None
    paragraphs = [article.lead] if article.lead else []
    paragraphs += [block.text for block in article.blocks if block.kind == "paragraph"][:2]
    event = find_event_day(paragraphs, reference)
    if event is None:
        if relative := names_relative_day(" ".join(paragraphs[:1])):
            article.doubt("event_day_relative", relative)
        return
    if event.parsed is None and not reference:
        # Nothing dates the page, but "phiên họp tháng 10/2024" in the same breath as "ngày 15/10" dates the event.
        event = find_event_day(paragraphs, _month_named(paragraphs, event.words)) or event
    if event.parsed is None:
        article.doubt("event_year_unknown", event.words)
        return
    article.event = event.parsed
    article.found("event", event.parsed.value.isoformat(), event.words)
    if event.parsed.year_inferred:
        article.doubt("event_year_inferred", f"{event.words} → {event.parsed.day.year}")
    if event.ranged:
        article.doubt("event_lasted_days", event.words)
    if reference and is_after(event.parsed.day, reference):
        article.doubt("event_after_publication", event.words)
