"""From the light markup of the text files to the HTML of a rich text field."""

import re
from collections.abc import Callable
from html import escape, unescape

BOLD = re.compile(r"\*\*(.+?)\*\*")
LINK = re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)")
NUMBERED = re.compile(r"^\d+\. ")

LinkAttributes = Callable[[str], str]


def plain_link(address: str) -> str:
    """Return the attributes of a link to an address as it stands."""
    return f'href="{escape(address)}"'


def inline(text: str, attributes: LinkAttributes = plain_link) -> str:
    """Return HTML for a line; ``attributes`` gives those of a link's ``a`` element for its address."""
    html = escape(text, quote=False)
    html = BOLD.sub(r"<b>\1</b>", html)
    return LINK.sub(lambda match: f"<a {attributes(unescape(match[2]))}>{match[1]}</a>", html)


def rich_text(chunks: list[str], attributes: LinkAttributes = plain_link) -> str:
    """Return HTML for paragraphs and lists."""
    return "".join(_chunk(chunk, attributes) for chunk in chunks)


def _chunk(chunk: str, attributes: LinkAttributes) -> str:
    lines = chunk.splitlines()
    if all(line.startswith("- ") for line in lines):
        return _list("ul", [line[2:] for line in lines], attributes)
    if all(NUMBERED.match(line) for line in lines):
        return _list("ol", [NUMBERED.sub("", line) for line in lines], attributes)
    return f"<p>{inline(' '.join(lines), attributes)}</p>"


def _list(tag: str, items: list[str], attributes: LinkAttributes) -> str:
    return f"<{tag}>" + "".join(f"<li>{inline(item, attributes)}</li>" for item in items) + f"</{tag}>"
