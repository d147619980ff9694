"""A select whose options say their language."""

from typing import Any

from django import forms

from core.languages import foreign


class MarkedSelect(forms.Select):
    """A select for names of pages and labels, some of which may be in another language than the reader's."""

    def create_option(self, name: str, value: Any, label: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add ``lang`` to an option whose name, or the thing it stands for, is in another language."""
        option = super().create_option(name, value, label, *args, **kwargs)
        if language := foreign(label) or foreign(getattr(value, "instance", None)):
            option["attrs"]["lang"] = language
        return option
