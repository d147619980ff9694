"""What every test may use: a small portal with both languages, and clients."""

import gc
import shutil
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import TestCase
from django.utils import translation
from wagtail.models import Locale, Site

from home.models import HomePage
from tests.factories import NewsIndexPageFactory, NoticeIndexPageFactory, OrganisationIndexPageFactory
from tests.factories.province import Province, build_both, build_province
from tests.worlds import scratch_database

ROOT = Path(__file__).resolve().parent.parent


def pytest_configure(config) -> None:
    """Collect no garbage while the migrations run: each of them leaves a copy of all models, and a third of the time
    would go into looking at them again and again.
    """
    gc.disable()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup) -> None:
    """Migrate, then go on with what is there set apart."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
    gc.enable()


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


@pytest.fixture(scope="module")
def standing_province(django_db_setup, django_db_blocker) -> Iterator[Province]:
    """A Vietnamese province that stands as long as the module; its tests see it whether they ask for it or not."""
    with scratch_database(django_db_blocker):
        with TestCase.captureOnCommitCallbacks(execute=True):
            built = build_province()
        yield built


@pytest.fixture(scope="module")
def standing_provinces(django_db_setup, django_db_blocker) -> Iterator[list[Province]]:
    """The same in both languages."""
    with scratch_database(django_db_blocker):
        with TestCase.captureOnCommitCallbacks(execute=True):
            built = build_both()
        yield built


@pytest.fixture
def province(db, standing_province) -> Province:
    """The standing province, its pages as they are at the start of each test."""
    return deepcopy(standing_province)


@pytest.fixture
def provinces(db, standing_provinces) -> list[Province]:
    """The standing province in Vietnamese and in English."""
    return deepcopy(standing_provinces)
