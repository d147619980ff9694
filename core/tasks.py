"""Work that can wait: it runs in a worker where there is one, at once where there is none."""

import logging

from django_tasks import task
from wagtail.models import Page

from core.images import KINDS, make_renditions
from core.models.media import PortalImage

logger = logging.getLogger(__name__)


@task()
def make_page_renditions(page_id: int) -> None:
    """Make every image size that the published page shows."""
    page = Page.objects.filter(pk=page_id).specific().first()
    if page is None or not hasattr(page, "get_images"):
        return
    for image, kind in page.get_images():
        _make(image, [kind])


@task()
def make_image_renditions(image_id: int, kinds: list[str]) -> None:
    """Make the sizes of one image that something other than a page shows."""
    image = PortalImage.objects.filter(pk=image_id).first()
    if image is not None:
        _make(image, kinds)


@task()
def remake_image_renditions(image_id: int) -> None:
    """Make all sizes of an image whose file or focal point was changed while pages show it."""
    make_image_renditions.call(image_id, list(KINDS))


def _make(image: PortalImage, kinds: list[str]) -> None:
    try:
        make_renditions(image, kinds)
    except Exception:
        # A damaged file must not stop the others, nor the publishing that asked for them.
        logger.exception("no renditions of image %s", image.pk)
