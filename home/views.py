"""Files for machines: sitemap, robots.txt, security.txt."""

from datetime import timedelta

from django.conf import settings
from django.contrib.sitemaps import views as sitemap_views
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from home.models import SiteIdentity
from home.sitemaps import sitemaps


@require_safe
@cache_control(public=True, max_age=600)
def sitemap_index(request: HttpRequest) -> TemplateResponse:
    """Answer the index of the sitemap's parts."""
    return sitemap_views.index(request, sitemaps(), sitemap_url_name="sitemap_part")


@require_safe
@cache_control(public=True, max_age=600)
def sitemap_part(request: HttpRequest, section: str) -> TemplateResponse:
    """Answer one part (``?p=2`` the second of a large one); an unknown part or number is 404."""
    return sitemap_views.sitemap(request, sitemaps(), section=section)


@require_safe
@cache_control(public=True, max_age=3600)
def robots(request: HttpRequest) -> HttpResponse:
    """Answer robots.txt (RFC 9309): all but the back office and the endless searches."""
    lines = [
        "User-agent: *",
        "Disallow: /admin/",
        f"Disallow: {reverse('search')}",
        "",
        f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@require_safe
@cache_control(public=True, max_age=3600)
def security_txt(request: HttpRequest) -> HttpResponse:
    """Answer security.txt (RFC 9116): whom to tell of a weakness, good for another half year."""
    identity = SiteIdentity.objects.filter(locale__language_code=settings.LANGUAGE_CODE).first()
    home = request.build_absolute_uri("/")
    contact = f"mailto:{identity.email}" if identity and identity.email else home
    expires = (timezone.now() + timedelta(days=180)).replace(hour=0, minute=0, second=0, microsecond=0)
    lines = [
        f"Contact: {contact}",
        f"Expires: {expires.isoformat()}",
        "Preferred-Languages: vi, en",
        f"Canonical: {request.build_absolute_uri(request.path)}",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
