"""Bytes: encodings of old portals, and what is no text."""

import unicodedata

import pytest

from importer.decoding import SIZE_LIMIT, UnreadableFile, decode

TEXT = "Sáng ngày 16-6, ông Đỗ Hữu Nghĩa dự lễ tại xã Gò Me. "


def in_1258(text: str) -> bytes:
    """Windows-1258 writes tone marks as separate characters behind letters that may carry a circumflex or a horn."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    pieces = []
    for character in text:
        marks = unicodedata.normalize("NFD", character)
        base = unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in tones))
        pieces.append(base + "".join(mark for mark in marks if mark in tones))
    return "".join(pieces).encode("cp1258")


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        (TEXT * 9).encode("utf-16-le"),
        (TEXT * 9).encode("utf-16-be"),
        unicodedata.normalize("NFD", TEXT).encode(),
        in_1258(TEXT),
        b'<meta charset="windows-1258">' + in_1258(TEXT),
        (TEXT * 40).encode()[:-1] + b"\xe1\xbb",
        TEXT.encode() + b"\x00",
    ],
)
def test_the_text_comes_out_in_nfc(data):
    text = decode(data)
    assert TEXT.strip() in text
    assert unicodedata.is_normalized("NFC", text)


def test_a_declared_charset_is_believed():
    assert "привет" in decode(b'<meta charset="koi8-r">' + "привет мир".encode("koi8-r"))
    assert TEXT.strip() in decode(b'<meta charset="nonsense">' + in_1258(TEXT))


@pytest.mark.parametrize(
    "data, code",
    [
        (b"", "empty"),
        (b" \r\n\t\x00", "empty"),
        (b"12 34 --- 56", "empty"),
        (b"%PDF-1.7 abc", "binary"),
        (b"PK\x03\x04 abc", "binary"),
        (bytes(range(1, 32)) * 20 + b"abc", "binary"),
        (b"a" * (SIZE_LIMIT + 1), "too_big"),
    ],
)
def test_what_is_no_text_is_refused(data, code):
    with pytest.raises(UnreadableFile) as problem:
        decode(data)
    assert problem.value.code == code
