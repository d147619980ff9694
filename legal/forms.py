"""The editor's form of a document."""

from typing import Any

from core.forms import PublicationForm


class LegalDocumentForm(PublicationForm):
    """Checks files and relations as they stand in the form, and lets the title be made from the number."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "title" in self.fields:
            self.fields["title"].required = False

    def _post_clean(self) -> None:
        for formset in self.formsets.values():
            if formset.is_valid():
                formset.instance = self.instance
                formset.save(commit=False)
        super()._post_clean()
