"""Block families. A page type picks from these; a domain app adds its own in ``<app>/blocks.py``."""

from core.blocks.links import LinkBlock
from core.blocks.media import DocumentsBlock, FigureBlock, GalleryBlock, VideoBlock
from core.blocks.story import StoryBlock
from core.blocks.text import (
    CalloutBlock,
    HeadingBlock,
    ParagraphBlock,
    QuoteBlock,
    SubheadingBlock,
    TableBlock,
)

__all__ = [
    "CalloutBlock",
    "DocumentsBlock",
    "FigureBlock",
    "GalleryBlock",
    "HeadingBlock",
    "LinkBlock",
    "ParagraphBlock",
    "QuoteBlock",
    "StoryBlock",
    "SubheadingBlock",
    "TableBlock",
    "VideoBlock",
]
