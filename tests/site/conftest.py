"""The public pages of a small province, fetched once and then only read."""

from dataclasses import dataclass
from functools import lru_cache

import pytest
from bs4 import BeautifulSoup
from django.test import Client, TestCase

from tests.factories.province import build_both
from tests.worlds import scratch_database


@dataclass(frozen=True)
class Answer:
    """What a citizen got for an address."""

    name: str
    language: str
    url: str
    status: int
    headers: dict[str, str]
    cookies: tuple[str, ...]
    html: str

    @property
    def soup(self) -> BeautifulSoup:
        """The document, parsed once; tests only read it."""
        return parsed(self.html)


@lru_cache(maxsize=64)
def parsed(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "html.parser")


def answer_of(name: str, language: str, url: str) -> Answer:
    """Ask for ``url`` as somebody who was never here before."""
    client = Client()
    response = client.get(url)
    content = b"".join(response) if response.streaming else response.content
    headers = {key.lower(): value for key, value in response.items()}
    cookies = tuple(response.cookies)
    return Answer(name, language, url, response.status_code, headers, cookies, content.decode())


@pytest.fixture(scope="session")
def answers(django_db_setup, django_db_blocker) -> dict[tuple[str, str], Answer]:
    """Return (language, name) → answer: every page type, and the pages that no page type makes."""
    found: dict[tuple[str, str], Answer] = {}
    with scratch_database(django_db_blocker):
        with TestCase.captureOnCommitCallbacks(execute=True):
            provinces = build_both()
        for province in provinces:
            language = province.language
            prefix = "" if language == "vi" else f"/{language}"
            urls = {name: page.url for name, page in {"home": province.home, **province.pages}.items()}
            urls |= {
                "search": f"{prefix}/tim-kiem/?q=cau",
                "search_empty": f"{prefix}/tim-kiem/",
                "missing": f"{prefix}/khong-co-trang-nay/",
                "category": f"{urls['news']}chuyen-muc/{province.category.slug}/",
                "topic": f"{urls['news']}dong-su-kien/{province.topic.slug}/",
                "saved": f"{urls['article']}?luu=1",
            }
            for name, url in urls.items():
                found[language, name] = answer_of(name, language, url)
    return found
