"""Which unit answers for a page: the nearest organisation above it in the tree."""

from wagtail.models import Page

from departments.models import OrganisationPage


def owning_organisation(page: Page) -> Page | None:
    """Return the live organisation in whose section ``page`` stands, or ``None`` for the province itself.

    Costs no query for a page that the router found. The result may be a plain ``Page`` (title and address);
    take ``.specific`` for the organisation's own fields.
    """
    ancestors = page.__dict__.get("route_ancestors")
    if ancestors is None:
        ancestors = list(page.get_ancestors())
    for candidate in reversed([*ancestors, page]):
        if candidate.live and issubclass(candidate.specific_class or Page, OrganisationPage):
            return candidate
    return None
