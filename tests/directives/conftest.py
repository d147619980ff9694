"""What the tests of this room start from."""

import pytest

from tests.factories import DirectiveIndexPageFactory


@pytest.fixture
def directive_index(home):
    return DirectiveIndexPageFactory(parent=home)
