"""Blocks that show news on the home page."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from core.blocks.choosers import KeptPageChooserBlock, KeptSnippetChooserBlock
from core.blocks.typed import IntegerBlock
from core.images import attach_renditions
from core.privacy import open_to_all
from news.models import NewsIndexPage, NewsPage, NoticeIndexPage, NoticePage
from news.paths import label_path


def _shown(parent_context: dict | None) -> set[int]:
    """Return the articles that the page shows already; a block adds its own, so that nothing stands twice."""
    return (parent_context or {}).get("shown_articles", set())


def _first_section(model) -> Any:
    """Return an index for the preview of a block, which has no value chosen yet."""
    return open_to_all(model.objects.all()).order_by("depth", "path").first()


class LeadStoriesBlock(blocks.StructBlock):
    """The stories of the day: those marked as lead story, filled up with the newest."""

    heading = blocks.CharBlock(label=_("heading"), required=False)
    section = KeptPageChooserBlock("news.NewsIndexPage", label=_("news index"))
    count = IntegerBlock(label=_("number"), min_value=1, max_value=9, default=5)

    class Meta:
        icon = "pick"
        label = _("Lead stories")
        group = _("News")
        description = _("One large story and several smaller ones.")
        template = "home/blocks/lead_stories.html"

    def get_preview_value(self):
        return self.to_python({}) | {"section": _first_section(NewsIndexPage), "count": 5}

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        seen = _shown(parent_context)
        entries: list[NewsPage] = []
        if value.get("section"):
            listed = NewsPage.objects.in_section(value["section"]).exclude(pk__in=seen).for_cards()
            count = value.get("count") or 5
            entries = list(listed.featured(timezone.now())[:count])
            if len(entries) < count:
                rest = listed.exclude(pk__in=[entry.pk for entry in entries])
                entries += rest[: count - len(entries)]
        seen.update(entry.pk for entry in entries)
        attach_renditions(entry.cover for entry in entries)
        context["entries"] = entries
        return context


class LatestNewsBlock(blocks.StructBlock):
    """The newest articles of several categories."""

    heading = blocks.CharBlock(label=_("heading"), required=False)
    section = KeptPageChooserBlock("news.NewsIndexPage", label=_("news index"))
    categories = blocks.ListBlock(
        KeptSnippetChooserBlock("news.Category"), label=_("categories"), min_num=1, max_num=8
    )
    each = IntegerBlock(label=_("articles of each"), min_value=1, max_value=6, default=3)

    class Meta:
        icon = "list-ul"
        label = _("Latest news by category")
        group = _("News")
        description = _("The newest articles of each category that you choose.")
        template = "home/blocks/latest_news.html"

    def get_preview_value(self):
        from news.models import Category

        section = _first_section(NewsIndexPage)
        categories = list(Category.objects.filter(locale=section.locale_id if section else None)[:3])
        return self.to_python({"categories": []}) | {"section": section, "categories": categories, "each": 3}

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        context["groups"] = self._groups(value, _shown(parent_context)) if value.get("section") else []
        return context

    def _groups(self, value, seen: set[int]) -> list[dict[str, Any]]:
        section = value["section"]
        categories = [category for category in value["categories"] if category]
        each = value.get("each") or 3
        listed = NewsPage.objects.in_section(section).exclude(pk__in=seen)
        entries = list(listed.newest_by_category(categories, each).for_cards())
        attach_renditions(entry.cover for entry in entries)
        seen.update(entry.pk for entry in entries)
        groups = (
            {
                "category": category,
                "url": section.url + label_path("category", category.slug),
                "entries": [entry for entry in entries if entry.category_id == category.pk],
            }
            for category in categories
        )
        return [group for group in groups if group["entries"]]


class NoticesBlock(blocks.StructBlock):
    """The newest notices; those in force stand before those that have ended."""

    heading = blocks.CharBlock(label=_("heading"), default=_("Notices"))
    section = KeptPageChooserBlock("news.NoticeIndexPage", label=_("list of notices"))
    count = IntegerBlock(label=_("number"), min_value=1, max_value=12, default=6)

    class Meta:
        icon = "warning"
        label = _("Notices")
        group = _("News")
        description = _("The newest notices with their dates.")
        template = "home/blocks/notices.html"

    def get_preview_value(self):
        return self.to_python({}) | {"section": _first_section(NoticeIndexPage), "count": 6}

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        entries = []
        if value.get("section"):
            count = value.get("count") or 6
            newest = NoticePage.objects.in_section(value["section"]).for_cards()[: 4 * count]
            # What has ended only fills up the room that notices in force leave.
            entries = sorted(newest, key=lambda notice: notice.has_ended)[:count]
        context["entries"] = entries
        return context
