"""The words inside attached files, for rooms that check or find them; the room that reads files registers itself."""

from collections.abc import Callable

from core.models.media import PortalDocument

Reader = Callable[[PortalDocument], str]
_readers: list[Reader] = []


def register_reader(reader: Reader) -> None:
    """Let ``reader`` answer ``text_of``; the last one registered does."""
    _readers.append(reader)


def text_of(document: PortalDocument) -> str:
    """Return the plain text of a file as far as it has been read, else an empty string; nothing is opened here."""
    return _readers[-1](document) if _readers else ""
