"""A leader without an account reads and decides by a link; nobody decides about his own text with it."""

import logging
import re
from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.signing import TimestampSigner
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupApprovalTask, PageLogEntry, Workflow, WorkflowState, WorkflowTask

from editorial.models import BundleItem, BundleState, Leader, ReleaseBundle, ReviewLink
from editorial.review_links import SALT, issue, leaders_for, waiting_below
from news.models import NewsPage
from tests.editorial.accounts import APPROVER, WRITER, account
from tests.factories import NewsPageFactory, OrganisationPageFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def writer(home):
    return account(home, *WRITER)


@pytest.fixture
def sender(home):
    return account(home, *APPROVER)


@pytest.fixture
def leader(home):
    return Leader.objects.create(
        name="Lê Thị Bình",
        position="Phó Giám đốc Sở",
        email="binh@songmay.example",
        section=home,
        registered_by=UserFactory(),
    )


def draft(parent, writer, title: str, **fields) -> NewsPage:
    page = NewsPageFactory(parent=parent, title=title, live=False, **fields)
    page.save_revision(user=writer)
    return NewsPage.objects.get(pk=page.pk)


@pytest.fixture
def page(news_index, writer):
    return draft(news_index, writer, "Mở cầu mới", lead="Cầu dài 900 m.")


def mailed_url() -> str:
    return re.search(r"/xem-xet/\S+/", mail.outbox[-1].body).group()


@pytest.fixture
def url(page, leader, sender):
    issue(leader, [page], sender, 3, page.title)
    return mailed_url()


@pytest.fixture
def telephone():
    """The leader's browser, without any account, which checks for forged posts."""
    return Client(enforce_csrf_checks=True)


def decide(browser, url: str, decision: str = "approved", comment: str = "", **headers):
    return browser.post(url, {"decision": decision, "comment": comment}, **headers)


def decision() -> str:
    return ReviewLink.objects.get().decision


# -- reading ------------------------------------------------------------------------------------


def test_the_mail_goes_to_the_registered_address_and_nobody_else_has_the_link(url, leader, sender, client, page):
    assert mail.outbox[-1].to == [leader.email]
    token = url.split("/")[2]
    link = ReviewLink.objects.get()
    assert token not in str(link.__dict__)
    client.force_login(sender)
    assert token not in client.get(reverse("editorial_send_link", args=["page", page.pk])).content.decode()


