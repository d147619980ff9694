"""Page types of the frame, and what surrounds every page."""

from home.models.chrome import AlertBanner, Menu, SiteIdentity
from home.models.home import HomePage
from home.models.links import LinkDirectoryPage, WebLinkGroup
from home.models.plain import PlainPage, SectionPage, SiteMapPage

__all__ = [
    "AlertBanner",
    "HomePage",
    "LinkDirectoryPage",
    "Menu",
    "PlainPage",
    "SectionPage",
    "SiteIdentity",
    "SiteMapPage",
    "WebLinkGroup",
]
