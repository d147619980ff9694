"""Who wrote it, who took the picture, where it came from. A login name is nobody; a poster is not an author."""

import re
from dataclasses import dataclass

from core.text import fold
from importer.parsing.model import Byline
from importer.parsing.vocabulary import ORGANISATION, is_organisation_name, words_of

TEXT_ROLE = "text"
PHOTO = "photo"
VIDEO = "video"
TRANSLATION = "translation"
SOURCE = "source"
POSTER = "poster"

_SEPARATOR = r"\s*(?:,|và|&|/|-|–|\+|;)?\s*"
_ROLE_WORDS = {
    r"tin\s*,?\s*bài|bài\s*viết|tin|bài|text": (TEXT_ROLE,),
    r"hình\s*ảnh|ảnh\s*chụp|ảnh|hình|photos?": (PHOTO,),
    r"video|clip|quay\s*phim": (VIDEO,),
    r"biên\s*dịch|lược\s*dịch|người\s*dịch|dịch": (TRANSLATION,),
}
_ROLE_WORD = "|".join(_ROLE_WORDS)
_COMBINED = rf"(?:{_ROLE_WORD})(?:{_SEPARATOR}(?:{_ROLE_WORD}))*"
_AUTHOR = (
    r"tác\s*giả(?:\s*bài\s*viết)?|người\s*viết(?:\s*bài|\s*tin)?|viết\s*bài|bài\s*viết\s*của|thực\s*hiện|tổng\s*hợp|"
    r"nhóm\s*(?:tác\s*giả|pv|phóng\s*viên)|phóng\s*viên|(?:nhóm\s*)?pv|ctv|cộng\s*tác\s*viên|author|by"
)
_POSTER = r"người\s*(?:đăng|cập\s*nhật|gửi|nhập|duyệt)(?:\s*(?:tin|bài))?|đăng\s*bởi|posted\s*by|biên\s*tập(?:\s*viên)?|kiểm\s*duyệt|người\s*biên\s*tập|btv"
_SOURCE = r"(?:theo\s*)?nguồn(?:\s*(?:tin|bài|bài\s*viết|dẫn|trích))?|trích\s*nguồn|theo|source"
_LABEL = re.compile(
    rf"(?P<source>{_SOURCE})\s*[:：]|(?P<poster>{_POSTER})\s*[:：]|(?P<roles>{_COMBINED})\s*[:：]|(?P<author>{_AUTHOR})\s*[:：]",
    re.IGNORECASE,
)
_UNCOLONED = re.compile(
    r"^[\W_]*(?:(?P<source>[Tt]heo|THEO|[Nn]guồn)|(?P<roles>(?:[Tt]in|[Bb]ài|[Tt]in bài|[Tt]in, bài)\s*(?:,|và|&|-|/)\s*[ảẢ]nh))\s+(?=[A-ZÀ-ỸĐ\"“]|[\w-]+\.(?:gov|vn|com))"
)
_LOGINS = words_of(
    """admin administrator adminportal quantri quantrivien banbientap bientap btv user root webmaster
    portal guest super sysadmin system account test host superuser"""
)
_PEN_INITIALS = re.compile(r"(?:[A-ZĐ][a-zà-ỹ]?\.\s?){1,3}[A-ZÀ-ỸĐ]?[a-zà-ỹ]*\.?$|[A-ZĐ]\.[A-ZĐ]\.?$")
_DOMAIN = re.compile(
    r"(?:https?://)?(?:www\.)?(?P<host>[a-z0-9](?:[a-z0-9-]*\.)+[a-z]{2,6})(?P<path>/\S*)?", re.IGNORECASE
)
# What a reporter is called before the name: "PV Thu Hà", "CTV Bảy Lúa". Alone ("PV") it stands for the name.
_ROLE_TITLE = re.compile(r"^(?:PV|CTV|BTV|Phóng viên|Cộng tác viên)\.?[:\s]+(?=[A-ZÀ-ỸĐ])")
_HOW = re.compile(
    r"\s*\(?\s*(?:\(t/?h\)|\(tổng hợp\)|\(thực hiện\)|\(sưu tầm\)|\(st\)|\(lược ghi\)|\(ghi\))\s*$", re.IGNORECASE
)
_LONGEST = 200
_JOINTS = re.compile(r"\s+[-–—]\s+|\s*[,;&|+]\s*|\s+và\s+|\s*/\s*", re.IGNORECASE)
_STOP_NAMES = frozenset(
    [
        "ha noi",
        "viet nam",
        "thanh pho ho chi minh",
        "tp ho chi minh",
        "lien he",
        "trang chu",
        "ban do",
        "thong bao",
        "gioi thieu",
    ]
)


@dataclass(frozen=True, slots=True)
class Credit:
    """What one line of credits says. ``refused`` holds (doubt code, words) for names that are none."""

    bylines: tuple[Byline, ...] = ()
    source_name: str = ""
    source_domain: str = ""
    source_url: str = ""
    refused: tuple[tuple[str, str], ...] = ()
    guessed: bool = False

    @property
    def empty(self) -> bool:
        return not (self.bylines or self.source_name or self.source_domain or self.refused)


