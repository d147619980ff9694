"""Whom the tests of four eyes and of the desk start from."""

import pytest

from editorial.roles import set_up_unit
from tests.factories import NewsIndexPageFactory, OrganisationPageFactory
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


@pytest.fixture
def units(organisation_index):
    """Two units, each with an office and a list of news."""
    made = []
    for title in ("Sở Y tế", "Sở Nội vụ"):
        unit = OrganisationPageFactory(parent=organisation_index, title=title)
        made.append((set_up_unit(unit), NewsIndexPageFactory(parent=unit, title="Tin", slug="tin")))
    return made
