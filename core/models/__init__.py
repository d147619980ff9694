"""Models that every page of the portal is made of."""

from core.models.base import BasePage
from core.models.labels import Field
from core.models.media import PortalDocument, PortalImage, PortalRendition
from core.models.rows import TranslatedRow, TranslatedWords
from core.models.users import User
from core.models.words import TextVersion

__all__ = [
    "BasePage",
    "Field",
    "PortalDocument",
    "PortalImage",
    "PortalRendition",
    "TextVersion",
    "TranslatedRow",
    "TranslatedWords",
    "User",
]
