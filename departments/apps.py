"""Departments, communes and wards: who answers for a page."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DepartmentsConfig(AppConfig):
    name = "departments"
    verbose_name = _("Departments and communes")

    def ready(self) -> None:
        from core.searchable import register_source
        from departments import findable, signal_handlers  # noqa: F401
        from departments.models import AdministrativeUnit, Person

        register_source(Person, findable.describe_person)
        register_source(AdministrativeUnit, findable.describe_place)
