"""The addresses of a scheme's tables."""

import re

from django.utils.translation import get_language

# Table → its word in an address; both answer in both languages, links use the reader's.
WORDS = {
    "projects": {"vi": "du-an", "en": "projects"},
    "tasks": {"vi": "nhiem-vu", "en": "tasks"},
    "indicators": {"vi": "chi-tieu", "en": "indicators"},
    "money": {"vi": "kinh-phi", "en": "money"},
    "milestones": {"vi": "moc-thoi-gian", "en": "milestones"},
}
TABLE_OF = {word: table for table, words in WORDS.items() for word in words.values()}
PATTERN = rf"^(?P<word>{'|'.join(map(re.escape, TABLE_OF))})/(?:(?P<form>csv|json|rss)/)?$"


def table_path(table: str) -> str:
    """Return ``du-an/`` or its English form, relative to the scheme."""
    words = WORDS[table]
    return f"{words.get(get_language() or 'vi', words['vi'])}/"
