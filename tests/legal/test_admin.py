"""What editors find in the admin."""

from datetime import date

import pytest
from django.test import TestCase
from django.urls import reverse

from legal.models import Citation
from tests.factories import NewsPageFactory


def test_the_list_of_documents_shows_number_and_status(admin_client, document):
    document("12/QĐ-UBND", date(2025, 1, 10))
    html = admin_client.get(reverse("documents_list:index")).content.decode()
    assert "12/QĐ-UBND" in html
    assert "Còn hiệu lực" in html


@pytest.mark.parametrize("export", ["", "?export=csv", "?export=xlsx"])
def test_mentions_without_a_record_are_listed_for_editors(admin_client, news_index, export):
    with TestCase.captureOnCommitCallbacks(execute=True):
        page = NewsPageFactory(
            parent=news_index, body=[("paragraph", "<p>Quyết định 99/QĐ-UBND và Kế hoạch số 141</p>")]
        )
        page.save_revision().publish()
    assert Citation.objects.count() == 2
    response = admin_client.get(reverse("unrecorded_mentions") + export)
    assert response.status_code == 200
    if export != "?export=xlsx":
        html = b"".join(response).decode()
        assert "99/QĐ-UBND" in html
        assert "Kế hoạch số 141" in html


def test_mentions_of_a_draft_are_not_listed(admin_client, news_index):
    with TestCase.captureOnCommitCallbacks(execute=True):
        page = NewsPageFactory(parent=news_index, body=[("paragraph", "<p>Quyết định 99/QĐ-UBND</p>")])
        page.save_revision().publish()
        page.unpublish()
    assert "99/QĐ-UBND" not in admin_client.get(reverse("unrecorded_mentions")).content.decode()


def test_types_and_bodies_open(admin_client):
    for name in ("documenttype", "issuingbody"):
        assert admin_client.get(reverse(f"wagtailsnippets_legal_{name}:list")).status_code == 200


def test_strangers_see_no_report(client, db):
    assert client.get(reverse("unrecorded_mentions")).status_code == 302
