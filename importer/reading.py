"""From paths to parsed files: which files there are, and what each says. Still nothing is written."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from core.text import fold
from importer.decoding import SIZE_LIMIT, UnreadableFile, decode
from importer.parsing.assemble import parse_article
from importer.parsing.model import ParsedArticle

SUFFIXES = (".txt", ".html", ".htm")
_MARKUP = re.compile(r"<!doctype html|<html\b|<body\b|<(?:p|div|table|td|br|span|article)\b[^>]*>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A decoded, parsed file.

    ``key`` names the article whatever the path: two scrapes of one article share it. ``text_hash`` is of the file's
    words, ``article_hash`` of what was read from them, so that a page clock or a counter is no change.
    """

    path: Path
    article: ParsedArticle
    key: str
    text_hash: str
    article_hash: str


def find_files(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the files named, and below the directories named every .txt, .html and .htm file, sorted, once each."""
    seen: set[Path] = set()
    for path in paths:
        found = sorted(_inside(path)) if path.is_dir() else [path]
        for file in found:
            if file not in seen:
                seen.add(file)
                yield file


def read_file(path: Path) -> SourceFile:
    """Read and parse one file. Raises :class:`UnreadableFile` or ``OSError``; never reads more than 10 MB."""
    with path.open("rb") as stream:
        data = stream.read(SIZE_LIMIT + 1)
    text = decode(data)
    is_html = path.suffix.lower() in (".html", ".htm") or len(_MARKUP.findall(text[:20000])) >= 3
    article = parse_article(text, is_html=is_html)
    if not article.blocks and not article.lead:
        raise UnreadableFile("no_text")
    return SourceFile(path, article, identity(article), _digest(" ".join(text.split())), _digest(_content(article)))


def identity(article: ParsedArticle) -> str:
    """Return the key of an article: its headline and opening words, without accents, case and spacing."""
    opening = article.lead or next((block.text for block in article.blocks if block.kind == "paragraph"), "")
    words = re.findall(r"\w+", fold(f"{article.title} {opening[:400]}"))
    return _digest(" ".join(words))


def _inside(directory: Path) -> Iterator[Path]:
    for path in directory.rglob("*"):
        if path.suffix.lower() in SUFFIXES and path.is_file():
            yield path


def _content(article: ParsedArticle) -> str:
    dates = [str(found and found.value) for found in (article.event, article.published, article.updated)]
    names = [f"{byline.name} {byline.role}" for byline in article.bylines]
    pieces = [article.title, article.lead, article.text, *article.captions, *dates, *names, article.source_name]
    return "\n".join(pieces)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
