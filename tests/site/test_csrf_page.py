"""A form without its token is refused in words (in which language: test_error_pages)."""

from django.test import Client


def test_a_forged_form_gets_a_designed_page(db):
    response = Client(enforce_csrf_checks=True).post("/admin/login/", {"username": "a", "password": "b"})
    text = response.content.decode()
    assert response.status_code == 403
    assert "Yêu cầu này không được nhận" in text
    assert text.count("<h1") == 1
