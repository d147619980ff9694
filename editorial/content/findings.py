"""A remark on a text."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """Something an editor should look at: ``code`` names the rule, ``words`` quote the text, ``advice`` is optional.

    ``words`` of personal data are masked but for the last two digits: a warning must not spread what it warns of.
    """

    code: str
    words: str
    advice: str = ""
