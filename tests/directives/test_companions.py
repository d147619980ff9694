"""A document's page shows what was instructed because of it, and the schemes that stand on it."""

import pytest

from directives.enums import Visibility
from projects.models import LegalBasis, SchemePage
from tests.factories import DirectivePageFactory, SchemeIndexPageFactory, SchemePageFactory
from tests.factories.directives import add_task
from tests.factories.legal import LegalDocumentPageFactory, LegalIndexPageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def document(home):
    return LegalDocumentPageFactory(parent=LegalIndexPageFactory(parent=home))


def test_a_document_lists_its_public_directives(client, document, directive_index):
    DirectivePageFactory(parent=directive_index, title="Triển khai văn bản", source_document=document)
    delivered = DirectivePageFactory(parent=directive_index, title="Giao soạn văn bản")
    add_task(delivered, result_document=document)
    secret = DirectivePageFactory(parent=directive_index, title="Giao việc nội bộ")
    add_task(secret, result_document=document, visibility=Visibility.INTERNAL)
    DirectivePageFactory(parent=directive_index, title="Bản nháp", source_document=document, live=False)
    DirectivePageFactory(parent=directive_index, title="Việc khác")
    body = client.get(document.url).content.decode()
    assert "Triển khai văn bản" in body
    assert "Giao soạn văn bản" in body
    assert "Giao việc nội bộ" not in body
    assert "Bản nháp" not in body
    assert "Việc khác" not in body


def test_a_document_lists_the_schemes_that_stand_on_it(client, document, home):
    schemes = SchemeIndexPageFactory(parent=home)
    scheme = SchemePageFactory(parent=schemes, title="Đề án bến sông")
    LegalBasis.objects.create(scheme=scheme, document=document)
    SchemePageFactory(parent=schemes, title="Đề án khác")
    body = client.get(document.url).content.decode()
    assert "Đề án bến sông" in body
    assert "Đề án khác" not in body
    scheme = SchemePage.objects.get(pk=scheme.pk)
    scheme.legal_basis.clear()
    scheme.save_revision().publish()
    assert "Đề án bến sông" not in client.get(document.url).content.decode()
