"""Reading what stands around a text: datelines, labelled lines, category, title, credits. Words in, findings out."""

import re
from collections.abc import Iterable, Sequence
from datetime import timedelta

from core.dates import ParsedDate, parse_date
from core.enums import DatePrecision
from core.text import fold
from importer.parsing.byline import (
    PHOTO,
    TEXT_ROLE,
    Credit,
    is_login,
    is_person_name,
    read_credit,
    read_signature,
    split_names,
)
from importer.parsing.datelines import BARE, CLOCK, PUBLISHED, UPDATED, Dateline, read_dateline, second_date
from importer.parsing.model import Byline, Hints, Line, Page, ParsedArticle
from importer.parsing.vocabulary import ORGANISATION, is_category_name, is_noise, line_key

_LABELLED = re.compile(
    r"^\W*(?P<label>chuyên mục|danh mục|thể loại|mục|chủ đề|category|từ khóa|từ khoá|tags?|thẻ|tiêu đề|title|tóm tắt|trích yếu tin)\s*[:：]\s*(?P<value>.+)$",
    re.IGNORECASE,
)
_CRUMBS = re.compile(r"\s*(?:»|›|>|→|/|\||::|\\)\s*")
_TRAILING_CREDIT = re.compile(
    r"(?<=[.!?…\"”/)])\s*(?P<credit>\(?(?:(?:Tin|Bài|Tin bài|Ảnh|Tin, ảnh|Bài, ảnh|Tin và ảnh|Bài và ảnh|Nguồn|Theo|Tác giả)\s*:?\s*[^.()]{2,70}|(?:Theo|Nguồn)\s*:?\s+[^()]{2,60})\)?)\s*\.?$"
)
_TRAILING_NAMES = re.compile(
    r"(?<=[.!?…/])[\s*]*(?P<names>(?:[A-ZÀ-ỸĐ]{2,7}(?:\s+[A-ZÀ-ỸĐ]{1,7}){1,3})(?:\s*[-–,]\s*[A-ZÀ-ỸĐ]{2,7}(?:\s+[A-ZÀ-ỸĐ]{1,7}){1,3}){0,2})\s*$"
    r"|(?<=\./\.)[\s*]*(?P<pen>[A-ZÀ-ỸĐ][a-zà-ỹ]{1,6}(?:\s+[A-ZÀ-ỸĐ][a-zà-ỹ]{0,6}){1,3})\s*$|(?<=\./)[\s*]*(?P<pen2>[A-ZÀ-ỸĐ][a-zà-ỹ]{1,6}(?:\s+[A-ZÀ-ỸĐ][a-zà-ỹ]{0,6}){1,3})\s*$"
)


def labelled(text: str) -> tuple[str, str] | None:
    """Return ("category" | "tags" | "title" | "lead", value) of a line such as "Chuyên mục: Tin xã"."""
    found = _LABELLED.match(text) if len(text) < 700 else None
    if not found:
        return None
    label = fold(found["label"])
    kinds = {"tieu de": "title", "title": "title", "tom tat": "lead", "trich yeu tin": "lead"}
    kind = kinds.get(
        label, "tags" if label.startswith(("tu kho", "tag", "the")) and label != "the loai" else "category"
    )
    return kind, found["value"].strip()


def read_breadcrumb(text: str) -> str | None:
    """Return the last section of "Trang chủ » Tin tức » Tin trong tỉnh » …"; None if the line is no breadcrumb."""
    pieces = [piece.strip() for piece in _CRUMBS.split(text[:400]) if piece.strip()]
    if len(pieces) < 2 or not re.match(r"(?:trang chu|home|trang nhat|tin tuc|tin hoat dong)\b", fold(pieces[0])):
        return None
    sections = [piece for piece in pieces[1:] if len(piece.split()) <= 8 and not is_noise(piece)]
    named = [piece for piece in sections if is_category_name(piece)]
    return (named or sections[:1] or [""])[-1]


def read_dates(
    article: ParsedArticle,
    lines: Sequence[Line],
    head: Iterable[int],
    tail: Iterable[int],
    title_at: int,
    hints: Hints,
) -> None:
    """Set ``published`` and ``updated`` from labelled lines, then from the dateline by the title, then from metadata."""
    above = [(i, found) for i in head if (found := read_dateline(lines[i].text))]
    below = [(i, found) for i in tail if (found := read_dateline(lines[i].text)) and found.kind != BARE]
    dated = [(i, found) for i, found in above + below if found.kind != CLOCK]
    for i, found in dated:
        if found.kind == PUBLISHED and article.published is None:
            _set(article, "published", found)
        elif found.kind == UPDATED and article.updated is None:
            _set(article, "updated", found)
        if (also := second_date(lines[i].text)) and article.updated is None:
            _set(article, "updated", also)
    bare = [(i, found) for i, found in above if found.kind == BARE]
    if article.published is None and article.updated is None and bare:
        _take_bare(article, bare, lines, title_at)
    _take_claims(article, hints)
    if article.published is None and article.updated is not None:
        article.doubt("only_update_known", next(f.words for f in article.findings if f.field == "updated"))


