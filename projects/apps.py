"""Schemes, smart-city projects, milestones, indicators."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProjectsConfig(AppConfig):
    name = "projects"
    verbose_name = _("Schemes and projects")

    def ready(self) -> None:
        from core.companions import Companion, register_companion
        from projects.querysets import projects_of_organisation, schemes_of_document

        register_companion(Companion("legal.LegalDocumentPage", "schemes", _("Schemes"), schemes_of_document))
        register_companion(
            Companion(
                "departments.OrganisationPage",
                "projects",
                _("Projects"),
                projects_of_organisation,
                limit=30,
                template="projects/includes/line.html",
            )
        )
