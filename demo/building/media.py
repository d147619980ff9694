"""Pictures and files of the demo, in a collection of their own."""

import hashlib
from dataclasses import dataclass, field

from django.core.files.base import ContentFile
from wagtail.models import Collection

from core.models import PortalDocument, PortalImage
from demo.building.attachments import files
from demo.building.marks import COLLECTION, PICTURE_CREDIT, SHARED_COLLECTION
from demo.drawing import PICTURES, draw
from editorial.roles import shared_collection


@dataclass
class Media:
    """What articles may show: picture key → image, file key → document."""

    root: Collection
    shared: Collection
    images: dict[str, PortalImage] = field(default_factory=dict)
    documents: dict[str, PortalDocument] = field(default_factory=dict)


def make_media() -> Media:
    """Draw the pictures and write the files."""
    # Below the collection from which everybody may choose: a right on it holds for all below it.
    root = shared_collection().add_child(name=COLLECTION)
    collection = root.add_child(name=SHARED_COLLECTION)
    media = Media(root, collection)
    for key, picture in PICTURES.items():
        media.images[key] = make_image(f"song-may-{key}.jpg", draw(key), picture.title, picture.alt, collection)
    for key, (title, name, content) in files().items():
        document = PortalDocument(title=title, collection=collection, file=ContentFile(content, name=name))
        # Filled here, for Wagtail would otherwise write them in the first reader's request.
        document.file_size, document.file_hash = len(content), sha1(content)
        document.save()
        media.documents[key] = document
    return media


def make_image(name: str, content: bytes, title: str, alt: str, collection: Collection) -> PortalImage:
    """Store a picture; ``alt`` is its default text for who cannot see it."""
    image = PortalImage(
        title=title,
        description=alt,
        credit=PICTURE_CREDIT,
        collection=collection,
        file=ContentFile(content, name=name),
    )
    image.file_size, image.file_hash = len(content), sha1(content)
    image.save()
    return image


def sha1(content: bytes) -> str:
    """Return the digest by which Wagtail finds duplicates."""
    return hashlib.sha1(content, usedforsecurity=False).hexdigest()
