"""What readers ask of the lists, as plain GET forms."""

from collections.abc import Mapping
from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from core.validators import validate_year


class DayForm(forms.Form):
    """A day on which something is asked for."""

    ngay = forms.DateField(
        label=_("On the day"), validators=[validate_year], widget=forms.DateInput(attrs={"type": "date"})
    )

    @classmethod
    def day_in(cls, query: Mapping[str, str]) -> date | None:
        """Return the day of ``?ngay=``, or ``None`` for none and for nonsense."""
        form = cls(query)
        return form.cleaned_data["ngay"] if form.is_valid() else None
