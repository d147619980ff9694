"""The demo province; installed in development and tests, never in production."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DemoConfig(AppConfig):
    """Content and pictures of the invented province Sông Mây."""

    name = "demo"
    verbose_name = _("Demo province")
