"""Organisations."""

import factory
import wagtail_factories

from departments.models import OrganisationIndexPage, OrganisationPage


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
