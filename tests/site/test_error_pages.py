"""What is answered when something is wrong, in the language of the address and by the real handlers."""

import errno

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import PermissionDenied
from django.db import InterfaceError, OperationalError
from django.test import Client
from wagtail.models import PageViewRestriction

from core import views
from editorial.models import Withdrawal

pytestmark = pytest.mark.django_db
WORDS = {
    404: {"vi": "Không có trang nào ở địa chỉ này", "en": "There is no page at this address"},
    403: {"vi": "Không được phép", "en": "Not allowed"},
    "csrf": {"vi": "Yêu cầu này không được nhận", "en": "This request was not accepted"},
}


def read(response, status: int, language: str) -> BeautifulSoup:
    soup = BeautifulSoup(response.content.decode(), "html.parser")
    assert response.status_code == status
    assert soup.html["lang"] == language
    assert len(soup.select("h1")) == 1
    return soup


@pytest.mark.parametrize("browser", ["vi", "en"])
@pytest.mark.parametrize(("prefix", "language"), [("/", "vi"), ("/en/", "en")])
class TestLanguageOfTheAddress:
    """The address decides, not the browser."""

    def test_404(self, client, provinces, prefix, language, browser):
        response = client.get(f"{prefix}khong-co/", headers={"accept-language": browser})
        assert WORDS[404][language] in read(response, 404, language).main.text

    def test_403(self, client, provinces, prefix, language, browser, monkeypatch):
        def refuse(request, path):
            raise PermissionDenied

        monkeypatch.setattr(views, "route", refuse)
        response = client.get(f"{prefix}x/", headers={"accept-language": browser})
        assert WORDS[403][language] in read(response, 403, language).h1.text

    def test_a_forged_form(self, provinces, prefix, language, browser):
        client = Client(enforce_csrf_checks=True)
        response = client.post(f"{prefix}tim-kiem/", {"q": "x"}, headers={"accept-language": browser})
        assert WORDS["csrf"][language] in read(response, 403, language).h1.text

    def test_410(self, client, provinces, prefix, language, browser):
        page = next(p["plain"] for p in provinces if p.language == language)
        reason = "Rút." if language == "vi" else "Taken back."
        page.unpublish()
        Withdrawal.objects.create(page=page, kind="error", reason=reason)
        soup = read(client.get(page.url, headers={"accept-language": browser}), 410, language)
        assert reason in soup.main.text


def test_500_stands_alone_and_each_half_says_its_language(client, provinces, monkeypatch):
    def fail(request, path):
        raise RuntimeError("broken")

    monkeypatch.setattr(views, "route", fail)
    client.raise_request_exception = False
    for address in ("/x/", "/en/x/"):
        response = client.get(address)
        soup = BeautifulSoup(response.content.decode(), "html.parser")
        assert response.status_code == 500
        assert "Cổng thông tin đang gặp sự cố" in soup.select_one("h1[lang=vi]").text
        assert "The portal has a problem" in soup.select_one("section[lang=en] h2").text
        assert {link["href"] for link in soup.select("main a")} == {"/", "/en/"}
        assert "broken" not in response.content.decode()


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (OperationalError("connection refused"), 503),
        (InterfaceError("connection already closed"), 503),
        (OSError(errno.ENOSPC, "No space left on device"), 503),
        (OSError(errno.EROFS, "Read-only file system"), 503),
        (FileNotFoundError(errno.ENOENT, "No such file"), 500),
        (RuntimeError("broken"), 500),
    ],
    ids=repr,
)
def test_what_passes_by_itself_says_when_to_come_again(client, provinces, monkeypatch, error, status):
    def fail(request, path):
        raise error

    monkeypatch.setattr(views, "route", fail)
    client.raise_request_exception = False
    response = client.get("/x/")
    soup = BeautifulSoup(response.content.decode(), "html.parser")
    assert response.status_code == status
    assert response.has_header("Retry-After") == (status == 503)
    assert len(soup.select("h1[lang=vi]")) == len(soup.select("section[lang=en] h2")) == 1
    assert str(error) not in response.content.decode()


def test_a_wrong_host_name_meets_a_page_in_both_languages(client):
    soup = BeautifulSoup(client.get("/", headers={"host": "cho-khac.example"}).content.decode(), "html.parser")
    assert soup.select_one("h1[lang=vi]").text == "Máy chủ không đọc được yêu cầu này"
    assert soup.select_one("section[lang=en] h2").text == "The server cannot read this request"


def test_a_form_with_thousands_of_fields_is_read(client, db):
    fields = {f"tasks-{number}-text": "Báo cáo." for number in range(5000)}
    assert client.post("/admin/login/", fields).status_code == 200


def test_a_page_behind_a_password_asks_in_its_own_language(client, provinces):
    for province in provinces:
        PageViewRestriction.objects.create(page=province["about"], restriction_type="password", password="x")
        soup = BeautifulSoup(client.get(province["about"].url).content.decode(), "html.parser")
        assert soup.html["lang"] == province.language
