"""Page lists of the admin."""

from django.utils.text import capfirst
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.pages import PageListingViewSet


def with_own_columns(*own: Column) -> list[Column]:
    """Return Wagtail's columns of a page list with ``own`` between the page's place and its last change."""
    for column in own:
        column.label = capfirst(column.label)
    stock = PageListingViewSet.columns
    names = [column.name for column in stock]
    place = names.index("parent") + 1
    return [*stock[:place], *own, *stock[place:]]
