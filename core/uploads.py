"""What an uploaded image must be before anything else looks at it."""

import struct
import zlib
from typing import Any, BinaryIO

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from PIL import Image
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

# What Pillow raises on files that are cut off, bent or made to hurt.
DAMAGE = (
    OSError,
    ValueError,
    SyntaxError,
    EOFError,
    IndexError,
    OverflowError,
    MemoryError,
    struct.error,
    zlib.error,
    Image.DecompressionBombError,
)


def check_decodes(file: BinaryIO) -> None:
    """Raise ``ValidationError`` if the image cannot be decoded to its last row.

    A picture with more pixels than the portal allows is left to Wagtail's own check and message: it is not decoded.
    """
    try:
        with Image.open(file) as image:
            if image.width * image.height <= settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS:
                image.load()
    except DAMAGE as error:
        raise ValidationError(
            _("This file is not a picture that can be read, or it is damaged. Save it anew and try again.")
        ) from error
    finally:
        file.seek(0)


class CheckedImageField(WagtailImageField):
    """Wagtail's image field, which answers a damaged file with a server error, behind a check of our own."""

    def to_python(self, data: Any) -> Any:
        if data:
            check_decodes(data)
        return super().to_python(data)


class PortalImageForm(BaseImageForm):
    """The form of every image upload (setting ``WAGTAILIMAGES_IMAGE_FORM_BASE``)."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            stock = self.fields["file"]
            self.fields["file"] = CheckedImageField(label=stock.label, required=stock.required, widget=stock.widget)
