"""Finds words for people that no translator would ever see: literal text in templates and in Python."""

import ast
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from django.template.base import Lexer, TokenType

from tests.catalogues import ROOT

APPS = ["core", "departments", "legal", "projects", "directives", "news", "home", "search", "editorial", "importer"]
# Stands alone when nothing can be trusted to work: both languages are written out.
UNTRANSLATABLE = {"400.html", "500.html", "503.html"}
# The same in every language: formats, algorithms, standards, brands.
SAME_EVERYWHERE = {"RSS", "CSV", "JSON", "XML", "PDF", "HTML", "SHA", "PO", "UTF", "Facebook"}
SPOKEN_ATTRIBUTES = {"title", "alt", "aria-label", "placeholder"}
_PASSED_OVER = {
    "blocktranslate": "endblocktranslate",
    "blocktrans": "endblocktrans",
    "comment": "endcomment",
    "verbatim": "endverbatim",
}
_WORD = re.compile(r"[^\W\d_]{2,}")

_SPOKEN_KEYWORDS = {"verbose_name", "verbose_name_plural", "help_text", "label", "heading", "empty_label", "message"}
_SPOKEN_NAMES = {"verbose_name", "verbose_name_plural", "page_description", "page_title", "menu_label"}
_SPOKEN_CALLS = {"ValidationError": 0, "success": 1, "error": 1, "warning": 1, "info": 1}


class _Words(HTMLParser):
    """Collects the words of elements and of the attributes that are read out."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent += tag in {"script", "style"}
        self.found += [value for name, value in attrs if name in SPOKEN_ATTRIBUTES and value]

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in {"script", "style"}

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.found.append(data)


def in_template(source: str) -> list[str]:
    """Return the literal words of a template outside its translate tags."""
    kept, until = [], ""
    for token in Lexer(source).tokenize():
        name = token.contents.split()[0] if token.token_type == TokenType.BLOCK and token.contents else ""
        if until:
            until = "" if name == until else until
        elif name in _PASSED_OVER:
            until = _PASSED_OVER[name]
        elif token.token_type == TokenType.TEXT:
            kept.append(token.contents)
        elif token.token_type == TokenType.VAR:
            # A letter is no word, and stands for the name of an element too.
            kept.append("x")
    parser = _Words()
    parser.feed("".join(kept))
    parser.close()
    return [" ".join(text.split()) for text in parser.found if _words(text)]


def _words(text: str) -> list[str]:
    return [word for word in _WORD.findall(text) if word not in SAME_EVERYWHERE and word.strip("x")]


def in_python(source: str) -> list[str]:
    """Return the literals that a program would show to people: names of fields, help, messages, refusals."""
    return [
        node.value
        for node in _spoken_nodes(ast.parse(source))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and _words(node.value)
    ]


def _spoken_nodes(tree: ast.AST) -> Iterator[ast.AST]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and {t.id for t in node.targets if isinstance(t, ast.Name)} & _SPOKEN_NAMES:
            yield node.value
        if isinstance(node, ast.ClassDef) and any(
            getattr(base, "attr", "").endswith("Choices") for base in node.bases
        ):
            pairs = (line.value for line in node.body if isinstance(line, ast.Assign))
            yield from (pair.elts[-1] for pair in pairs if isinstance(pair, ast.Tuple))
        if not isinstance(node, ast.Call):
            continue
        called = node.func
        name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
        owner = getattr(called.value, "id", "") if isinstance(called, ast.Attribute) else ""
        # A relation's first argument is the name of its model.
        if (
            owner == "models"
            and name.endswith("Field")
            and node.args
            and "ToMany" not in name
            and "OneTo" not in name
        ):
            yield node.args[0]
        if name in _SPOKEN_CALLS and (owner == "messages" or name == "ValidationError"):
            for argument in node.args[_SPOKEN_CALLS[name] : _SPOKEN_CALLS[name] + 1]:
                yield from argument.values if isinstance(argument, ast.Dict) else [argument]
        if name != "deconstruct":
            yield from (keyword.value for keyword in node.keywords if keyword.arg in _SPOKEN_KEYWORDS)


def templates() -> Iterator[Path]:
    """Yield all templates of the portal, those of the apps too."""
    for folder in [ROOT / "templates", *(ROOT / app for app in APPS)]:
        yield from (path for path in sorted(folder.rglob("*")) if path.suffix in {".html", ".txt"} and _is_ours(path))


def modules() -> Iterator[Path]:
    """Yield all modules that may speak to people; migrations keep the words of their day."""
    for app in APPS:
        yield from (path for path in sorted((ROOT / app).rglob("*.py")) if "migrations" not in path.parts)


def _is_ours(path: Path) -> bool:
    return path.name not in UNTRANSLATABLE and (path.suffix == ".html" or "templates" in path.parts)
