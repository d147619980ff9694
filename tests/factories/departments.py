"""Organisations, their people and service points, places."""

from datetime import date

import factory
import wagtail_factories
from factory.django import DjangoModelFactory
from wagtail.models import Locale

from departments.models import (
    AdministrativeUnit,
    Appointment,
    OrganisationIndexPage,
    OrganisationPage,
    Person,
    PlaceLookupPage,
    ServicePoint,
)


class OrganisationIndexPageFactory(wagtail_factories.PageFactory):
    """The directory."""

    title = "Cơ quan, đơn vị"
    slug = "co-quan"

    class Meta:
        model = OrganisationIndexPage


class OrganisationPageFactory(wagtail_factories.PageFactory):
    """A department."""

    title = factory.Sequence(lambda n: f"Sở thứ {n}")
    slug = factory.Sequence(lambda n: f"so-thu-{n}")
    lead = "Cơ quan chuyên môn của Ủy ban nhân dân tỉnh."
    phone = "0299 3800 000"

    class Meta:
        model = OrganisationPage


class PlaceLookupPageFactory(wagtail_factories.PageFactory):
    """The look-up of former units."""

    title = "Tra cứu đơn vị"
    slug = "tra-cuu-don-vi"

    class Meta:
        model = PlaceLookupPage


class PersonFactory(DjangoModelFactory):
    """An invented person; the language is the organisation's, else the portal's first."""

    full_name = factory.Sequence(lambda n: f"Lò Thị Sương {n}")
    honorific = "Bà"
    locale = factory.LazyAttribute(
        lambda person: person.organisation.locale if person.organisation else first_locale()
    )
    organisation = None

    class Meta:
        model = Person


class AppointmentFactory(DjangoModelFactory):
    """A post; the person is made in the language of the organisation."""

    organisation = factory.SubFactory(OrganisationPageFactory)
    locale = factory.LazyAttribute(lambda post: post.organisation.locale)
    person = factory.SubFactory(
        PersonFactory, organisation=factory.SelfAttribute("..organisation"), locale=factory.SelfAttribute("..locale")
    )
    post = "Giám đốc"
    starts_on = date(2024, 1, 1)

    class Meta:
        model = Appointment


class ServicePointFactory(DjangoModelFactory):
    """A service point."""

    name = factory.Sequence(lambda n: f"Trung tâm phục vụ hành chính công số {n}")
    address = "Số 2, đường Bờ Sông"
    locale = factory.LazyAttribute(lambda point: point.organisation.locale)

    class Meta:
        model = ServicePoint


class AdministrativeUnitFactory(DjangoModelFactory):
    """A commune of today."""

    name = factory.Sequence(lambda n: f"An Hòa {n}")
    full_name = factory.LazyAttribute(lambda place: f"Xã {place.name}")
    code = factory.Sequence(lambda n: f"{30000 + n}")
    valid_from = date(2000, 1, 1)

    class Meta:
        model = AdministrativeUnit


def first_locale() -> Locale:
    """Return the portal's first language."""
    return Locale.objects.get(language_code="vi")
