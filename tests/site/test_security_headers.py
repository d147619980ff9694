"""The headers of real answers, and a production that does not start half configured."""

import os
import subprocess
import sys

import pytest
from wagtail.models import PageViewRestriction

from tests.conftest import ROOT
from tests.factories import NewsPageFactory, PlainPageFactory, UserFactory
from tests.site.test_accessibility_markup import EVERY_PAGE

SCRIPTS = ("script-src", "style-src", "default-src", "object-src", "base-uri")


def policy(header: str) -> dict[str, list[str]]:
    """Return directive → sources of a Content-Security-Policy."""
    directives = (directive.split() for directive in header.split(";") if directive.strip())
    return {words[0]: words[1:] for words in directives}


@pytest.mark.django_db
@EVERY_PAGE
def test_the_policy_in_public_is_strict(answers, language, name):
    found = policy(answers[language, name].headers["content-security-policy"])
    assert found["default-src"] == ["'none'"]
    assert found["script-src"] == ["'self'"]
    assert found["style-src"] == ["'self'"]
    assert found["object-src"] == ["'none'"]
    assert found["base-uri"] == ["'none'"]
    assert found["form-action"] == ["'self'"]
    assert found["frame-ancestors"] in (["'self'"], ["'none'"])
    assert not any("unsafe" in source for sources in found.values() for source in sources)
    assert not any(source in ("*", "https:", "http:") for sources in found.values() for source in sources)


@pytest.mark.django_db
@EVERY_PAGE
def test_the_other_headers(answers, language, name):
    headers = answers[language, name].headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] in ("SAMEORIGIN", "DENY")
    assert headers["referrer-policy"] in ("same-origin", "strict-origin-when-cross-origin", "no-referrer")
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert "camera=()" in headers["permissions-policy"]
    assert "server" not in headers
    assert "x-powered-by" not in headers


@pytest.mark.django_db
@EVERY_PAGE
def test_a_reader_gets_no_cookie(answers, language, name):
    assert answers[language, name].cookies == ()


PUBLIC_FILES = [
    "/robots.txt",
    "/sitemap.xml",
    "/sitemap-vi.xml",
    "/.well-known/security.txt",
    "/healthz",
    "/tin-tuc/rss/",
]


@pytest.mark.django_db
@pytest.mark.parametrize("url", PUBLIC_FILES)
def test_files_for_machines_carry_the_headers_too(client, news_index, url):
    response = client.get(url)
    assert response.status_code == 200
    assert policy(response["Content-Security-Policy"])["script-src"] == ["'self'"]
    assert response["X-Content-Type-Options"] == "nosniff"
    assert not response.cookies


@pytest.mark.django_db
@pytest.mark.parametrize("url", ["/admin/", "/admin/login/", "/admin/pages/"])
def test_the_back_office_has_a_policy_of_its_own_and_is_never_kept(client, home, url):
    client.force_login(UserFactory(is_superuser=True))
    response = client.get(url)
    found = policy(response["Content-Security-Policy"])
    assert "'unsafe-inline'" in found["script-src"]
    assert "'unsafe-eval'" not in found["script-src"]
    assert found["object-src"] == ["'none'"]
    assert "no-store" in response["Cache-Control"]
    assert "private" in response["Cache-Control"]


@pytest.mark.django_db
@pytest.mark.parametrize("url", ["/administrator/", "/admin", "/en/admin/", "/tin-tuc/admin/", "//admin/"])
def test_only_the_back_office_gets_the_looser_policy(client, news_index, url):
    assert "'unsafe-inline'" not in client.get(url)["Content-Security-Policy"]


@pytest.mark.django_db
def test_what_an_account_sees_is_in_no_shared_cache(client, news_index):
    article = NewsPageFactory(parent=news_index)
    client.force_login(UserFactory(is_superuser=True))
    for url in ("/", article.url, "/tim-kiem/?q=so", "/tin-tuc/rss/", news_index.url):
        cache_control = client.get(url)["Cache-Control"]
        assert "private" in cache_control or "no-store" in cache_control, url
        assert "public" not in cache_control, url


@pytest.mark.django_db
@pytest.mark.parametrize("kind", [PageViewRestriction.PASSWORD, PageViewRestriction.LOGIN])
def test_a_private_page_is_in_no_shared_cache(client, home, kind):
    page = PlainPageFactory(parent=home, lead="Nội dung kín")
    PageViewRestriction.objects.create(page=page, restriction_type=kind, password="mo-cua-ra")
    asked = client.get(page.url)
    assert "Nội dung kín" not in asked.content.decode()
    assert "no-store" in asked.get("Cache-Control", "")


