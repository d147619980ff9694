"""Pictures, videos, files."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents import get_document_model
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageBlock


def _newest_image():
    """Return an image for the preview of a block; ``None`` on a portal without any."""
    return get_image_model().objects.order_by("-pk").first()


class FigureBlock(blocks.StructBlock):
    """A picture with caption, credit and a text for those who cannot see it."""

    image = ImageBlock(label=_("picture"))
    caption = blocks.CharBlock(label=_("caption"), required=False, max_length=500)
    credit = blocks.CharBlock(label=_("credit"), required=False, max_length=255)

    class Meta:
        icon = "image"
        label = _("Picture")
        description = _("A picture with caption and the name of its maker.")
        template = "blocks/figure.html"

    def get_preview_value(self):
        caption = "Bến thuyền buổi sớm"
        return self.to_python({}) | {"image": _newest_image(), "caption": caption, "credit": "Sông Mây"}


class GalleryBlock(blocks.StructBlock):
    """Several pictures of one event."""

    heading = blocks.CharBlock(label=_("heading"), required=False)
    items = blocks.ListBlock(FigureBlock(), label=_("pictures"), min_num=2, max_num=24)

    class Meta:
        icon = "image"
        label = _("Gallery")
        description = _("Two or more pictures of one event, in a grid.")
        template = "blocks/gallery.html"

    def get_preview_value(self):
        figure = self.child_blocks["items"].child_block.get_preview_value()
        return self.to_python({}) | {"items": [figure, figure]}


class VideoBlock(blocks.StructBlock):
    """A film elsewhere, by link: no foreign player is loaded into the page."""

    title = blocks.CharBlock(label=_("title"))
    url = blocks.URLBlock(label=_("address"), help_text=_("Where the film is, for example on the TV station's site."))
    duration = blocks.CharBlock(label=_("length"), required=False, max_length=20, help_text=_("For example 3:45"))
    transcript = blocks.TextBlock(label=_("transcript"), required=False, help_text=_("What is said, for the deaf."))

    class Meta:
        icon = "media"
        label = _("Video by link")
        description = _("A link to a film with its length and transcript.")
        template = "blocks/video.html"
        preview_value = {
            "title": "Phóng sự: Một ngày ở bộ phận một cửa",
            "url": "https://example.org/",
            "duration": "3:45",
        }


class FileBlock(blocks.StructBlock):
    """One file with a readable name."""

    document = DocumentChooserBlock(label=_("file"))
    label = blocks.CharBlock(label=_("name shown"), required=False)

    class Meta:
        icon = "doc-full-inverse"
        label = _("File")


class DocumentsBlock(blocks.StructBlock):
    """Files for download inside the text."""

    items = blocks.ListBlock(FileBlock(), label=_("files"), min_num=1)

    class Meta:
        icon = "doc-full-inverse"
        label = _("Files")
        description = _("Files for download with type and size.")
        template = "blocks/documents.html"

    def get_preview_value(self):
        document = get_document_model().objects.order_by("-pk").first()
        return self.to_python({}) | {"items": [{"document": document, "label": ""}] if document else []}
