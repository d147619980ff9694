"""Links that lead nowhere, for those who can mend them."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn

from editorial.models import BrokenLink
from editorial.reports.base import OfficeReport, UnitNames, own_pages


class BrokenLinksReport(OfficeReport):
    """What the last check found on the pages of one's own sections."""

    page_title = _("Broken links")
    header_icon = "link"
    index_url_name = "editorial_broken_links"
    index_results_url_name = "editorial_broken_links_results"
    export_filename = "lien-ket-hong"
    columns = [
        TitleColumn("page", label=_("Page"), url_name="wagtailadmin_pages:edit", id_accessor="page_id"),
        Column("unit_name", label=_("Unit")),
        Column("url", label=_("Address")),
        Column("get_problem_display", label=_("Problem")),
        DateColumn("found_at", label=_("Found on")),
    ]
    list_export = ["page", "unit_name", "url", "get_problem_display", "found_at"]
    export_headings = {column.name: column.label for column in columns}

    def get_queryset(self) -> QuerySet:
        links = BrokenLink.objects.filter(page__in=own_pages(self.request.user).values("pk"))
        return links.select_related("page")

    def decorate_paginated_queryset(self, object_list) -> list[BrokenLink]:
        links, units = list(object_list), UnitNames()
        for link in links:
            link.unit_name = units.of(link.page.path)
        return links
