"""Agencies in running Vietnamese text: by full name, abbreviation and every spelling between the two.

Pure: a recogniser is built from names; ``recogniser()`` builds one from the directory. Names of agencies that every
province has, or had, are known without a directory, so that a text of another province can be read too.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from core.text import CAPITALS
from departments import agency_names

# Marks that say the tone of a syllable; they are moved to its end, so that "hoà" and "hòa" are one word.
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_TOKEN = re.compile(r"(?:[^\W_][\u0300-\u036f]*)+|[^\w\s]")
_CONNECTORS = frozenset({"&", "-", "–", ",", "và"})
_LEVELS = r"xã|phường|đặc khu|thị trấn|huyện|quận|thị xã|thành phố|tp|tx"


@dataclass(frozen=True, slots=True)
class Agency:
    """An agency that a recogniser knows; ``aliases`` are its short and former names, ``page_id`` its section."""

    name: str
    aliases: tuple[str, ...] = ()
    page_id: int | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """An agency named in a text: ``text[start:end]``.

    ``name`` is its full name, or the words of the text where nobody knows a fuller one. A ``is_group`` is not one
    agency but all of a kind: "các sở, ban, ngành".
    """

    text: str
    start: int
    end: int
    name: str
    page_id: int | None = None
    is_group: bool = False

    @property
    def key(self) -> str:
        """The same for every spelling of the same agency."""
        return " ".join(word_key(word) for word in _TOKEN.findall(self.name) if word not in _CONNECTORS)


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    start: int
    end: int
    key: str

    @property
    def is_capitalised(self) -> bool:
        return self.text[0].isupper() or self.text[0].isdigit()

    @property
    def letters(self) -> str:
        """The letters of an abbreviation, or nothing for a word that is none."""
        return self.key if len(self.text) > 1 and self.text.isalpha() and self.text.isupper() else ""


@dataclass(frozen=True, slots=True)
class _Pattern:
    agency: Agency
    words: tuple[str, ...]


def word_key(word: str) -> str:
    """Return what all spellings of a Vietnamese syllable share: case, Unicode form and place of the tone aside."""
    decomposed = unicodedata.normalize("NFD", word.lower())
    tones = "".join(c for c in decomposed if c in _TONES)
    return "".join(c for c in decomposed if c not in _TONES) + tones


class Recogniser:
    """Finds agencies in texts. The longest name that fits wins: "Văn phòng UBND tỉnh" is not "UBND tỉnh"."""

    def __init__(self, agencies: Iterable[Agency] = ()) -> None:
        self._agencies = [*agencies, *(Agency(name) for name in agency_names.KNOWN)]

    @cached_property
    def _patterns(self) -> dict[str, list[_Pattern]]:
        """First letter of a name → names; those of the directory come before the ones that everybody knows."""
        found: dict[str, list[_Pattern]] = {}
        for agency in self._agencies:
            for name in _spellings(agency):
                words = _words(name)
                if words:
                    found.setdefault(words[0][0], []).append(_Pattern(agency, words))
        return found

    @cached_property
    def _departments(self) -> list[_Pattern]:
        """Departments without the word "sở", for lists that say it once."""
        so = word_key("sở")
        patterns = [pattern for patterns in self._patterns.values() for pattern in patterns]
        return [_Pattern(p.agency, p.words[1:]) for p in patterns if p.words[0] == so and len(p.words) > 1]

    def find(self, text: str) -> list[Mention]:
        """Return the agencies named in ``text``, in order, without overlaps."""
        tokens = [_Token(m[0], m.start(), m.end(), word_key(m[0])) for m in _TOKEN.finditer(text)]
        mentions: list[Mention] = []
        position = 0
        while position < len(tokens):
            found, position = self._at(text, tokens, position)
            mentions += found
        return mentions

    def _at(self, text: str, tokens: Sequence[_Token], position: int) -> tuple[list[Mention], int]:
        """Return the mentions that begin at a token, and the token after them."""
        listed, end = self._list_of_departments(text, tokens, position)
        if listed:
            return listed, end
        best: tuple[int, Agency | None] = (0, None)
        known = () if _is_a_building(tokens, position) else self._patterns.get(tokens[position].key[0], ())
        for pattern in known:
            end = _match(tokens, position, pattern.words)
            if end > best[0]:
                best = (end, pattern.agency)
        start = tokens[position].start
        group = _GROUP.match(text, start) if tokens[position].key in _GROUP_STARTS else None
        if group and group.end() > (tokens[best[0] - 1].end if best[0] else 0):
            words = _tidy(group[0])
            return [Mention(group[0], start, group.end(), words, is_group=True)], _token_after(tokens, group.end())
        place = _PLACE.match(text, start) if tokens[position].key in _PLACE_STARTS else None
        if place and place.end() > (tokens[best[0] - 1].end if best[0] else 0):
            return [self._place(place, start)], _token_after(tokens, place.end())
        if best[1] is None or _is_part_of_a_term(tokens, best[0], best[1]):
            return [], position + 1
        end = _with_province(tokens, best[0])
        region = _REGION.match(text, tokens[end - 1].end)
        if region:
            name = f"{best[1].name}{_tidy_blanks(region[0])}"
            return [Mention(text[start : region.end()], start, region.end(), name)], _token_after(
                tokens, region.end()
            )
        return [_mention(text, tokens, position, end, best[1])], end

    def _list_of_departments(self, text: str, tokens: Sequence[_Token], position: int) -> tuple[list[Mention], int]:
        """Read "các Sở: Tài chính, Xây dựng và Y tế", which says "sở" once."""
        head = _LIST_HEAD.match(text, tokens[position].start)
        if not head:
            return [], position
        mentions: list[Mention] = []
        place = _token_after(tokens, head.end())
        while place < len(tokens):
            ends = [(_match(tokens, place, pattern.words), pattern.agency) for pattern in self._departments]
            end, agency = max(ends, key=lambda pair: pair[0], default=(0, None))
            if not end or agency is None:
                break
            mentions.append(_mention(text, tokens, place, end, agency))
            position = end
            if end < len(tokens) and tokens[end].key in (",", ";", word_key("và")):
                place = end + 1
            else:
                break
        return mentions, position

    def _place(self, found: re.Match[str], start: int) -> Mention:
        """Return "UBND xã A" or "Công an phường B", which need not be in the directory."""
        return Mention(found[0], start, found.end(), _tidy(found[0]))


def recogniser() -> Recogniser:
    """Return a recogniser of the agencies in the directory, live or not, by all their names."""
    from departments.models import OrganisationPage

    pages = OrganisationPage.objects.order_by("pk").only("title", "short_name", "other_names")
    return Recogniser(Agency(page.title, tuple(page.names[1:]), page.pk) for page in pages)


def _spellings(agency: Agency) -> Iterator[str]:
    """Yield the names of an agency, with and without the name of its province at the end."""
    for name in (agency.name, *agency.aliases):
        yield name
        bare = _PROVINCE_AT_END.sub("", name)
        if bare != name:
            yield bare
            # "Sở Tài chính tỉnh" is just the department; "UBND tỉnh" needs its level.
            if not _NEEDS_LEVEL.match(bare):
                yield bare.rsplit(" ", 1)[0]


def _words(name: str) -> tuple[str, ...]:
    keys = (word_key(word) for word in _TOKEN.findall(name))
    return tuple(key for key in keys if key not in _CONNECTOR_KEYS and key[0].isalnum())


def _match(tokens: Sequence[_Token], position: int, words: Sequence[str]) -> int:
    """Return the token after the name ``words`` that begins at ``position``, 0 if it does not stand there.

    Every part may be spelled out or be the first letters of several words: "Sở TT&TT", "Sở Thông tin - TT".
    """
    done = 0
    while done < len(words):
        if done:
            skipped = 0
            while position < len(tokens) and tokens[position].key in _CONNECTOR_KEYS and skipped < 2:
                position, skipped = position + 1, skipped + 1
        if position >= len(tokens):
            return 0
        token = tokens[position]
        letters = token.letters
        if token.key == words[done]:
            done += 1
        elif letters and "".join(word[0] for word in words[done : done + len(letters)]) == letters:
            done += len(letters)
        else:
            return 0
        position += 1
    return position


def _mention(text: str, tokens: Sequence[_Token], first: int, end: int, agency: Agency) -> Mention:
    start, stop = tokens[first].start, tokens[end - 1].end
    return Mention(text[start:stop], start, stop, agency.name, agency.page_id)


def _with_province(tokens: Sequence[_Token], end: int) -> int:
    """Take in the "tỉnh" after "Sở Tài chính"; not the name after it, which may be a person's."""
    if end < len(tokens) and tokens[end].key == word_key("tỉnh") and tokens[end - 1].key != tokens[end].key:
        return end + 1
    return end


