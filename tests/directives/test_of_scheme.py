"""A scheme's page shows the directives that move it forward."""

import pytest

from tests.factories import DirectiveIndexPageFactory, DirectivePageFactory, SchemeIndexPageFactory, SchemePageFactory

pytestmark = pytest.mark.django_db


def test_public_directives_of_a_scheme_stand_on_its_page_and_others_do_not(client, home):
    scheme = SchemePageFactory(parent=SchemeIndexPageFactory(parent=home))
    index = DirectiveIndexPageFactory(parent=home)
    DirectivePageFactory(parent=index, title="Thúc đẩy đề án", scheme=scheme)
    DirectivePageFactory(parent=index, title="Việc khác")
    DirectivePageFactory(parent=index, title="Bản nháp của đề án", scheme=scheme, live=False)
    body = client.get(scheme.url).content.decode()
    assert "Thúc đẩy đề án" in body
    assert "Việc khác" not in body
    assert "Bản nháp của đề án" not in body
