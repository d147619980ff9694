"""Accounts for trying the portal: an administrator, and contributor, editor, approver of two departments."""

from dataclasses import dataclass

from django.contrib.auth.models import Group, Permission
from wagtail.models import (
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from core.models import User
from demo.building.marks import EMAIL_DOMAIN
from demo.building.media import Media
from departments.models import OrganisationPage

ADMIN = "admin"
UNITS = ("Sở Khoa học và Công nghệ", "Sở Y tế")


@dataclass(frozen=True)
class Role:
    """What a role may do with pages of its section and with media of its collection."""

    name: str
    pages: tuple[str, ...]
    media: tuple[str, ...] = ("add", "change", "choose")


# Wagtail's "add" also lets a person edit pages of his own; only "publish" puts a page before the public.
ROLES = {
    "ctv": Role("cộng tác viên", ("add",), ("add", "choose")),
    "btv": Role("biên tập viên", ("add", "change")),
    "duyet": Role("người duyệt", ("add", "change", "publish")),
}
PEOPLE = {
    "admin": ("Quản trị hệ thống", ""),
    "khcn.ctv": ("Lâm Mộc", "Cộng tác viên Sở KH&CN"),
    "khcn.btv": ("Đinh Hạ Vi", "Biên tập viên Sở KH&CN"),
    "khcn.duyet": ("Quách Diệu Minh", "Lãnh đạo duyệt Sở KH&CN"),
    "yte.ctv": ("Tạ Khánh Thư", "Cộng tác viên Sở Y tế"),
    "yte.btv": ("Lường Bảo Châu", "Biên tập viên Sở Y tế"),
    "yte.duyet": ("Vi Thảo Sương", "Lãnh đạo duyệt Sở Y tế"),
}


def group_name(unit: str, role: Role) -> str:
    """Return the name of the group of a role in a unit."""
    return f"Sông Mây – {unit}: {role.name}"


def email_of(username: str) -> str:
    """Return the invented address by which a demo account is recognised."""
    return f"{username}@{EMAIL_DOMAIN}"


def make_accounts(password: str) -> dict[str, User]:
    """Create the accounts that do not exist yet, all with the same password; return the demo's own by name."""
    made = {}
    for username, (name, _) in PEOPLE.items():
        if User.objects.filter(username=username).exists():
            continue
        # Vietnamese order: family and middle names first, the given name last.
        *family, given = name.split()
        user = User(username=username, first_name=" ".join(family), last_name=given, email=email_of(username))
        user.is_superuser = user.is_staff = username == ADMIN
        user.set_password(password)
        user.save()
        made[username] = user
    return made


def grant(unit_page: OrganisationPage, unit: str, media: Media, users: dict[str, User]) -> None:
    """Bound the roles of a unit to its section and to a collection of its own."""
    title = unit_page.title
    collection = media.root.add_child(name=title)
    for suffix, role in ROLES.items():
        group = Group.objects.create(name=group_name(title, role))
        group.permissions.add(Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin"))
        for verb in role.pages:
            GroupPagePermission.objects.create(group=group, page=unit_page, permission=page_permission(verb))
        for verb in role.media:
            for kind in ("image", "document"):
                GroupCollectionPermission.objects.create(
                    group=group, collection=collection, permission=media_permission(verb, kind)
                )
        for kind in ("image", "document"):
            GroupCollectionPermission.objects.create(
                group=group, collection=media.shared, permission=media_permission("choose", kind)
            )
        username = f"{unit}.{suffix}"
        if username in users:
            users[username].groups.add(group)
        if "publish" in role.pages:
            _route_approvals(unit_page, group)


def _route_approvals(unit_page: OrganisationPage, approvers: Group) -> None:
    """Send what is submitted in the unit's section to its own approvers, not to the province's moderators."""
    task = GroupApprovalTask.objects.create(name=approvers.name)
    task.groups.add(approvers)
    workflow = Workflow.objects.create(name=approvers.name)
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    WorkflowPage.objects.create(page=unit_page, workflow=workflow)


def page_permission(verb: str) -> Permission:
    """Return Wagtail's permission to do something with pages."""
    return Permission.objects.get(content_type__app_label="wagtailcore", codename=f"{verb}_page")


def media_permission(verb: str, kind: str) -> Permission:
    """Return the permission on images or documents; Wagtail asks for its own models', whatever ours are."""
    app = {"image": "wagtailimages", "document": "wagtaildocs"}[kind]
    return Permission.objects.get(content_type__app_label=app, codename=f"{verb}_{kind}")


def demo_groups() -> list[str]:
    """Return the names of all groups of the demo."""
    return [group_name(title, role) for title in UNITS for role in ROLES.values()]
