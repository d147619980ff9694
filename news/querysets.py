"""Questions about articles: what a list shows, in which order, at a cost that does not grow with the archive.

Every list walks the index (section, -published_at, -page): the database reads as many rows as it shows.
"""

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import Q
from django.utils import timezone
from wagtail.models import Page, PageManager, PageQuerySet

from core.privacy import open_to_all
from departments.succession import list_ids

if TYPE_CHECKING:
    from news.models import Category, NewsPage


def day_bounds(first: date, last: date) -> tuple[datetime, datetime]:
    """Return the instants between which the local days ``first`` to ``last`` (inclusive) lie."""
    start = timezone.make_aware(datetime.combine(first, time.min))
    return start, timezone.make_aware(datetime.combine(last + timedelta(days=1), time.min))


class ArticleQuerySet(PageQuerySet):
    """Articles and notices for public lists."""

    def listed(self) -> "ArticleQuerySet":
        """Return what the public may see, newest first; a tie is broken by age of the page."""
        return open_to_all(self).filter(published_at__isnull=False).order_by("-published_at", "-pk")

    def in_section(self, section: Page) -> "ArticleQuerySet":
        """Return the listed articles directly below ``section``; of a successor, its predecessors' same lists too."""
        sections = list_ids(section)
        # One section walks the index as it stands; asking for a list of one would, too, but not on every database.
        mine = self.filter(section__in=sections) if len(sections) > 1 else self.filter(section=section)
        return mine.listed()

    def published_between(self, first: date, last: date) -> "ArticleQuerySet":
        """Return articles published on the local days ``first`` to ``last``, both included."""
        start, end = day_bounds(first, last)
        return self.filter(published_at__gte=start, published_at__lt=end)

    def for_cards(self) -> "ArticleQuerySet":
        """Fetch what a list entry shows and leave the long texts in the database."""
        pages = self.defer("body", "attachments", "corrections")
        # Without names select_related would follow every relation there is.
        return pages.select_related(*self.model.card_select_related) if self.model.card_select_related else pages


class NewsQuerySet(ArticleQuerySet):
    """News articles, sorted by category, topic and tag."""

    def in_category(self, category: "Category") -> "NewsQuerySet":
        """Return articles whose main or other category is ``category`` or one directly below it."""
        wanted = [category.pk, *category.children.values_list("pk", flat=True)]
        others = self.model.other_categories.through.objects.filter(category_id__in=wanted)
        return self.filter(Q(category__in=wanted) | Q(pk__in=others.values("newspage_id")))

    def with_tag(self, tag: Any) -> "NewsQuerySet":
        """Return articles that bear ``tag``."""
        through = self.model.tags.through
        return self.filter(pk__in=through.objects.filter(tag=tag).values("content_object_id"))

    def featured(self, now: datetime) -> "NewsQuerySet":
        """Return articles that editors put forward and whose time as such has come and not run out."""
        return self.filter(
            Q(featured_from__isnull=True) | Q(featured_from__lte=now),
            Q(featured_to__isnull=True) | Q(featured_to__gt=now),
            is_featured=True,
        )

    def newest_by_category(self, categories: list["Category"], each: int) -> "NewsQuerySet":
        """Return the ``each`` newest articles of every main category, in one query."""
        wanted = Q(pk__in=[])
        for category in categories:
            wanted |= Q(pk__in=self.filter(category=category).order_by("-published_at", "-pk").values("pk")[:each])
        return self.filter(wanted)

    def related_to(self, page: "NewsPage", since: datetime, limit: int) -> "NewsQuerySet":
        """Return articles on the same scheme or topic, filled up with the category: newest first, never ``page``.

        Nothing published before ``since`` is taken.
        """
        # Who may read the page may read its section: of siblings only their own restrictions can close them, and
        # those of a page elsewhere that an alias shows.
        siblings = self.filter(section=page.section, live=True, view_restrictions__isnull=True, alias_of__isnull=True)
        siblings = siblings.filter(published_at__gte=since).exclude(pk=page.pk).order_by("-published_at", "-pk")
        wanted = Q(pk__in=siblings.filter(category=page.category_id).values("pk")[:limit])
        if page.topic_id:
            wanted |= Q(pk__in=siblings.filter(topic=page.topic_id).values("pk")[:limit])
        if page.scheme_id:
            wanted |= Q(pk__in=siblings.filter(scheme=page.scheme_id).values("pk")[:limit])
        return self.filter(wanted).order_by("-published_at", "-pk")


ArticleManager = PageManager.from_queryset(ArticleQuerySet)
NewsManager = PageManager.from_queryset(NewsQuerySet)


def news_of_scheme(scheme: Page, limit: int) -> "list[NewsPage]":
    """Return the newest public articles that report on ``scheme``, of any section."""
    from news.models import NewsPage

    return list(NewsPage.objects.filter(scheme=scheme.pk, locale=scheme.locale_id).listed().for_cards()[:limit])
