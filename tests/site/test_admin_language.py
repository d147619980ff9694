"""The screens of the back office are Vietnamese: every one of them is opened and read."""

import json
from collections import Counter

import pytest
from django.conf import settings
from django.test import Client, TestCase
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse
from django.utils import translation
from wagtail.models import Page

from core.models import Field, User
from legal.models import DocumentType, IssuingBody
from tests.factories import NewsPageFactory
from tests.factories.province import build_province
from tests.site.admin_texts import is_english, texts_of
from tests.worlds import scratch_database

pytestmark = pytest.mark.django_db

VIETNAMESE_ENOUGH = 0.95
# What Wagtail says without asking its catalogue: nothing that ours could translate.
WITHOUT_CATALOGUE = {
    *("Actions", "Email address", "Locale", "None", "Page", "Port", "Root page", "Search", "Site name", "Subject"),
    *("Task type", "Translation"),
}
# The name of a language is written in that language.
LANGUAGES = {name for _code, name in settings.LANGUAGES}
# They say nothing to a person: they end the session, fail on purpose, or serve scripts and icons.
UNVISITED = ("logout", "failwhale", "jsi18n", "sprite")
PAGE_VIEWS = ["edit", "history", "copy", "move", "delete", "unpublish", "set_privacy", "workflow_history", "usage"]


def names_in_english() -> set[str]:
    """Return the names of English rows, which stand beside the Vietnamese ones in lists of labels."""
    return {str(row) for model in (DocumentType, IssuingBody, Field) for row in model.objects.all()}


def names(resolver: URLResolver, prefix: str = "") -> list[str]:
    """Return the names of all addresses of the admin."""
    found = []
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix
            found += names(pattern, inner)
        elif isinstance(pattern, URLPattern) and pattern.name:
            found.append(prefix + pattern.name)
    return found


def addresses() -> list[str]:
    """Return every address of the admin that needs no argument."""
    found = set()
    for name in names(get_resolver()):
        try:
            url = reverse(name)
        except NoReverseMatch:
            continue
        if url.startswith("/admin/") and not any(word in url for word in UNVISITED):
            found.add(url)
    return sorted(found)


def page_addresses(province) -> list[str]:
    """Return the screens of one page of every type: making, editing, moving, withdrawing …"""
    found = []
    for page in Page.objects.filter(depth__gt=1):
        found += [reverse(f"wagtailadmin_pages:{view}", args=[page.pk]) for view in PAGE_VIEWS]
        found += [
            reverse("wagtailadmin_explore", args=[page.pk]),
            reverse("wagtailadmin_pages:add_subpage", args=[page.pk]),
        ]
        for model in page.specific_class.creatable_subpage_models() if page.specific_class else []:
            found.append(
                reverse("wagtailadmin_pages:add", args=[model._meta.app_label, model._meta.model_name, page.pk])
            )
    return list(dict.fromkeys(found))


def one_of_each_type(urls: list[str]) -> list[str]:
    """Keep the first addresses of each page type; a second page of the same type shows the same words."""
    kept, seen = [], set()
    for url in urls:
        parts = url.strip("/").split("/")
        key = tuple(part for part in parts if not part.isdigit())
        ids = [int(part) for part in parts if part.isdigit()]
        kind = Page.objects.get(pk=ids[-1]).content_type_id if ids else None
        if (key, kind) not in seen:
            seen.add((key, kind))
            kept.append(url)
    return kept


@pytest.fixture(scope="module")
def screens(django_db_setup, django_db_blocker):
    """Return address → texts of the screen, as a superuser, who sees whatever others see."""
    with scratch_database(django_db_blocker), translation.override("vi"):
        with TestCase.captureOnCommitCallbacks(execute=True):
            province = build_province()
        user = User.objects.create_superuser("quan.tri", "quan.tri@songmay.example", "x")
        waiting = NewsPageFactory(parent=province["news"], title="Bài chờ duyệt", live=False)
        waiting.save_revision(user=user)
        waiting.get_workflow().start(waiting, user)
        client = Client()
        found = {"/admin/login/": texts_of(client.get("/admin/login/").content.decode())}
        client.force_login(user)
        for url in [*addresses(), *one_of_each_type(page_addresses(province))]:
            response = client.get(url)
            content_type = response.get("Content-Type", "")
            if response.status_code == 200 and content_type.startswith("text/html"):
                found[url] = texts_of(response.content.decode())
            elif response.status_code == 200 and "json" in content_type:
                body = json.loads(response.content)
                html = body.get("html") if isinstance(body, dict) else ""
                found[url] = texts_of(html) if isinstance(html, str) else []
        return found


def test_enough_screens_are_read(screens):
    assert len(screens) > 120
    assert sum(map(len, screens.values())) > 5000


def test_nearly_every_text_is_vietnamese(screens):
    english = Counter(" ".join(text.split()) for texts in screens.values() for text in texts if is_english(text))
    total = sum(len(texts) for texts in screens.values())
    assert 1 - english.total() / total >= VIETNAMESE_ENOUGH, sorted(english.items())
    left = set(english) - WITHOUT_CATALOGUE - LANGUAGES - names_in_english()
    assert not left, "\n".join(sorted(left))


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("Save draft", True),
        ("Page “Trang chủ” saved", False),
        ("Lưu nháp", False),
        ("Tin", False),
        ("You do not have the permission to do this", True),
        ("csv", False),
        ("17/06/2025", False),
        ("khcn.ctv", False),
    ],
)
def test_english_is_told_from_vietnamese(text, english):
    assert is_english(text) is english
