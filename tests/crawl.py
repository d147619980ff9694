"""Build the demo province in a scratch folder and visit every page of it.

``python -m tests.crawl [--save FOLDER]`` follows every internal link from the home pages and the sitemap.
It fails (exit code 1) on an answer other than 200, a page without exactly one h1, a link whose anchor does not
exist, more queries than the budget, a write to the database, a page that does not say its language, a version in
another language that does not lead back, or a text of the interface in the wrong language. ``--save`` keeps one page
of each kind as HTML for the validator.
"""

import argparse
import os
import re
import shutil
import sys
import tempfile
from collections import Counter, deque
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit

HOST = "http://127.0.0.1"
# A department's front page shows all its parts: news, notices, documents, directives, people, hours, places.
QUERY_BUDGET = 25
MAX_PAGES = 4000
# Filters combine without end; this many addresses of one page show whether they work.
MAX_VARIANTS = 25
NO_PAGES = ("/admin/", "/documents/", "/media/", "/static/")
VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
MARKED_TEXT = frozenset({"script", "style", "title"})


def interface_texts() -> dict[str, set[str]]:
    """Return for each language what its pages must not say: the interface's texts in the other one."""
    import polib

    catalogue = polib.pofile("locale/vi/LC_MESSAGES/django.po")
    pairs = [(entry.msgid, entry.msgstr) for entry in catalogue if "%" not in entry.msgid and len(entry.msgid) > 3]
    english, vietnamese = {pair[0] for pair in pairs}, {pair[1] for pair in pairs}
    return {"vi": english - vietnamese, "en": vietnamese - english}


