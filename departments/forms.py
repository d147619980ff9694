"""Forms of the department room."""

from typing import Any

from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm

from core.choices import BoundChoices
from departments.rules import successor_count_problem
from departments.scoping import answers_for


class UnitRecordForm(BoundChoices, WagtailAdminModelForm):
    """A record is filed under a unit of one's own, and gives nobody a post in another's."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        self._keep_at_home(self)
        formset = self.formsets.get("appointments")
        for row in formset.forms if formset is not None and formset.is_valid() else []:
            if row.has_changed() or row.cleaned_data.get("DELETE"):
                self._keep_at_home(row)
        return cleaned

    def _keep_at_home(self, form: Any) -> None:
        """Refuse a unit that is not one's own, the one named now and the one that was named before."""
        if self.for_user is None or "organisation" not in form.fields or not form.has_changed():
            return
        units = [form.cleaned_data.get("organisation")]
        if form.instance.pk:
            units.append(type(form.instance)._default_manager.get(pk=form.instance.pk).organisation)
        if not all(answers_for(self.for_user, unit) for unit in units):
            self.add_error(None, _("Choose a unit for whose pages you answer."))


class PlaceForm(WagtailAdminModelForm):
    """Holds the end of a place and its successors against the rules."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        kind, last_day = cleaned.get("ended_as"), cleaned.get("valid_to")
        rows = self._successors()
        if kind and (problem := successor_count_problem(kind, len(rows))):
            self.add_error("ended_as", problem)
        elif rows and not kind:
            self.add_error("ended_as", _("Say how the place ended, or take its successors away."))
        for place in rows:
            if problem := self._problem(place, last_day):
                self.add_error("ended_as", problem)
        return cleaned

    def _successors(self) -> list[Any]:
        formset = self.formsets.get("successions")
        if formset is None or not formset.is_valid():
            return []
        rows = (form.cleaned_data for form in formset.forms if form.has_changed() or form.instance.pk)
        return [row["successor"] for row in rows if row.get("successor") and not row.get("DELETE")]

    def _problem(self, successor: Any, last_day: Any) -> str:
        if self.instance.pk and self.instance.pk in _later(successor):
            return _("%(place)s itself went over to this place: that is a circle.") % {"place": successor.full_name}
        if last_day and successor.valid_to and successor.valid_to <= last_day:
            return _("%(place)s had ended by then and cannot take over.") % {"place": successor.full_name}
        return ""


def _later(place: Any) -> set[int]:
    """Return the ids of a place and of everything to which it went over."""
    found: set[int] = set()
    waiting = [place]
    while waiting:
        step = waiting.pop()
        if step.pk not in found:
            found.add(step.pk)
            waiting += [row.successor for row in step.successions.select_related("successor")]
    return found
