"""What was public is withdrawn with a reason, can be put back, and is never deleted."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page, PageLogEntry, PageViewRestriction

from editorial.models import Withdrawal
from news.models import NewsPage
from tests.editorial.accounts import APPROVER, WRITER, account
from tests.factories import NewsPageFactory, OrganisationPageFactory, UserFactory

pytestmark = pytest.mark.django_db

REASON = "Số liệu trong bài chưa được kiểm tra."


@pytest.fixture
def article(news_index):
    page = NewsPageFactory(parent=news_index, title="Mở đường ven sông", slug="mo-duong", lead="Con đường dài 9 km.")
    page.save_revision().publish()
    return NewsPage.objects.get(pk=page.pk)


@pytest.fixture
def approver(client, home):
    user = account(home, *APPROVER)
    client.force_login(user)
    return user


def withdraw(client, page, kind: str, **fields):
    url = reverse("editorial_withdraw", args=[page.pk])
    return client.post(url, {"kind": kind, "reason": REASON, **fields}, follow=True)


def test_posted_in_error_is_gone_and_says_why_without_a_word_of_the_page(client, article, approver):
    withdraw(client, article, "error")
    client.logout()
    response = client.get("/tin-tuc/mo-duong/")
    html = response.content.decode()
    assert response.status_code == 410
    assert REASON in html
    assert "noindex" in html
    assert "Mở đường" not in html
    assert "9 km" not in html


def test_merged_leads_to_the_other_page_and_is_gone_when_that_is(client, article, approver, news_index):
    other = NewsPageFactory(parent=news_index, slug="bai-chung")
    withdraw(client, article, "merged", target=other.pk)
    response = client.get("/tin-tuc/mo-duong/")
    assert (response.status_code, response["Location"]) == (301, "/tin-tuc/bai-chung/")
    other.unpublish()
    assert client.get("/tin-tuc/mo-duong/").status_code == 410
    other.delete()
    assert client.get("/tin-tuc/mo-duong/").status_code == 410


def test_withdrawn_can_be_read_with_the_reason_and_stands_in_no_list(client, article, approver):
    withdraw(client, article, "withdrawn")
    client.logout()
    response = client.get("/tin-tuc/mo-duong/")
    html = response.content.decode()
    assert response.status_code == 200
    assert REASON in html
    assert "9 km" in html
    assert "noindex" in response["X-Robots-Tag"]
    for address in ("/tin-tuc/", "/tin-tuc/rss/", "/tim-kiem/?q=ven+song", "/sitemap-vi.xml"):
        assert "mo-duong" not in client.get(address).content.decode(), address


def test_a_later_draft_does_not_change_what_was_public(client, article, approver):
    withdraw(client, article, "withdrawn")
    draft = NewsPage.objects.get(pk=article.pk)
    draft.lead = "Bản nháp chưa duyệt."
    # The admin stores the draft of a page that is not live in the page's own row.
    draft.save()
    draft.save_revision()
    html = client.get("/tin-tuc/mo-duong/").content.decode()
    assert "9 km" in html
    assert "chưa duyệt" not in html


def test_a_list_page_that_was_withdrawn_still_lists(client, article, approver, news_index):
    withdraw(client, news_index, "withdrawn")
    html = client.get("/tin-tuc/").content.decode()
    assert REASON in html
    assert "Mở đường ven sông" in html


def test_a_restricted_page_tells_nothing_to_strangers(client, article, approver):
    PageViewRestriction.objects.create(page=article, restriction_type=PageViewRestriction.LOGIN)
    withdraw(client, article, "withdrawn")
    client.logout()
    response = client.get("/tin-tuc/mo-duong/")
    assert response.status_code == 302
    assert "login" in response["Location"]


def test_it_is_put_back_as_it_was_and_both_acts_are_logged(client, article, approver, home):
    withdraw(client, article, "error")
    client.force_login(account(home, *APPROVER))
    client.post(reverse("editorial_withdraw", args=[article.pk]))
    assert client.get("/tin-tuc/mo-duong/").status_code == 200
    assert not Withdrawal.objects.exists()
    entries = {entry.action: entry for entry in PageLogEntry.objects.filter(page=article.pk)}
    assert entries["editorial.withdraw"].data["reason"] == REASON
    assert entries["editorial.withdraw"].user == approver
    assert "editorial.put_back" in entries


def test_translations_go_along_if_wished(client, article, approver, english, news_index):
    twin = NewsPageFactory(parent=news_index, slug="road", locale=english, translation_key=article.translation_key)
    withdraw(client, article, "error", translations=[twin.pk])
    assert set(Withdrawal.objects.values_list("page", flat=True)) == {article.pk, twin.pk}


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("error", {"reason": ""}),
        ("error", {"reason": "x" * 501}),
        ("khác", {}),
        ("merged", {}),
        ("merged", {"target": "999999"}),
        ("merged", {"target": "abc"}),
    ],
)
def test_a_form_that_lacks_something_says_so_and_withdraws_nothing(client, article, approver, kind, fields):
    response = withdraw(client, article, kind, **fields)
    assert response.status_code == 200
    assert 'class="w-field__errors"' in response.content.decode() or "error" in response.content.decode()
    assert NewsPage.objects.get(pk=article.pk).live
    assert not Withdrawal.objects.exists()


def test_a_page_is_not_merged_into_itself_or_into_a_draft(client, article, approver, news_index):
    draft = NewsPageFactory(parent=news_index, live=False)
    for target in (article, draft):
        withdraw(client, article, "merged", target=target.pk)
        assert not Withdrawal.objects.exists()


def test_who_may_not_publish_there_may_not_withdraw(client, article, organisation_index):
    elsewhere = OrganisationPageFactory(parent=organisation_index)
    for user in (account(elsewhere, *APPROVER), account(article.get_parent(), *WRITER)):
        client.force_login(user)
        assert withdraw(client, article, "error").redirect_chain
    assert NewsPage.objects.get(pk=article.pk).live


def test_what_was_published_is_not_deleted_by_any_button(client, article, news_index):
    client.force_login(UserFactory(is_superuser=True))
    client.post(reverse("wagtailadmin_pages:delete", args=[article.pk]))
    client.post(reverse("wagtailadmin_pages:delete", args=[news_index.pk]), {"confirm_site_name": "x"})
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    client.post(f"{bulk}?id={article.pk}&next=/admin/")
    article.unpublish()
    client.post(reverse("wagtailadmin_pages:delete", args=[article.pk]))
    assert Page.objects.filter(pk=article.pk).exists()


def test_a_draft_that_nobody_ever_saw_can_be_deleted(client, news_index):
    draft = NewsPageFactory(parent=news_index, live=False)
    client.force_login(UserFactory(is_superuser=True))
    client.post(reverse("wagtailadmin_pages:delete", args=[draft.pk]))
    assert not Page.objects.filter(pk=draft.pk).exists()


def test_an_ordinary_page_costs_no_further_query(client, article):
    client.get("/tin-tuc/mo-duong/")
    with CaptureQueriesContext(connection) as captured:
        client.get("/tin-tuc/mo-duong/")
    assert not any("editorial_withdrawal" in query["sql"] for query in captured.captured_queries)


def test_an_alias_is_withdrawn_with_the_page_that_it_shows(client, article, approver, notice_index):
    article.create_alias(parent=notice_index, update_slug="duong-moi")
    withdraw(client, article, "error")
    response = client.get("/thong-bao/duong-moi/")
    assert response.status_code == 410
    assert REASON in response.content.decode()