def _is_a_building(tokens: Sequence[_Token], position: int) -> bool:
    """Tell "cơ sở", "trụ sở" from "sở"."""
    return position > 0 and tokens[position].key == word_key("sở") and tokens[position - 1].key in _SITES


def _is_part_of_a_term(tokens: Sequence[_Token], end: int, agency: Agency) -> bool:
    """Tell "Chính phủ điện tử", an idea, from "Chính phủ", the body."""
    following = tokens[end].key if end < len(tokens) else ""
    return agency.name == "Chính phủ" and following in (word_key("điện"), word_key("số"))


def _token_after(tokens: Sequence[_Token], place: int) -> int:
    return next((number for number, token in enumerate(tokens) if token.start >= place), len(tokens))


def _tidy(words: str) -> str:
    """Return a name as it is kept: NFC, single blanks, the committee's name spelled out."""
    plain = _tidy_blanks(words)
    return re.sub(r"^(?:UBND|(?:Ủy|Uỷ) ban [Nn]hân dân)", "UBND", plain)


def _tidy_blanks(words: str) -> str:
    """Return words in NFC with single blanks, one at the beginning kept."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", words)).rstrip()


def _forms(pattern: str) -> str:
    """Let a pattern written in NFC meet NFD text and any white space."""
    pieces = (
        c if unicodedata.normalize("NFD", c) == c else f"(?:{c}|{unicodedata.normalize('NFD', c)})" for c in pattern
    )
    return "".join(pieces).replace(" ", r"\s+")


_SITES = frozenset(map(word_key, ("cơ", "trụ")))
_CONNECTOR_KEYS = frozenset(word_key(connector) for connector in _CONNECTORS)
_PROVINCE_AT_END = re.compile(rf"(?<=tỉnh)(?: [{CAPITALS}]\w*)+$")
_NEEDS_LEVEL = re.compile(r"(?:UBND|HĐND|Ủy ban|Hội đồng|Văn phòng|Công an|Thanh tra|Bộ Chỉ huy)")
# Central bodies have had branches of several provinces since 2025: "Kho bạc Nhà nước khu vực XIX".
_REGION = re.compile(_forms(r" (?:-\s*)?(?:chi nhánh )?khu vực (?:[IVX]{1,5}|\d{1,2})") + r"(?!\w)", re.IGNORECASE)
_LIST_HEAD = re.compile(
    _forms(r"(?:(?:giám đốc|lãnh đạo) )?các (?:sở|Sở)(?:, (?:ban, )?ngành)?") + rf"(?:\s*:)?\s+(?=[{CAPITALS}])",
    re.IGNORECASE,
)
# A class of units: "các sở, ban, ngành", "UBND các xã, phường", "các đơn vị liên quan", "chủ đầu tư các dự án".
_OF_GROUPS = "UBND|(?:Ủy|Uỷ) ban nhân dân|công an|cấp ủy|chính quyền|thủ trưởng|lãnh đạo"
_OF_PLACES = "UBND|HĐND|Đảng ủy|(?:Ủy|Uỷ) ban nhân dân|công an|trạm y tế|trung tâm phục vụ hành chính công"
# "UBND các xã Đông Phú, Tân Khê và Cẩm Lâm": places, until the name of another agency begins.
_OTHERS = "Sở|Ban|Bộ|Bảo|Công|Hội|Kho|Liên|Ngân|Phòng|Thanh|Thuế|Trung|Tỉnh|UBND|HĐND|Văn|Ủy|Uỷ|Đài|Điện"
_PROPER = rf"(?!(?:{_OTHERS})\s)[{CAPITALS}]\w*(?:\s+[{CAPITALS}]\w*){{0,2}}(?!\w)"
_NAMELESS = "|".join(agency_names.NAMELESS)
_KINDS = "|".join(agency_names.KINDS)
_GROUP = re.compile(
    _forms(
        rf"(?:{_NAMELESS}|(?:(?:{_OF_GROUPS}) )?(?:các|tất cả các|toàn thể các) (?:{_KINDS})"
        rf"(?:(?:,| và|, và|-|/) ?(?:các )?(?:{_KINDS}))*)"
        r"(?: (?:có liên quan|liên quan|trong tỉnh|cấp tỉnh|cấp xã|của tỉnh|trực thuộc))*"
        r"(?: trên địa bàn(?: tỉnh)?)?"
    )
    + r"(?!\w)"
    + rf"(?:(?:(?<=xã)|(?<=phường)|(?<=đặc khu)):?(?-i:\s+{_PROPER})(?:(?:,|\s+và)(?-i:\s+{_PROPER}))*)?",
    re.IGNORECASE,
)
_PLACE = re.compile(
    _forms(rf"(?:(?:{_OF_PLACES}) (?:{_LEVELS})\.?)")
    + rf"(?-i:(?:\s+(?:[{CAPITALS}][^\W\d_]*[\u0300-\u036f\w]*|\d{{1,2}}(?![/\d]))){{1,3}})",
    re.IGNORECASE,
)
_GROUP_STARTS = frozenset(
    map(word_key, ("các", "tất", "toàn", "ubnd", "ủy", "công", "cấp", "chính", "thủ", "lãnh"))
) | {word_key(name.split()[0]) for name in agency_names.NAMELESS}
_PLACE_STARTS = frozenset(map(word_key, ("ubnd", "hđnd", "đảng", "ủy", "công", "trạm", "trung")))