@pytest.mark.django_db
def test_a_private_page_opens_with_its_password_and_is_not_kept(client, home):
    page = PlainPageFactory(parent=home, lead="Nội dung kín")
    restriction = PageViewRestriction.objects.create(page=page, restriction_type="password", password="mo-cua-ra")
    asked = client.get(page.url)
    assert "core/restricted.html" in [template.name for template in asked.templates]
    action = f"/_util/authenticate_with_password/{restriction.pk}/{page.pk}/"
    assert action in asked.content.decode()
    wrong = client.post(action, {"password": "khong-phai", "return_url": page.url})
    assert "Nội dung kín" not in wrong.content.decode()
    opened = client.post(action, {"password": "mo-cua-ra", "return_url": page.url}, follow=True)
    assert "Nội dung kín" in opened.content.decode()
    assert "no-store" in opened["Cache-Control"]


@pytest.mark.django_db
def test_the_password_form_leads_nowhere_else(client, home):
    page = PlainPageFactory(parent=home)
    restriction = PageViewRestriction.objects.create(page=page, restriction_type="password", password="mo-cua-ra")
    action = f"/_util/authenticate_with_password/{restriction.pk}/{page.pk}/"
    response = client.post(action, {"password": "mo-cua-ra", "return_url": "https://evil.example/"})
    assert "evil.example" not in response.get("Location", "")


# -- production -------------------------------------------------------------------------------------------------

PROPER = {
    "SECRET_KEY": "p9$kQ2!mZx7#Lw4@Rt6^Yb8&Nc1*Hd3(Jf5)Gs0_Va-Ue+Xi=Qo~",
    "ALLOWED_HOSTS": "songmay.example",
    "PORTAL_BASE_URL": "https://songmay.example",
    "DATABASE_URL": "sqlite://:memory:",
}


def start_production(changes: dict[str, str | None], *command: str) -> subprocess.CompletedProcess:
    """Run Python in a process whose whole environment is ``PROPER`` with ``changes``."""
    environment = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    environment |= PROPER | {"DJANGO_SETTINGS_MODULE": "portal.settings.production"}
    for name, value in changes.items():
        environment.pop(name, None)
        if value is not None:
            environment[name] = value
    return subprocess.run(
        [sys.executable, *command], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60
    )


def test_a_proper_production_passes_the_deployment_check():
    result = start_production({}, "manage.py", "check", "--deploy", "--fail-level", "WARNING")
    assert result.returncode == 0, result.stderr
    assert "WARNING" not in result.stderr


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"SECRET_KEY": None}, "SECRET_KEY"),
        ({"SECRET_KEY": ""}, "SECRET_KEY"),
        ({"SECRET_KEY": "ngan-qua"}, "SECRET_KEY"),
        ({"SECRET_KEY": "0" * 60}, "SECRET_KEY"),
        ({"SECRET_KEY": "development-only-" + "0" * 40}, "SECRET_KEY"),
        ({"SECRET_KEY": "django-insecure-" + "p9$kQ2!mZx7#Lw4@Rt6^Yb8&Nc1*Hd3(Jf5)Gs0"}, "SECRET_KEY"),
        ({"ALLOWED_HOSTS": None}, "ALLOWED_HOSTS"),
        ({"ALLOWED_HOSTS": ""}, "ALLOWED_HOSTS"),
        ({"ALLOWED_HOSTS": "*"}, "ALLOWED_HOSTS"),
        ({"ALLOWED_HOSTS": "songmay.example,*"}, "ALLOWED_HOSTS"),
        ({"PORTAL_BASE_URL": None}, "PORTAL_BASE_URL"),
        ({"PORTAL_BASE_URL": "http://songmay.example"}, "PORTAL_BASE_URL"),
        ({"PORTAL_BASE_URL": "songmay.example"}, "PORTAL_BASE_URL"),
        ({"DATABASE_URL": None}, "DATABASE_URL"),
    ],
    ids=lambda value: str(value)[:40] if isinstance(value, dict) else None,
)
def test_production_refuses_to_start(changes, named):
    result = start_production(changes, "-c", "import portal.settings.production")
    assert result.returncode != 0, "it starts"
    assert named in result.stderr.strip().splitlines()[-1], result.stderr[-500:]


def test_production_has_no_demo_and_no_debug():
    code = (
        "import portal.settings.production as s; "
        "print(s.DEBUG, 'demo' in s.INSTALLED_APPS, s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, s.SERVE_MEDIA)"
    )
    result = start_production({}, "-c", code)
    assert result.stdout.split() == ["False", "False", "True", "True", "False"], result.stderr
