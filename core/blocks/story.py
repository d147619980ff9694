"""The body of an article or a plain page."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from core.blocks.media import DocumentsBlock, FigureBlock, GalleryBlock, VideoBlock
from core.blocks.text import (
    CalloutBlock,
    HeadingBlock,
    ParagraphBlock,
    QuoteBlock,
    SubheadingBlock,
    TableBlock,
)


class StoryBlock(blocks.StreamBlock):
    """Everything that running text may hold, in any order."""

    heading = HeadingBlock(group=_("Running text"))
    subheading = SubheadingBlock(group=_("Running text"))
    paragraph = ParagraphBlock(group=_("Running text"))
    quote = QuoteBlock(group=_("Running text"))
    callout = CalloutBlock(group=_("Running text"))
    table = TableBlock(group=_("Running text"))
    figure = FigureBlock(group=_("Media"))
    gallery = GalleryBlock(group=_("Media"))
    video = VideoBlock(group=_("Media"))
    documents = DocumentsBlock(group=_("Media"))


def images_in(stream) -> list:
    """Return the images that a value of ``StoryBlock`` shows, in order, galleries included."""
    images = []
    for child in stream:
        if child.block_type == "figure":
            images.append(child.value["image"])
        elif child.block_type == "gallery":
            images.extend(item["image"] for item in child.value["items"])
    return [image for image in images if image is not None]


def first_paragraph(stream) -> str:
    """Return the plain text of the first paragraph, or an empty string."""
    from django.utils.html import strip_tags

    for child in stream:
        if child.block_type == "paragraph":
            return strip_tags(str(child.value.source)).strip()
    return ""
