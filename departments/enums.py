"""Kinds of bodies that keep a section of the portal."""

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


class OrganisationKind(models.TextChoices):
    """What a body is; the order is that of the public directory."""

    PROVINCIAL_PARTY_COMMITTEE = "provincial_party_committee", _("Provincial Party Committee")
    PEOPLES_COUNCIL = "peoples_council", _("People's Council")
    PEOPLES_COMMITTEE = "peoples_committee", _("People's Committee")
    DEPARTMENT = "department", _("Department")
    AGENCY = "agency", _("Agency")
    PUBLIC_UNIT = "public_unit", _("Public service unit")
    WARD = "ward", _("Ward")
    COMMUNE = "commune", _("Commune")
    SPECIAL_ZONE = "special_zone", _("Special zone")


# Headings of the public directory and of the generated link directory: kinds that stand together.
DIRECTORY_GROUPS: "list[tuple[StrOrPromise, list[OrganisationKind]]]" = [
    (
        _("Leading bodies of the province"),
        [
            OrganisationKind.PROVINCIAL_PARTY_COMMITTEE,
            OrganisationKind.PEOPLES_COUNCIL,
            OrganisationKind.PEOPLES_COMMITTEE,
        ],
    ),
    (_("Departments and agencies"), [OrganisationKind.DEPARTMENT, OrganisationKind.AGENCY]),
    (_("Public service units"), [OrganisationKind.PUBLIC_UNIT]),
    (
        _("Communes and wards"),
        [OrganisationKind.WARD, OrganisationKind.COMMUNE, OrganisationKind.SPECIAL_ZONE],
    ),
]
