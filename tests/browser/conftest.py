"""A browser, and a portal for it to look at."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from tests.conftest import ROOT


@dataclass(frozen=True)
class Portal:
    """A running portal: its address, and its pages by language and name."""

    base: str
    pages: dict[str, dict[str, str]]
    news_key: int
    department_news_key: int

    def url(self, name: str, language: str = "vi") -> str:
        return self.base + self.pages[language].get(name, name)


@pytest.fixture(scope="session")
def portal(tmp_path_factory) -> Iterator[Portal]:
    """Start the portal in a process of its own; it ends when its standard input closes."""
    folder = tmp_path_factory.mktemp("var")
    environment = {key: value for key, value in os.environ.items() if key != "DJANGO_SETTINGS_MODULE"}
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.browser.serve", str(folder)],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=(folder / "errors.txt").open("w"),
        text=True,
    )
    line = process.stdout.readline()
    assert line, (folder / "errors.txt").read_text()
    said = json.loads(line)
    yield Portal(f"http://127.0.0.1:{said['port']}", said["pages"], said["news_key"], said["department_news_key"])
    process.stdin.close()
    process.wait(timeout=20)


@pytest.fixture(scope="session")
def chromium():
    """Debian's browser."""
    from playwright.sync_api import sync_playwright

    path = shutil.which("chromium")
    assert path, "the browser tests need chromium (apt install chromium)"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium):
    """Return a function that opens a fresh page; whatever the browser complains about fails the test."""
    contexts = []
    complaints: list[str] = []

    def open_one(width: int = 1280, *, listen: bool = True, **options):
        context = chromium.new_context(viewport={"width": width, "height": 900}, locale="vi-VN", **options)
        contexts.append(context)
        page = context.new_page()
        if listen:
            page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
            page.on("pageerror", lambda error: complaints.append(str(error)))
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert not complaints
