"""A unit with the lists of every room below it."""

from wagtail.models import Page

from tests.factories.directives import DirectiveIndexPageFactory, DirectivePageFactory
from tests.factories.home import PlainPageFactory
from tests.factories.legal import LegalDocumentPageFactory, LegalIndexPageFactory
from tests.factories.news import NewsIndexPageFactory, NewsPageFactory, NoticeIndexPageFactory, NoticePageFactory
from tests.factories.projects import ProjectPageFactory, SchemeIndexPageFactory, SchemePageFactory

# Kind of page → what makes one below the page that ``places_of`` names.
PAGES = {
    "news": NewsPageFactory,
    "plain": PlainPageFactory,
    "notice": NoticePageFactory,
    "document page": LegalDocumentPageFactory,
    "directive": DirectivePageFactory,
    "scheme": SchemePageFactory,
    "project": ProjectPageFactory,
}


def places_of(unit: Page) -> dict[str, Page]:
    """Make the lists of ``unit`` and return kind of page → the page below which such pages stand."""
    schemes = SchemeIndexPageFactory(parent=unit)
    return {
        "news": NewsIndexPageFactory(parent=unit),
        "plain": unit,
        "notice": NoticeIndexPageFactory(parent=unit),
        "document page": LegalIndexPageFactory(parent=unit),
        "directive": DirectiveIndexPageFactory(parent=unit),
        "scheme": schemes,
        "project": SchemePageFactory(parent=schemes),
    }
