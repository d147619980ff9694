"""Which stand-alone line is the caption of a photograph that the scrape lost."""

import re
import statistics

from core.text import fold

# Who or what a Vietnamese press caption begins with (folded).
_SUBJECT = re.compile(
    r"(?:(?:cac )?(?:dong chi|d/c|dc|ong|ba|dai bieu|lanh dao|dai dien|thanh vien|hoc sinh|hoc vien|can bo|chien si|doan vien|hoi vien|nguoi dan|ba con|luc luong|tap the|ca nhan|em|chi|anh|cong nhan|ky su|nong dan|giao vien|phu nu|y bac si|bac si|nhan vien|du khach|thanh nien|dan quan|tho|cac em|cac chau)|"
    r"(?:pho )?(?:chu tich|bi thu|giam doc|tinh uy|truong ban|truong phong|chanh van phong|thu tuong|bo truong|thu truong|chu nhiem|vien truong|hieu truong|tong giam doc|tong bi thu|truong doan|tu lenh|tham muu truong|chi huy truong)|"
    r"uy vien|nguyen|thuong truc|thuong tuong|trung tuong|thieu tuong|dai ta|thuong ta|trung ta|thieu ta|doan|quang canh|toan canh|khung canh|khong khi|mot (?:goc|phan|so)|diem cau|hinh anh|canh|san pham|mo hinh|cong trinh|tiet muc|giao dien|le (?:ky|trao|cat|khanh|ra)|ra mat|ky ket|trao(?! doi)|tang(?! cuong))\b"
)
_SCENE = re.compile(
    r"\b(?:phat bieu|ket luan|khai mac|be mac|chu tri|trinh bay|bao cao|trao (?:tang|qua|giay|bang|co|kinh|hoa|thuong|giai|doi|bien|ky|ho|cho)|tang (?:hoa|qua|giay|bang|co)|chup anh|ky ket|ky niem|kiem tra|tham quan|tham (?:va|hoi|mo hinh)|tham du|"
    r"du (?:hoi nghi|le|buoi|dai hoi|phien)|tai (?:hoi nghi|buoi|cuoc|diem cau|le|chuong trinh|phien|dai hoi|lop|hoi thao|hoi thi|tru so|ky hop|toa dam|chuong trinh)|dang (?:huong dan|thuc hien|lam|kiem tra|tra cuu|cham soc|thu)|huong dan|quang canh|toan canh|"
    r"cung (?:cac dai bieu|doan|lanh dao)|dang hoa|dang huong|dao dat|cat bang|bam nut|thuc hien nghi thuc|tiep xuc|tra loi|giai trinh|bieu quyet)\b"
)
_MARKED = re.compile(
    r"^\W*(?:ảnh|hình|ảnh minh họa|ảnh minh hoạ|chú thích ảnh|trong ảnh|hình minh họa)\s*(?:\d{1,2}\s*)?[:.]\s*",
    re.IGNORECASE,
)
_ILLUSTRATION = re.compile(r"^\W*(?:ảnh|hình)\s+minh\s+họ?[aạ]\W*$", re.IGNORECASE)
_CREDIT = re.compile(
    r"[\s.(\[–-]*(?:\(|\[)?\s*(?:nguồn\s*)?(?:ảnh|hình|photo)\s*(?:minh\s*họa)?\s*[:：]\s*(?P<who>[^()\[\]]{2,60}?)\s*[)\].]*$"
    r"|\s*\(\s*nguồn(?:\s*ảnh)?\s*[:：]\s*(?P<source>[^()]{2,60})\)\s*\.?$",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"^\s*(?:[IVX]{1,5}|[A-E]|\d{1,2}(?:\.\d{1,2})*)\s*[.)/:\-–]\s*\S|^\s*(?:phần|chương|mục|điều)\s+(?:[IVX]+|\d+)\b",
    re.IGNORECASE,
)
_VIEW = re.compile(
    r"\W*(?:quang canh|toan canh|diem cau|khung canh|mot goc|hinh anh|(?:cac )?dai bieu (?:tham du|du|chup anh))\b"
)
_NARRATIVE = re.compile(
    r"(?:ngay|sang|chieu|toi|trua|theo|nham|thuc hien|trong|tai|ngoai ra|ben canh|dong thoi|tuy nhien|nhan dip|ket thuc|ve|de|qua|truoc|sau|vua qua|hien nay|do do|vi vay|cung ngay|tiep (?:do|theo)|day la|voi|hoi nghi (?:da|con|cung))\b"
)


