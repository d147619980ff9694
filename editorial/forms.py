"""Forms of the workflow."""

from django import forms
from django.utils.translation import gettext_lazy as _


class ReasonForm(forms.Form):
    """Why a text is returned; its writer reads it."""

    comment = forms.CharField(
        label=_("What has to be changed"), strip=True, max_length=2000, widget=forms.Textarea({"rows": 4})
    )
