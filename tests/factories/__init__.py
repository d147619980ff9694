"""Factories that build trees, one module an app."""

from tests.factories.core import PortalDocumentFactory, PortalImageFactory, UserFactory
from tests.factories.departments import OrganisationIndexPageFactory, OrganisationPageFactory
from tests.factories.home import (
    LinkDirectoryPageFactory,
    PlainPageFactory,
    SectionPageFactory,
    SiteMapPageFactory,
)
from tests.factories.legal import IssuingBodyFactory, LegalDocumentPageFactory, LegalIndexPageFactory
from tests.factories.news import (
    AuthorFactory,
    CategoryFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    NewsSourceFactory,
    NoticeIndexPageFactory,
    NoticePageFactory,
    TopicFactory,
)

__all__ = [
    "AuthorFactory",
    "CategoryFactory",
    "IssuingBodyFactory",
    "LegalDocumentPageFactory",
    "LegalIndexPageFactory",
    "LinkDirectoryPageFactory",
    "NewsIndexPageFactory",
    "NewsPageFactory",
    "NewsSourceFactory",
    "NoticeIndexPageFactory",
    "NoticePageFactory",
    "OrganisationIndexPageFactory",
    "OrganisationPageFactory",
    "PlainPageFactory",
    "PortalDocumentFactory",
    "PortalImageFactory",
    "SectionPageFactory",
    "SiteMapPageFactory",
    "TopicFactory",
    "UserFactory",
]
