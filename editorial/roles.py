"""Groups, rights, collections and workflows of units and of the province, made alike and as often as one likes.

| role | pages of the section | images and files of the unit |
|---|---|---|
| contributor | make, and edit one's own | add, choose |
| editor | edit | edit |
| approver | edit, publish, lock | edit |
| department administrator | edit | edit |
| feedback officer | none | choose |

The province's managing editor edits, its editor in chief publishes every page, and both choose from the images and
files of all units; the system administrator has the settings and the accounts, and no page at all. Who may publish is
bound by four eyes (``editorial.four_eyes``).
"""

from dataclasses import dataclass

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import (
    Collection,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Site,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from core.models import User
from departments.models import OrganisationPage
from editorial.enums import Role
from editorial.models import RoleApprovalTask, RoleGroup, UnitOffice

# What every unit may choose from and only the province fills.
SHARED = "Dùng chung"
LANGUAGE = "vi"


@dataclass(frozen=True)
class Rights:
    """What a role may do: with pages of its section, with media of its collection, and with other models."""

    pages: tuple[str, ...] = ()
    media: tuple[str, ...] = ("choose",)
    models: tuple[str, ...] = ()


EDIT_MEDIA = ("add", "change", "choose")
# Records of a unit that are no pages; departments.scoping bounds them to the person's own unit.
UNIT_RECORDS = tuple(
    f"departments.{verb}_{model}"
    for model in ("person", "appointment", "servicepoint", "openinghours", "holiday")
    for verb in ("add", "change", "delete", "view")
)
# What reaches over sections: mergers of units, the list of leaders who may decide through a link.
PROVINCE_RECORDS = (
    "departments.add_reorganisation",
    *(f"editorial.{verb}_leader" for verb in ("add", "change", "delete", "view")),
)
SETTINGS = (
    *(f"auth.{verb}_group" for verb in ("add", "change", "delete")),
    *(f"core.{verb}_user" for verb in ("add", "change", "delete")),
    *(f"wagtailcore.{verb}_site" for verb in ("add", "change", "delete")),
    *(f"wagtailcore.{verb}_collection" for verb in ("add", "change", "delete")),
    *(f"wagtailcore.{verb}_workflow" for verb in ("add", "change", "delete")),
    *(f"wagtailcore.{verb}_task" for verb in ("add", "change", "delete")),
    *(f"wagtailredirects.{verb}_redirect" for verb in ("add", "change", "delete")),
)
UNIT_ROLES: dict[Role, Rights] = {
    Role.CONTRIBUTOR: Rights(("add",), ("add", "choose")),
    Role.EDITOR: Rights(("add", "change"), EDIT_MEDIA),
    Role.UNIT_APPROVER: Rights(("add", "change", "publish", "lock"), EDIT_MEDIA),
    Role.DEPARTMENT_ADMIN: Rights(("add", "change"), EDIT_MEDIA, UNIT_RECORDS),
    Role.FEEDBACK_OFFICER: Rights(),
}
PROVINCIAL_ROLES: dict[Role, Rights] = {
    Role.CONTRIBUTOR: Rights(("add",), ("add", "choose")),
    Role.MANAGING_EDITOR: Rights(("add", "change", "lock"), EDIT_MEDIA, UNIT_RECORDS),
    Role.EDITOR_IN_CHIEF: Rights(
        ("add", "change", "publish", "lock", "unlock"), EDIT_MEDIA, UNIT_RECORDS + PROVINCE_RECORDS
    ),
    Role.SYSTEM_ADMIN: Rights((), (), SETTINGS),
}
UNIT_STEPS = (Role.EDITOR, Role.UNIT_APPROVER)
PROVINCIAL_STEPS = (Role.MANAGING_EDITOR, Role.EDITOR_IN_CHIEF)


def set_up_unit(unit: OrganisationPage, user: User | None = None) -> UnitOffice:
    """Give ``unit`` its groups, collection and workflow, or mend them; return its office.

    ``unit`` may be the page of any language: its translations belong to the same office. Names follow a renamed unit.
    """
    unit = (
        OrganisationPage.objects.filter(translation_key=unit.translation_key, locale__language_code=LANGUAGE).first()
        or unit
    )
    pages = [unit, *unit.get_translations()]
    return _set_up(unit, unit.title, pages, UNIT_ROLES, UNIT_STEPS, user)


def set_up_province(user: User | None = None) -> UnitOffice:
    """Give the province its editorial office, or mend it; return it."""
    homes = [site.root_page for site in Site.objects.select_related("root_page")]
    pages = [*homes, *(twin for home in homes for twin in home.get_translations())]
    with translation.override(LANGUAGE):
        return _set_up(None, _("Province"), pages, PROVINCIAL_ROLES, PROVINCIAL_STEPS, user)


@transaction.atomic
def _set_up(
    unit: OrganisationPage | None,
    title: str,
    pages: list[Page],
    roles: dict[Role, Rights],
    steps: tuple[Role, ...],
    user: User | None,
) -> UnitOffice:
    office = UnitOffice.objects.filter(organisation=unit).select_related("collection", "workflow").first()
    if office is None:
        office = UnitOffice.objects.create(
            organisation=unit,
            collection=Collection.get_first_root_node().add_child(name=title[:255]),
            workflow=Workflow.objects.create(name=title[:255]),
        )
    Collection.objects.filter(pk=office.collection_id).update(name=title[:255])
    Workflow.objects.filter(pk=office.workflow_id).update(name=title[:255], active=True)
    groups = {role: _group(office, role, title) for role in roles}
    for role, rights in roles.items():
        _grant(groups[role], rights, pages, office.collection, unit is None and "change" in rights.pages)
    _route(office, [groups[role] for role in steps], pages)
    if unit is not None:
        log(
            instance=unit, action="editorial.setup_roles", user=user, data={"groups": [g.pk for g in groups.values()]}
        )
    return office


def _group(office: UnitOffice, role: Role, title: str) -> Group:
    with translation.override(LANGUAGE):
        name = f"{title[:110]} – {role.label}"
    row = RoleGroup.objects.filter(office=office, role=role).select_related("group").first()
    if row is None:
        group, _made = Group.objects.get_or_create(name=name)
        RoleGroup.objects.create(office=office, role=role, group=group)
        return group
    if row.group.name != name:
        row.group.name = name
        row.group.save()
    return row.group


def _grant(
    group: Group, rights: Rights, pages: list[Page], collection: Collection, is_everywhere: bool = False
) -> None:
    """Leave ``group`` with exactly ``rights`` on ``pages`` and ``collection``; rights given elsewhere go.

    ``is_everywhere``: it may choose from the collections of all units, not only from the shared one.
    """
    wanted = [_permission("wagtailadmin.access_admin"), *map(_permission, rights.models)]
    group.permissions.set([permission for permission in wanted if permission])
    page_rights = {(page.pk, _permission(f"wagtailcore.{verb}_page").pk) for page in pages for verb in rights.pages}  # type: ignore[union-attr]
    for given in GroupPagePermission.objects.filter(group=group):
        if (given.page_id, given.permission_id) in page_rights:
            page_rights.discard((given.page_id, given.permission_id))
        else:
            given.delete()
    for page_id, permission_id in page_rights:
        GroupPagePermission.objects.create(group=group, page_id=page_id, permission_id=permission_id)
    GroupCollectionPermission.objects.filter(group=group).delete()
    # Who edits every page meets the pictures of every unit in them.
    shared = Collection.get_first_root_node() if is_everywhere else shared_collection()
    for kind in ("image", "document"):
        app = {"image": "wagtailimages", "document": "wagtaildocs"}[kind]
        for verb in rights.media:
            _grant_media(group, collection, f"{app}.{verb}_{kind}")
        if rights.media:
            _grant_media(group, shared, f"{app}.choose_{kind}")


def _grant_media(group: Group, collection: Collection, name: str) -> None:
    permission = _permission(name)
    if permission:
        GroupCollectionPermission.objects.get_or_create(group=group, collection=collection, permission=permission)


def shared_collection() -> Collection:
    """Return the collection from which everybody may choose."""
    found = Collection.objects.filter(name=SHARED).first()
    return found or Collection.get_first_root_node().add_child(name=SHARED)


def _permission(name: str) -> Permission | None:
    app, codename = name.split(".")
    return Permission.objects.filter(content_type__app_label=app, codename=codename).first()


def _route(office: UnitOffice, groups: list[Group], pages: list[Page]) -> None:
    """Send what is submitted on ``pages`` through one step for each of ``groups``."""
    kept = []
    for order, group in enumerate(groups):
        task = RoleApprovalTask.objects.filter(groups=group).first()
        if task is None:
            task = RoleApprovalTask.objects.create(name=group.name)
            task.groups.set([group])
        RoleApprovalTask.objects.filter(pk=task.pk).update(name=group.name, active=True)
        WorkflowTask.objects.update_or_create(workflow=office.workflow, task=task, defaults={"sort_order": order})
        kept.append(task.pk)
    WorkflowTask.objects.filter(workflow=office.workflow).exclude(task__in=kept).delete()
    for page in pages:
        WorkflowPage.objects.update_or_create(page=page, defaults={"workflow": office.workflow})
