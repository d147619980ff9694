"""The form of a reorganisation."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from core.validators import validate_year
from departments.enums import EndKind
from departments.models import OrganisationPage
from departments.reorganisation import Plan, problems


class ReorganisationForm(forms.Form):
    """Who ends, how, when, and who takes over."""

    kind = forms.ChoiceField(label=_("how they end"), choices=EndKind, initial=EndKind.MERGED)
    on = forms.DateField(
        label=_("in force from"),
        widget=AdminDateInput,
        validators=[validate_year],
        help_text=_("The day before is the last day of the units that end. It may lie ahead."),
    )
    predecessors = forms.ModelMultipleChoiceField(
        label=_("units that end"),
        queryset=OrganisationPage.objects.none(),
        widget=forms.SelectMultiple(attrs={"size": 10}),
    )
    successors = forms.ModelMultipleChoiceField(
        label=_("units that take over"),
        queryset=OrganisationPage.objects.none(),
        required=False,
        widget=forms.SelectMultiple(attrs={"size": 10}),
        help_text=_("Exactly one; two or more of a split; none if they end for good."),
    )
    legal_basis = forms.CharField(label=_("legal basis"), required=False, max_length=255)
    note = forms.CharField(
        label=_("note for readers"), required=False, max_length=300, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        units = OrganisationPage.objects.live().filter(locale__language_code=settings.LANGUAGE_CODE)
        units = units.filter(alias_of=None).order_by("title")
        self.fields["predecessors"].queryset = units.filter(valid_to=None)  # type: ignore[attr-defined]
        self.fields["successors"].queryset = units  # type: ignore[attr-defined]

    @property
    def plan(self) -> Plan:
        """What the form says, once it is valid."""
        data = self.cleaned_data
        return Plan(
            kind=data["kind"],
            on=data["on"],
            predecessors=list(data["predecessors"]),
            successors=list(data["successors"]),
            legal_basis=data["legal_basis"],
            note=data["note"],
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not self.errors:
            for problem in problems(self.plan):
                self.add_error(None, problem)
        return cleaned
