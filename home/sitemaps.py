"""The map of the site for search engines: an index and one part per language and 2,000 pages."""

from typing import Any

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.db.models import QuerySet
from wagtail.models import Page, Site

from core.privacy import open_to_all


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
        pages = open_to_all(Page.objects.descendant_of(root, inclusive=True))
        return pages.filter(alias_of__isnull=True).order_by("path")

    def location(self, item: Page) -> str:
        """Return the address without the host, which the view adds."""
        return item.url or "/"

    def get_urls(self, page: int | str = 1, site: Any = None, protocol: str | None = None) -> list[dict[str, Any]]:
        """Return Django's entries, each with the addresses of its page in all languages (one query a part)."""
        urls = super().get_urls(page=page, site=site, protocol=protocol)
        keys = [entry["item"].translation_key for entry in urls]
        languages: dict[Any, dict[str, str]] = {}
        twins = open_to_all(Page.objects.filter(translation_key__in=keys, alias_of__isnull=True))
        for twin in twins.select_related("locale"):
            languages.setdefault(twin.translation_key, {})[twin.locale.language_code] = twin.url or "/"
        for entry in urls:
            host = entry["location"].removesuffix(self.location(entry["item"]))
            entry["alternates"] = _alternates(host, languages.get(entry["item"].translation_key, {}))
        return urls

    def lastmod(self, item: Page):
        """Return when the page was last published."""
        return item.last_published_at


def _alternates(host: str, addresses: dict[str, str]) -> list[dict[str, str]]:
    """Return ``{"location", "lang_code"}`` for the template; nothing for a page that only one language has."""
    if len(addresses) < 2:
        return []
    if settings.LANGUAGE_CODE in addresses:
        addresses = addresses | {"x-default": addresses[settings.LANGUAGE_CODE]}
    return [{"location": host + url, "lang_code": code} for code, url in addresses.items()]


def sitemaps() -> dict[str, type[Sitemap] | Sitemap]:
    """Return language code → part for the languages that have a tree."""
    return {paths.language_code: LanguageSitemap(paths.root_path) for paths in Site.get_site_root_paths()}
