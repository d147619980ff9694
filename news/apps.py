"""News and notices."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NewsConfig(AppConfig):
    name = "news"
    verbose_name = _("News and notices")

    def ready(self) -> None:
        from core.companions import Companion, register_companion
        from news import signal_handlers  # noqa: F401
        from news.querysets import news_of_scheme

        register_companion(Companion("projects.SchemePage", "news", _("News"), news_of_scheme))
