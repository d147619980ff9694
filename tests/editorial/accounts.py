"""Accounts with rights on a part of the tree, made in one line."""

from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupPagePermission, Page

from core.models import User
from tests.factories import UserFactory

WRITER = ("add_page", "change_page")
APPROVER = (*WRITER, "publish_page")


def account(section: Page | None, *codenames: str, **fields) -> User:
    """Return an account that reaches the admin and has ``codenames`` on ``section`` and below."""
    user = UserFactory(**fields)
    group = Group.objects.create(name=f"nhóm của {user.username}")
    group.permissions.add(Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin"))
    for codename in codenames:
        permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=codename)
        GroupPagePermission.objects.create(group=group, page=section, permission=permission)
    user.groups.add(group)
    return user
