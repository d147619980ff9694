"""How the demo recognises what it made.

Every key the demo gives (translation keys of pages and snippets, ids of blocks on the home page) lies in one range
of UUIDs: the first 32 bits are fixed, the rest is a digest of a name. No table of records is needed.
"""

import hashlib
from typing import TypeVar
from uuid import UUID

from django.db.models import Model, QuerySet

Made = TypeVar("Made", bound=Model)

PREFIX = 0x50A6_3A11
_FIRST = UUID(int=PREFIX << 96)
_LAST = UUID(int=(PREFIX << 96) | (1 << 96) - 1)

COLLECTION = "Tỉnh Sông Mây (minh họa)"
SHARED_COLLECTION = "Ảnh và tệp dùng chung"
EMAIL_DOMAIN = "songmay.example"
# Read after "Ảnh:" – nobody should take a drawing for a photograph.
PICTURE_CREDIT = "tranh minh họa"
ENGLISH_CREDIT = "illustration"


def mark(name: str) -> UUID:
    """Return the demo's key for a name; the same at every build."""
    digest = hashlib.sha256(name.encode()).digest()[:12]
    return UUID(int=(PREFIX << 96) | int.from_bytes(digest, "big"))


def is_marked(key: str | UUID | None) -> bool:
    """Whether a key is one of the demo's."""
    try:
        return key is not None and UUID(str(key)).int >> 96 == PREFIX
    except ValueError:
        return False


def marked(rows: "QuerySet[Made]") -> "QuerySet[Made]":
    """Return the translatable rows (pages, snippets) that the demo made."""
    return rows.filter(translation_key__gte=_FIRST, translation_key__lte=_LAST)