def test_the_draft_is_shown_as_readers_will_see_it(url, telephone):
    html = telephone.get(url).content.decode()
    assert "Mở cầu mới" in html
    shown = telephone.get(f"{url}1/")
    assert "Cầu dài 900 m." in shown.content.decode()
    assert shown["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in shown["Content-Security-Policy"]


def test_twenty_pages_open_in_one_view_and_no_other_draft(news_index, writer, leader, sender, telephone):
    pages = [draft(news_index, writer, f"Bài số {number}.") for number in range(20)]
    draft(news_index, writer, "Bản nháp khác")
    issue(leader, pages, sender, 3, "Hai mươi bài")
    html = telephone.get(mailed_url()).content.decode()
    assert all(page.title in html for page in pages)
    assert html.count("<iframe") == 20
    assert "Bản nháp khác" not in html
    assert telephone.get(f"{mailed_url()}21/").status_code == 404
    assert telephone.get(f"{mailed_url()}0/").status_code == 404


@pytest.mark.parametrize("tail", ["", "1/"])
def test_nobody_keeps_indexes_or_passes_on_what_the_link_shows(url, telephone, tail):
    response = telephone.get(url + tail)
    assert "no-store" in response["Cache-Control"]
    assert "noindex" in response["X-Robots-Tag"]
    assert response["Referrer-Policy"] == "no-referrer"


@pytest.fixture
def in_review(page, writer, sender):
    """The page in a workflow of one step."""
    task = GroupApprovalTask.objects.create(name="Lãnh đạo duyệt")
    task.groups.set(sender.groups.all())
    workflow = Workflow.objects.create(name="Duyệt")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    workflow.start(page, writer)
    return NewsPage.objects.get(pk=page.pk)


def test_a_section_is_what_waits_below_it(news_index, in_review, writer, notice_index):
    draft(news_index, writer, "Chưa gửi")
    assert waiting_below(news_index) == waiting_below(news_index.get_parent()) == [in_review]
    assert waiting_below(notice_index) == []


def test_a_section_can_be_sent_and_an_empty_one_says_so(client, in_review, news_index, notice_index, leader, sender):
    client.force_login(sender)
    url = reverse("editorial_send_link", args=["section", news_index.pk])
    client.post(url, {"leader": leader.pk, "days": "1"})
    assert [item.page_id for item in ReviewLink.objects.get().items.all()] == [in_review.pk]
    empty = reverse("editorial_send_link", args=["section", notice_index.pk])
    assert client.post(empty, {"leader": leader.pk, "days": "1"}).status_code == 200
    assert ReviewLink.objects.count() == 1


# -- deciding -----------------------------------------------------------------------------------


def test_approving_needs_no_account_and_is_kept_with_name_time_address_and_revision(url, telephone, page, leader):
    response = decide(telephone, url, comment="Đồng ý.", HTTP_ORIGIN="null", REMOTE_ADDR="203.0.113.9")
    assert response.status_code == 200
    assert decision() == "approved"
    entry = PageLogEntry.objects.get(action="editorial.review_link.approved")
    assert entry.data["revisions"] == [page.latest_revision_id]
    assert entry.data["address"] == "203.0.113.9"
    assert entry.data["leader"] == str(leader)
    assert entry.user is None


def test_the_workflow_goes_on_with_the_leaders_approval(in_review, leader, sender, telephone):
    issue(leader, [in_review], sender, 3, in_review.title)
    decide(telephone, mailed_url(), comment="Đồng ý.")
    assert NewsPage.objects.get(pk=in_review.pk).live
    assert in_review.workflow_states.get().status == WorkflowState.STATUS_APPROVED


def test_what_the_leader_returns_comes_back_with_the_comment(in_review, leader, sender, telephone):
    issue(leader, [in_review], sender, 3, in_review.title)
    decide(telephone, mailed_url(), "returned", "Sai tên cầu.")
    state = in_review.workflow_states.get()
    assert state.status == WorkflowState.STATUS_NEEDS_CHANGES
    assert "Lê Thị Bình" in state.current_task_state.comment
    assert "Sai tên cầu." in state.current_task_state.comment


def test_the_leader_gets_a_receipt(url, telephone, leader, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        decide(telephone, url)
    assert mail.outbox[-1].to == [leader.email]
    assert "/xem-xet/" not in mail.outbox[-1].body


def test_returning_needs_a_comment(url, telephone):
    assert decide(telephone, url, "returned", "  ").status_code == 409
    assert decision() == ""
    assert decide(telephone, url, "returned", "Sai tên cầu.").status_code == 200
    assert decision() == "returned"
    assert PageLogEntry.objects.get(action="editorial.review_link.returned").data["comment"] == "Sai tên cầu."


@pytest.mark.parametrize("word", ["", "publish", "APPROVED", "x" * 9999])
def test_another_word_decides_nothing(url, telephone, word):
    assert decide(telephone, url, word).status_code == 409
    assert decision() == ""


def test_a_comment_that_is_too_long_is_kept_and_refused(url, telephone):
    response = decide(telephone, url, comment="ý" * 2001)
    assert "ý" * 2001 in response.content.decode()
    assert decision() == ""


def test_the_second_decision_is_refused(url, telephone):
    decide(telephone, url)
    response = decide(telephone, url, "returned", "Đổi ý.")
    assert response.status_code == 409
    assert decision() == "approved"
    entries = PageLogEntry.objects.filter(action__startswith="editorial.review_link.")
    assert entries.exclude(action="editorial.review_link.refuse").count() == 2


@pytest.mark.parametrize("change", ["edit", "publish", "delete"])
def test_after_any_change_it_decides_nothing_and_says_so(url, telephone, page, writer, change):
    if change == "edit":
        page.save_revision(user=writer)
    elif change == "publish":
        NewsPage.objects.filter(pk=page.pk).update(live=True, live_revision=page.latest_revision_id)
    else:
        page.delete()
    html = telephone.get(url).content.decode()
    assert 'role="alert"' in html
    assert "<form" not in html
    assert decide(telephone, url).status_code == 409
    assert decision() == ""


def test_a_deleted_page_is_a_sentence_not_an_error(url, telephone, page):
    page.delete()
    assert telephone.get(f"{url}1/").status_code == 404


# -- links that do not open ---------------------------------------------------------------------


def test_it_runs_out(url, telephone):
    with time_machine.travel(timezone.now() + timedelta(days=3, minutes=1), tick=False):
        for response in (telephone.get(url), telephone.get(f"{url}1/"), decide(telephone, url)):
            assert response.status_code == 404
            assert "Mở cầu" not in response.content.decode()
    assert decision() == ""


def test_it_can_be_revoked(url, telephone, client, sender):
    client.force_login(sender)
    client.post(reverse("editorial_revoke_link", args=[ReviewLink.objects.get().pk]))
    assert telephone.get(url).status_code == 404
    assert decide(telephone, url).status_code == 404
    assert PageLogEntry.objects.filter(action="editorial.review_link.revoke", user=sender).exists()


def test_a_stranger_does_not_revoke_it(url, telephone, client, organisation_index):
    client.force_login(account(OrganisationPageFactory(parent=organisation_index), *APPROVER))
    client.post(reverse("editorial_revoke_link", args=[ReviewLink.objects.get().pk]))
    assert telephone.get(url).status_code == 200


def test_a_leader_who_left_office_opens_nothing(url, telephone, leader):
    Leader.objects.update(active=False)
    assert telephone.get(url).status_code == 404


def forged() -> list[str]:
    signer = TimestampSigner(salt=SALT)
    return [
        "x",
        "a:b:c",
        "%00",
        "%F0%9F%92%A9",
        signer.sign("unknown"),
        "x" * 5000,
        "..",
        TimestampSigner().sign("x"),
    ]


@pytest.mark.parametrize("number", range(8))
def test_a_token_that_was_not_issued_is_the_same_plain_page(telephone, number):
    token = forged()[number]
    response = telephone.get(f"/xem-xet/{token}/")
    assert response.status_code == 404
    assert telephone.post(f"/xem-xet/{token}/").status_code == 404


def test_a_changed_letter_opens_nothing(url, telephone):
    token = url.split("/")[2]
    other = ("A" if token[0] != "A" else "B") + token[1:]
    assert telephone.get(f"/xem-xet/{other}/").status_code == 404


def test_tokens_stand_in_no_log(telephone, caplog, url):
    with caplog.at_level(logging.DEBUG):
        ReviewLink.objects.update(revoked_at=timezone.now())
        telephone.get(url)
        telephone.get(f"{url}99/")
    assert url.split("/")[2] not in caplog.text


def test_guessing_is_slowed_down(telephone):
    answers = [telephone.get(f"/xem-xet/{number}/").status_code for number in range(65)]
    assert answers[0] == 404
    assert answers[-1] == 429


# -- nobody approves his own --------------------------------------------------------------------


def test_a_link_never_goes_to_who_wrote_or_sends_it(page, leader, sender, writer):
    for user in (writer, sender):
        Leader.objects.update(email=user.email.upper())
        with pytest.raises(ValidationError):
            issue(Leader.objects.get(), [page], sender, 3, page.title)


def test_who_entered_the_leaders_address_cannot_have_his_text_approved_through_it(page, leader, sender, writer):
    Leader.objects.update(registered_by=writer)
    with pytest.raises(ValidationError):
        issue(Leader.objects.get(), [page], sender, 3, page.title)


def test_changing_the_address_after_the_link_went_out_does_not_help(url, telephone, writer):
    Leader.objects.update(registered_by=writer)
    assert decide(telephone, url).status_code == 409
    assert decision() == ""


def test_a_browser_that_is_logged_in_as_a_writer_or_the_sender_decides_nothing(url, client, writer, sender):
    for user in (writer, sender):
        client.force_login(user)
        assert decide(client, url).status_code == 409
    assert decision() == ""


def test_only_who_may_edit_the_page_sends_it_and_only_to_leaders_of_its_section(
    page, leader, sender, organisation_index
):
    with pytest.raises(PermissionDenied):
        issue(leader, [page], account(organisation_index, *APPROVER), 3, page.title)
    Leader.objects.update(section=organisation_index)
    assert not leaders_for([page])
    with pytest.raises(ValidationError):
        issue(Leader.objects.get(), [page], sender, 3, page.title)


@pytest.mark.parametrize("fields", [{}, {"leader": "0", "days": "3"}, {"days": "99"}, {"days": "x"}, {"days": "-1"}])
def test_the_form_refuses_nonsense(client, page, leader, sender, fields):
    client.force_login(sender)
    url = reverse("editorial_send_link", args=["page", page.pk])
    assert client.post(url, {"leader": leader.pk, **fields}).status_code == 200
    assert not ReviewLink.objects.exists()


def test_the_button_sends_the_link(client, page, leader, sender):
    client.force_login(sender)
    client.post(reverse("editorial_send_link", args=["page", page.pk]), {"leader": leader.pk, "days": "3"})
    assert ReviewLink.objects.get().issued_by == sender
    assert client.get("/admin/editorial/send-link/other/1/").status_code == 404


def test_a_link_whose_mail_cannot_be_sent_is_not_made_and_the_sender_is_told(client, page, leader, sender, settings):
    settings.EMAIL_BACKEND = "core.mail.SmtpBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    client.force_login(sender)
    response = client.post(reverse("editorial_send_link", args=["page", page.pk]), {"leader": leader.pk, "days": 3})
    assert "Không gửi được thư cho lãnh đạo" in response.content.decode()
    assert not ReviewLink.objects.exists()


def test_leaders_are_kept_per_section_by_who_has_the_right(client, leader, organisation_index, home):
    from django.contrib.auth.models import Permission

    department = OrganisationPageFactory(parent=organisation_index)
    administrator = account(department, *WRITER)
    rights = Permission.objects.filter(content_type__app_label="editorial", content_type__model="leader")
    administrator.groups.first().permissions.add(*rights)
    client.force_login(administrator)
    form = {"name": "Vũ An", "position": "", "email": "an@songmay.example", "active": "on"}
    assert "Bình" not in client.get(reverse("leaders:index")).content.decode()
    client.post(reverse("leaders:edit", args=[leader.pk]), {**form, "section": department.pk})
    client.post(reverse("leaders:add"), {**form, "section": home.pk})
    assert set(Leader.objects.values_list("name", flat=True)) == {"Lê Thị Bình"}
    client.post(reverse("leaders:add"), {**form, "section": department.pk})
    assert Leader.objects.get(name="Vũ An").registered_by == administrator


# -- bundles ------------------------------------------------------------------------------------


@pytest.fixture
def bundle(page, writer):
    bundle = ReleaseBundle.objects.create(title="Gói", state=BundleState.IN_REVIEW, created_by=writer)
    BundleItem.objects.create(bundle=bundle, page=page)
    return bundle


@pytest.mark.parametrize(("word", "state"), [("approved", BundleState.APPROVED), ("returned", BundleState.DRAFT)])
def test_a_bundle_is_approved_or_returned_as_a_whole(bundle, page, leader, sender, telephone, word, state):
    issue(leader, [page], sender, 3, "Gói", bundle)
    assert decide(telephone, mailed_url(), word, "Ý kiến.").status_code == 200
    assert ReleaseBundle.objects.get().state == state


def test_a_bundle_that_was_taken_back_is_not_approved(bundle, page, leader, sender, telephone):
    issue(leader, [page], sender, 3, "Gói", bundle)
    ReleaseBundle.objects.update(state=BundleState.DRAFT)
    assert decide(telephone, mailed_url()).status_code == 409
    assert decision() == ""


def test_a_link_used_in_vain_stands_in_the_history_of_its_pages_once(url, page, telephone, writer):
    page.save_revision(user=writer)
    for _try in range(2):
        assert decide(telephone, url).status_code == 409
    ReviewLink.objects.update(expires_at=timezone.now())
    for _try in range(2):
        assert telephone.get(url).status_code == 404
    entries = PageLogEntry.objects.filter(page=page.pk, action="editorial.review_link.refuse")
    assert len({entry.data["why"] for entry in entries}) == len(entries) == 2
    assert {entry.data["leader"] for entry in entries} == {str(ReviewLink.objects.get().leader)}


def test_a_made_up_link_leaves_no_trace(telephone, url):
    assert telephone.get(url[:-5] + "xxxx/").status_code == 404
    assert not PageLogEntry.objects.filter(action="editorial.review_link.refuse").exists()
