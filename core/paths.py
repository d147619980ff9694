"""Addresses below a page, whose words are the reader's."""

from collections.abc import Mapping


def in_language(subpath: str, words: Mapping[str, Mapping[str, str]], language: str) -> str | None:
    """Return what ``subpath`` (``du-an/csv/``) is called in ``language``; ``None`` if ``words`` do not know it.

    ``words`` maps the name of a part to its word in each language.
    """
    first, _slash, rest = subpath.partition("/")
    for by_language in words.values():
        if first in by_language.values() and language in by_language:
            return f"{by_language[language]}/{rest}"
    return None
