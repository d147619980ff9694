"""Checks of single values."""

from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

FIRST_YEAR, LAST_YEAR = 1900, 9998


def validate_year(value: date) -> None:
    """Raise ``ValidationError`` for a year that nobody means; the first and last years overflow in time zones."""
    if not FIRST_YEAR <= value.year <= LAST_YEAR:
        raise ValidationError(_("Check the year."))
