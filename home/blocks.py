"""Blocks of the home page that belong to no other room."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageBlock

from core.blocks import LinkBlock
from core.blocks.text import RICH_TEXT_FEATURES
from core.images import attach_renditions
from home.models.links import link_groups


class QuickLinkIcon(models.TextChoices):
    """The icons that a quick link may bear; each is a symbol in static/icons/sprite.svg."""

    FILE = "file", _("Papers")
    SEARCH = "search", _("Look up")
    MESSAGE = "message", _("Message")
    CALENDAR = "calendar", _("Calendar")
    PHONE = "phone", _("Telephone")
    MAP = "map", _("Map")
    BUILDING = "building", _("Public body")
    USERS = "users", _("People")
    CHART = "chart", _("Figures")
    GLOBE = "globe", _("Network")


class QuickLinkBlock(blocks.StructBlock):
    """A large link to a service."""

    link = LinkBlock(label=_("link"))
    text = blocks.CharBlock(label=_("what for"), required=False, max_length=120)
    icon = blocks.ChoiceBlock(label=_("icon"), choices=QuickLinkIcon.choices, default=QuickLinkIcon.FILE)


class QuickLinksBlock(blocks.StructBlock):
    """Large links to what citizens come for."""

    heading = blocks.CharBlock(label=_("heading"), default=_("Services"))
    items = blocks.ListBlock(QuickLinkBlock(), label=_("links"), min_num=1, max_num=12)

    class Meta:
        icon = "link"
        label = _("Quick links to services")
        group = _("Links")
        description = _("Large links to the services citizens ask for most.")
        template = "home/blocks/quick_links.html"
        preview_value = {
            "heading": "Dịch vụ",
            "items": [
                {
                    "link": {"title": "Dịch vụ công trực tuyến", "url": "https://dichvucong.gov.vn"},
                    "icon": "file",
                },
                {
                    "link": {"title": "Phản ánh, kiến nghị", "url": "/"},
                    "text": "Gửi và tra cứu",
                    "icon": "message",
                },
            ],
        }


class LinkDirectoryBlock(blocks.StructBlock):
    """Websites of the province's bodies, taken from their own pages, and others."""

    heading = blocks.CharBlock(label=_("heading"), default=_("Links to websites"))

    class Meta:
        icon = "site"
        label = _("Link directory")
        group = _("Links")
        description = _("The groups of the link directory; a department's address comes from its own page.")
        template = "home/blocks/link_directory.html"
        preview_value = {"heading": "Liên kết website"}

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        context["groups"] = link_groups((parent_context or {}).get("page"))
        return context


class VisitBlock(blocks.StructBlock):
    """An invitation to the province."""

    heading = blocks.CharBlock(label=_("heading"))
    text = blocks.RichTextBlock(label=_("text"), features=RICH_TEXT_FEATURES)
    image = ImageBlock(label=_("picture"), required=False)
    link = LinkBlock(label=_("link"), required=False)

    class Meta:
        icon = "view"
        label = _("Visit")
        group = _("Links")
        description = _("A large picture with a few words about the province.")
        template = "home/blocks/visit.html"
        preview_value = {
            "heading": "Về miền sông nước",
            "text": "<p>Chợ nổi, làng nghề và những mùa lúa.</p>",
        }

    def get_context(self, value, parent_context=None):
        attach_renditions([value.get("image")])
        return super().get_context(value, parent_context)