def read_credit(text: str) -> Credit | None:
    """Read a labelled line of credits ("Tin, ảnh: X", "Tin: X - Ảnh: Y", "Nguồn: X", "Theo: x.gov.vn"), else None."""
    if len(text) > _LONGEST:
        return None
    line = text.strip()
    stripped = line.strip("()[]*. ") if line[:1] in "([*" else line
    labels = list(_LABEL.finditer(stripped))
    if not labels:
        loose = _UNCOLONED.match(stripped)
        if not loose or not _stands_alone(stripped[loose.end() :]):
            return None
        labels = [loose]
    if (
        len(stripped) > 160
        or len(stripped[: labels[0].start()].split()) > 0
        and not _lead_in(stripped[: labels[0].start()])
    ):
        return None
    result = Credit()
    for index, label in enumerate(labels):
        end = labels[index + 1].start() if index + 1 < len(labels) else len(stripped)
        value = stripped[label.end() : end].strip(" -–—;,.|[]")
        value = value if "(" in value[1:] else value.strip("()")
        result = _merge(result, _read_value(label, value))
    return None if result.empty else result


def _stands_alone(value: str) -> bool:
    """What follows "Theo" without a colon is a source only as a short name: "Theo TTXVN", not "Theo Công văn, …"."""
    if re.search(r"[,:;]|\.\s|[.!?]$", value) and not _DOMAIN.fullmatch(value.strip(" .")):
        return False
    words = value.strip('"“” ').split()
    named = all(word[:1].isupper() or word[:1].isdigit() for word in words)
    return len(words) <= 12 and (
        named or bool(ORGANISATION.match(value.strip('"“” '))) or bool(_DOMAIN.search(value))
    )


def read_signature(text: str) -> Credit | None:
    """Read an unlabelled last line: "THẢO TIÊN - MỘNG TOÀN", "Tố Tuấn", "H.A.H", "PV", "Thanh Hà (TTXVN)"."""
    if len(text) > _LONGEST:
        return None
    line = _HOW.sub("", text.strip(" *_-–."))
    source = ""
    match = re.fullmatch(
        r"(?P<names>[^()/]{2,60})\s*(?:\(\s*(?:theo\s*)?(?P<paren>[^()]{2,60})\)|/\s*(?P<slash>[^/()]{2,40}))",
        line,
        re.IGNORECASE,
    )
    if match:
        candidate = (match["paren"] or match["slash"]).strip()
        if ORGANISATION.search(candidate) or _DOMAIN.fullmatch(candidate):
            line, source = match["names"].strip(), candidate
    line = _without_office(line)
    if not line or len(line) > 60 or ORGANISATION.search(line) or is_organisation_name(line):
        return None
    names = [_ROLE_TITLE.sub("", piece) for piece in _JOINTS.split(line) if piece]
    if not names or len(names) > 4 or not all(_is_signature_name(name) for name in names):
        return None
    bylines = tuple(Byline(in_title_case(name), TEXT_ROLE) for name in names)
    name, domain, url = read_source(source) if source else ("", "", "")
    return Credit(bylines, name, domain, url, guessed=True)


def read_source(value: str) -> tuple[str, str, str]:
    """Return (name, domain, url) of what follows "Nguồn:" or "Theo:": a quoted name, a plain name or an address."""
    value = value.strip(" .;,-–")
    url = domain = ""
    found = _DOMAIN.search(value)
    if found:
        domain = found["host"].lower()
        url = found[0] if found["path"] and len(found["path"]) > 1 else ""
        if url and not url.startswith("http"):
            url = f"https://{url}"
        value = (value[: found.start()] + " " + value[found.end() :]).strip()
        value = re.sub(r"\(\s*\)|https?://\S*", "", value)
    name = " ".join(value.split()).strip(" \"“”«»'‘’-–.,;:()")
    return name, domain, url


def is_login(name: str) -> bool:
    """True for an account rather than a person: "dokhoa", "bbt_hg", "admin", "NguyenVanA"."""
    plain = name.strip()
    folded = fold(plain)
    if folded.replace(" ", "") in _LOGINS or re.search(r"[_@\d]", plain):
        return True
    if " " in plain or "." in plain.strip("."):
        return False
    ascii_only = plain.isascii()
    return ascii_only and (plain.islower() or bool(re.search(r"[a-z][A-Z]", plain)))


def split_names(value: str) -> list[str]:
    """Split "A - B", "A, B và C" into names."""
    value = _HOW.sub("", value)
    pieces = [_ROLE_TITLE.sub("", piece.strip(' .*()"“”')) for piece in _JOINTS.split(value)]
    names = [piece for piece in pieces if piece]
    # "Nguyễn Thu - CCVHXH": an abbreviated post beside a name is no second author.
    people = [name for name in names if not re.fullmatch(r"[A-ZĐ&]{4,10}", name)]
    return people or names


