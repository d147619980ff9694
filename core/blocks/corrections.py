"""What was wrong on a page and what is right."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from core.blocks.typed import DateBlock


class CorrectionBlock(blocks.StructBlock):
    """A public correction (đính chính): what was wrong, what is right, since when, on whose authority.

    Readers see a unit or an office, never an account; which account it was stands in the page's history.
    """

    date = DateBlock(label=_("date"))
    what_was = blocks.TextBlock(label=_("what was written"))
    what_is = blocks.TextBlock(label=_("what is right"))
    by = blocks.CharBlock(
        label=_("corrected by"),
        required=False,
        max_length=200,
        help_text=_("The unit or office, for example Ban Biên tập; not the name of a person."),
    )

    class Meta:
        icon = "warning"
        label = _("Correction")
