"""Accounts for trying the portal: people of two departments, of the editorial office, and an administrator."""

from wagtail.models import Collection

from core.models import PortalDocument, PortalImage, User
from demo.building.marks import EMAIL_DOMAIN
from departments.models import OrganisationPage
from editorial.enums import Role
from editorial.models import RoleGroup, UnitOffice
from editorial.roles import SHARED, set_up_province, set_up_unit

ADMIN = "admin"
# Account → (name, role); the part before the dot names the unit, an account without a dot belongs to the province.
PEOPLE: dict[str, tuple[str, Role | None]] = {
    "admin": ("Quản trị hệ thống", None),
    "khcn.ctv": ("Lâm Mộc", Role.CONTRIBUTOR),
    "khcn.btv": ("Đinh Hạ Vi", Role.EDITOR),
    "khcn.duyet": ("Quách Diệu Minh", Role.UNIT_APPROVER),
    "khcn.quantri": ("Thạch Nhật Lam", Role.DEPARTMENT_ADMIN),
    "yte.ctv": ("Tạ Khánh Thư", Role.CONTRIBUTOR),
    "yte.btv": ("Lường Bảo Châu", Role.EDITOR),
    "yte.duyet": ("Vi Thảo Sương", Role.UNIT_APPROVER),
    "thuky": ("Kiều Thanh Ngân", Role.MANAGING_EDITOR),
    "tongbientap": ("Doãn Vĩnh Trường", Role.EDITOR_IN_CHIEF),
    "quantri": ("Mạc Hải Đăng", Role.SYSTEM_ADMIN),
}


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


def grant_all(units: dict[str, OrganisationPage], users: dict[str, User]) -> None:
    """Set up the province and the units (prefix of an account → unit), and give every account its role."""
    offices = {prefix: set_up_unit(unit) for prefix, unit in units.items()}
    offices[""] = set_up_province()
    for username, user in users.items():
        role = PEOPLE[username][1]
        office = offices[username.partition(".")[0] if "." in username else ""]
        if role is not None:
            user.groups.add(RoleGroup.objects.get(office=office, role=role).group)


def remove_offices(units: list[int]) -> None:
    """Take away the offices of the demo's units, and the province's if nobody but the demo's people sits in it."""
    for office in UnitOffice.objects.filter(organisation__in=units):
        _remove(office)
    for office in UnitOffice.objects.filter(organisation=None):
        if not User.objects.filter(groups__role__office=office).exclude(email__endswith=f"@{EMAIL_DOMAIN}").exists():
            _remove(office)


def remove_shared_collection() -> None:
    """Take away the collection for everybody if no office needs it and nothing is in it."""
    shared = Collection.objects.filter(name=SHARED).first()
    if shared is None or UnitOffice.objects.exists() or shared.numchild:
        return
    if not any(model.objects.filter(collection=shared).exists() for model in (PortalImage, PortalDocument)):
        shared.delete()


def _remove(office: UnitOffice) -> None:
    for row in office.role_groups.select_related("group"):
        row.group.delete()
    workflow, collection = office.workflow, office.collection
    office.delete()
    for task in workflow.tasks:
        task.delete()
    workflow.delete()
    collection.delete()
