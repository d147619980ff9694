"""The frame of the portal: home page, plain pages, menus, footer, alerts."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    name = "home"
    verbose_name = _("Home page and frame")

    def ready(self) -> None:
        from home import signal_handlers  # noqa: F401
