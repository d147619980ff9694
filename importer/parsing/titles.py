"""Choosing the headline among the lines above the text and what the page's metadata claims. Nothing is made up."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from core.text import fold
from importer.parsing.captions import is_marked_caption, looks_like_caption
from importer.parsing.clean import ends_a_sentence
from importer.parsing.model import Hints, Line
from importer.parsing.vocabulary import is_category_name, is_noise, is_organisation_name, line_key

TITLE_LIMIT = 255
_ENOUGH = 3
_SITE_SEPARATORS = re.compile(r"\s+[|»«·•]\s+|\s+[-–—]\s+|\s*\|\s*")
_NUMBERED = re.compile(r"(?:[IVX]{1,5}|\d{1,2})[.)/]\s")
_OPENING = re.compile(
    r"(?:(?:rang sang|sang|chieu|toi|trua)(?: ngay)? \d|(?:vao )?ngay \d{1,2}[ /.-]|nham (?:day|nang|tang|thuc|giup|tao|dam|phat|bao)|thuc hien (?:ke hoach|cong van|chi dao|chi thi|nghi quyet|quyet dinh)|vua qua|theo |trong khuon kho|can cu)"
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible headline; ``index`` is its line, or -1 when only the metadata names it."""

    text: str
    score: int
    origin: str
    index: int = -1


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the text: ``plain`` lines that may be a headline, datelines, metadata, and the folded titles of
    the page's "other news" lists, which often name the article too. Numbers are indexes into ``lines``.
    """

    lines: Sequence[Line]
    plain: Sequence[int]
    dated: Sequence[int]
    body_start: int
    hints: Hints
    listed: frozenset[str]


def choose_title(head: Head) -> Candidate | None:
    """Return the likeliest headline or None."""
    candidates = [Candidate(head.lines[i].text, _score(head, i), "line", i) for i in head.plain]
    candidates += _claimed(head.hints, {line_key(head.lines[i].text) for i in head.plain})
    best = max(candidates, key=lambda candidate: candidate.score, default=None)
    best = _upper_of_two(candidates, best, alone=len(head.plain) == 2 and not head.dated)
    return best if best and best.score >= _ENOUGH else None


def _upper_of_two(candidates: list[Candidate], best: Candidate | None, *, alone: bool) -> Candidate | None:
    """Of two lines above the text the upper one is the headline, if the lower one may be a caption or a subtitle."""
    if best is None or best.index < 0 or not (alone or looks_like_caption(best.text)):
        return best
    upper = next((other for other in candidates if other.index == best.index - 1), None)
    if upper and upper.score >= 2 and not looks_like_caption(upper.text):
        return replace(upper, score=best.score)
    return best


def html_title_without_site(title: str, site_name: str = "") -> str:
    """``"Khai mạc hội thi - Cổng thông tin điện tử tỉnh X"`` → ``"Khai mạc hội thi"``; empty if only the site is named."""
    pieces = [piece.strip() for piece in _SITE_SEPARATORS.split(title) if piece.strip()]
    if not pieces:
        return ""
    kept = [piece for piece in pieces if not _names_site(piece, site_name)]
    if not kept:
        return ""
    first, last = pieces.index(kept[0]), len(pieces) - 1 - pieces[::-1].index(kept[-1])
    start = title.index(pieces[first])
    return title[start : title.rindex(pieces[last]) + len(pieces[last])].strip()


def titles_agree(first: str, second: str) -> bool:
    """True when two headlines are one, even if one of them was cut with "…" or carries the site's name."""
    a, b = line_key(first), line_key(second)
    if not a or not b:
        return False
    return a == b or len(min(a, b, key=len)) >= 24 and (a.startswith(b) or b.startswith(a))


def _names_site(piece: str, site_name: str) -> bool:
    key = line_key(piece)
    if site_name and (key == line_key(site_name) or key in line_key(site_name)):
        return True
    if is_organisation_name(piece) or re.fullmatch(r"(?:https?://)?[\w-]+(?:\.[\w-]+)+/?", piece.strip().lower()):
        return True
    return (
        bool(
            re.match(
                r"(?:cong|trang) (?:thong tin|tin|ttdt)|bao (?:dien tu )?[a-z]+|dai (?:phat thanh|ptth)|tin tuc$|chi tiet|trang chu|chinh phu|untitled",
                key,
            )
        )
        and len(key.split()) <= 16
    )


