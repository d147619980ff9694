"""Pages past their review date, for those who answer for them."""

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.models import Page

from editorial.reports.base import OfficeReport, UnitNames, own_pages
from editorial.review_dates import overdue_pages, person_in_charge


class ReviewsDueReport(OfficeReport):
    """Live pages of one's own sections that nobody looked at in the time that their type allows."""

    page_title = _("Pages past their review date")
    header_icon = "time"
    index_url_name = "editorial_reviews_due"
    index_results_url_name = "editorial_reviews_due_results"
    export_filename = "trang-can-ra-soat"
    columns = [
        TitleColumn("title", label=_("Title"), url_name="wagtailadmin_pages:edit"),
        Column("unit_name", label=_("Unit")),
        DateColumn("last_published_at", label=_("Published on")),
        Column("person_in_charge", label=_("Person in charge")),
    ]
    list_export = ["title", "unit_name", "last_published_at", "person_in_charge"]
    export_headings = {column.name: column.label for column in columns}

    def get_queryset(self) -> QuerySet:
        return overdue_pages(timezone.localdate()).filter(pk__in=own_pages(self.request.user).values("pk"))

    def decorate_paginated_queryset(self, object_list) -> list[Page]:
        pages, units = list(object_list), UnitNames()
        for page in pages:
            page.unit_name = units.of(page.path)
            person = person_in_charge(page)
            page.person_in_charge = person.get_full_name() or person.get_username() if person else "—"
        return pages
