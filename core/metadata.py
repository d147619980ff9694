"""What search engines and social networks are told about a page: canonical, OpenGraph, JSON-LD."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.translation import get_language

from core.images import existing_renditions
from core.text import excerpt

if TYPE_CHECKING:
    from core.models import BasePage

SHARE_IMAGE = "images/share-default.jpg"
# Open Graph wants a territory with the language.
OG_LOCALES = {"vi": "vi_VN", "en": "en_GB"}


@dataclass
class Metadata:
    """The head of a page; ``alternates`` are its languages as ``{"lang", "url"}``, all addresses absolute."""

    title: str
    description: str = ""
    canonical: str = ""
    og_type: str = "website"
    og_locale: str = "vi_VN"
    image_url: str = ""
    image_alt: str = ""
    published_iso: str = ""
    modified_iso: str = ""
    noindex: bool = False
    alternates: list[dict[str, str]] = field(default_factory=list)
    json_ld: list[dict[str, Any]] = field(default_factory=list)


def for_page(page: "BasePage", request: HttpRequest, breadcrumb: list[dict[str, str]]) -> Metadata:
    """Return the metadata of ``page``; ``breadcrumb`` is root to parent as ``{"title", "url"}``."""
    language = get_language() or "vi"
    own_url = page.url or request.path
    meta = Metadata(
        title=page.seo_title or page.title,
        description=excerpt(page.search_description or page.summary_text, 200),
        canonical=request.build_absolute_uri(own_url),
        og_locale=OG_LOCALES.get(language, language),
        alternates=_alternates({language: f"{own_url}{page.route_subpath}", **page.alternates}, request),
    )
    meta.image_url, meta.image_alt = _image(page, request)
    meta.json_ld = [_breadcrumb_list([*breadcrumb, {"title": page.title, "url": own_url}], request)]
    meta.json_ld += page.structured_data(request)
    return meta


def for_list(meta: Metadata, request: HttpRequest, title: str, page_number: int) -> Metadata:
    """Adapt an index page's metadata to one of its lists: own title, own canonical with the page number.

    Only the first part of a list has alternates: the other language's list has another number of parts.
    """
    meta.title = title
    meta.canonical = request.build_absolute_uri(request.path + (f"?trang={page_number}" if page_number > 1 else ""))
    if page_number > 1:
        meta.alternates = []
    return meta


def _alternates(addresses: dict[str, str], request: HttpRequest) -> list[dict[str, str]]:
    """Return the languages of a page with absolute addresses, and the one for everybody else (``x-default``)."""
    found = {code: request.build_absolute_uri(url) for code, url in addresses.items() if url}
    if len(found) < 2:
        return []
    if settings.LANGUAGE_CODE in found:
        found["x-default"] = found[settings.LANGUAGE_CODE]
    return [{"lang": code, "url": url} for code, url in found.items()]


def _image(page: "BasePage", request: HttpRequest) -> tuple[str, str]:
    image = page.meta_image
    if image is not None:
        renditions = existing_renditions(image, "share") or existing_renditions(image, "hero")
        for rendition in renditions.values():
            return request.build_absolute_uri(rendition.url), image.description or page.title
    return request.build_absolute_uri(static(SHARE_IMAGE)), ""


def _breadcrumb_list(items: list[dict[str, str]], request: HttpRequest) -> dict[str, Any]:
    return {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "name": item["title"],
                "item": request.build_absolute_uri(item["url"]),
            }
            for position, item in enumerate(items, start=1)
            if item["url"]
        ],
    }
