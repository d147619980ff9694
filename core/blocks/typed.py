"""Dates and numbers in streams that a form without a change gives back as they were."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from wagtail import blocks


class KeepsType:
    """Reads what was typed as a value of the block's own kind; what is none stays for ``clean`` to refuse.

    Wagtail compares the text of the form ("26/11/2026") with the stored date, so that whoever approves a page with a
    date in a stream would seem to have edited it, and the workflow would begin again.
    """

    field: Any

    def value_from_datadict(self, data: Any, files: Any, prefix: str) -> Any:
        """Return the value of the posted field ``prefix``."""
        typed = super().value_from_datadict(data, files, prefix)  # type: ignore[misc]  # of the block beside this mixin
        try:
            return self.field.to_python(typed)
        except ValidationError:
            return typed


class DateBlock(KeepsType, blocks.DateBlock):
    """A day."""

    def get_prep_value(self, value: Any) -> Any:
        """Return the day as it is stored, in ISO 8601, since a stream that nobody looked into compares as stored."""
        return value.isoformat() if isinstance(value, date) else value


class IntegerBlock(KeepsType, blocks.IntegerBlock):
    """A whole number."""
