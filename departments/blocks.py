"""Blocks for the front page of an organisation's section."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class SectionBlock(blocks.StructBlock):
    """A block about the organisation on whose page it stands; the page has fetched what it shows."""

    heading = blocks.CharBlock(label=_("heading"), required=False, max_length=120)

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        for name in ("leaders", "points"):
            context[name] = (parent_context or {}).get(name, [])
        return context


class LeadersBlock(SectionBlock):
    """The leaders in office."""

    class Meta:
        icon = "group"
        label = _("Leaders")
        group = _("The unit")
        description = _("Who leads the unit today, from the list of people.")
        template = "departments/blocks/leaders.html"
        preview_value = {"heading": "Lãnh đạo"}


class ServicePointsBlock(SectionBlock):
    """Where citizens are received."""

    class Meta:
        icon = "site"
        label = _("Service points")
        group = _("The unit")
        description = _("The unit's service points with their hours, and whether they are open now.")
        template = "departments/blocks/service_points.html"
        preview_value = {"heading": "Nơi tiếp nhận hồ sơ"}