def _score(head: Head, index: int) -> int:
    line = head.lines[index]
    score = _shape_score(line.text) + _place_score(head, index) + _markup_score(line)
    if line_key(line.text) in head.listed:
        score += 2
    window_title = html_title_without_site(head.hints.html_title, head.hints.site_name)
    for claim, weight in ((head.hints.headline, 5), (head.hints.og_title, 5), (window_title, 4)):
        if claim and titles_agree(line.text, claim):
            score += weight
    return score


def _place_score(head: Head, index: int) -> int:
    """A headline stands right above the dateline, or below one that has no headline above it, or above the text."""
    score = 0
    below = [i for i in head.dated if i > index]
    between = [i for i in head.plain if below and index < i < below[0]]
    if below and not any(len(head.lines[i].text.split()) > 2 for i in between):
        score += 3
    if not below and not _titled_dateline(head, index):
        later = [i for i in head.plain if i > index and not _NUMBERED.match(head.lines[i].text)]
        score += 0 if later else 2
        if head.dated and not any(head.dated[-1] < i < index for i in head.plain):
            score += 2
    return score - (head.body_start - index > 25)


def _titled_dateline(head: Head, index: int) -> bool:
    """True when a dateline above ``index`` has what looks like its headline right above itself."""
    return any(
        _shape_score(head.lines[i].text) >= 2
        for dated in head.dated
        if dated < index
        for i in head.plain
        if dated - 3 <= i < dated
    )


def _markup_score(line: Line) -> int:
    score = {0: 0, 1: 5, 2: 4, 3: 3}.get(line.level, 2)
    score += 5 if line.role == "title" else 0
    score += 1 if line.emphasis == "bold" else 0
    return score - (3 if line.link_share > 0.8 and not line.level else 0)


def _shape_score(text: str) -> int:
    words, key = len(text.split()), line_key(text)
    score = 2 if 5 <= words <= 40 else 1 if words in (3, 4) else -4
    if words > 45 or len(text) > TITLE_LIMIT:
        score -= 6
    if re.search(r"[^.]\.$", text) or text.endswith((":", ";", ",")):
        score -= 3
    elif re.search(r"(?:…|\.\.\.)$", text):
        score -= 1
    if re.search(r"[a-zà-ỹ]\. [A-ZÀ-ỸĐ]", text) and ends_a_sentence(text):
        score -= 3
    if _NUMBERED.match(text) or re.match(r"\d{1,2}[:h]\d\d\b|\d{1,2}[/-]\d{1,2}[/-]\d{4}", text):
        score -= 4
    if is_organisation_name(text):
        score -= 5
    if is_category_name(text):
        score -= 3
    if is_noise(text) or re.match(
        r"(?:email|dien thoai|dia chi|chuyen muc|danh muc|luot xem|tac gia|nguon)\s*:", fold(text)
    ):
        score -= 6
    if is_marked_caption(text) or (
        looks_like_caption(text) and re.match(r"(?:dong chi|dc|ong|ba|cac dai bieu|quang canh|toan canh)\b", key)
    ):
        score -= 3
    if _OPENING.match(fold(text)) or text.lower().startswith("để "):
        score -= 2
    if text[:1].islower() or text.startswith(("-", "+", "•", "*")):
        score -= 1
    return score


def _claimed(hints: Hints, seen: set[str]) -> list[Candidate]:
    claims = (
        (hints.headline, 6, "json-ld"),
        (hints.og_title, 5, "og:title"),
        (hints.html_title, 4, "title"),
    )
    found = []
    for text, score, origin in claims:
        plain = html_title_without_site(text, hints.site_name)
        if plain and line_key(plain) not in seen and len(plain.split()) >= 4:
            if re.search(r"(?:…|\.\.\.)$", plain):
                score -= 1
            if is_category_name(plain):
                score -= 4
            found.append(Candidate(plain, score, origin))
    return found
