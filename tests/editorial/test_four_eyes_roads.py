"""Roads to the public that go round the button: code, copies, aliases, reverting, taking back, translations."""

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from wagtail.actions.convert_alias import ConvertAliasPageAction
from wagtail.actions.copy_page import CopyPageAction
from wagtail.actions.create_alias import CreatePageAliasAction
from wagtail.models import DraftStateMixin, Page, PageLogEntry

from core.publication import PublicationRefused
from news.models import NewsPage
from tests.editorial.test_four_eyes import draft_by, title_of
from tests.factories import NewsPageFactory
from tests.factories.staff import make_staff
from tests.site.test_page_tree import editor_form

pytestmark = pytest.mark.django_db


@pytest.fixture
def live(section):
    page = NewsPageFactory(parent=section, title="Bài đã đăng")
    page.save_revision().publish()
    return NewsPage.objects.get(pk=page.pk)


@pytest.fixture
def draft(section, author):
    """An article that was never public."""
    page = NewsPageFactory(parent=section, title="Chưa ai duyệt", live=False)
    page.save_revision(user=author)
    return NewsPage.objects.get(pk=page.pk)


def refused(act) -> bool:
    """Tell whether ``act`` is refused; what it had stored by then stays, as it would without a transaction."""
    try:
        act()
    except PublicationRefused:
        return True
    return False


def no_stranger_is_public(section) -> bool:
    """Tell whether nothing is public but the article that was published properly."""
    return set(section.get_children().live().values_list("title", flat=True)) <= {"Bài đã đăng"}


# -- code that stores a page as live ------------------------------------------------------------------------------


def as_page(page):
    return Page.objects.get(pk=page.pk)


@pytest.mark.parametrize("model", [as_page, lambda page: page, lambda page: page.latest_revision.as_object()])
def test_a_draft_is_not_made_public_by_setting_a_field(section, draft, model):
    page = model(draft)
    page.live = True
    with pytest.raises(PublicationRefused):
        page.save()
    with pytest.raises(PublicationRefused):
        page.save(clean=False, update_fields=["live"])
    assert no_stranger_is_public(section)


def test_nor_by_naming_the_draft_as_what_is_published(live, author):
    revision = draft_by(author, live)
    page = revision.as_object()
    page.live_revision = revision
    with pytest.raises(PublicationRefused):
        page.save()
    assert title_of(live) == "Bài đã đăng"


def test_a_page_taken_back_comes_back_with_what_was_approved_and_nothing_else(live, author, approver):
    draft_by(author, live, "Bài đã đăng").publish(user=approver)
    NewsPage.objects.get(pk=live.pk).unpublish(user=author)
    page = NewsPage.objects.get(pk=live.pk)
    page.live = True
    page.save()
    NewsPage.objects.get(pk=live.pk).unpublish(user=author)
    draft_by(author, live, "Lén sửa")
    page = NewsPage.objects.get(pk=live.pk)
    page.live = True
    with pytest.raises(PublicationRefused):
        page.save()
    assert not Page.objects.get(pk=live.pk).live


def test_what_the_machine_made_may_be_stored_as_live(section):
    page = NewsPageFactory(parent=section, live=False)
    page.save_revision()
    page.live = True
    page.save()
    assert Page.objects.get(pk=page.pk).live


# -- copies and aliases -------------------------------------------------------------------------------------------

COPIES = {
    "page": lambda page, user: page.copy(update_attrs={"slug": "s", "title": "Chép"}, keep_live=True, user=user),
    "page without a person": lambda page, user: page.copy(
        update_attrs={"slug": "s", "title": "Chép"}, keep_live=True
    ),
    "action": lambda page, user: CopyPageAction(
        page, update_attrs={"slug": "s", "title": "Chép"}, keep_live=True, user=user
    ).execute(skip_permission_checks=True),
    "without revisions": lambda page, user: page.copy(
        update_attrs={"slug": "s", "title": "Chép"}, keep_live=True, user=user, copy_revisions=False
    ),
    "section": lambda page, user: page.get_parent().specific.copy(
        recursive=True, update_attrs={"slug": "s", "title": "Chép"}, keep_live=True, user=user
    ),
}


@pytest.mark.parametrize("way", COPIES)
def test_no_copy_is_public(section, live, author, way):
    before = set(Page.objects.live().values_list("pk", flat=True))
    refused(lambda: COPIES[way](live, author))
    assert set(Page.objects.live().values_list("pk", flat=True)) == before


def test_a_copy_in_code_is_a_draft_unless_told_otherwise(live, author):
    copy = live.copy(update_attrs={"slug": "s"}, user=author)
    assert not copy.live
    with pytest.raises(PublicationRefused):
        copy.get_latest_revision().publish(user=author)


def test_the_alias_of_a_draft_is_no_road(section, draft, author, approver):
    alias = CreatePageAliasAction(draft, update_slug="bi-danh", user=author).execute(skip_permission_checks=True)
    alias = NewsPage.objects.get(pk=alias.pk)
    alias.live = True
    refused(alias.save)
    assert no_stranger_is_public(section)


def test_an_alias_says_what_its_page_says_in_public(live, author, approver):
    draft_by(author, live, "Nháp kín")
    alias = CreatePageAliasAction(live, update_slug="bi-danh", user=author).execute(skip_permission_checks=True)
    assert Page.objects.get(pk=alias.pk).title == "Bài đã đăng"
    NewsPage.objects.get(pk=live.pk).get_latest_revision().publish(user=approver)
    assert title_of(alias) == "Nháp kín"


