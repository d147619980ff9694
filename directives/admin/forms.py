"""What an editor confirms of the tasks that a text seems to set."""

import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.validators import validate_year
from departments.recognition import Mention, Recogniser
from directives.models import CoordinatingAgency, DirectiveIndexPage, DirectiveTask
from directives.status import task_problems
from directives.suggestions import Suggestion

MOST_ROWS = 100


class DayField(forms.DateField):
    """A day, chosen in the browser's own calendar."""

    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    default_validators = [validate_year]


class TargetForm(forms.Form):
    """Where the tasks of an article go: a new draft directive."""

    index = forms.ModelChoiceField(DirectiveIndexPage.objects.none(), label=_("List of directives"), empty_label=None)
    title = forms.CharField(label=_("Title of the directive"), max_length=255)
    date = DayField(label=_("Date of the directive"))

    def __init__(self, *args: Any, indexes: list[DirectiveIndexPage], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        allowed = DirectiveIndexPage.objects.filter(pk__in=[index.pk for index in indexes])
        self.fields["index"].queryset = allowed  # type: ignore[attr-defined]

    def clean_date(self) -> datetime.date:
        day = self.cleaned_data["date"]
        if day > timezone.localdate():
            raise ValidationError(_("A directive cannot be dated later than today."))
        return day


class SuggestionForm(forms.Form):
    """One suggestion; only a ticked one is looked at."""

    chosen = forms.BooleanField(label=_("Add this task"), required=False)
    content = forms.CharField(
        label=_("What is to be done"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )
    lead = forms.CharField(label=_("Lead agency"), required=False, max_length=255)
    coordinating = forms.CharField(
        label=_("Coordinating agencies, with semicolons between them"), required=False, max_length=1000
    )
    due_on = DayField(label=_("Due on"), required=False)
    is_standing = forms.BooleanField(label=_("Standing task, without a last day"), required=False)
    sentence = forms.CharField(required=False, max_length=5000, widget=forms.HiddenInput)

    def task(self, recogniser: Recogniser) -> DirectiveTask:
        """Return the task that the row describes; agencies of the directory are linked by their names."""
        data = self.cleaned_data
        lead_id, lead_name = _agency(data["lead"], recogniser)
        task = DirectiveTask(
            content=data["content"],
            lead_agency_id=lead_id,
            lead_name=lead_name,
            due_on=data["due_on"],
            is_standing=data["is_standing"],
        )
        names = [name.strip() for name in data["coordinating"].split(";") if name.strip()]
        rows = [_agency(name, recogniser) for name in names]
        task.coordinating = [CoordinatingAgency(organisation_id=pk, name=name) for pk, name in rows]
        return task

    def check_task(self, task: DirectiveTask, directive_date: datetime.date) -> None:
        """Say beside the fields what is wrong with ``task``."""
        problems: dict[str, Any] = {}
        try:
            task.clean()
        except ValidationError as error:
            problems = dict(error.message_dict)
        helpers = [(agency.organisation_id, agency.name) for agency in task.coordinating.all()]
        problems |= task_problems(directive_date, task, helpers)
        for field, problem in problems.items():
            self.add_error({"lead_agency": "lead"}.get(field, field), problem)


SuggestionFormSet = forms.formset_factory(
    SuggestionForm, extra=0, max_num=MOST_ROWS, absolute_max=MOST_ROWS, validate_max=True
)


def initial_of(suggestion: Suggestion, is_known: bool) -> dict[str, Any]:
    """Return the row of a suggestion as the editor finds it; one that the directive already has is not ticked."""
    deadline = suggestion.deadline
    return {
        "chosen": not is_known,
        "content": suggestion.content[:2000],
        "lead": _shown(suggestion.lead),
        "coordinating": "; ".join(_shown(mention) for mention in suggestion.coordinating),
        "due_on": deadline.due_on if deadline else None,
        "is_standing": bool(deadline and deadline.is_standing),
        "sentence": suggestion.sentence[:5000],
    }


def _shown(mention: Mention) -> str:
    return mention.name[:1].upper() + mention.name[1:]


def _agency(name: str, recogniser: Recogniser) -> tuple[int | None, str]:
    """Return (page id, words) of the agency called ``name``; the words stay as they were typed."""
    name = " ".join(name.split())
    found = recogniser.find(name)
    whole = found[0] if len(found) == 1 and len(found[0].text) == len(name) else None
    return (whole.page_id if whole else None), name
