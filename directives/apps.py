"""What the leaders instruct, the tasks that follow, who must deliver by when."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DirectivesConfig(AppConfig):
    name = "directives"
    verbose_name = _("Directives")

    def ready(self) -> None:
        from core.companions import Companion, register_companion
        from directives.querysets import directives_of_document, directives_of_scheme

        directives = _("Directives")
        register_companion(Companion("projects.SchemePage", "directives", directives, directives_of_scheme))
        register_companion(Companion("legal.LegalDocumentPage", "directives", directives, directives_of_document))
