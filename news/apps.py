"""News and notices."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NewsConfig(AppConfig):
    name = "news"
    verbose_name = _("News and notices")

    def ready(self) -> None:
        from news import signal_handlers  # noqa: F401
        from news.querysets import news_of_scheme
        from projects.companions import Companion, register_companion

        register_companion(Companion("news", _("News"), news_of_scheme))
