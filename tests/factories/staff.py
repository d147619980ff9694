"""Accounts with rights in one section."""

from itertools import count

from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupPagePermission, Page

from core.models import User
from editorial.enums import Role
from editorial.models import RoleGroup, UnitOffice

_numbers = count(1)


def make_staff(page: Page, *verbs: str, name: str = "", **fields) -> User:
    """Return an account that may do ``verbs`` (add, change, publish …) with ``page`` and what stands below it."""
    number = next(_numbers)
    group = Group.objects.create(name=f"nhóm {number}")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for verb in verbs:
        permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=f"{verb}_page")
        GroupPagePermission.objects.create(group=group, page=page, permission=permission)
    name = name or f"tai.khoan.{number}"
    user = User.objects.create_user(name, f"{name}@songmay.example", "x", **fields)
    user.groups.add(group)
    return user


def person(office: UnitOffice, role: Role) -> User:
    """Return an account with one role in an office."""
    number = next(_numbers)
    user = User.objects.create_user(f"nguoi.{number}", f"nguoi.{number}@songmay.example", "x")
    user.groups.add(RoleGroup.objects.get(office=office, role=role).group)
    return user
