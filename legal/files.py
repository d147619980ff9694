"""What can be read off a file without a library: the number of pages of a PDF. A pure function."""

import re
import zlib

_COUNT = re.compile(rb"/Type\s*/Pages\b[^>]*?/Count\s+(\d{1,6})|/Count\s+(\d{1,6})[^>]*?/Type\s*/Pages\b")
_OBJECT_STREAM = re.compile(rb"/Type\s*/ObjStm\b.{0,300}?stream\r?\n", re.DOTALL)
MAX_UNPACKED = 16 * 1024 * 1024


def count_pages(content: bytes) -> int | None:
    """Return the number of pages that the page tree of a PDF states (ISO 32000-1, 7.7.3), or ``None`` if unknown."""
    if not content.startswith(b"%PDF"):
        return None
    counts = _counts(content)
    for match in _OBJECT_STREAM.finditer(content):
        try:
            counts += _counts(zlib.decompressobj().decompress(content[match.end() :], MAX_UNPACKED))
        except zlib.error:
            continue
    # The root of the tree counts them all; branches below it count fewer.
    return max(counts, default=None)


def _counts(content: bytes) -> list[int]:
    return [int(match[1] or match[2]) for match in _COUNT.finditer(content)]
