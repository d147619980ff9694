"""Review links must not stand in a log: who reads one there could open them."""

import logging
import re

_TOKEN = re.compile(r"(/xem-xet/)[^/\s\"']+")


class TokenFilter(logging.Filter):
    """Blots out the token in the addresses that Django writes down for refused requests."""

    def filter(self, record: logging.LogRecord) -> bool:
        message = record.getMessage()
        if _TOKEN.search(message):
            record.msg, record.args = _TOKEN.sub(r"\1…", message), ()
        return True


def keep_tokens_out_of_logs() -> None:
    """Filter what Django's own loggers say of requests (a filter holds for its very logger only)."""
    for name in ("django.request", "django.server", "django.security.csrf"):
        logging.getLogger(name).addFilter(TokenFilter())
