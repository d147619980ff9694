"""Blocks of the schemes and projects room."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from core.blocks import LinkBlock
from core.blocks.typed import DateBlock, IntegerBlock
from core.privacy import open_to_all


class ObstacleBlock(blocks.StructBlock):
    """What hinders a project, since when, and whether it was overcome."""

    noted_on = DateBlock(label=_("noted on"))
    text = blocks.TextBlock(label=_("obstacle"), max_length=500)
    proposal = blocks.TextBlock(label=_("what is proposed"), required=False, max_length=500)
    resolved_on = DateBlock(label=_("overcome on"), required=False)

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

    year = IntegerBlock(label=_("by the year"), required=False, min_value=1990, max_value=2100)
    text = blocks.TextBlock(label=_("goal"), max_length=500)

    class Meta:
        icon = "tick-inverse"
        label = _("Goal")
        description = _("What the scheme is to reach, and by when.")
        preview_value = {"year": 2030, "text": "100% hồ sơ được giải quyết trực tuyến."}


class SchemeBlock(blocks.StructBlock):
    """A scheme or programme of the province in a few words."""

    title = blocks.CharBlock(label=_("title"))
    period = blocks.CharBlock(label=_("period"), required=False, max_length=40, help_text=_("For example 2025–2030"))
    text = blocks.TextBlock(label=_("what it brings"), required=False, max_length=300)
    link = LinkBlock(label=_("link"), required=False)


class SchemesBlock(blocks.StructBlock):
    """The province's schemes with their live progress, and programmes that have no page here, in a few words."""

    heading = blocks.CharBlock(label=_("heading"), default=_("Schemes and programmes"))
    schemes = blocks.ListBlock(
        blocks.PageChooserBlock("projects.SchemePage", label=_("scheme")),
        label=_("schemes with a page"),
        required=False,
        min_num=0,
        max_num=6,
        default=[],
    )
    items = blocks.ListBlock(SchemeBlock(), label=_("others, in words"), min_num=0, max_num=6, default=[])

    class Meta:
        icon = "clipboard-list"
        label = _("Schemes")
        group = _("Links")
        description = _("The schemes that the province is working on.")
        template = "home/blocks/schemes.html"
        preview_value = {
            "heading": "Đề án, chương trình",
            "items": [{"title": "Đề án đô thị thông minh", "period": "2025–2030", "text": "Năm lĩnh vực, 18 dự án."}],
        }

    def get_context(self, value, parent_context=None):
        from projects.dashboard import with_progress
        from projects.models import SchemePage

        context = super().get_context(value, parent_context)
        chosen = [scheme.pk for scheme in value.get("schemes") or [] if scheme]
        found = {scheme.pk: scheme for scheme in open_to_all(SchemePage.objects.filter(pk__in=chosen))}
        context["schemes"] = with_progress([found[pk] for pk in chosen if pk in found]) if found else []
        return context
