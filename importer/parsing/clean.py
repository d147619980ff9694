"""From a scraped string to tidy lines: Unicode, spaces, glued pieces, hard-wrapped paragraphs, end marks."""

import html
import re
import unicodedata

from core.dates import find_dates

_SPACES = re.compile(r"[ \t\r\f\v\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffc\x00-\x08\x0e-\x1f\x7f]")
_ENTITY = re.compile(r"&(?:#\d{2,6}|#x[0-9a-fA-F]{2,5}|[a-zA-Z]{2,8});")
# What WordPress leaves in a dump: [caption id="…"]Quang cảnh[/caption]
_SHORTCODE = re.compile(r"\[/?(?:caption|gallery|embed|vc_\w+)\b[^\[\]]{0,200}\]")
_END_MARK = re.compile(r"\s*\.\s*/\s*\.?[\s./]*$")

# Words that open a piece of their own. Scrapes glue them to the sentence before.
_LIST_WORDS = (
    r"(?:(?:CÁC|Các|NHỮNG|Những)\s+(?:TIN|Tin|tin|BÀI|Bài|bài)(?:\s*,?\s*(?:BÀI|bài|VIẾT|viết))?"
    r"|(?:TIN|Tin|BÀI|Bài)(?:\s*,?\s*(?:BÀI|bài|VIẾT|viết|TỨC|tức))?)"
    r"\s+(?:KHÁC|[Kk]hác|LIÊN QUAN|[Ll]iên quan|MỚI NHẤT|[Mm]ới nhất|MỚI HƠN|mới hơn|CŨ HƠN|cũ hơn"
    r"|ĐÃ ĐƯA|đã đưa|CÙNG CHUYÊN MỤC|cùng chuyên mục)"
)
_LABELS = (
    r"(?:(?:Tin|Bài|Tin bài|Tin, bài)(?:\s*(?:và|,|&|-|/)\s*[ảẢ]nh)?|Tác giả|Nguồn(?: tin)?|Theo|Ngày đăng|Đăng ngày|Đăng lúc|"
    r"Ngày cập nhật|Cập nhật(?: lúc| ngày)?|Lượt xem|Số lượt xem|Từ khóa|Từ khoá|Tags?|Chuyên mục)\s*:"
)
_GLUED_LIST = re.compile(
    rf"(?<=[.!?…”\"')/\]])[ ]*(?={_LIST_WORDS}(?:\s|$|:|[A-ZĐ(-]))|(?<=[a-zà-ỹ])(?={_LIST_WORDS}\b)"
)
_LIST_THEN_TEXT = re.compile(rf"^({_LIST_WORDS}):?[ ]+(?=[A-ZÀ-ỸĐ\d\-+•“\"(].{{20}})")
_GLUED_LABEL = re.compile(
    rf"(?<=[.!?…”\"')/\]])[ ]*(?={_LABELS})|(?<=[a-zà-ỹ\d])(?={_LABELS})|(?<=[a-zà-ỹ][.!?])(?=Ảnh\s*:)"
)
_SPACED_LABEL = re.compile(
    r"(?<=\S)[ ]+(?=(?:Ngày đăng|Đăng ngày|Đăng lúc|Ngày cập nhật|Lượt xem|Số lượt xem|Từ khóa|Tags)\s*:)"
)
_PIPED_LABEL = re.compile(
    r"\s*\|\s*(?=(?:Lượt xem|Số lượt xem|Tác giả|Người đăng|Đăng bởi|Nguồn|Cập nhật|Ngày cập nhật|Ngày đăng)\b)"
)
_GLUED_SENTENCE = re.compile(r"(?<=[a-zà-ỹ]{2}[.!?])(?=[A-ZÀ-ỸĐ][a-zà-ỹ]+ \S.{40})")
_GLUED_QUOTE = re.compile(r"(?i)(?<=[.!?…/])\s*(?=nguồn\s*:?\s*[\"“])")
_LISTED_DATE = re.compile(r"(\((?:\d{1,2}[/\-.]){2}\d{4}[^()]{0,16}\))[ ]*")
_SENTENCE_END = re.compile(r"[.!?:;…][\"”»’')\]]*$")