def test_an_alias_made_a_page_of_its_own_keeps_what_was_approved(live, author):
    alias = CreatePageAliasAction(live, update_slug="bi-danh", user=author).execute(skip_permission_checks=True)
    refused(ConvertAliasPageAction(NewsPage.objects.get(pk=alias.pk), user=author).execute)
    own = NewsPage.objects.get(pk=alias.pk)
    revision = draft_by(author, own, "Sửa bí danh")
    with pytest.raises(PublicationRefused):
        revision.publish(user=author)
    assert title_of(alias) == "Bài đã đăng"


ACTIONS = {
    "publish": {},
    "copy": {"keep_live": True, "slug": "chep", "title": "Chép"},
    "create_alias": {"update_slug": "bi-danh-khac"},
    "revert_to_page_revision": {"revision_id": 0},
}


@pytest.mark.parametrize("name", ACTIONS)
def test_the_actions_of_the_admins_api_publish_nothing_of_ones_own(client, section, live, author, name):
    revision = draft_by(author, live, "Lén qua API")
    client.force_login(author)
    client.raise_request_exception = False
    data = {**ACTIONS[name], **({"revision_id": revision.pk} if name.startswith("revert") else {})}
    url = reverse("wagtailadmin_api:pages:action", args=[live.pk, name])
    client.post(url, data, content_type="application/json")
    assert no_stranger_is_public(section)
    assert not section.get_children().live().filter(slug="chep").exists()


# -- reverting, in the editor -------------------------------------------------------------------------------------


def test_the_editor_reverts_into_a_draft(client, live, author, approver):
    first = live.latest_revision
    draft_by(author, live, "Bài thứ hai").publish(user=approver)
    client.force_login(approver)
    form = editor_form(NewsPage, title="Bản cũ", lead="Hai câu.", category=live.category_id)
    form |= {"slug": live.slug, "revision": first.pk, "action-publish": "1", "is_reverting": "1"}
    client.post(reverse("wagtailadmin_pages:edit", args=[live.pk]), form)
    assert title_of(live) == "Bài thứ hai"


def test_an_old_version_that_nobody_approved_is_not_published_by_its_author(live, author, approver):
    """A version passed over by a later publication is still its author's."""
    passed_over = draft_by(author, live, "Bị bỏ qua")
    draft_by(None, live, "Bài thứ ba").publish(user=approver)
    with pytest.raises(PublicationRefused):
        passed_over.publish(user=author)
    with pytest.raises(PublicationRefused):
        passed_over.publish()
    assert title_of(live) == "Bài thứ ba"


def test_bringing_older_words_back_into_a_draft_forgets_nobody(client, section, author, approver):
    """The log calls such a draft a reversion; nothing was published by it."""
    page = NewsPageFactory(parent=section, title="Chưa ai duyệt", live=False)
    first = page.save_revision(user=author, log_action=True)
    client.force_login(approver)
    form = editor_form(NewsPage, title="Chưa ai duyệt", lead="Hai câu.", category=page.category_id)
    form |= {"slug": page.slug}
    client.post(reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, first.pk]), form)
    reverted = NewsPage.objects.get(pk=page.pk).latest_revision
    assert reverted.pk != first.pk
    for user in (author, approver):
        with pytest.raises(PublicationRefused):
            reverted.publish(user=user)


def test_the_last_step_of_a_workflow_publishes_only_for_who_may(section, draft):
    stranger = make_staff(section, "add", "change", name="khong.duoc.dang")
    with pytest.raises(PublicationRefused):
        draft.latest_revision.publish(user=stranger)
    assert not Page.objects.get(pk=draft.pk).live


# -- many at once, and what is no page ----------------------------------------------------------------------------


def test_one_forbidden_page_of_many_leaves_all_as_they_were(section, draft, author, approver):
    other = NewsPageFactory(parent=section, title="Của người khác", live=False)
    other.save_revision(user=approver)

    def both() -> None:
        with transaction.atomic():
            for page in (other, draft):
                page.get_latest_revision().publish(user=author)

    assert refused(both)
    assert not section.get_children().live().exists()


def test_only_pages_have_drafts():
    """A snippet with drafts would publish past the guards, which pages ask."""
    ours = [model for model in apps.get_models() if not model._meta.app_label.startswith("wagtail")]
    assert not [model for model in ours if issubclass(model, DraftStateMixin) and not issubclass(model, Page)]


def test_a_forged_time_on_the_page_itself_publishes_nothing(draft, author):
    page = NewsPage.objects.get(pk=draft.pk)
    page.go_live_at = timezone.now()
    page.save()
    call_command("publish_scheduled")
    assert not Page.objects.get(pk=draft.pk).live


# -- the record ---------------------------------------------------------------------------------------------------


def test_a_refusal_stands_in_the_log(live, author):
    revision = draft_by(author, live)
    with pytest.raises(PublicationRefused):
        revision.publish(user=author)
    entry = PageLogEntry.objects.get(page=live.pk, action="editorial.refuse")
    assert (entry.user, entry.revision_id) == (author, revision.pk)
    assert entry.data["why"]
