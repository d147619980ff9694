"""The map of the site for search engines: an index and one part per language and 2,000 pages."""

from django.contrib.sitemaps import Sitemap
from django.db.models import QuerySet
from wagtail.models import Page, Site


class LanguageSitemap(Sitemap):
    """The public pages of one language, in tree order; two queries a part however many pages there are."""

    limit = 2000

    def __init__(self, root_path: str):
        self.root_path = root_path

    def items(self) -> QuerySet[Page]:
        """Return every page that an anonymous reader may open."""
        root = Page.objects.filter(url_path=self.root_path).first()
        if root is None:
            return Page.objects.none()
        pages = Page.objects.descendant_of(root, inclusive=True).live().public()
        return pages.filter(alias_of__isnull=True).order_by("path")

    def location(self, item: Page) -> str:
        """Return the address without the host, which the view adds."""
        return item.url or "/"

    def lastmod(self, item: Page):
        """Return when the page was last published."""
        return item.last_published_at


def sitemaps() -> dict[str, type[Sitemap] | Sitemap]:
    """Return language code → part for the languages that have a tree."""
    return {paths.language_code: LanguageSitemap(paths.root_path) for paths in Site.get_site_root_paths()}
