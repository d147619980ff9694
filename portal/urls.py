"""Addresses: the back office, the machines' files, then pages in two languages."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from django.views.static import serve as static_serve
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from core.views import healthz, serve
from editorial.admin import narrowed
from home.views import robots, security_txt, sitemap_index, sitemap_part
from search.views import search, suggest

handler500 = "core.views.server_error"

urlpatterns = [
    path("admin/", include(narrowed)),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("healthz", healthz),
    path("healthz/", healthz, name="healthz"),
    path("robots.txt", robots, name="robots"),
    path(".well-known/security.txt", security_txt, name="security_txt"),
    path("sitemap.xml", sitemap_index, name="sitemap"),
    path("sitemap-<section>.xml", sitemap_part, name="sitemap_part"),
    path("", include("editorial.urls")),
]

if settings.SERVE_MEDIA:
    # Only renditions: originals and documents leave through views that ask for permission.
    urlpatterns += [re_path(r"^media/(?P<path>images/.+)$", static_serve, {"document_root": settings.MEDIA_ROOT})]

urlpatterns += i18n_patterns(
    path("tim-kiem/", search, name="search"),
    path("tim-kiem/goi-y/", suggest, name="search_suggest"),
    path("", serve, {"path": ""}, name="home"),
    path("", include("core.urls")),
    prefix_default_language=False,
)
