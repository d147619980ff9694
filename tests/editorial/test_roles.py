"""Offices of units: made by a command or a button, alike every time, bounded to the section."""

import pytest
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command
from django.urls import reverse
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page, PageLogEntry, Workflow

from core.models import User
from editorial.enums import Role
from editorial.models import RoleApprovalTask, RoleGroup, UnitOffice
from editorial.roles import set_up_province, set_up_unit
from news.models import NewsPage
from tests.factories import NewsIndexPageFactory, NewsPageFactory, OrganisationPageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def unit(organisation_index):
    return OrganisationPageFactory(parent=organisation_index, title="Sở Y tế", slug="so-y-te")


@pytest.fixture
def office(unit):
    return set_up_unit(unit)


def person(office: UnitOffice, role: Role, name: str = "") -> User:
    user = User.objects.create_user(name or f"{role}.{office.pk}", f"{role}@songmay.example", "x")
    user.groups.add(RoleGroup.objects.get(office=office, role=role).group)
    return user


def counts() -> list[int]:
    models = (
        Group,
        GroupPagePermission,
        GroupCollectionPermission,
        Collection,
        Workflow,
        RoleApprovalTask,
        RoleGroup,
    )
    return [model.objects.count() for model in models]


def test_the_command_sets_up_a_department_and_again_changes_nothing(unit):
    call_command("setup_roles", "so-y-te")
    before = counts()
    call_command("setup_roles", str(unit.pk), "so-y-te")
    call_command("setup_roles", "--all")
    assert counts() == before
    assert UnitOffice.objects.filter(organisation=unit).count() == 1


@pytest.mark.parametrize("name", ["khong-co", "999999", "", "٣"])
def test_an_unknown_department_is_named_in_the_refusal(unit, name):
    with pytest.raises(CommandError, match="so-y-te"):
        call_command("setup_roles", name)


def test_names_follow_a_renamed_unit_and_rights_given_by_hand_go(office, unit, home):
    group = RoleGroup.objects.get(office=office, role=Role.EDITOR).group
    GroupPagePermission.objects.create(
        group=group, page=home, permission=GroupPagePermission.objects.first().permission
    )
    unit.title = "Sở Y tế và Dân số"
    unit.save()
    set_up_unit(unit)
    group.refresh_from_db()
    assert group.name == "Sở Y tế và Dân số – Biên tập viên"
    assert set(group.page_permissions.values_list("page_id", flat=True)) == {unit.pk}
    assert Collection.objects.filter(name="Sở Y tế và Dân số").exists()
    assert Workflow.objects.get(pk=office.workflow_id).name == "Sở Y tế và Dân số"


def test_the_english_twin_belongs_to_the_same_office(unit, english, organisation_index):
    twin = OrganisationPageFactory(
        parent=organisation_index, title="Health", slug="health", locale=english, translation_key=unit.translation_key
    )
    assert set_up_unit(twin) == set_up_unit(unit)
    editor = person(set_up_unit(unit), Role.EDITOR)
    assert twin.permissions_for_user(editor).can_edit()
    assert UnitOffice.objects.count() == 1


@pytest.mark.parametrize(
    ("role", "edits", "publishes"),
    [
        (Role.CONTRIBUTOR, False, False),
        (Role.EDITOR, True, False),
        (Role.UNIT_APPROVER, True, True),
        (Role.DEPARTMENT_ADMIN, True, False),
        (Role.FEEDBACK_OFFICER, False, False),
    ],
)
def test_a_role_has_its_rights_in_its_own_section_only(office, unit, organisation_index, role, edits, publishes):
    other = OrganisationPageFactory(parent=organisation_index, title="Sở Nội vụ", slug="so-noi-vu")
    set_up_unit(other)
    user = person(office, role)
    mine, theirs = unit.permissions_for_user(user), other.permissions_for_user(user)
    assert (mine.can_edit(), mine.can_publish()) == (edits, publishes)
    assert not theirs.can_edit()
    assert not theirs.can_publish()
    assert not theirs.can_add_subpage()


def test_provincial_roles(home, unit):
    office = set_up_province()
    managing, chief, system = (
        person(office, role) for role in (Role.MANAGING_EDITOR, Role.EDITOR_IN_CHIEF, Role.SYSTEM_ADMIN)
    )
    assert unit.permissions_for_user(managing).can_edit()
    assert not unit.permissions_for_user(managing).can_publish()
    assert unit.permissions_for_user(chief).can_publish()
    assert chief.has_perms(["departments.add_reorganisation", "editorial.change_leader"])
    assert not managing.has_perm("departments.add_reorganisation")
    assert not system.is_superuser
    assert system.has_perm("core.change_user")
    assert not unit.permissions_for_user(system).can_edit()
    assert not Page.objects.get(pk=home.pk).permissions_for_user(system).can_publish()


@pytest.fixture
def index(unit):
    return NewsIndexPageFactory(parent=unit, title="Tin", slug="tin")


