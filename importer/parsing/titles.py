"""Choosing the headline among the lines above the text and what the page's metadata claims. Nothing is made up."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

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


def choose_title(
    lines: Sequence[Line],
    head: Sequence[int],
    dated_at: Sequence[int],
    lead_at: int,
    hints: Hints,
    repeated: set[str],
) -> Candidate | None:
    """Return the likeliest headline or None.

    ``head`` holds the indexes of lines above the text that are not furniture, in order; ``dated_at`` those of
    datelines; ``repeated`` the folded titles of the page's "other news" lists, which often name the article too.
    """
    candidates = [
        Candidate(lines[i].text, _score(lines, i, position, head, dated_at, lead_at, hints, repeated), "line", i)
        for position, i in enumerate(head)
    ]
    candidates += _claimed(hints, {line_key(lines[i].text) for i in head})
    best = max(candidates, key=lambda candidate: candidate.score, default=None)
    best = _upper_of_two(candidates, best, alone=len(head) == 2 and not dated_at)
    return best if best and best.score >= _ENOUGH else None


def _upper_of_two(candidates: list[Candidate], best: Candidate | None, *, alone: bool) -> Candidate | None:
    """Of two lines above the text the upper one is the headline, if the lower one may be a caption or a subtitle."""
    if best is None or best.index < 0 or not (alone or looks_like_caption(best.text)):
        return best
    upper = next((other for other in candidates if other.index == best.index - 1), None)
    return upper if upper and upper.score >= 2 and not looks_like_caption(upper.text) else best


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


def _score(
    lines: Sequence[Line],
    index: int,
    position: int,
    head: Sequence[int],
    dated_at: Sequence[int],
    lead_at: int,
    hints: Hints,
    repeated: set[str],
) -> int:
    line = lines[index]
    text, words = line.text, len(line.text.split())
    key = line_key(text)
    score = _shape_score(text, words, key)
    following = [i for i in dated_at if i > index]
    between = [i for i in head if following and index < i < following[0]]
    if following and not any(len(lines[i].text.split()) > 2 for i in between):
        score += 3
    elif not following and not any(not _NUMBERED.match(lines[i].text) for i in head[position + 1 :]):
        score += 2
    if dated_at and index > dated_at[0] and (position == 0 or head[position - 1] < dated_at[-1] <= index):
        score += 2
    score += (
        {0: 0, 1: 5, 2: 4, 3: 3}.get(line.level, 2) + (5 if line.role == "title" else 0) + (line.emphasis == "bold")
    )
    if key in repeated:
        score += 2
    for claim, weight in (
        (hints.headline, 5),
        (hints.og_title, 5),
        (html_title_without_site(hints.html_title, hints.site_name), 4),
    ):
        if claim and titles_agree(text, claim):
            score += weight
    if line.link_share > 0.8 and not line.level:
        score -= 3
    if lead_at >= 0 and lead_at - index > 25:
        score -= 1
    return score


def _shape_score(text: str, words: int, key: str) -> int:
    score = 2 if 5 <= words <= 40 else 1 if words in (3, 4) else -4
    if words > 45 or len(text) > TITLE_LIMIT:
        score -= 6
    if re.search(r"[^.]\.$", text) or text.endswith((":", ";", ",")):
        score -= 3
    elif re.search(r"(?:…|\.\.\.)$", text):
        score -= 1
    if re.search(r"[a-zà-ỹ]\. [A-ZÀ-ỸĐ]", text) and ends_a_sentence(text):
        score -= 3
    if _NUMBERED.match(text):
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
