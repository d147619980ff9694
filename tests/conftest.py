"""What every test may use: a small portal with both languages, and clients."""

import shutil
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import cache
from django.utils import translation
from wagtail.models import Locale, Site

from home.models import HomePage
from tests.factories import NewsIndexPageFactory, NoticeIndexPageFactory, OrganisationIndexPageFactory

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session", autouse=True)
def scratch_folders():
    """Uploads of the tests go with the tests."""
    yield
    shutil.rmtree(settings.TEST_DIR, ignore_errors=True)


@pytest.fixture(autouse=True)
def clean_state():
    """No cache entry and no active language leaks from one test into the next."""
    cache.clear()
    translation.activate("vi")
    yield
    translation.deactivate()
    cache.clear()


@pytest.fixture
def home(db) -> HomePage:
    """The Vietnamese home page that the migrations made."""
    return Site.objects.get(is_default_site=True).root_page.specific


@pytest.fixture
def english(db) -> Locale:
    """The second language."""
    return Locale.objects.get(language_code="en")


@pytest.fixture
def news_index(home):
    """The provincial news index at /tin-tuc/."""
    return NewsIndexPageFactory(parent=home, title="Tin tức", slug="tin-tuc")


@pytest.fixture
def notice_index(home):
    """The provincial notices at /thong-bao/."""
    return NoticeIndexPageFactory(parent=home, title="Thông báo", slug="thong-bao")


@pytest.fixture
def organisation_index(home):
    """The directory at /co-quan/."""
    return OrganisationIndexPageFactory(parent=home, title="Cơ quan, đơn vị", slug="co-quan")
