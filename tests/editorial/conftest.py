"""Whom the tests of four eyes start from."""

import pytest

from tests.factories.staff import make_staff


@pytest.fixture
def section(news_index):
    """Where they write and approve."""
    return news_index


@pytest.fixture
def author(section):
    """Somebody with every right of the section."""
    return make_staff(section, "add", "change", "publish", "bulk_delete", name="tac.gia")


@pytest.fixture
def approver(section):
    """Somebody else who may publish."""
    return make_staff(section, "add", "change", "publish", name="nguoi.duyet")