def read_credits(article: ParsedArticle, credits: Iterable[tuple[str, Credit]]) -> None:
    """Add bylines and source from credit lines; names that are none become doubts."""
    for words, credit in credits:
        if credit.guessed and any(byline.role != PHOTO for byline in article.bylines):
            article.doubt("byline_guessed", words)
            continue
        for byline in credit.bylines:
            if byline not in article.bylines:
                article.bylines.append(byline)
                article.found("byline", f"{byline.name} ({byline.role})", words)
        for code, refused in credit.refused:
            article.doubt(code, refused)
        if credit.guessed and credit.bylines:
            article.doubt("byline_guessed", words)
        if (credit.source_name or credit.source_domain) and not (article.source_name or article.source_domain):
            article.source_name = credit.source_name
            article.source_domain = credit.source_domain
            article.source_url = credit.source_url
            article.found("source", credit.source_name or credit.source_domain, words)


def read_claimed_authors(article: ParsedArticle, hints: Hints) -> None:
    """Metadata may name the author where the page shows none; accounts and offices in that place are no authors."""
    if article.bylines:
        return
    for claim in hints.authors:
        for name in split_names(claim):
            if is_login(name):
                article.doubt("login_not_author", name)
            elif is_person_name(name) and not ORGANISATION.search(name) and len(name.split()) >= 2:
                article.bylines.append(Byline(name, TEXT_ROLE))
                article.found("byline", f"{name} ({TEXT_ROLE})", f"metadata: {claim}")
                article.doubt("byline_from_metadata", name)


def name_beside_date(found: Dateline) -> str:
    """Return the author of "VĂN HÀO - TRẦN HỮU 30/04/2016 11:39", else an empty string."""
    before = found.before.strip(" |·•-–")
    if found.kind != BARE or before.endswith(",") or len(before) < 5 or read_signature(before) is None:
        return ""
    return before if found.parsed.precision == DatePrecision.MINUTE else ""


def split_trailing_credit(text: str) -> tuple[str, str]:
    """Cut a credit off the end of the last paragraph: ``"… kế hoạch./. Thanh Hà"`` → (text, ``"Thanh Hà"``)."""
    reach = max(0, len(text) - 200)
    found = _TRAILING_CREDIT.search(text, reach)
    if found and found.start() > 60 and read_credit(found["credit"]):
        return text[: found.start()].rstrip(), found["credit"].strip("() ")
    found = _TRAILING_NAMES.search(text, reach)
    if found and found.start() > 60:
        names = found["names"] or found["pen"] or found["pen2"]
        if read_signature(names):
            return text[: found.start()].rstrip(), names
    return text, ""


def _take_bare(
    article: ParsedArticle, bare: list[tuple[int, Dateline]], lines: Sequence[Line], title_at: int
) -> None:
    """An unlabelled date belongs to the article when it stands by its title; far above, it is the page's clock."""
    near = min(bare, key=lambda item: abs(item[0] - title_at) if title_at >= 0 else -item[0])
    index, found = near
    distance = (
        sum(1 for i in range(min(index, title_at) + 1, max(index, title_at)) if lines[i].text) if title_at >= 0 else 0
    )
    clock_like = found.weekday and found.parsed.precision == DatePrecision.DAY
    above = title_at >= 0 and index < title_at
    if (
        above
        and (distance > 2 or (clock_like and distance > 0))
        or re.search(r"\d:\d\d:\d\d", found.words)
        and above
        and distance > 0
    ):
        article.doubt("date_may_be_clock", found.words)
        return
    _set(article, "published", found)
    if clock_like and above:
        article.doubt("date_may_be_clock", found.words)


def _take_claims(article: ParsedArticle, hints: Hints) -> None:
    for name, claim in (("published", hints.published), ("updated", hints.updated)):
        parsed = parse_date(claim) if claim else None
        if parsed is None or parsed.precision == DatePrecision.MONTH:
            continue
        shown: ParsedDate | None = getattr(article, name)
        if shown is None:
            if (
                name == "updated"
                and article.published
                and abs(parsed.value - article.published.value) < timedelta(minutes=2)
            ):
                continue
            setattr(article, name, parsed)
            article.found(name, parsed.value.isoformat(), f"metadata: {claim}")
        elif (shown.day, shown.precision, parsed.precision) == (parsed.day, DatePrecision.DAY, DatePrecision.MINUTE):
            setattr(article, name, parsed)
            article.found(name, parsed.value.isoformat(), f"metadata: {claim}")
        elif abs(shown.day - parsed.day) > timedelta(days=1) and name == "published":
            article.doubt("dates_disagree", f"{claim} / {shown.value:%d/%m/%Y}")


def _set(article: ParsedArticle, name: str, found: Dateline) -> None:
    setattr(article, name, found.parsed)
    article.found(name, found.parsed.value.isoformat(), found.words)


def find_category(article: ParsedArticle, page: Page, head: Sequence[int], title_at: int) -> None:
    """Set the category from a labelled line, a breadcrumb, the usual section name right above the title, metadata."""
    if article.category:
        return
    lines, hints = page.lines, page.hints
    for i in head:
        crumb = read_breadcrumb(lines[i].text)
        if crumb and line_key(crumb) != line_key(article.title):
            article.category = crumb
            article.found("category", crumb, lines[i].text)
            return
    above = [i for i in head if i < title_at and not read_dateline(lines[i].text)]
    if above and is_category_name(lines[above[-1]].text) and title_at - above[-1] <= 3:
        neighbours = [i for i in above[-4:-1] if above[-1] - i <= 3 and len(lines[i].text.split()) <= 5]
        if len(neighbours) < 3 or page.from_html:
            article.category = lines[above[-1]].text.strip(" :|»>-")
            article.found("category", article.category, lines[above[-1]].text)
            return
        article.doubt("category_may_be_menu", lines[above[-1]].text)
    if hints.section:
        article.category = hints.section
        article.found("category", hints.section, f"metadata: {hints.section}")
