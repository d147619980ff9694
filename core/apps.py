"""The ground floor: what every page of the portal is made of."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    name = "core"
    verbose_name = _("Portal core")

    def ready(self) -> None:
        from django.conf import settings
        from PIL import Image

        from core import checks, signal_handlers  # noqa: F401
        from core.translation import mend_extraction

        mend_extraction()

        # Pillow refuses an image of more than twice this *before* it decodes it; Wagtail's own bound is checked
        # after decoding, which costs a worker 700 MB on a hostile PNG.
        Image.MAX_IMAGE_PIXELS = settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS
