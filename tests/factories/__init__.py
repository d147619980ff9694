"""Factories that build trees, one module an app."""

from tests.factories.core import PortalDocumentFactory, PortalImageFactory, UserFactory
from tests.factories.departments import (
    AdministrativeUnitFactory,
    AppointmentFactory,
    OrganisationIndexPageFactory,
    OrganisationPageFactory,
    PersonFactory,
    PlaceLookupPageFactory,
    ServicePointFactory,
)
from tests.factories.directives import DirectiveIndexPageFactory, DirectivePageFactory
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
from tests.factories.projects import (
    CommitteePageFactory,
    ProjectPageFactory,
    SchemeIndexPageFactory,
    SchemePageFactory,
)

__all__ = [
    "AdministrativeUnitFactory",
    "AppointmentFactory",
    "AuthorFactory",
    "CategoryFactory",
    "CommitteePageFactory",
    "DirectiveIndexPageFactory",
    "DirectivePageFactory",
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
    "PersonFactory",
    "PlaceLookupPageFactory",
    "PlainPageFactory",
    "PortalDocumentFactory",
    "PortalImageFactory",
    "ProjectPageFactory",
    "SchemeIndexPageFactory",
    "SchemePageFactory",
    "SectionPageFactory",
    "ServicePointFactory",
    "SiteMapPageFactory",
    "TopicFactory",
    "UserFactory",
]
