"""Blocks for the front page of an organisation's section."""

from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

if TYPE_CHECKING:
    from departments.models import OrganisationPage


class SectionBlock(blocks.StructBlock):
    """A block about the organisation on whose page it stands."""

    heading = blocks.CharBlock(label=_("heading"), required=False, max_length=120)

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        organisation = (parent_context or {}).get("page")
        return context | (self.found(organisation) if organisation else {})

    def found(self, organisation: "OrganisationPage") -> dict[str, Any]:
        """Return what the block shows of ``organisation``, for its template."""
        raise NotImplementedError


class LeadersBlock(SectionBlock):
    """The leaders in office."""

    def found(self, organisation: "OrganisationPage") -> dict[str, Any]:
        from departments.people import leaders

        return {"leaders": leaders(organisation, timezone.localdate())}

    class Meta:
        icon = "group"
        label = _("Leaders")
        group = _("The unit")
        description = _("Who leads the unit today, from the list of people.")
        template = "departments/blocks/leaders.html"
        preview_value = {"heading": "Lãnh đạo"}


class ServicePointsBlock(SectionBlock):
    """Where citizens are received."""

    def found(self, organisation: "OrganisationPage") -> dict[str, Any]:
        from departments.desks import desks_of

        return {"points": desks_of(organisation)["points"]}

    class Meta:
        icon = "site"
        label = _("Service points")
        group = _("The unit")
        description = _("The unit's service points with their hours, and whether they are open now.")
        template = "departments/blocks/service_points.html"
        preview_value = {"heading": "Nơi tiếp nhận hồ sơ"}
