"""Blocks of the schemes and projects room."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class ObstacleBlock(blocks.StructBlock):
    """What hinders a project, since when, and whether it was overcome."""

    noted_on = blocks.DateBlock(label=_("noted on"))
    text = blocks.TextBlock(label=_("obstacle"), max_length=500)
    proposal = blocks.TextBlock(label=_("what is proposed"), required=False, max_length=500)
    resolved_on = blocks.DateBlock(label=_("overcome on"), required=False)

    class Meta:
        icon = "warning"
        label = _("Obstacle")
        description = _("What hinders the project, since when.")
        preview_value = {"text": "Chờ bàn giao mặt bằng."}


class SystemBlock(blocks.StructBlock):
    """A digital system that a project builds or uses."""

    name = blocks.CharBlock(label=_("name"), max_length=200)
    text = blocks.CharBlock(label=_("what it does"), required=False, max_length=300)
    url = blocks.URLBlock(label=_("address"), required=False)

    class Meta:
        icon = "desktop"
        label = _("Digital system")
        description = _("A digital system that the project builds or uses.")
        preview_value = {"name": "Trung tâm điều hành thông minh"}


class GoalBlock(blocks.StructBlock):
    """A goal of a scheme: by when, what."""

    year = blocks.IntegerBlock(label=_("by the year"), required=False, min_value=1990, max_value=2100)
    text = blocks.TextBlock(label=_("goal"), max_length=500)

    class Meta:
        icon = "tick-inverse"
        label = _("Goal")
        description = _("What the scheme is to reach, and by when.")
        preview_value = {"year": 2030, "text": "100% hồ sơ được giải quyết trực tuyến."}
