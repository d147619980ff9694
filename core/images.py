"""Which sizes and formats of an image the portal shows; made at publish, only looked up in a citizen's request."""

from collections.abc import Iterable
from dataclasses import dataclass

from core.models.media import PortalImage, PortalRendition


@dataclass(frozen=True)
class Kind:
    """A use of images: WebP sizes for ``srcset``, one JPEG for old browsers, and the ``sizes`` attribute."""

    webp: tuple[str, ...]
    fallback: str
    sizes: str = "100vw"

    @property
    def specs(self) -> list[str]:
        """The filter specs of all renditions of this kind, widest last, the fallback at the end."""
        return [f"{spec}|format-webp|webpquality-70" for spec in self.webp] + [self.fallback]


KINDS = {
    "thumb": Kind(
        webp=("fill-200x113", "fill-400x225"),
        fallback="fill-400x225|format-jpeg|jpegquality-75",
        sizes="(min-width: 40rem) 13rem, 7rem",
    ),
    "card": Kind(
        webp=("fill-400x225", "fill-800x450"),
        fallback="fill-800x450|format-jpeg|jpegquality-75",
        sizes="(min-width: 60rem) 20rem, (min-width: 40rem) 45vw, 92vw",
    ),
    "hero": Kind(
        webp=("fill-400x225", "fill-800x450", "fill-1280x720"),
        fallback="fill-800x450|format-jpeg|jpegquality-75",
        sizes="(min-width: 60rem) 44rem, 96vw",
    ),
    "figure": Kind(
        webp=("width-480", "width-960"),
        fallback="width-960|format-jpeg|jpegquality-75",
        sizes="(min-width: 60rem) 44rem, 96vw",
    ),
    "portrait": Kind(
        webp=("fill-160x200", "fill-320x400"),
        fallback="fill-320x400|format-jpeg|jpegquality-75",
        sizes="8rem",
    ),
    "share": Kind(webp=(), fallback="fill-1200x630|format-jpeg|jpegquality-75"),
    "logo": Kind(webp=(), fallback="max-320x160|format-png"),
}


def make_renditions(image: PortalImage, kinds: Iterable[str]) -> None:
    """Make the renditions of ``kinds`` that ``image`` still lacks; a file that cannot be read is left alone."""
    specs = dict.fromkeys(spec for kind in kinds for spec in KINDS[kind].specs)
    image.get_renditions(*specs)


def attach_renditions(images: Iterable[PortalImage | None]) -> None:
    """Fetch the renditions of all ``images`` in one query and leave them where Wagtail looks first."""
    by_id: dict[int, list[PortalImage]] = {}
    for image in images:
        if image is not None:
            by_id.setdefault(image.pk, []).append(image)
    if not by_id:
        return
    for copies in by_id.values():
        for image in copies:
            image.prefetched_renditions = []
    for rendition in PortalRendition.objects.filter(image_id__in=by_id):
        for image in by_id[rendition.image_id]:
            image.prefetched_renditions.append(rendition)


def existing_renditions(image: PortalImage, kind: str) -> dict[str, PortalRendition]:
    """Return filter spec → rendition for those of ``kind`` that exist; nothing is made here."""
    from wagtail.images.models import Filter

    found = image.find_existing_renditions(*[Filter(spec=spec) for spec in KINDS[kind].specs])
    return {filter_.spec: rendition for filter_, rendition in found.items()}
