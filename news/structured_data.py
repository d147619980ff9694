"""schema.org descriptions of articles."""

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.utils import timezone

from core.images import existing_renditions
from core.text import excerpt
from news.enums import BylineRole

if TYPE_CHECKING:
    from news.models import NewsPage


def news_article(page: "NewsPage", request: HttpRequest) -> dict[str, Any]:
    """Return schema.org NewsArticle (https://schema.org/NewsArticle) for ``page``; unknown facts are left out."""
    url = request.build_absolute_uri(page.url or "/")
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": page.title[:110],
        "description": excerpt(page.lead, 300),
        "mainEntityOfPage": url,
        "inLanguage": page.locale.language_code,
    }
    if page.published_at:
        data["datePublished"] = timezone.localtime(page.published_at).isoformat()
        data["dateModified"] = timezone.localtime(page.updated_at or page.published_at).isoformat()
    if page.category:
        data["articleSection"] = page.category.name
    writers = [byline.public_name for byline in page.shown_bylines if byline.role == BylineRole.TEXT]
    if writers:
        data["author"] = [{"@type": "Person", "name": name} for name in writers]
    if page.cover:
        data["image"] = [
            request.build_absolute_uri(rendition.url)
            for rendition in existing_renditions(page.cover, "hero").values()
        ]
    if page.source_url:
        data["isBasedOn"] = page.source_url
    return data
