"""The English tracker as a report: per unit, with days, as a table and as a file."""

from typing import Any

import django_filters
from django.db.models import Case, QuerySet, When
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.models import Page

from editorial.reports.base import OfficeReport, UnitNames, own_units
from editorial.translations.tracker import State, days_late, labels_owed, parts_lacking, required_pages


class EnglishFilterSet(WagtailFilterSet):
    """Narrows the list to a state and to a unit's section."""

    state = django_filters.ChoiceFilter(label=_("State"), choices=State.choices)
    unit = django_filters.ModelChoiceFilter(label=_("Unit"), queryset=own_units, method="in_section_of")

    class Meta:
        model = Page
        fields: list[str] = []

    def in_section_of(self, queryset: QuerySet, name: str, unit: Page) -> QuerySet:
        """Keep what stands in the section of ``unit``."""
        return queryset.descendant_of(unit, inclusive=True)  # type: ignore[attr-defined]


class EnglishTitleColumn(TitleColumn):
    """Leads to the English draft where there is one, else to where one is begun."""

    def get_link_url(self, instance, parent_context) -> str:
        if instance.twin_id:
            return reverse("wagtailadmin_pages:edit", args=[instance.twin_id])
        return reverse("wagtail_localize:submit_page_translation", args=[instance.pk])


class EnglishReport(OfficeReport):
    """Required pages and how they stand in English."""

    page_title = _("English tracker")
    header_icon = "wagtail-localize-language"
    template_name = "editorial/admin/english_tracker.html"
    filterset_class = EnglishFilterSet
    index_url_name = "editorial_english"
    index_results_url_name = "editorial_english_results"
    export_filename = "ban-tieng-anh"
    columns = [
        EnglishTitleColumn("title", label=_("Title")),
        Column("unit_name", label=_("Unit")),
        Column("state_name", label=_("State")),
        Column("days", label=_("Days")),
        Column("lacking", label=_("Lacks in English")),
    ]
    list_export = ["title", "unit_name", "state_name", "days", "lacking"]
    export_headings = {column.name: column.label for column in columns}

    @cached_property
    def unit_names(self) -> UnitNames:
        """The names of units, asked for once."""
        return UnitNames()

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(*args, **kwargs), "labels": labels_owed(self.request.user)}

    def get_queryset(self) -> QuerySet:
        # What is owed stands before what is up to date, each unit by unit.
        settled = Case(When(state=State.CURRENT, then=1), default=0)
        return required_pages(self.request.user).order_by(settled, "path")

    def decorate_paginated_queryset(self, object_list) -> list:
        pages = list(object_list)
        for page in pages:
            page.unit_name = self.unit_names.of(page.path)
            page.state_name = State(page.state).label
            page.days = days_late(page)
            page.lacking = ", ".join(parts_lacking(page))
        return pages
