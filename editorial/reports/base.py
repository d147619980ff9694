"""What every report of the office has in common: only pages of one's own sections, dated files, harmless cells."""

import django_filters
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page
from wagtail.permissions import policy_registry

from departments.models import OrganisationPage

# With these a spreadsheet program takes a cell for a formula (OWASP, "CSV injection").
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
MAY_SEE = ["add", "change", "publish"]


def own_pages(user) -> QuerySet:
    """Return the pages of the sections in which ``user`` writes, edits or publishes."""
    return policy_registry.get_by_type(Page).instances_user_has_any_permission_for(user, set(MAY_SEE))


def own_units(request) -> QuerySet:
    """Return the units among the pages of the person who asks, for a filter."""
    mine = own_pages(request.user).values("pk") if request else []
    return OrganisationPage.objects.filter(pk__in=mine).order_by("title")


class PeriodAndUnitFilterSet(WagtailFilterSet):
    """Narrows articles to a period of publication and to a unit's section."""

    published_at = django_filters.DateFromToRangeFilter(label=_("Published on"), widget=DateRangePickerWidget)
    unit = django_filters.ModelChoiceFilter(label=_("Unit"), queryset=own_units, method="in_section_of")

    def in_section_of(self, queryset: QuerySet, name: str, unit: OrganisationPage) -> QuerySet:
        """Keep what stands in the section of ``unit``."""
        return queryset.descendant_of(unit, inclusive=True)  # type: ignore[attr-defined]


class OfficeReport(ReportView):
    """A report over pages of one's own sections, as a table and as CSV or XLSX."""

    any_permission_required = MAY_SEE

    @property
    def permission_policy(self):
        """Who may do anything with pages may see what it came to."""
        return policy_registry.get_by_type(Page)

    def get_filename(self) -> str:
        return f"{self.export_filename}-{timezone.localdate():%Y-%m-%d}"

    def preprocess_field_value(self, field: str, value, export_format: str):
        """Put an apostrophe before what would run as a formula."""
        value = super().preprocess_field_value(field, value, export_format)
        return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA_STARTS) else value


class UnitNames:
    """Tells the unit in whose section a page stands, for many pages at the cost of one query."""

    def __init__(self) -> None:
        rows = OrganisationPage.objects.values_list("path", "title")
        self._by_path = dict(rows)

    def of(self, path: str) -> str:
        """Return the name of the unit for a tree path; empty for the province's own pages."""
        for length in range(len(path), 0, -Page.steplen):
            if path[:length] in self._by_path:
                return self._by_path[path[:length]]
        return ""