def tidy(text: str) -> str:
    """Return one line's text in NFC with single spaces, entities decoded and invisible characters removed."""
    if _ENTITY.search(text):
        text = html.unescape(text)
    text = _SHORTCODE.sub("", text)
    return _SPACES.sub(" ", _INVISIBLE.sub("", unicodedata.normalize("NFC", text)).replace("\n", " ")).strip()


def without_end_mark(text: str) -> str:
    """Return ``text`` with the end mark of official papers (``./.``) reduced to a full stop."""
    trimmed = _END_MARK.sub("", text)
    if trimmed == text:
        return text
    return trimmed if _SENTENCE_END.search(trimmed) else trimmed + "."


def ends_a_sentence(text: str) -> bool:
    """True when ``text`` closes with sentence punctuation, perhaps inside quotes or brackets."""
    return bool(_SENTENCE_END.search(text.rstrip()))


def is_prose(text: str) -> bool:
    """True for a line that reads as a paragraph rather than as a title, a menu entry or a caption."""
    if len(text) < 60 or len(text.split()) < 10:
        return False
    if len(text) >= 260:
        return True
    if re.search(r"(?:\.\.\.|…)$", text) and len(text) < 140:
        return False
    if re.search(r"[.:;][\"”»’']?$|\.[)\]]$|\./\.?$", text):
        return True
    if re.search(r"[a-zà-ỹ)\d]{2}\. [A-ZÀ-ỸĐ]", text) and len(text) >= 100:
        return True
    return len(text) >= 140 and ends_a_sentence(text)


def split_glued(text: str) -> list[str]:
    """Split one scraped line where a label, a list heading or a dated list entry was glued to what stands before."""
    for pattern in (_GLUED_LIST, _GLUED_QUOTE, _GLUED_LABEL, _SPACED_LABEL, _PIPED_LABEL, _GLUED_SENTENCE):
        text = pattern.sub("\n", text)
    if len(_LISTED_DATE.findall(text)) > 1:
        text = _LISTED_DATE.sub(r"\1\n", text)
    pieces = []
    for piece in text.split("\n"):
        pieces += _LIST_THEN_TEXT.sub(r"\1\n", piece.strip()).split("\n")
    return [part for piece in pieces for part in _split_after_date(piece.strip()) if part]


def _split_after_date(text: str) -> list[str]:
    """``"Ngày đăng: 12/03/2021 08:00 Sáng nay, …"`` → the dateline and the sentence."""
    label = re.match(rf"{_LABELS}\s*", text)
    if (
        not label
        or "ngày" not in label[0].lower()
        and "đăng" not in label[0].lower()
        and "nhật" not in label[0].lower()
    ):
        return [text]
    dates = find_dates(text)
    if not dates or dates[0].start > label.end() + 14 or len(text) - dates[0].end < 40:
        return [text]
    return [text[: dates[0].end], text[dates[0].end :].strip(" -–|,;")]


def unwrap(lines: list[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """Join the lines of hard-wrapped paragraphs. Items are ``(text, blank line before it)``."""
    lengths = [len(text) for text, _gap in lines]
    full = [length for length in lengths if length >= 55]
    wrapped_page = len(full) >= 6 and max(lengths) <= 125 and len(full) >= 0.5 * len(lengths)
    joined: list[tuple[str, bool]] = []
    for text, gap in lines:
        if joined and not gap:
            before = joined[-1][0]
            last_piece = before[-130:]
            continues = text[:1].islower() and len(last_piece) >= 45 and not ends_a_sentence(before)
            fills = wrapped_page and len(text) > 0 and not _starts_item(text) and len(before) >= 55
            shouts = wrapped_page and before.isupper() and text.isupper() and len(before) >= 40
            if continues or shouts or (fills and not ends_a_sentence(before)):
                joined[-1] = (f"{before} {text}", joined[-1][1])
                continue
        joined.append((text, gap))
    return joined


def _starts_item(text: str) -> bool:
    return bool(re.match(r"(?:[-–+*•]|\d{1,2}[.)]|[IVX]+\.)\s", text))
