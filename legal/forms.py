"""The editor's form of a document."""

from typing import Any

from django.utils.translation import gettext as _

from core.forms import PublicationForm


class LegalDocumentForm(PublicationForm):
    """Checks files and relations as they stand in the form, and lets the title be made from the number."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "title" in self.fields:
            self.fields["title"].required = False

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if "title" in self.fields and not cleaned.get("title") and not cleaned.get("document_number"):
            self.add_error("title", _("Fill in the title, or the number, from which the title is made."))
        return cleaned

    def _post_clean(self) -> None:
        for formset in self.formsets.values():
            if formset.is_valid():
                formset.instance = self.instance
                formset.save(commit=False)
        super()._post_clean()