def in_title_case(name: str) -> str:
    """``"MỘNG TOÀN"`` → ``"Mộng Toàn"``; abbreviations such as "PV" and "H.A.H" and mixed case stay."""
    if not name.isupper() or "." in name or " " not in name and len(name) <= 4:
        return name
    return " ".join(word.capitalize() for word in name.split())


def is_person_name(name: str) -> bool:
    """True for one to five capitalised words without digits ("Quang Vượng", "TRẦN HỮU", "H.A.H")."""
    words = name.split()
    if not 1 <= len(words) <= 5 or re.search(r"[\d@_:!?\"“”]", name):
        return False
    return all(word[:1].isupper() for word in words) or bool(_PEN_INITIALS.fullmatch(name))


def _without_office(line: str) -> str:
    """``"Hoàng Minh - Văn phòng UBND xã"`` → ``"Hoàng Minh"``: a name, then where its bearer works."""
    person, dash, office = line.replace(" – ", " - ").partition(" - ")
    named = is_person_name(person.strip()) and len(person.split()) >= 2 and not ORGANISATION.search(person)
    return person.strip() if dash and named and ORGANISATION.search(office) and len(office.split()) <= 9 else line


def _is_signature_name(name: str) -> bool:
    if fold(name) in _STOP_NAMES or not is_person_name(name):
        return False
    words = name.split()
    if name in ("PV", "BBT", "CTV"):
        return True
    if _PEN_INITIALS.fullmatch(name):
        return True
    if len(words) == 1:
        return name.isupper() is False and 2 <= len(name) <= 8 and name.isalpha() and not name.isascii()
    return all(re.fullmatch(r"[A-ZÀ-ỸĐ][a-zà-ỹ]{0,6}|[A-ZÀ-ỸĐ]{1,7}|[A-ZĐ]\.?", word) for word in words)


def _lead_in(before: str) -> bool:
    """Words that may stand before the first label without making the line a sentence ("*", "PV", a name)."""
    plain = before.strip(" *-–—()[]|,.")
    return not plain or len(plain.split()) <= 3 and is_person_name(plain)


def _read_value(label: re.Match[str], value: str) -> Credit:
    groups = label.groupdict()
    words = f"{label[0].strip()} {value}".strip()
    if not value:
        return Credit()
    if groups.get("source"):
        name, domain, url = read_source(value)
        if len(value) > 110 or len(name.split()) > 16:
            return Credit()
        inner = re.match(r"(?:PV|Phóng viên)\s*/?\s*", name)
        name = name[inner.end() :] if inner else name
        return Credit(source_name=name, source_domain=domain, source_url=url)
    if groups.get("poster"):
        return Credit(refused=(("poster_not_author", words),))
    roles = _roles(groups.get("roles") or "") or (TEXT_ROLE,)
    if len(value.split()) > 16 or (roles == (PHOTO,) and len(value.split()) > 5 and not is_person_name(value)):
        return Credit()
    source = re.search(
        r"\((?:theo|nguồn)?:?\s*([^()]+)\)\s*$|(?<=\s)[-–]?\s*(?:theo|nguồn)\s*:?\s*(\S.*)$", value, re.IGNORECASE
    )
    source_name = source_domain = source_url = ""
    if source:
        where = source[1] or source[2]
        if source[2] or ORGANISATION.search(where) or _DOMAIN.fullmatch(where.strip()):
            source_name, source_domain, source_url = read_source(where)
            value = value[: source.start()].strip(" -–")
    bylines: list[Byline] = []
    refused: list[tuple[str, str]] = []
    for name in split_names(value) if not ORGANISATION.search(value) else [value]:
        if is_login(name):
            refused.append(("login_not_author", name))
        elif ORGANISATION.search(name) and name not in ("PV", "BBT"):
            bylines += [Byline(name, role) for role in roles]
            refused.append(("byline_is_organisation", name))
        elif is_person_name(name):
            bylines += [Byline(in_title_case(name), role) for role in roles]
        else:
            refused.append(("byline_unclear", words))
    return Credit(tuple(bylines), source_name, source_domain, source_url, tuple(refused))


def _roles(words: str) -> tuple[str, ...]:
    found: list[str] = []
    for pattern, roles in _ROLE_WORDS.items():
        if re.search(rf"(?<!\w)(?:{pattern})(?!\w)", words, re.IGNORECASE):
            found += [role for role in roles if role not in found]
    return tuple(found)


def _merge(first: Credit, second: Credit) -> Credit:
    bylines = first.bylines + tuple(line for line in second.bylines if line not in first.bylines)
    return Credit(
        bylines,
        first.source_name or second.source_name,
        first.source_domain or second.source_domain,
        first.source_url or second.source_url,
        first.refused + second.refused,
        first.guessed or second.guessed,
    )
