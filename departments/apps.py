"""Departments, communes and wards: who answers for a page."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DepartmentsConfig(AppConfig):
    name = "departments"
    verbose_name = _("Departments and communes")

    def ready(self) -> None:
        from core import choices
        from core.searchable import register_source
        from departments import findable, scoping, signal_handlers  # noqa: F401
        from departments.models import AdministrativeUnit, Holiday, OpeningHours, Person, ServicePoint

        # Everybody may name an official of any unit, as the signer of a directive for example.
        scoping.bound_to_units(Person, is_public=True)
        scoping.bound_to_units(ServicePoint, OpeningHours, Holiday)
        choices.register_rule(scoping.unchoosable)

        register_source(Person, findable.describe_person)
        register_source(AdministrativeUnit, findable.describe_place)
