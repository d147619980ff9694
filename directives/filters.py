"""What readers may narrow the follow-up list by."""

from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.languages import name_of
from core.marked_select import MarkedSelect
from core.models import Field
from core.privacy import open_to_all
from core.validators import validate_year
from departments.models import OrganisationPage
from departments.succession import with_predecessors
from directives.enums import TaskStatus
from directives.querysets import TaskQuerySet


class TaskFilter(forms.Form):
    """Agency, status, field and deadline; a value that makes no sense is named and not used."""

    co_quan = forms.ChoiceField(label=_("Lead agency"), required=False, widget=MarkedSelect)
    tinh_trang = forms.ChoiceField(label=_("Status"), required=False)
    linh_vuc = forms.ModelChoiceField(
        Field.objects.none(),
        label=_("Field of work"),
        required=False,
        to_field_name="slug",
        empty_label=_("All"),
        widget=MarkedSelect,
    )
    han_tu = forms.DateField(
        label=_("Due from"),
        required=False,
        validators=[validate_year],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d", "%d/%m/%Y"],
    )
    han_den = forms.DateField(
        label=_("Due until"),
        required=False,
        validators=[validate_year],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d", "%d/%m/%Y"],
    )

    def __init__(self, data: QueryDict, agencies: list[tuple[str, str]], locale_id: int) -> None:
        super().__init__(data)
        # A unit that leads no task itself may have taken over from one that does.
        wanted = data.get("co_quan", "")
        if wanted.isascii() and wanted.isdigit() and len(wanted) < 10 and wanted not in dict(agencies):
            units = open_to_all(OrganisationPage.objects.filter(pk=int(wanted)))
            agencies = agencies + [(wanted, name_of(unit)) for unit in units]
        everything = [("", _("All"))]
        self.fields["co_quan"].choices = everything + agencies  # type: ignore[attr-defined]
        self.fields["tinh_trang"].choices = everything + TaskStatus.choices  # type: ignore[attr-defined]
        self.fields["linh_vuc"].queryset = Field.objects.filter(locale=locale_id)  # type: ignore[attr-defined]
        self.is_valid()

    def clean(self) -> dict[str, Any]:
        chosen = super().clean() or {}
        first, last = chosen.get("han_tu"), chosen.get("han_den")
        if first and last and last < first:
            self.add_error("han_den", _("The last day lies before the first."))
        return chosen

    def chosen(self, name: str) -> Any:
        """Return the value of a filter, or ``None`` if none, or nonsense, was given."""
        return self.cleaned_data.get(name) or None

    @property
    def is_narrowed(self) -> bool:
        """Whether any filter holds."""
        return any(self.cleaned_data.values())

    def within_bounds(self, tasks: TaskQuerySet) -> TaskQuerySet:
        """Narrow ``tasks`` by field and deadline: what the rates by agency are worked out from."""
        if field := self.chosen("linh_vuc"):
            tasks = tasks.filter(field=field)
        if first := self.chosen("han_tu"):
            tasks = tasks.filter(due_on__gte=first)
        if last := self.chosen("han_den"):
            tasks = tasks.filter(due_on__lte=last)
        return tasks

    def of_agency(self, tasks: TaskQuerySet) -> TaskQuerySet:
        """Narrow ``tasks`` by lead agency; those of an agency's predecessors are its own now."""
        agency = self.chosen("co_quan")
        if not agency:
            return tasks
        if agency.isdigit():
            unit = OrganisationPage.objects.get(pk=int(agency))
            return tasks.filter(lead_agency__in=[page.pk for page in with_predecessors(unit)])
        return tasks.filter(lead_agency=None, lead_slug=agency)

    def of_status(self, tasks: TaskQuerySet, day: date | None = None) -> TaskQuerySet:
        """Narrow ``tasks`` by their status on ``day`` (today)."""
        status = self.chosen("tinh_trang")
        return tasks.with_status(status, day or timezone.localdate()) if status else tasks
