"""Remarks reach the person who hands a text on and the person who opens it."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.contrib.messages import get_messages
from django.urls import reverse
from wagtail.models import GroupPagePermission

from core.models import User
from editorial.content.page_checks import documents_of, official_numbers, remarks
from editorial.models import Misspelling
from tests.factories import NewsPageFactory, OrganisationPageFactory, PortalDocumentFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(news_index):
    return NewsPageFactory(
        parent=news_index,
        title="HỌP VỀ CHỦ CHƯƠNG MỚI",
        lead="Đó là nội dung cuộc họp.",
        body=[("paragraph", "<p>Ai cần xin gọi <b>0912</b> 345 678. Sở TTTT, Sở TT&amp;TT.</p>")],
    )


def test_every_remark_on_a_page_is_a_sentence(page):
    sentences = remarks(page)
    assert len(sentences) == 5
    assert any("chủ trương" in sentence for sentence in sentences)
    assert any("•••• ••• •78" in sentence for sentence in sentences)
    assert not any("%(" in sentence or "0912" in sentence for sentence in sentences)


def test_a_plain_text_has_no_remarks(news_index):
    assert remarks(NewsPageFactory(parent=news_index)) == []


def test_numbers_that_units_publish_are_no_remark(organisation_index, news_index):
    OrganisationPageFactory(parent=organisation_index, phone="0299 3800 001; 0299 3800 002", hotline="")
    assert official_numbers() >= {"02993800001", "02993800002"}
    page = NewsPageFactory(parent=news_index, body=[("paragraph", "<p>Gọi (0299) 3800 002.</p>")])
    assert remarks(page) == []


def test_files_of_a_draft_are_known(news_index):
    first, second = PortalDocumentFactory.create_batch(2)
    page = NewsPageFactory(
        parent=news_index,
        attachments=[("file", {"document": first, "label": ""})],
        body=[
            ("documents", {"items": [{"document": first, "label": "x"}]}),
            ("paragraph", f'<p><a linktype="document" id="{second.pk}">tệp</a></p>'),
        ],
    )
    assert {document.pk for document in documents_of(page)} == {first.pk, second.pk}


def test_a_misspelling_must_say_what_is_right():
    with pytest.raises(Exception, match="right"):
        Misspelling(wrong=" a  b", right="A b").full_clean()


def test_the_list_of_misspellings_ships_with_words_and_no_word_is_right_and_wrong():
    pairs = dict(Misspelling.objects.values_list("wrong", "right"))
    assert pairs["chủ chương"] == "chủ trương"
    assert not set(pairs) & set(pairs.values())


@pytest.fixture
def writer(news_index):
    group = Group.objects.create(name="viết")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for codename in ("add_page", "change_page"):
        permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=codename)
        GroupPagePermission.objects.create(group=group, page=news_index, permission=permission)
    user = User.objects.create_user("viet", "viet@songmay.example", "x")
    user.groups.add(group)
    return user


def warnings_of(response) -> list[str]:
    return [str(message) for message in get_messages(response.wsgi_request) if message.level_tag == "warning"]


def test_the_remarks_wait_at_the_editor_of_a_submitted_page_and_nothing_is_blocked(client, page, writer):
    client.force_login(writer)
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert warnings_of(client.get(url)) == []
    page.save_revision(user=writer)
    page.get_workflow().start(page, writer)
    (warning,) = [text for text in warnings_of(client.get(url)) if page.title in text and "<li>" in text]
    assert "chủ trương" in warning
    assert "<ul><li>" in warning


def test_the_words_inside_files_are_checked_too(news_index, monkeypatch):
    monkeypatch.setattr("core.attachments._readers", [lambda document: "CCCD 079204012345"])
    document = PortalDocumentFactory(title="Danh sách")
    page = NewsPageFactory(parent=news_index, attachments=[("file", {"document": document, "label": ""})])
    (sentence,) = remarks(page)
    assert "Danh sách" in sentence
    assert "••••••••••45" in sentence
