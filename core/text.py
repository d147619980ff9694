"""Vietnamese text: folding, addresses, excerpts. Pure functions without a database.

One table of letters serves Python and the admin's JavaScript, so that a slug proposed while an editor types is
the slug that the server would make.
"""

import re
import unicodedata

from django.utils.text import slugify

# Letter without marks → every Vietnamese letter that folds to it (lower case, NFC).
LETTERS = {
    "a": "àáảãạăằắẳẵặâầấẩẫậ",
    "d": "đ",
    "e": "èéẻẽẹêềếểễệ",
    "i": "ìíỉĩị",
    "o": "òóỏõọôồốổỗộơờớởỡợ",
    "u": "ùúủũụưừứửữự",
    "y": "ỳýỷỹỵ",
}

# For wagtail.admin.widgets.SlugInput(formatters=…): (pattern, replacement), both cases.
SLUG_FORMATTERS = [(f"[{letters}]", plain) for plain, letters in LETTERS.items()] + [
    (f"[{letters.upper()}]", plain.upper()) for plain, letters in LETTERS.items()
]

# Vietnamese capitals for a character class; a range such as À-Ỹ would hold small letters too.
CAPITALS = "A-Z" + "".join(LETTERS.values()).upper()

_END_MARK = re.compile(r"\s*\./\.?\s*$")
_SPACES = re.compile(r"\s+")


def fold(text: str) -> str:
    """Return ``text`` lower-cased without Vietnamese marks: ``"Đường Hoà Bình"`` → ``"duong hoa binh"``.

    NFC and NFD input give the same result. ``đ`` has no decomposition in Unicode and is replaced by hand.
    """
    decomposed = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).lower())
    return "".join(c for c in decomposed if not unicodedata.combining(c)).replace("đ", "d")


def without_controls(text: str) -> str:
    """Return ``text`` without control characters (Word leaves vertical tabs), which XML forbids; line ends stay."""
    return "".join(c for c in text if c in "\n\t" or unicodedata.category(c) != "Cc")


def vietnamese_slugify(text: str) -> str:
    """Return the ASCII slug of a title: ``"Chuyển đổi số"`` → ``"chuyen-doi-so"``; may be empty."""
    return slugify(fold(text))


def excerpt(text: str, limit: int = 160) -> str:
    """Return the first ``limit`` characters of ``text``, cut between words and marked with ``…``.

    White space is collapsed and the end mark of official papers (``./.``) is left out.
    """
    plain = _END_MARK.sub(".", _SPACES.sub(" ", text).strip())
    if len(plain) <= limit:
        return plain
    return plain[: limit + 1].rsplit(" ", 1)[0].rstrip(" ,;:.-–") + "…"
