"""Whether another site answers, asked so that nobody can use the question to look around inside our network."""

import ipaddress
import socket
from urllib.parse import urljoin, urlsplit

import requests

SECONDS = 3
REDIRECTS = 3


def is_outside(host: str) -> bool:
    """Tell whether every address of ``host`` is a public one (no loopback, private, link-local or reserved one)."""
    try:
        found = socket.getaddrinfo(host, None, proto=socket.IPPROTO_TCP)
        return bool(found) and all(ipaddress.ip_address(entry[4][0]).is_global for entry in found)
    except (OSError, ValueError, UnicodeError):
        return False


def answers(url: str) -> bool:
    """Tell whether ``url`` answers below 400 within three seconds; a refusal to machines (401, 403, 429) counts too.

    Nothing of the answer is kept. Every hop of a redirect is looked at before it is followed.
    """
    for _ in range(REDIRECTS + 1):
        parts = urlsplit(url)
        if parts.scheme not in {"http", "https"} or not parts.hostname or not is_outside(parts.hostname):
            return False
        try:
            with requests.get(url, timeout=SECONDS, allow_redirects=False, stream=True) as response:
                status, target = response.status_code, response.headers.get("location", "")
        except (requests.RequestException, UnicodeError, ValueError):
            return False
        if status not in {301, 302, 303, 307, 308}:
            return status < 400 or status in {401, 403, 429}
        url = urljoin(url, target)
    return False