def submit(index, user: User) -> NewsPage:
    page = NewsPageFactory(parent=index, title="Cầu mới", live=False)
    page.save_revision(user=user)
    index.get_workflow().start(page, user)
    return NewsPage.objects.get(pk=page.pk)


def steps(page: NewsPage) -> list[tuple[str, str]]:
    states = page.current_workflow_state.task_states.order_by("pk")
    return [(str(Role(state.task.specific.groups.get().role.role)), state.status) for state in states]


def decide(page: NewsPage, user: User, action: str = "approve", comment: str = "") -> None:
    state = page.current_workflow_task_state
    state.task.specific.on_action(state, user, action, comment=comment)


def test_a_text_goes_from_contributor_by_the_editor_to_the_approver(office, index):
    page = submit(index, person(office, Role.CONTRIBUTOR))
    assert steps(page) == [("editor", "in_progress")]
    decide(page, person(office, Role.EDITOR))
    assert steps(page) == [("editor", "approved"), ("unit_approver", "in_progress")]
    assert not NewsPage.objects.get(pk=page.pk).live
    decide(page, person(office, Role.UNIT_APPROVER))
    assert NewsPage.objects.get(pk=page.pk).live


def test_an_editor_who_submits_has_taken_the_editors_step(office, index):
    page = submit(index, person(office, Role.EDITOR))
    assert steps(page) == [("editor", "skipped"), ("unit_approver", "in_progress")]


def test_an_approver_who_submits_waits_for_another_approver(office, index):
    author = person(office, Role.UNIT_APPROVER)
    page = submit(index, author)
    decide(page, person(office, Role.EDITOR))
    task = page.current_workflow_task
    assert task.get_actions(page, author) == []
    other = person(office, Role.UNIT_APPROVER, "nguoi.duyet.khac")
    assert "approve" in [action[0] for action in task.get_actions(page, other)]
    decide(page, other)
    assert NewsPage.objects.get(pk=page.pk).live


def test_an_unfinished_text_can_be_returned_but_not_approved(office, index):
    page = submit(index, person(office, Role.CONTRIBUTOR))
    page.lead = ""
    page.save_revision(user=User.objects.get(groups__role__role=Role.CONTRIBUTOR), clean=False)
    actions = page.current_workflow_task.get_actions(page, person(office, Role.EDITOR))
    assert [action[0] for action in actions] == ["reject"]


def test_the_form_of_a_return_asks_for_the_reason(office):
    form = RoleApprovalTask.objects.first().get_form_for_action("reject")
    assert not form({"comment": "   "}).is_valid()
    assert form({"comment": "Thiếu nguồn"}).is_valid()


def test_an_approver_who_lost_the_office_decides_no_more(office, index):
    page = submit(index, person(office, Role.EDITOR))
    approver = person(office, Role.UNIT_APPROVER)
    approver.groups.clear()
    approver = User.objects.get(pk=approver.pk)
    assert page.current_workflow_task.get_actions(page, approver) == []


def test_the_button_does_what_the_command_does_for_who_manages_accounts(client, unit):
    system = person(set_up_province(), Role.SYSTEM_ADMIN)
    url = reverse("editorial_setup_roles", args=[unit.pk])
    client.force_login(system)
    assert client.get(url).status_code == 200
    assert not UnitOffice.objects.filter(organisation=unit).exists()
    assert client.post(url).status_code == 302
    office = UnitOffice.objects.get(organisation=unit)
    assert PageLogEntry.objects.get(page=unit.pk, action="editorial.setup_roles").user == system
    for role in (Role.UNIT_APPROVER, Role.DEPARTMENT_ADMIN):
        client.force_login(person(office, role))
        assert client.post(url).status_code == 302
        assert client.get(url).status_code == 302
    assert PageLogEntry.objects.filter(action="editorial.setup_roles").count() == 1


def test_a_return_through_the_screen_needs_a_reason_which_the_author_reads_where_he_writes(client, office, index):
    author, editor = person(office, Role.CONTRIBUTOR), person(office, Role.EDITOR)
    page = submit(index, author)
    Page.objects.filter(pk=page.pk).update(owner=author)
    client.force_login(editor)
    state = page.current_workflow_task_state
    url = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "reject", state.pk])
    client.post(url, {"comment": "  "})
    state.refresh_from_db()
    assert state.status == state.STATUS_IN_PROGRESS
    client.post(url, {"comment": "Thiếu nguồn của số liệu"})
    state.refresh_from_db()
    assert (state.status, state.comment) == (state.STATUS_REJECTED, "Thiếu nguồn của số liệu")
    client.force_login(author)
    shown = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert any("Thiếu nguồn của số liệu" in str(message) for message in shown.context["messages"])
    assert "Thiếu nguồn của số liệu" in client.get(reverse("editorial_inbox")).content.decode()
    # Once it is handed in again, the old reason is history.
    NewsPage.objects.get(pk=page.pk).current_workflow_state.resume(author)
    html = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert "Thiếu nguồn của số liệu" not in html
