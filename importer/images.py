"""Pictures that lie next to a saved page. Nothing is ever fetched from a network."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.core.files import File
from wagtail.images import get_image_model
from wagtail.utils.file import hash_filelike

from importer.parsing.model import Block, ImageRef

SIZE_LIMIT = 10 * 1024 * 1024
_SUFFIXES = {".jpg", ".jpeg", ".png", ".gif", ".webp"}


def local_file(reference: ImageRef, page: Path) -> Path | None:
    """Return the file that a relative address names below the page's own directory, if it is there; else None."""
    parts = urlsplit(reference.src)
    if parts.scheme or parts.netloc or parts.path.startswith("/"):
        return None
    directory = page.parent.resolve()
    try:
        path = (directory / unquote(parts.path)).resolve()
        inside = path.is_relative_to(directory) and path.suffix.lower() in _SUFFIXES and path.is_file()
        return path if inside and path.stat().st_size <= SIZE_LIMIT else None
    except (OSError, ValueError):
        return None


def take_local_images(blocks: list[Block], page: Path, user: object = None) -> dict[ImageRef, int]:
    """Add the pictures that lie next to ``page`` to the library and return their ids; broken ones are left out.

    A file that the library already holds is not added twice.
    """
    taken: dict[ImageRef, int] = {}
    for block in blocks:
        path = local_file(block.image, page) if block.image and block.image not in taken else None
        if block.image and path and (pk := _take(path, block, user)):
            taken[block.image] = pk
    return taken


def _take(path: Path, block: Block, user: object) -> int | None:
    model = get_image_model()
    alt = block.image.alt if block.image else ""
    with path.open("rb") as stream:
        digest = hash_filelike(stream)
        same = model.objects.filter(file_hash=digest).only("pk").first()
        if same:
            return same.pk
        stream.seek(0)
        image = model(title=(block.text or alt or path.stem)[:255], file=File(stream, name=path.name))
        if not image.width:
            return None
        image.file_hash, image.file_size = digest, path.stat().st_size
        image.description = alt[:255]
        image.credit = block.credit[:255]
        image.uploaded_by_user = user
        image.full_clean()
        image.save()
    return image.pk
