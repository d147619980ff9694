"""Reads one file in a process of its own, without Django: ``python -I worker.py pdf|docx < file``.

Its memory, time and output are bounded before it looks at a byte, so that the worst that a file can do is to end it.
It answers with one JSON object: ``{"status", "detail", "pages", "text"}``, statuses as in ``ExtractionStatus``.
"""

import io
import json
import logging
import re
import resource
import sys
import zipfile
from typing import Any
from xml.etree import ElementTree

SECONDS, MEMORY = 30, 600 * 1024 * 1024
PAGES, CHARACTERS = 500, 200_000
# Of the one part of a DOCX that is read; a bomb says less and unpacks more.
UNPACKED, PARTS = 40 * 1024 * 1024, 2_000
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PIECE = re.compile(r"word/(document|footnotes|endnotes)\.xml")


def limit() -> None:
    """Bound this process for good."""
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def answer(status: str, text: str = "", pages: int = 0, detail: str = "") -> dict[str, Any]:
    """Return the answer, the text without what no database takes."""
    clean = text.encode("utf-8", "replace").decode().replace("\x00", " ")
    return {"status": status, "detail": detail[:255], "pages": pages, "text": clean[:CHARACTERS]}


def read_pdf(data: bytes) -> dict[str, Any]:
    """Read the text layer of a PDF, page by page, up to the bounds."""
    import pypdf

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    reader = pypdf.PdfReader(io.BytesIO(data), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        return answer("protected")
    total = len(reader.pages)
    texts: list[str] = []
    size = failed = 0
    for number in range(min(total, PAGES)):
        try:
            text = reader.pages[number].extract_text() or ""
        except (MemoryError, RecursionError):
            raise
        except Exception:
            # One bent page does not spoil the others.
            failed += 1
            continue
        texts.append(text)
        size += len(text)
        if size > CHARACTERS:
            break
    if failed and failed == min(total, PAGES):
        return answer("broken", pages=total, detail=f"{failed} pages")
    whole = "\n".join(texts)
    if not whole.strip():
        return answer("empty", pages=total)
    cut = total > PAGES or size > CHARACTERS
    return answer("too_much" if cut else "read", whole, total)


def read_docx(data: bytes) -> dict[str, Any]:
    """Read the paragraphs of a DOCX and its notes; no part that declares a document type or unpacks too large."""
    texts: list[str] = []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        infos = archive.infolist()
        if len(infos) > PARTS:
            return answer("stopped", detail="too many parts")
        wanted = [info for info in infos if _PIECE.fullmatch(info.filename)]
        if not any(info.filename == "word/document.xml" for info in wanted):
            return answer("broken", detail="no word/document.xml")
        for info in wanted:
            with archive.open(info) as part:
                xml = part.read(UNPACKED + 1)
            if len(xml) > UNPACKED:
                return answer("stopped", detail="unpacked size")
            if b"<!DOCTYPE" in xml or b"<!ENTITY" in xml:
                return answer("broken", detail="document type declaration")
            texts += paragraphs(xml)
    whole = "\n".join(texts)
    if not whole.strip():
        return answer("empty")
    return answer("too_much" if len(whole) > CHARACTERS else "read", whole)


def paragraphs(xml: bytes) -> list[str]:
    """Return the text of each paragraph."""
    found: list[str] = []
    piece: list[str] = []
    # The file has passed the checks above and this process is bounded.
    for _event, element in ElementTree.iterparse(io.BytesIO(xml)):  # noqa: S314
        if element.tag == f"{_WORD}t":
            piece.append(element.text or "")
        elif element.tag in {f"{_WORD}tab", f"{_WORD}br"}:
            piece.append(" ")
        elif element.tag == f"{_WORD}p":
            found.append("".join(piece))
            piece = []
            element.clear()
    return found


def main(kind: str) -> None:
    """Read standard input and answer on standard output."""
    limit()
    try:
        data = sys.stdin.buffer.read()
        result = {"pdf": read_pdf, "docx": read_docx}[kind](data)
    except (MemoryError, RecursionError):
        result = answer("stopped", detail="memory")
    except Exception as error:
        result = answer("broken", detail=type(error).__name__)
    sys.stdout.write(json.dumps(result))


if __name__ == "__main__":
    main(sys.argv[1])
