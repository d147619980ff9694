"""The addresses below an organisation and below the directory."""

from django.utils.translation import get_language

# Both words answer in both languages; links use the reader's.
WORDS = {
    "leaders": {"vi": "lanh-dao", "en": "leaders"},
    "past_leaders": {"vi": "lanh-dao-qua-cac-thoi-ky", "en": "past-leaders"},
    "structure": {"vi": "co-cau", "en": "structure"},
    "contacts": {"vi": "lien-he", "en": "contacts"},
    "chart": {"vi": "so-do-to-chuc", "en": "chart"},
}


def pattern(name: str) -> str:
    """Return the regular expression of a sub-address."""
    return rf"^(?:{'|'.join(WORDS[name].values())})/$"


def sub_path(name: str) -> str:
    """Return ``lanh-dao/`` or its English form, relative to the page."""
    words = WORDS[name]
    return f"{words.get(get_language() or 'vi', words['vi'])}/"
