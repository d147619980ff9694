"""Official documents: number, type, issuer, validity, relations, citations."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LegalConfig(AppConfig):
    name = "legal"
    verbose_name = _("Official documents")

    def ready(self) -> None:
        from core.annotations import register_annotator
        from legal import signal_handlers  # noqa: F401
        from legal.citations import link_mentions

        register_annotator(link_mentions)
