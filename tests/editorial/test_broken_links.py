"""Links that lead nowhere are found, told to those who can mend them, and forgotten when they are mended."""

import socket

import pytest
from django.core.management import call_command
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect

from editorial.links.outside import answers, is_outside
from editorial.links.reading import links_of
from editorial.models import BrokenLink, LinkProblem
from tests.factories import NewsPageFactory, PlainPageFactory
from tests.factories.province import build_province

pytestmark = pytest.mark.django_db


def page_with(news_index, html: str, **fields):
    return NewsPageFactory(parent=news_index, body=[("paragraph", html)], **fields)


def broken() -> set[tuple[str, str]]:
    call_command("check_links")
    return set(BrokenLink.objects.values_list("url", "problem"))


def test_every_kind_of_link_is_read(news_index, home):
    target = PlainPageFactory(parent=home)
    page = NewsPageFactory(
        parent=news_index,
        source_url="https://example.org/nguon",
        body=[
            ("paragraph", f'<p><a href="/a/?x=1&amp;y=2">a</a> <a linktype="page" id="{target.pk}">b</a></p>'),
            ("callout", {"heading": "", "text": "<p><a href='https://example.org/b'>b</a></p>"}),
            ("video", {"title": "", "url": "https://example.org/phim", "duration": "", "transcript": ""}),
        ],
        chosen_related=[("page", NewsPageFactory(parent=news_index))],
    )
    urls, pages = links_of(page)
    assert urls == {"/a/?x=1&y=2", "https://example.org/nguon", "https://example.org/b", "https://example.org/phim"}
    assert target.pk in pages
    assert len(pages) == 2


def test_addresses_without_a_page_and_pages_taken_back_are_found(news_index, home):
    hidden = PlainPageFactory(parent=home, live=False)
    page_with(
        news_index,
        f'<p><a href="/khong-co/">x</a> <a href="/tin-tuc/">y</a> <a href="/en/nowhere/">z</a>'
        ' <a href="/tim-kiem/">t</a>'
        f'<a linktype="page" id="{hidden.pk}">n</a> <a linktype="page" id="999999">m</a> <a href="http://[x">l</a>'
        '<a href="mailto:a@songmay.example">e</a> <a href="#x">f</a></p>',
    )
    assert broken() == {
        ("/khong-co/", LinkProblem.GONE),
        ("/en/nowhere/", LinkProblem.GONE),
        (f"#{hidden.pk} {hidden.url_path}", LinkProblem.NOT_PUBLIC),
        ("#999999", LinkProblem.GONE),
        ("http://[x", LinkProblem.GONE),
    }


def test_what_was_mended_is_forgotten_and_what_stays_keeps_its_day(news_index, home):
    page_with(news_index, '<p><a href="/cu/">x</a> <a href="/mai-mai/">y</a></p>')
    assert len(broken()) == 2
    since = BrokenLink.objects.get(url="/mai-mai/").found_at
    Redirect.add_redirect("/cu/", home)
    assert broken() == {("/mai-mai/", LinkProblem.GONE)}
    assert BrokenLink.objects.get().found_at == since


def test_links_of_a_page_taken_back_are_nobodys_concern(news_index):
    page = page_with(news_index, '<p><a href="/cu/">x</a></p>')
    assert broken()
    page.unpublish()
    assert broken() == set()


def test_a_whole_province_has_no_broken_link(db):
    build_province()
    assert broken() == set()


def test_other_sites_are_asked_only_where_that_is_wanted(news_index, settings, monkeypatch):
    asked = []
    monkeypatch.setattr("editorial.links.checking.answers", lambda url: asked.append(url))
    page_with(news_index, '<p><a href="https://example.org/x">x</a></p>')
    page_with(news_index, '<p><a href="https://example.org/x">x</a></p>')
    assert broken() == set()
    assert asked == []
    settings.LINK_CHECK_EXTERNAL = True
    assert broken() == {("https://example.org/x", LinkProblem.UNREACHABLE)}
    assert asked == ["https://example.org/x"]


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "http://[::1]/",
        "http://169.254.169.254/latest/meta-data/",
        "http://10.0.0.1/",
        "http://192.168.1.1/",
        "http://0.0.0.0/",
        "ftp://example.org/",
        "http:///x",
    ],
)
def test_nobody_looks_around_inside_through_the_check(url, monkeypatch):
    def forbidden(*args, **kwargs):
        raise AssertionError("asked")

    monkeypatch.setattr("editorial.links.outside.requests.get", forbidden)
    assert answers(url) is False


class Reply:
    def __init__(self, status: int, location: str = "") -> None:
        self.status_code, self.headers = status, {"location": location}

    def __enter__(self):
        return self

    def __exit__(self, *error) -> None:
        return None


@pytest.mark.parametrize(
    ("replies", "good"),
    [
        ([Reply(200)], True),
        ([Reply(403)], True),
        ([Reply(404)], False),
        ([Reply(302, "/b"), Reply(200)], True),
        ([Reply(302, "http://127.0.0.1/"), Reply(200)], False),
        ([Reply(302, "/b")] * 9, False),
    ],
)
def test_redirects_are_followed_outside_only_and_not_for_ever(replies, good, monkeypatch):
    queue = list(replies)
    monkeypatch.setattr("editorial.links.outside.requests.get", lambda *args, **kwargs: queue.pop(0))
    monkeypatch.setattr("editorial.links.outside.is_outside", lambda host: host == "example.org")
    assert answers("https://example.org/a") is good


def test_a_name_that_leads_inside_too_is_not_asked(monkeypatch):
    both = [(0, 0, 0, "", ("93.184.215.14", 0)), (0, 0, 0, "", ("10.0.0.1", 0))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **kwargs: both)
    assert is_outside("example.org") is False


def test_the_report_lists_them_for_who_can_mend_them(admin_client, client, news_index):
    page_with(news_index, '<p><a href="/cu/">x</a></p>', title="Bài có liên kết hỏng")
    broken()
    body = admin_client.get(reverse("editorial_broken_links")).content.decode()
    assert "Bài có liên kết hỏng" in body
    assert "/cu/" in body
    assert client.get(reverse("editorial_broken_links")).status_code == 302
