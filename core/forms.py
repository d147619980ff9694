"""The form behind every page's editor."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.forms.formsets import DELETION_FIELD_NAME
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.models import TranslatableMixin

from core.choices import BoundChoices
from core.fields import fixed_fields, translated_rows, word_fields
from core.models.rows import TranslatedWords
from core.validators import validate_year


def _lock(field: Any) -> None:
    field.disabled = True
    field.help_text = _("Taken over from the Vietnamese page: change it there.")


def _lock_rows(formset: Any) -> None:
    """Let nobody add, remove or order rows of a translation, nor change in them what is no word."""
    formset.extra, formset.can_order, formset.validate_max = 0, False, True
    formset.max_num = formset.initial_form_count()
    formset.error_messages["too_many_forms"] = _("Rows are added and removed on the Vietnamese page.")
    translated = word_fields(formset.model) if issubclass(formset.model, TranslatedWords) else ()
    for form in formset.forms:
        for name, field in form.fields.items():
            if name == DELETION_FIELD_NAME:
                field.disabled = True
            elif name != formset.model._meta.pk.name and not (name in translated and getattr(form.instance, name)):
                _lock(field)
        for rows in getattr(form, "formsets", {}).values():
            _lock_rows(rows)


class PublicationForm(BoundChoices, WagtailAdminPageForm):
    """Lets an unfinished draft be saved, and says before publication what is still missing."""

    saving_draft = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            # The page makes one from its title; an editor without the admin's script need not.
            self.fields["slug"].required = False
        self._leave_facts_to_the_original()
        for field in self.fields.values():
            # A Vietnamese page is filed under Vietnamese labels and units only; what is taken over may have no twin.
            queryset = None if field.disabled else getattr(field, "queryset", None)
            if queryset is not None and issubclass(queryset.model, TranslatableMixin) and self.instance.locale_id:
                field.queryset = queryset.filter(locale=self.instance.locale_id)

    def _leave_facts_to_the_original(self) -> None:
        """Show what a translation takes over from its original, and let nobody type what would not be kept."""
        if not self.instance.pk or not self.instance.has_original:
            return
        model: Any = type(self.instance)
        for name in fixed_fields(model):
            if name in self.fields:
                _lock(self.fields[name])
        for name in (*fixed_fields(model), *translated_rows(model)):
            if name in self.formsets:
                _lock_rows(self.formsets[name])

    def defer_required_fields(self) -> None:
        """Wagtail calls this when the form is about to be saved as a draft."""
        super().defer_required_fields()
        self.saving_draft = True

    def clean(self) -> dict[str, Any]:
        for name, value in list(self.cleaned_data.items()):
            if isinstance(value, date):
                try:
                    validate_year(value)
                except ValidationError as error:
                    self.add_error(name, error)
        return super().clean()

    def _post_clean(self) -> None:
        # The page itself would say of an empty field for a second time that it is empty.
        self.instance.saving_draft = True
        super()._post_clean()
        self.instance.saving_draft = self.saving_draft
        if not self.saving_draft:
            for field, message in self.instance.publication_errors().items():
                if field not in self.errors:
                    self.add_error(field if field in self.fields else None, message)

    def save(self, commit: bool = True) -> Any:
        if self.instance._state.adding:
            # Wagtail puts a page that is made with "publish" into the tree as a live one, before anybody is asked.
            self.instance.live = False
        page = super().save(commit=commit)
        page.saving_draft = False
        return page
