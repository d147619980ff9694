"""The news room in the admin: lists of articles and notices, and the words by which they are sorted."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from core.listings import with_own_columns
from news.models import Author, Category, NewsPage, NewsSource, NoticePage, Topic

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


def _missing_title(page: NewsPage) -> "StrOrPromise":
    """Say something only where a title is missing: a red cross for "no" reads as a fault of every article."""
    return _("title missing") if page.needs_title else ""


class NewsListing(PageListingViewSet):
    """All articles that the account may see."""

    model = NewsPage
    icon = "doc-full"
    menu_label = _("News")
    add_to_admin_menu = False
    columns = with_own_columns(
        Column("category", label=_("category"), sort_key="category__name"),
        DateColumn("published_at", label=_("published"), sort_key="published_at"),
        Column("needs_title", label=_("title missing"), accessor=_missing_title, sort_key="needs_title"),
    )
    list_filter = ["category", "topic", "is_featured", "needs_title", "live", "published_at"]


class NoticeListing(PageListingViewSet):
    """All notices that the account may see."""

    model = NoticePage
    icon = "warning"
    menu_label = _("Notices")
    add_to_admin_menu = False
    columns = with_own_columns(
        Column("get_kind_display", label=_("kind"), sort_key="kind"),
        DateColumn("published_at", label=_("published"), sort_key="published_at"),
        DateColumn("valid_until", label=_("holds until"), sort_key="valid_until"),
    )
    list_filter = ["kind", "live", "valid_until", "published_at"]


class ArticleListings(ViewSetGroup):
    """The menu entry of the news room."""

    menu_label = _("News and notices")
    menu_icon = "doc-full"
    menu_order = 110
    items = (NewsListing("news"), NoticeListing("notices"))


@hooks.register("register_admin_viewset")
def register_listings():
    """Offer the flat lists in the admin menu."""
    return ArticleListings()


class CategoryViewSet(SnippetViewSet):
    """Categories."""

    model = Category
    icon = "folder-open-inverse"
    list_display = ["name", "parent", "slug", "order"]
    list_filter = ["parent"]


class TopicViewSet(SnippetViewSet):
    """Topics."""

    model = Topic
    icon = "history"
    list_display = ["name", "slug"]


class NewsSourceViewSet(SnippetViewSet):
    """Sources."""

    model = NewsSource
    icon = "globe"
    list_display = ["name", "domain"]


class AuthorViewSet(SnippetViewSet):
    """Authors."""

    model = Author
    icon = "user"
    list_display = ["full_name", "pen_name"]


class NewsLabels(SnippetViewSetGroup):
    """The menu entry of the labels."""

    menu_label = _("Labels of news")
    menu_icon = "tag"
    menu_order = 120
    items = (CategoryViewSet, TopicViewSet, NewsSourceViewSet, AuthorViewSet)


register_snippet(NewsLabels)
