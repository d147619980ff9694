"""The groups of the link directory."""

from typing import Any

from wagtail.models import Page

from core.privacy import is_public
from departments.models import OrganisationPage


def link_groups(page: Page | None) -> list[dict[str, Any]]:
    """Return ``[{"title", "links": [{"title", "url"}]}]`` in the language of ``page``.

    First the groups that editors wrote on the link directory, then the websites of the province's own bodies,
    read from their pages so that a changed address is changed here too. Empty groups are left out.
    """
    if page is None:
        return []
    from home.models.links import WebLinkGroup

    by_hand = WebLinkGroup.objects.filter(page__locale=page.locale_id).select_related("page")
    groups = [
        {
            "title": group.title,
            "links": [{"title": link.value["title"], "url": link.value["url"]} for link in group.links],
        }
        for group in by_hand
        if is_public(group.page)
    ]
    for group in OrganisationPage.objects.exclude(website="").grouped(page.locale_id):
        links = [{"title": page.title, "url": page.website} for page in group["organisations"]]
        groups.append({"title": group["title"], "links": links})
    return [group for group in groups if group["links"]]
