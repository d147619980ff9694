"""A mail server that cannot be used is in nobody's way."""

import smtplib
import socket

import pytest
from django.contrib.auth.models import Group
from wagtail.models import WorkflowState

from editorial.roles import set_up_province
from tests.editorial.accounts import WRITER, account
from tests.factories import NewsPageFactory, UserFactory

pytestmark = pytest.mark.django_db

TROUBLES = [
    ConnectionRefusedError(111, "Connection refused"),
    TimeoutError("timed out"),
    socket.gaierror(-2, "Name or service not known"),
    smtplib.SMTPServerDisconnected("Connection unexpectedly closed"),
    smtplib.SMTPAuthenticationError(535, b"no"),
]


@pytest.mark.parametrize("trouble", TROUBLES, ids=lambda trouble: type(trouble).__name__)
def test_a_page_is_submitted_whatever_the_mail_server_does(home, news_index, settings, monkeypatch, trouble):
    def fail(*args, **kwargs):
        raise trouble

    monkeypatch.setattr(smtplib, "SMTP", fail)
    settings.EMAIL_BACKEND = "core.mail.SmtpBackend"
    set_up_province()
    UserFactory(email="duyet@songmay.example").groups.add(*Group.objects.all())
    writer = account(home, *WRITER)
    page = NewsPageFactory(parent=news_index, live=False)
    page.save_revision(user=writer)
    assert page.get_workflow().start(page, writer).status == WorkflowState.STATUS_IN_PROGRESS
