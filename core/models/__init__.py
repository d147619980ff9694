"""Models that every page of the portal is made of."""

from core.models.base import BasePage
from core.models.media import PortalDocument, PortalImage, PortalRendition
from core.models.users import User

__all__ = ["BasePage", "PortalDocument", "PortalImage", "PortalRendition", "User"]
