"""From what somebody typed to a query that no search engine can choke on."""

import unicodedata

MAX_CHARACTERS = 200
MAX_WORDS = 16


def clean_query(text: str) -> str:
    """Return ``text`` as plain words: NFC, no control characters, no quotes, at most 200 characters and 16 words.

    Unbalanced quotes, NUL and hundreds of terms are what makes SQLite's and PostgreSQL's full-text search fail.
    """
    normalised = unicodedata.normalize("NFC", text[: 4 * MAX_CHARACTERS])
    spaced = "".join(" " if unicodedata.category(c)[0] in "CZ" or c == '"' else c for c in normalised)
    return " ".join(spaced[:MAX_CHARACTERS].split()[:MAX_WORDS])
