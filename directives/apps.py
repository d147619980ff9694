"""What the leaders instruct, the tasks that follow, who must deliver by when."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DirectivesConfig(AppConfig):
    name = "directives"
    verbose_name = _("Directives")

    def ready(self) -> None:
        from directives.querysets import directives_of_scheme
        from projects.companions import Companion, register_companion

        register_companion(Companion("directives", _("Directives"), directives_of_scheme))
