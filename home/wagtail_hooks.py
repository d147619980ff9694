"""The frame of the portal in the admin: identity, menus, alerts."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from home.models import AlertBanner, Menu, SiteIdentity


class AlertBannerViewSet(SnippetViewSet):
    """Alert banners."""

    model = AlertBanner
    icon = "warning"
    list_display = ["text", "level", "organisation", "starts_at", "ends_at"]
    list_filter = ["level", "organisation"]


class MenuViewSet(SnippetViewSet):
    """Menus."""

    model = Menu
    icon = "list-ul"
    list_display = ["__str__", "locale"]


class SiteIdentityViewSet(SnippetViewSet):
    """Identity and footer."""

    model = SiteIdentity
    icon = "site"
    list_display = ["name", "locale"]


class Frame(SnippetViewSetGroup):
    """The menu entry of the frame."""

    menu_label = _("Portal frame")
    menu_icon = "site"
    menu_order = 140
    items = (AlertBannerViewSet, MenuViewSet, SiteIdentityViewSet)


register_snippet(Frame)