class PageParser(HTMLParser):
    """Links, ids, headings, language and texts of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.alternates: dict[str, str] = {}
        self.ids: set[str] = set()
        self.h1 = 0
        self.language = ""
        # (element, language) from the root to where the parser is
        self.open: list[tuple[str, str]] = []
        self.texts: set[tuple[str, str]] = set()

    def handle_endtag(self, tag: str) -> None:
        while self.open and tag in (name for name, _language in self.open):
            if self.open.pop()[0] == tag:
                break

    def handle_data(self, data: str) -> None:
        text = " ".join(data.split())
        if text and self.open and self.open[-1][0] not in MARKED_TEXT:
            self.texts.add((self.open[-1][1], text))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        language = values.get("lang") or (self.open[-1][1] if self.open else "")
        if tag == "html":
            self.language = language
        if tag not in VOID:
            self.open.append((tag, language))
        if tag == "link" and values.get("rel") == "alternate" and values.get("hreflang"):
            self.alternates[values["hreflang"] or ""] = values.get("href") or ""
        if tag == "a" and values.get("href"):
            self.links.append(values["href"] or "")
        if values.get("id"):
            self.ids.add(values["id"] or "")
        self.h1 += tag == "h1"


class Crawler:
    """Visits pages breadth first and remembers what is wrong."""

    def __init__(self, save: Path | None) -> None:
        from django.test import Client

        self.client = Client(headers={"host": "127.0.0.1"})
        self.queue: deque[tuple[str, str]] = deque()
        self.seen: set[str] = set()
        self.variants: Counter[str] = Counter()
        self.alternates: dict[str, set[str]] = {}
        self.foreign = interface_texts()
        self.problems: list[str] = []
        self.worst = 0
        self.save = save
        self.kinds: set[str] = set()

    def add(self, url: str, found_on: str) -> None:
        """Queue an internal address once."""
        parts = urlsplit(urljoin(HOST + found_on, url))
        if f"{parts.scheme}://{parts.netloc}" != HOST:
            return
        target = parts.path + (f"?{parts.query}" if parts.query else "")
        if target not in self.seen:
            self.variants[parts.path] += bool(parts.query)
            if parts.query and self.variants[parts.path] > MAX_VARIANTS:
                return
            self.seen.add(target)
            self.queue.append((target, found_on))

    def run(self) -> None:
        """Visit until nothing is left."""
        while self.queue and len(self.seen) <= MAX_PAGES:
            self.visit(*self.queue.popleft())
        if self.queue:
            self.problems.append(f"{len(self.queue)} addresses were left: there is no end to the links")
        for url, others in self.alternates.items():
            self.problems += [
                f"{url} has the version {other}, which does not lead back"
                for other in others
                if url not in self.alternates.get(other, set())
            ]

    def visit(self, url: str, found_on: str) -> None:
        """Ask for one address and check the answer."""
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        if url.startswith(NO_PAGES):
            if url.startswith(("/documents/", "/media/")):
                self.expect_ok(url, found_on, self.client.get(url).status_code)
            return
        with CaptureQueriesContext(connection) as captured:
            response = self.client.get(url)
        self.expect_ok(url, found_on, response.status_code)
        writes = [q["sql"][:90] for q in captured.captured_queries if not q["sql"].startswith("SELECT")]
        self.problems += [f"{url} writes: {sql}" for sql in writes]
        self.worst = max(self.worst, len(captured))
        if len(captured) > QUERY_BUDGET:
            self.problems.append(f"{url} costs {len(captured)} queries")
        if response["Content-Type"].startswith("text/html") and "attachment" not in response.get(
            "Content-Disposition", ""
        ):
            self.read(url, response.content.decode())
            self.keep(str(getattr(response, "template_name", url)), response.content.decode())
        elif "xml" in response["Content-Type"]:
            for address in re.findall(r"<(?:loc|link)>([^<]+)</", response.content.decode()):
                self.add(address, url)

    def expect_ok(self, url: str, found_on: str, status: int) -> None:
        """Remember an answer that is not 200."""
        if status != 200:
            self.problems.append(f"{url} answers {status} (linked from {found_on})")

    def read(self, url: str, html: str) -> None:
        """Check one HTML page and queue its links."""
        parser = PageParser()
        parser.feed(html)
        if parser.h1 != 1:
            self.problems.append(f"{url} has {parser.h1} h1")
        language = "en" if url.startswith("/en/") else "vi"
        if parser.language != language:
            self.problems.append(f"{url} says that its language is {parser.language!r}")
        self.problems += [
            f"{url} says {text!r} in {language}"
            for spoken, text in sorted(parser.texts)
            if spoken in self.foreign and text in self.foreign[spoken]
        ]
        if parser.alternates and "?" not in url:
            self.alternates[url] = {
                address.removeprefix(HOST) for code, address in parser.alternates.items() if code != "x-default"
            }
        for link in parser.links:
            address, fragment = urldefrag(link)
            # Every browser knows #top (HTML standard, "scroll to the fragment").
            if not address and fragment not in parser.ids | {"", "top"}:
                self.problems.append(f"{url} links to the missing anchor #{fragment}")
            if address:
                self.add(address, url)

    def keep(self, template: str, html: str) -> None:
        """Save one page of each template for the validator."""
        kind = re.sub(r"\W+", "-", template.removesuffix(".html")).strip("-")
        if self.save and kind not in self.kinds:
            self.kinds.add(kind)
            (self.save / f"{kind}.html").write_text(html, encoding="utf-8")


def main() -> int:
    """Build, crawl, report; return the exit code."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--save", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="portal-crawl-") as folder:
        os.environ["PORTAL_VAR_DIR"] = folder
        os.environ["DJANGO_SETTINGS_MODULE"] = "portal.settings.development"
        os.environ.pop("DATABASE_URL", None)
        import django

        django.setup()
        from django.conf import settings
        from django.core.management import call_command

        # Counts of what readers look for are written between requests (ADR 0026), which is no page's cost.
        settings.SEARCH_LOG_SECONDS = 0

        call_command("migrate", verbosity=0)
        call_command("build_demo")
        if options.save:
            shutil.rmtree(options.save, ignore_errors=True)
            options.save.mkdir(parents=True)
        crawler = Crawler(options.save)
        for start in ("/", "/en/"):
            crawler.client.get(start)
        for start in ("/", "/en/", "/sitemap.xml", "/tim-kiem/?q=so"):
            crawler.add(start, "/")
        crawler.run()
    for problem in crawler.problems[:50]:
        print(problem)  # noqa: T201
    print(f"{len(crawler.seen)} addresses, at most {crawler.worst} queries, {len(crawler.problems)} problems")  # noqa: T201
    return 1 if crawler.problems or len(crawler.seen) < 150 else 0


if __name__ == "__main__":
    sys.exit(main())
