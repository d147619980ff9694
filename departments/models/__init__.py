"""Organisations with their people, hours and service points; places; what became of them."""

from departments.models.directory import OrganisationIndexPage
from departments.models.hours import Holiday, OpeningHours, OpeningRule
from departments.models.lookup import PlaceLookupPage
from departments.models.organisation import OrganisationPage
from departments.models.people import Appointment, Person
from departments.models.places import AdministrativeUnit, PlaceSuccession
from departments.models.service_points import ServicePoint
from departments.models.structure import Division
from departments.models.succession import Reorganisation, Succession

__all__ = [
    "AdministrativeUnit",
    "Appointment",
    "Division",
    "Holiday",
    "OpeningHours",
    "OpeningRule",
    "OrganisationIndexPage",
    "OrganisationPage",
    "Person",
    "PlaceLookupPage",
    "PlaceSuccession",
    "Reorganisation",
    "ServicePoint",
    "Succession",
]