def split_photo_credit(text: str) -> tuple[str, str]:
    """``"Toàn cảnh buổi lễ. Ảnh: Minh Tâm"`` → (``"Toàn cảnh buổi lễ."``, ``"Minh Tâm"``)."""
    found = _CREDIT.search(text)
    if not found or not text[: found.start()].strip():
        return _MARKED.sub("", text).strip() or text, ""
    caption = text[: found.start()].rstrip(" (–-[")
    if text[found.start() : found.end()].lstrip().startswith(".") and not caption.endswith("."):
        caption += "."
    return _MARKED.sub("", caption).strip(), (found["who"] or found["source"] or "").strip(" .")


def is_marked_caption(text: str) -> bool:
    """True when the line itself says that it belongs to a picture ("Ảnh minh họa", "… (Ảnh: X)", "Ảnh 1: …")."""
    if len(text) > 320:
        return False
    if _ILLUSTRATION.match(text):
        return True
    marked = _MARKED.match(text)
    if marked and len(text) - marked.end() > 18:
        return True
    found = _CREDIT.search(text)
    return bool(found and len(text[: found.start()].strip()) > 8)


def looks_like_caption(text: str) -> bool:
    """True for a short unpunctuated line that starts with a person, a post or a view and shows a scene."""
    if _VIEW.match(fold(text)) and len(text.split()) <= 14 and not re.search(r"[.;:] \S", text):
        return True
    if not 8 <= len(text) <= 260 or text.rstrip().endswith((".", ":", ";", "!", "?")) or looks_like_heading(text):
        return False
    folded = fold(text).lstrip(' -–*(“"')
    subject, scene = _SUBJECT.match(folded), _SCENE.search(folded)
    if subject and scene:
        return True
    return bool(not _NARRATIVE.match(folded) and scene and re.search(r"\btai\b", folded) and len(text.split()) >= 6)


def looks_like_caption_sentence(text: str, longest_usual: float, *, established: bool = False) -> bool:
    """True for one short sentence with a full stop that reads like a press caption among much longer paragraphs."""
    if not 30 <= len(text) <= min(260, longest_usual) or not text.endswith("."):
        return False
    body = text.rstrip(".")
    if re.search(r"[a-zà-ỹ)]\. [A-ZÀ-ỸĐ]", body) and len(text) > 0.75 * longest_usual:
        return False
    folded = fold(text)
    if _NARRATIVE.match(folded) or re.search(r"\b(?:cho biet|nhan manh rang|cho rang|khang dinh rang)\b", folded):
        return False
    alone = not re.search(r"[.!?] ", body) and len(text) <= 0.6 * longest_usual
    return bool(_SUBJECT.match(folded) or (alone and established) or re.match(r"(?:cac|nhung) ", folded))


def looks_like_heading(text: str) -> bool:
    """True for a numbered or short sub-heading ("II. KẾT QUẢ ĐẠT ĐƯỢC", "1. Công tác tuyên truyền")."""
    if len(text) > 160 or text.rstrip().endswith((".", ";", ",")):
        return False
    if _HEADING.match(text):
        return True
    letters = [character for character in text if character.isalpha()]
    return len(text.split()) >= 3 and bool(letters) and all(character.isupper() for character in letters)


def usual_length(lengths: list[int]) -> float:
    """The length under which a paragraph is remarkably short in its article: 55 % of the median."""
    return 0.55 * statistics.median(lengths) if lengths else 0.0
