"""Wagtail's public addresses, with our quicker way from an address to its page."""

from django.urls import re_path
from wagtail import urls as wagtail_urls

from core.views import serve

urlpatterns = [pattern for pattern in wagtail_urls.urlpatterns if pattern.name != "wagtail_serve"]
urlpatterns += [re_path(wagtail_urls.serve_pattern, serve, name="wagtail_serve")]
