"""Where the offices of units are set up."""

from collections.abc import Iterator

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets import Button
from wagtail.models import Page

from departments.models import OrganisationPage
from editorial.views.roles import set_up


@hooks.register("register_admin_urls")
def register_addresses() -> list[URLPattern]:
    """The button's address."""
    return [path("departments/<int:page_id>/roles/", set_up, name="editorial_setup_roles")]


@hooks.register("register_page_header_buttons")
def offer_to_set_up(page: Page, user, next_url=None, view_name=None) -> Iterator[Button]:
    """Offer it on a unit's page to who manages accounts."""
    if issubclass(page.specific_class or Page, OrganisationPage) and user.has_perm("auth.change_group"):
        yield Button(
            _("Set up roles"), reverse("editorial_setup_roles", args=[page.pk]), icon_name="group", priority=80
        )
