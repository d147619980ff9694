"""From parsed blocks to the raw StreamField data of an article's body."""

from html import escape
from typing import Any

import nh3

from importer.parsing.model import Block, ImageRef

CAPTION_LIMIT = 500
CREDIT_LIMIT = 255
_TAGS = {"p", "b", "i", "a", "ol", "ul", "li"}

RawBlock = dict[str, Any]


def stream_data(blocks: list[Block], images: dict[ImageRef, int]) -> list[RawBlock]:
    """Return ``[{"type", "value"}, …]``; ``images`` maps references to ids of images that are in the library."""
    return [_raw(block, images) for block in blocks]


def _raw(block: Block, images: dict[ImageRef, int]) -> RawBlock:
    if block.kind == "heading":
        return {"type": "heading" if block.level <= 2 else "subheading", "value": block.text}
    if block.kind == "quote":
        return {"type": "quote", "value": {"text": block.text, "who": ""}}
    if block.kind == "table":
        return {"type": "table", "value": _table(block)}
    if block.kind == "figure":
        return {"type": "figure", "value": _figure(block, images)}
    if block.kind == "list":
        name = "ol" if block.ordered else "ul"
        items = "".join(f"<li>{item}</li>" for item in block.items)
        return {"type": "paragraph", "value": _rich_text(f"<{name}>{items}</{name}>")}
    return {"type": "paragraph", "value": _rich_text(f"<p>{block.html or escape(block.text, quote=False)}</p>")}


def _rich_text(markup: str) -> str:
    return nh3.clean(
        markup, tags=_TAGS, attributes={"a": {"href"}}, url_schemes={"http", "https", "mailto"}, link_rel=None
    )


def _figure(block: Block, images: dict[ImageRef, int]) -> dict[str, Any]:
    """A caption whose picture was lost keeps its place: the editor adds the picture or deletes the block."""
    image = images.get(block.image) if block.image else None
    alt = block.image.alt[:255] if block.image else ""
    return {
        "image": {"image": image, "decorative": False, "alt_text": alt},
        "caption": block.text[:CAPTION_LIMIT],
        "credit": block.credit[:CREDIT_LIMIT],
    }


def _table(block: Block) -> dict[str, Any]:
    return {
        "caption": "",
        "table": {
            "first_row_is_table_header": block.header_row,
            "first_col_is_header": False,
            "table_caption": "",
            "data": [list(row) for row in block.rows],
        },
    }
