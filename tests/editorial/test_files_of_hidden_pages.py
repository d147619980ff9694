"""A file is handed out to whoever may read a page that offers it."""

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageViewRestriction

from editorial.models import Leader, Withdrawal
from editorial.review_links import issue
from editorial.withdrawing import withdraw
from news.models import NewsPage
from tests.editorial.accounts import APPROVER, WRITER, account
from tests.factories import NewsIndexPageFactory, NewsPageFactory, PortalDocumentFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def document(db):
    return PortalDocumentFactory(title="Dự thảo tờ trình")


@pytest.fixture
def page(news_index, document, django_capture_on_commit_callbacks):
    """A public article that offers the file."""
    with django_capture_on_commit_callbacks(execute=True):
        page = NewsPageFactory(
            parent=news_index, title="Có tệp", attachments=[("file", {"document": document, "label": ""})]
        )
        page.save_revision().publish()
    return NewsPage.objects.get(pk=page.pk)


def status(client, document) -> int:
    return client.get(document.url).status_code


def below_a_private_page(page):
    inner = NewsIndexPageFactory(parent=page.get_parent().get_parent(), title="Nội bộ", slug="noi-bo")
    PageViewRestriction.objects.create(page=inner, restriction_type="login")
    page.move(inner, pos="last-child")


def in_error(page):
    withdraw(Withdrawal(page=page, kind="error", reason="Đăng nhầm."), UserFactory(is_superuser=True))


def expired(page):
    page.unpublish(set_expired=True)


HIDING = {
    "draft": lambda page: page.unpublish(),
    "expired": expired,
    "in error": in_error,
    "password": lambda page: PageViewRestriction.objects.create(
        page=page, restriction_type="password", password="mo-cua-ra"
    ),
    "groups": lambda page: PageViewRestriction.objects.create(page=page, restriction_type="groups"),
    "below a private page": below_a_private_page,
}


@pytest.mark.parametrize("hide", HIDING.values(), ids=HIDING)
def test_the_file_of_a_hidden_page_is_not_found(client, page, document, hide):
    assert status(client, document) == 200
    hide(page)
    assert status(client, document) == 404
    client.force_login(account(page.get_parent(), *WRITER))
    assert status(client, document) == 200


def test_a_file_that_a_public_page_offers_too_or_none_at_all_is_found(client, page, document, news_index):
    assert status(client, PortalDocumentFactory()) == 200
    NewsPageFactory(
        parent=news_index, live=False, attachments=[("file", {"document": document, "label": ""})]
    ).save_revision()
    assert status(client, document) == 200


def test_who_gave_the_password_gets_the_file(client, page, document):
    restriction = PageViewRestriction.objects.create(page=page, restriction_type="password", password="mo-cua-ra")
    assert status(client, document) == 404
    action = f"/_util/authenticate_with_password/{restriction.pk}/{page.pk}/"
    client.post(action, {"password": "mo-cua-ra", "return_url": page.url})
    assert status(client, document) == 200


def test_a_withdrawn_page_that_can_be_read_keeps_its_files(client, page, document):
    withdraw(Withdrawal(page=page, kind="withdrawn", reason="Hết hiệu lực."), UserFactory(is_superuser=True))
    assert client.get(page.url).status_code == 200
    assert status(client, document) == 200


def test_a_leader_reads_the_files_of_a_draft_as_long_as_the_link_is_open(client, page, document, home):
    page.unpublish()
    leader = Leader.objects.create(
        name="Lê Thị Bình", email="binh@songmay.example", section=home, registered_by=UserFactory()
    )
    page.save_revision(user=account(home, *WRITER))
    link = issue(leader, [NewsPage.objects.get(pk=page.pk)], account(home, *APPROVER), 3, page.title)
    assert mail.outbox
    assert status(client, document) == 200
    type(link).objects.update(revoked_at=timezone.now())
    assert status(client, document) == 404


def test_somebody_of_another_unit_is_no_staff_of_it(client, page, document, organisation_index):
    page.unpublish()
    client.force_login(account(organisation_index, *WRITER))
    assert client.get(reverse("wagtailadmin_home")).status_code == 200
    assert status(client, document) == 404
