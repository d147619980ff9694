"""The nightly check: every link of every live page, each address asked for once."""

from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest
from django.test.client import RequestFactory
from django.urls import Resolver404, resolve, set_urlconf
from django.utils import timezone, translation
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from core.privacy import open_to_all
from core.routing import route
from editorial.links.outside import answers
from editorial.links.reading import links_of
from editorial.models import BrokenLink, LinkProblem

Verdict = LinkProblem | None


def check_links(report: Callable[[int], None] = lambda count: None) -> int:
    """Check the links of all live pages and keep what leads nowhere; return the number of broken links.

    ``report`` is told the number of pages done. A page that cannot be read is left as it was.
    """
    checker = _Checker()
    for count, page in enumerate(Page.objects.live().order_by("path").specific(defer=False).iterator(200), start=1):
        checker.check(page)
        report(count)
    BrokenLink.objects.exclude(page__in=Page.objects.live()).delete()
    return BrokenLink.objects.count()


class _Checker:
    """Remembers what it learned of an address within one run."""

    def __init__(self) -> None:
        self.known: dict[str, Verdict] = {}
        self.hosts = {site.hostname for site in Site.objects.all()}

    def check(self, page: Page) -> None:
        """Write down the broken links of one page, and forget those that lead somewhere again."""
        found = dict(self._broken(page))
        BrokenLink.objects.filter(page=page).exclude(url__in=found).delete()
        for url, problem in found.items():
            BrokenLink.objects.update_or_create(
                page=page,
                url=url,
                defaults={"problem": problem},
                create_defaults={"problem": problem, "found_at": timezone.now()},
            )

    def _broken(self, page: Page) -> Iterator[tuple[str, LinkProblem]]:
        urls, targets = links_of(page)
        public = set(open_to_all(Page.objects.filter(pk__in=targets)).values_list("pk", flat=True))
        existing = dict(Page.objects.filter(pk__in=targets).values_list("pk", "url_path"))
        for target in sorted(targets - public):
            problem = LinkProblem.NOT_PUBLIC if target in existing else LinkProblem.GONE
            yield f"#{target} {existing.get(target, '')}".strip()[:500], problem
        for url in sorted(urls):
            if url not in self.known:
                self.known[url] = self._verdict(url)
            if problem := self.known[url]:  # type: ignore[assignment]
                yield url[:500], problem

    def _verdict(self, url: str) -> Verdict:
        try:
            parts = urlsplit(url)
        except ValueError:
            return LinkProblem.GONE
        if not parts.scheme and not parts.netloc and parts.path.startswith("/"):
            return self._inside(parts.path)
        if parts.scheme in {"http", "https"} and parts.hostname in self.hosts:
            return self._inside(parts.path or "/")
        if parts.scheme in {"http", "https"} and settings.LINK_CHECK_EXTERNAL:
            return None if answers(url) else LinkProblem.UNREACHABLE
        return None

    @staticmethod
    def _inside(path: str) -> Verdict:
        language = translation.get_language_from_path(path) or settings.LANGUAGE_CODE
        with translation.override(language):
            set_urlconf(None)
            try:
                match = resolve(path)
            except Resolver404:
                return LinkProblem.GONE
            if match.url_name != "wagtail_serve":
                return None
            request: HttpRequest = RequestFactory(headers={"host": _host()}).get(path)
            found = route(request, match.args[0] if match.args else match.kwargs.get("path", ""))
            return None if found or _redirected(path) else LinkProblem.GONE


def _host() -> str:
    site = Site.objects.filter(is_default_site=True).first()
    return f"{site.hostname}:{site.port}" if site else "localhost"


def _redirected(path: str) -> bool:
    return Redirect.objects.filter(old_path__in=[Redirect.normalise_path(path), path]).exists()
