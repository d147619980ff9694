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
    DISTRICT = "district", _("District (ended)")


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
    (_("Former districts"), [OrganisationKind.DISTRICT]),
]


class Level(models.TextChoices):
    """The level of government of a body; the district level ended on 1 July 2025."""

    PROVINCE = "province", _("Province")
    DISTRICT = "district", _("District (ended)")
    COMMUNE = "commune", _("Commune")


class EndKind(models.TextChoices):
    """How a body or a place came to its end."""

    RENAMED = "renamed", _("renamed")
    MERGED = "merged", _("merged")
    SPLIT = "split", _("split")
    REPLACED = "replaced", _("replaced")
    MOVED_LEVEL = "moved_level", _("moved to another level")
    ENDED = "ended", _("ended without a successor")


class Extent(models.TextChoices):
    """How much of a body or a place went over to a successor."""

    WHOLE = "whole", _("whole")
    PART = "part", _("part")


class Accent(models.TextChoices):
    """Colours of a section that keep a contrast of 4.5:1 on paper; the style sheet knows their values."""

    RED = "red", _("Red (the province's)")
    BLUE = "blue", _("Blue")
    GREEN = "green", _("Green")
    TEAL = "teal", _("Teal")
    PURPLE = "purple", _("Purple")
    BROWN = "brown", _("Brown")


class PlaceKind(models.TextChoices):
    """Kinds of administrative units, those that ended included."""

    PROVINCE = "province", _("Province")
    CITY = "city", _("City under the central government")
    COMMUNE = "commune", _("Commune")
    WARD = "ward", _("Ward")
    SPECIAL_ZONE = "special_zone", _("Special zone")
    RURAL_DISTRICT = "rural_district", _("Rural district (huyện)")
    URBAN_DISTRICT = "urban_district", _("Urban district (quận)")
    DISTRICT_TOWN = "district_town", _("District-level town (thị xã)")
    PROVINCIAL_CITY = "provincial_city", _("Provincial city")
    TOWNSHIP = "township", _("Township (thị trấn)")


class Weekday(models.IntegerChoices):
    """Days as ``date.weekday()`` numbers them."""

    MONDAY = 0, _("Monday")
    TUESDAY = 1, _("Tuesday")
    WEDNESDAY = 2, _("Wednesday")
    THURSDAY = 3, _("Thursday")
    FRIDAY = 4, _("Friday")
    SATURDAY = 5, _("Saturday")
    SUNDAY = 6, _("Sunday")
