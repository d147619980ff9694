"""The editors' forms: rules that span a page and the rows below it."""

from django.utils.translation import gettext as _

from core.forms import PublicationForm


class ProjectForm(PublicationForm):
    """Judges a project with the figures that are about to be added to it."""

    def _post_clean(self) -> None:
        self.instance.figures_in_form = {
            name: formset.published + formset.entered()
            for name, formset in self.formsets.items()
            if name in ("progress_figures", "money_figures") and formset.is_valid()
        }
        super()._post_clean()

    def save(self, commit: bool = True):
        page = super().save(commit=commit)
        page.figures_in_form = {}
        return page


class SchemeForm(PublicationForm):
    """Judges the tasks of a scheme by its period."""

    def _post_clean(self) -> None:
        super()._post_clean()
        first_year = self.cleaned_data.get("period_start")
        for form in self.formsets["tasks"].forms if first_year and "tasks" in self.formsets else []:
            due_on = form.cleaned_data.get("due_on") if form.is_valid() else None
            if due_on and due_on.year < first_year:
                form.add_error("due_on", _("A task cannot be due before the scheme begins."))
