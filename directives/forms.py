"""Forms of the directives room: the editor's, and the readers' filter of the follow-up list."""

from typing import Any

from core.forms import PublicationForm
from directives.status import task_problems


class DirectiveForm(PublicationForm):
    """The editor's form; says beside the field what in a task contradicts the directive."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.instance.tasks_checked_by_form = True

    def is_valid(self) -> bool:
        valid = super().is_valid()
        directive_date = self.cleaned_data.get("date") if hasattr(self, "cleaned_data") else None
        if not directive_date or "tasks" not in self.formsets:
            return valid
        for form in self.formsets["tasks"].forms:
            if form.is_valid() and form.cleaned_data and not form.cleaned_data.get("DELETE"):
                for field, problem in task_problems(directive_date, form.instance, _coordinating(form)).items():
                    form.add_error(field, problem)
                    valid = False
        return valid

    def save(self, commit: bool = True) -> Any:
        page = super().save(commit=commit)
        page.tasks_checked_by_form = False
        return page


def _coordinating(form: Any) -> list[tuple[int | None, str]]:
    rows = [row.cleaned_data for row in form.formsets["coordinating"].forms if row.is_valid()]
    return [
        (row["organisation"].pk if row.get("organisation") else None, row.get("name") or "")
        for row in rows
        if row and not row.get("DELETE")
    ]
