"""The addresses below a list of directives."""

from django.utils.translation import get_language

# Both words answer in both languages; links use the reader's.
FOLLOW_UP = {"vi": "theo-doi/", "en": "follow-up/"}


def follow_up_path() -> str:
    """Return the address of the follow-up list below its index, in the reader's language."""
    return FOLLOW_UP.get(get_language() or "vi", FOLLOW_UP["vi"])
