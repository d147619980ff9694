"""Words: headings, paragraphs, quotes, tables."""

import copy
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.table_block.blocks import TableBlock as WagtailTableBlock
from wagtail_localize.segments import StringSegmentValue, TemplateSegmentValue

RICH_TEXT_FEATURES = ["bold", "italic", "superscript", "subscript", "ol", "ul", "link", "document-link"]


class HeadingBlock(blocks.CharBlock):
    """A heading inside the text (h2)."""

    class Meta:
        icon = "title"
        label = _("Heading")
        description = _("Divides a long text; shown in large letters.")
        template = "blocks/heading.html"
        preview_value = "Kết quả bước đầu"


class SubheadingBlock(blocks.CharBlock):
    """A heading below a heading (h3)."""

    class Meta:
        icon = "title"
        label = _("Subheading")
        description = _("Divides a part that already has a heading.")
        template = "blocks/subheading.html"
        preview_value = "Tại các xã vùng cao"


class ParagraphBlock(blocks.RichTextBlock):
    """Running text."""

    def __init__(self, **kwargs):
        kwargs.setdefault("features", RICH_TEXT_FEATURES)
        super().__init__(**kwargs)

    class Meta:
        icon = "pilcrow"
        label = _("Paragraph")
        description = _("Running text with bold, italics, lists and links.")
        template = "blocks/paragraph.html"
        preview_value = "<p>Đoàn công tác đã kiểm tra <b>ba điểm</b> tiếp nhận hồ sơ của người dân.</p>"


class QuoteBlock(blocks.StructBlock):
    """Somebody's words, with the name."""

    text = blocks.TextBlock(label=_("words"))
    who = blocks.CharBlock(label=_("who said it"), required=False)

    class Meta:
        icon = "openquote"
        label = _("Quote")
        description = _("Words of a person, set apart, with the name and post.")
        template = "blocks/quote.html"
        preview_value = {
            "text": "Hồ sơ của dân phải có người chịu trách nhiệm đến cùng.",
            "who": "Giám đốc Trung tâm",
        }


class CalloutBlock(blocks.StructBlock):
    """A note that must not be missed."""

    heading = blocks.CharBlock(label=_("heading"), required=False)
    text = blocks.RichTextBlock(label=_("text"), features=RICH_TEXT_FEATURES)

    class Meta:
        icon = "info-circle"
        label = _("Note")
        description = _("A framed note: a deadline, a place, what to bring.")
        template = "blocks/callout.html"
        preview_value = {"heading": "Lưu ý", "text": "<p>Mang theo căn cước khi đến làm thủ tục.</p>"}


class CellsBlock(WagtailTableBlock):
    """The cells of a table, of which translators get those with words; wagtail-localize itself skips tables.

    Cells are named by their place (``r0c2``), so a moved row is a new text. What has no letter, a figure or a
    date, is taken over; it stands in a template, so that a changed figure counts as a change.
    """

    def get_translatable_segments(self, value: dict | None) -> list:
        """Return the words of the cells, row by row."""
        if not value:
            return []
        frame, words = [], []
        for row, column, cell in _cells(value):
            if isinstance(cell, str) and any(map(str.isalpha, cell)):
                words.append(StringSegmentValue(f"r{row}c{column}", cell))
            else:
                frame.append(f"r{row}c{column}={'' if cell is None else cell}")
        return [TemplateSegmentValue("", "cells", "\n".join(frame), len(words)), *words]

    def restore_translated_segments(self, value: dict, segments: list) -> dict:
        """Return the original's table with translated words in their cells."""
        words = {segment.path: segment.render_text() for segment in segments if segment.path}
        table = copy.deepcopy(value)
        for row, column, _cell in _cells(value):
            if f"r{row}c{column}" in words:
                table["data"][row][column] = words[f"r{row}c{column}"]
        return table


def _cells(value: dict) -> list[tuple[int, int, Any]]:
    return [(r, c, cell) for r, row in enumerate(value.get("data") or []) for c, cell in enumerate(row)]


class TableBlock(blocks.StructBlock):
    """A table with its caption."""

    caption = blocks.CharBlock(label=_("caption"), help_text=_("What the table shows; read first by screen readers."))
    table = CellsBlock(
        label=_("table"),
        table_options={
            "contextMenu": ["row_above", "row_below", "col_left", "col_right", "remove_row", "remove_col"],
            # The table editor that Wagtail ships speaks English only and complains of any other language.
            "language": "en-US",
        },
    )

    class Meta:
        icon = "table"
        label = _("Table")
        description = _("Figures in rows and columns, with a caption.")
        template = "blocks/table.html"
        preview_value = {
            "caption": "Hồ sơ đã giải quyết",
            "table": {
                "first_row_is_table_header": True,
                "first_col_is_header": True,
                "data": [["Tháng", "Hồ sơ"], ["9/2026", "1.204"], ["10/2026", "1.377"]],
            },
        }
