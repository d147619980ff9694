"""The addresses below a news index: by category, topic, tag and day."""

from datetime import date

from django.utils.translation import get_language

# Both words answer in both languages; links use the reader's.
WORDS = {
    "category": {"vi": "chuyen-muc", "en": "category"},
    "topic": {"vi": "dong-su-kien", "en": "topic"},
    "tag": {"vi": "the", "en": "tag"},
}
FEED = "rss/"


def label_pattern(kind: str) -> str:
    """Return the regular expression of a list by label, with an optional feed: ``chuyen-muc/<slug>/[rss/]``."""
    return rf"^(?:{'|'.join(WORDS[kind].values())})/(?P<slug>[-\w]+)/(?P<feed>{FEED})?$"


DATE_PATTERN = rf"^(?P<year>[0-9]{{4}})/(?P<month>[0-9]{{2}})/(?:(?P<day>[0-9]{{2}})/)?(?P<feed>{FEED})?$"
LIST_PATTERN = rf"^(?P<feed>{FEED})?$"


def label_path(kind: str, slug: str, language: str | None = None) -> str:
    """Return ``chuyen-muc/<slug>/`` as ``language`` (else the reader's) has it, relative to the index."""
    words = WORDS[kind]
    return f"{words.get(language or get_language() or 'vi', words['vi'])}/{slug}/"


def day_path(day: date) -> str:
    """Return ``2018/08/28/``, relative to the index."""
    return f"{day:%Y/%m/%d}/"


def month_path(day: date) -> str:
    """Return ``2018/08/``, relative to the index."""
    return f"{day:%Y/%m}/"
