"""The search box."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = _("Search")

    def ready(self) -> None:
        from core.attachments import register_reader
        from core.searchable import register_finder
        from search import log, planning, promotions, signal_handlers  # noqa: F401
        from search.extraction import text_of
        from search.finding import find_page_ids

        register_finder(find_page_ids)
        register_reader(text_of)
