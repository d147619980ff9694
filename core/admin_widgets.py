"""How the admin asks for a title, a number, and several of a list."""

from typing import Any

from django import forms
from wagtail.admin.widgets import AdminAutoHeightTextInput


class PlainNumberInput(forms.NumberInput):
    """A number without the empty decimals of its column: to a Vietnamese reader ``22.000`` is twenty-two thousand."""

    def format_value(self, value: Any) -> str | None:
        """Return ``22`` for ``Decimal("22.000")`` and ``22.5`` for ``Decimal("22.500")``."""
        text = super().format_value(value)
        return text.rstrip("0").rstrip(".") if text and "." in text else text


class TitleInput(AdminAutoHeightTextInput):
    """A title that is read whole while it is written, on as many lines as it takes, and is one line all the same."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> str | None:
        """Return the title with single spaces."""
        value = super().value_from_datadict(data, files, name)
        return value and " ".join(value.split())


class ChoiceList(forms.CheckboxSelectMultiple):
    """Several of a list, each with its box: in a list box one click without Ctrl forgets all that was chosen."""
