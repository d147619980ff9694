"""From the blocks of the text files to the values of the portal's stream fields."""

from collections.abc import Callable
from datetime import date
from typing import Any

from demo.building.marks import PICTURE_CREDIT
from demo.building.media import Media
from demo.content.markup import LinkAttributes, plain_link, rich_text
from demo.content.reader import Block

StreamValue = list[tuple[str, Any]]


def story(
    blocks: list[Block], media: Media, attributes: LinkAttributes = plain_link, inline_files: bool = False
) -> StreamValue:
    """Return the value of a body; files and corrections have fields of their own unless ``inline_files``."""
    makers: dict[str, Callable[[Any], tuple[str, Any]]] = {
        "heading": lambda text: ("heading", text),
        "subheading": lambda text: ("subheading", text),
        "text": lambda chunks: ("paragraph", rich_text(chunks, attributes)),
        "quote": lambda value: ("quote", value),
        "video": lambda value: ("video", value),
        "callout": lambda value: ("callout", {**value, "text": rich_text([value["text"]], attributes)}),
        "table": lambda value: ("table", table(value["caption"], value["rows"])),
        "figure": lambda value: ("figure", _figure(value, media)),
        "gallery": lambda value: (
            "gallery",
            {"heading": value["heading"], "items": [_figure(item, media) for item in value["items"]]},
        ),
    }
    stream = [makers[block.kind](block.value) for block in blocks if block.kind in makers]
    if inline_files and (shown := [block.value for block in blocks if block.kind == "file"]):
        stream.append(("documents", {"items": [_file(value, media) for value in shown]}))
    return stream


def attachments(blocks: list[Block], media: Media) -> StreamValue:
    """Return the value of an article's attachments."""
    return [("file", _file(block.value, media)) for block in blocks if block.kind == "file"]


def corrections(blocks: list[Block]) -> StreamValue:
    """Return the value of an article's corrections."""
    values = [block.value for block in blocks if block.kind == "correction"]
    return [("correction", {**value, "date": date.fromisoformat(value["date"])}) for value in values]


def table(caption: str, rows: list[list[str]]) -> dict[str, Any]:
    """Return the value of a table whose first row and first column are headers."""
    return {
        "caption": caption,
        "table": {
            "data": rows,
            "cell": [],
            "mergeCells": [],
            "first_row_is_table_header": True,
            "first_col_is_header": True,
            "table_header_choice": "both",
            "table_caption": "",
        },
    }


def _figure(value: dict[str, str], media: Media) -> dict[str, Any]:
    image = media.images[value["image"]]
    image.contextual_alt_text = image.description
    image.decorative = False
    return {"image": image, "caption": value["caption"], "credit": PICTURE_CREDIT}


def _file(value: dict[str, str], media: Media) -> dict[str, Any]:
    return {"document": media.documents[value["file"]], "label": value["label"]}
