"""The addresses below a list of directives."""

from django.utils.translation import get_language

# Both words answer in both languages; links use the reader's.
WORDS = {"follow_up": {"vi": "theo-doi", "en": "follow-up"}}


def follow_up_path() -> str:
    """Return the address of the follow-up list below its index, in the reader's language."""
    words = WORDS["follow_up"]
    return f"{words.get(get_language() or 'vi', words['vi'])}/"
