"""Two departments with one thing of every kind each, people of every role, and the doors they try."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model
from django.test import Client
from django.urls import reverse
from wagtail.blocks.base import BlockField
from wagtail.models import Page, WorkflowState
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from core.models import PortalDocument, PortalImage, User
from editorial.enums import Role
from editorial.models import RoleGroup, UnitOffice
from editorial.roles import set_up_province, set_up_unit
from tests.editorial.permission_table import MINE, PAGE_KINDS, ROLES, expected
from tests.factories import (
    OrganisationIndexPageFactory,
    OrganisationPageFactory,
    PersonFactory,
    PortalDocumentFactory,
    PortalImageFactory,
    ServicePointFactory,
)
from tests.factories.units import PAGES, places_of

FILES = {"image": PortalImage, "file": PortalDocument}
PROVINCIAL = (Role.MANAGING_EDITOR, Role.EDITOR_IN_CHIEF, Role.SYSTEM_ADMIN)


@dataclass
class Unit:
    """A department: where each kind of page belongs, who writes, what it has."""

    office: UnitOffice
    places: dict[str, Page]
    writer: User
    word: str
    things: dict[str, Model] = field(default_factory=dict)


@dataclass
class World:
    """Both departments, the accounts by role, and what each account has of its own in department A."""

    a: Unit
    b: Unit
    people: dict[str, User]
    mine: dict[str, dict[str, Model]]
    forms: dict[int, dict]

    def thing(self, kind: str, whose: str, role: str) -> Model:
        """Return what a cell is about."""
        if whose == "mine":
            return self.mine[role][kind]
        return (self.a if whose == "own" else self.b).things[kind]

    def elsewhere(self, whose: str) -> Unit:
        """Return the department that is not the thing's."""
        return self.a if whose == "other" else self.b


def build(home: Page) -> World:
    """Build all of it; the accounts' titles hold a word by which a search finds a unit's things and no others."""
    directory = OrganisationIndexPageFactory(parent=home)
    a, b = (_unit(directory, name) for name in ("zqxa", "zqxb"))
    province = set_up_province()
    people = {}
    for role in ROLES[1:]:
        people[role] = _person(province if role in PROVINCIAL else a.office, Role(role), role)
    for unit in (a, b):
        _fill(unit)
    mine = {role: _own_things(a, role, user) for role, user in people.items()}
    forms = {
        page.pk: _form_of(page)
        for things in (a.things, b.things, *mine.values())
        for page in things.values()
        if isinstance(page, Page) and not page.live
    }
    return World(a, b, people, mine, forms)


def _person(office: UnitOffice, role: Role, name: str) -> User:
    user = User.objects.create_user(name, f"{name}@songmay.example", "x")
    user.groups.add(RoleGroup.objects.get(office=office, role=role).group)
    return user


def _unit(directory: Page, word: str) -> Unit:
    page = OrganisationPageFactory(parent=directory, title=f"Sở {word}", slug=f"so-{word}")
    office = set_up_unit(page)
    places = places_of(page)
    return Unit(office, places, _person(office, Role.CONTRIBUTOR, f"nguoi.viet.{word}"), word)


def _fill(unit: Unit) -> None:
    for kind in PAGE_KINDS:
        unit.things[kind] = _draft(unit, kind, unit.writer, "nhap")
        unit.things[f"public {kind}"] = _public(unit, kind, unit.writer, "cong-khai")
    for name, steps in (("waiting for the editor", 0), ("waiting for the approver", 1)):
        page = _draft(unit, "news", unit.writer, f"cho-{steps}")
        unit.office.workflow.start(page, unit.writer)
        for _step in range(steps):
            editor = _person(unit.office, Role.EDITOR, f"bien.tap.{unit.word}")
            page.current_workflow_task_state.approve(user=editor)
        unit.things[name] = page
    unit.things |= _files(unit, unit.writer, "")
    organisation = unit.places["plain"]
    unit.things["person"] = PersonFactory(full_name=f"Người {unit.word}", organisation=organisation)
    unit.things["service point"] = ServicePointFactory(name=f"Điểm {unit.word}", organisation=organisation)


def _own_things(unit: Unit, role: str, user: User) -> dict[str, Model]:
    slug = role.replace("_", "-")
    things: dict[str, Model] = {
        "news": _draft(unit, "news", user, slug),
        "public news": _public(unit, "news", user, f"{slug}-cong-khai"),
        **_files(unit, user, role),
    }
    assert set(things) == set(MINE)
    return things


def _draft(unit: Unit, kind: str, user: User, slug: str) -> Page:
    slug = f"{kind.replace(' ', '-')}-{slug}-{unit.word}"
    title = f"{kind} {slug} {unit.word}"
    page = PAGES[kind](parent=unit.places[kind], title=title, slug=slug, live=False, owner=user)
    page.save_revision(user=user, log_action=True)
    return page


def _public(unit: Unit, kind: str, user: User, slug: str) -> Page:
    """A page that was published with somebody's yes and has no newer draft."""
    page = _draft(unit, kind, user, slug)
    page.latest_revision.publish(user=_approver(unit))
    return type(page)._default_manager.get(pk=page.pk)


def _approver(unit: Unit) -> User:
    name = f"nguoi.duyet.{unit.word}"
    return User.objects.filter(username=name).first() or _person(unit.office, Role.UNIT_APPROVER, name)


def _files(unit: Unit, user: User, whose: str) -> dict[str, Model]:
    made = {"collection": unit.office.collection, "uploaded_by_user": user}
    return {
        "image": PortalImageFactory(title=f"Ảnh {whose} {unit.word}", **made),
        "file": PortalDocumentFactory(title=f"Tệp {whose} {unit.word}", **made),
    }


def _form_of(page: Page) -> dict:
    """Return what the editor would post for ``page``: no rows, in its streams one heading at most."""
    form = page.get_edit_handler().get_form_class()(instance=page)
    data: dict[str, Any] = {}
    for name, column in form.fields.items():
        value = form[name].value()
        if isinstance(column, BlockField):
            data |= nested_form_data({name: streamfield([("heading", "Điều 1")] if name == "body" else [])})
        elif "RichText" in type(column.widget).__name__ or "Draftail" in type(column.widget).__name__:
            data[name] = rich_text("")
        elif value not in (None, False, []):
            data[name] = value
    return data | nested_form_data({name: inline_formset([]) for name in form.formsets})


# -- doors ----------------------------------------------------------------------------------------------------


@dataclass
class Try:
    """One attempt: who, on what, and where the other unit is."""

    client: Client
    world: World
    thing: Any
    kind: str
    whose: str
    role: str
    action: str

    @property
    def other(self) -> Unit:
        return self.world.elsewhere(self.whose)

    @property
    def expects(self) -> bool:
        return expected(self.kind, self.action, self.whose, self.role)

    def __str__(self) -> str:
        return f"{self.kind} ({self.whose}): {self.action} → {'no' if self.expects else 'yes'}"

    def page(self, name: str, **data: Any) -> None:
        self.client.post(reverse(f"wagtailadmin_pages:{name}", args=[self.thing.pk]), data)

    def edit_page(self, **data: Any) -> None:
        self.page("edit", **{**self.world.forms[self.thing.pk], "title": "Đã đổi", **data})

    def in_bulk(self, action: str, *things: Any, **data: Any) -> None:
        meta = Page._meta if isinstance(self.thing, Page) else self.thing._meta
        url = reverse("wagtail_bulk_action", args=[meta.app_label, meta.model_name, action])
        chosen = "&".join(f"id={thing.pk}" for thing in things or [self.thing])
        self.client.post(f"{url}?{chosen}&next=/admin/", data)

    def stored(self) -> Any:
        return type(self.thing)._default_manager.filter(pk=self.thing.pk).first()

    def opens(self, url: str) -> bool:
        return self.client.get(url).status_code == 200


def _see_page(at: Try) -> bool:
    return at.opens(reverse("wagtailadmin_pages:view_draft", args=[at.thing.pk]))


def _api(at: Try) -> bool:
    space = {"image": "images", "file": "documents"}.get(at.kind, "pages")
    return at.opens(reverse(f"wagtailadmin_api:{space}:detail", args=[at.thing.pk]))


def _submit(at: Try) -> bool:
    at.edit_page(**{"action-submit": "1"})
    return WorkflowState.objects.for_instance(at.thing).exists()


def _delete_page(at: Try) -> bool:
    at.page("delete")
    return at.stored() is None


def _delete_through_the_api(at: Try) -> bool:
    at.client.post(reverse("wagtailadmin_api:pages:action", args=[at.thing.pk, "delete"]))
    return at.stored() is None


def _move(at: Try) -> bool:
    place = at.other.places[at.kind]
    at.client.post(reverse("wagtailadmin_pages:move_confirm", args=[at.thing.pk, place.pk]))
    return at.stored().is_descendant_of(place)


def _move_from_a_list(at: Try) -> bool:
    place = at.other.places[at.kind]
    at.in_bulk("move", chooser=place.pk)
    return at.stored().is_descendant_of(place)


def _copy(at: Try, **data: Any) -> bool:
    place = at.other.places[at.kind]
    before = place.get_children().count()
    form = {"new_title": "Bản sao", "new_slug": "ban-sao", "new_parent_page": place.pk, "publish_copies": "on"}
    at.page("copy", **form, **data)
    made = Page.objects.child_of(place).filter(slug="ban-sao").first()
    assert made is None or not made.live, "a copy is a draft"
    return Page.objects.get(pk=place.pk).get_children().count() > before and made is not None


def _alias(at: Try) -> bool:
    return _copy(at, alias="on") and Page.objects.get(slug="ban-sao").alias_of_id == at.thing.pk


def _unpublish(at: Try) -> bool:
    at.page("unpublish")
    return not at.stored().live


def _decide(at: Try, action: str) -> bool:
    state = at.thing.current_workflow_task_state
    url = reverse("wagtailadmin_pages:workflow_action", args=[at.thing.pk, action, state.pk])
    at.client.post(url, {"comment": "Thiếu nguồn"})
    state.refresh_from_db()
    return state.status != state.STATUS_IN_PROGRESS


def _file_door(at: Try, name: str) -> str:
    space = {"image": "wagtailimages", "file": "wagtaildocs"}[at.kind]
    return reverse(f"{space}:{name}", args=[at.thing.pk])


def _choose_file(at: Try) -> bool:
    """Ask for the file itself, as the chooser does when it was clicked, and look at the list that was offered."""
    chooser = {"image": "wagtailimages_chooser", "file": "wagtaildocs_chooser"}[at.kind]
    listed = at.client.get(reverse(f"{chooser}:choose_results"))
    shown = listed.status_code == 200 and at.thing.title in listed.content.decode()
    return shown and at.opens(reverse(f"{chooser}:chosen", args=[at.thing.pk]))


def _see_file(at: Try) -> bool:
    return at.opens(_file_door(at, "edit"))


def _edit_file(at: Try, **data: Any) -> bool:
    form = {"title": "Đã đổi", "description": "Mô tả", "collection": at.thing.collection_id, "tags": "", **data}
    at.client.post(_file_door(at, "edit"), form)
    return at.stored().title == "Đã đổi"


def _delete_file(at: Try) -> bool:
    at.client.post(_file_door(at, "delete"))
    return at.stored() is None


def _move_file(at: Try) -> bool:
    _edit_file(at, collection=at.other.office.collection_id)
    return at.stored().collection_id != at.thing.collection_id


def _move_files_from_a_list(at: Try) -> bool:
    at.in_bulk("add_to_collection", collection=at.other.office.collection_id)
    return at.stored().collection_id != at.thing.collection_id


def _record_door(at: Try, name: str) -> str:
    args = [] if name == "list" else [at.thing.pk]
    return reverse(type(at.thing).snippet_viewset.get_url_name(name), args=args)


def _find_record(at: Try) -> bool:
    return str(at.thing) in at.client.get(_record_door(at, "list")).content.decode()


def _see_record(at: Try) -> bool:
    return at.opens(_record_door(at, "edit"))


def _edit_record(at: Try) -> bool:
    changed = {"full_name": "Đã đổi", "name": "Đã đổi", "address": "1", "order": "0"}
    form = {"organisation": at.thing.organisation_id, "honorific": "", **changed}
    at.client.post(_record_door(at, "edit"), {**form, **nested_form_data({"appointments": inline_formset([])})})
    return "Đã đổi" in str(at.stored())


def _delete_record(at: Try) -> bool:
    at.client.post(_record_door(at, "delete"))
    return at.stored() is None


# Bulk actions take every kind at once, things of both units in one selection.
BULK: dict[str, tuple[str, Callable[[Any], bool]]] = {
    "publish from a list": ("publish", lambda stored: stored.live),
    "unpublish from a list": ("unpublish", lambda stored: not stored.live),
    "delete from a list": ("delete", lambda stored: stored is None),
}


def in_bulk(tries: list[Try], action: str) -> list[bool]:
    """Post one bulk action on the things of all ``tries``; return for each whether it was done."""
    name, is_done = BULK[action]
    tries[0].in_bulk(name, *(at.thing for at in tries))
    return [is_done(at.stored()) for at in tries]


def choose_pages(tries: list[Try], action: str) -> list[bool]:
    """Ask the page chooser for all of ``tries``, as if they had been ticked in it."""
    url = reverse("wagtailadmin_choose_page_chosen_multiple")
    answer = tries[0].client.get(url, {"id": [at.thing.pk for at in tries]})
    chosen = {page["id"] for page in answer.json()["result"]} if answer.status_code == 200 else set()
    return [at.thing.pk in chosen for at in tries]


def save_and_publish(tries: list[Try], action: str) -> list[bool]:
    """Press the editor's forged "publish": it saves a draft for who may edit, and publishes for nobody."""
    answers = {}
    for at in tries:
        if at.thing.pk not in answers:
            before = at.thing.revisions.count()
            at.edit_page(**{"action-publish": "1"})
            answers[at.thing.pk] = {
                "edit": at.thing.revisions.count() > before,
                "publish while editing": at.stored().live,
            }
    return [answers[at.thing.pk][at.action] for at in tries]


Together = Callable[[list[Try], str], list[bool]]


def together(kind: str, action: str, whose: str) -> tuple[Together, Any] | None:
    """Return how cells that one request answers are tried, and what they have in common; ``None`` for the others."""
    is_page = kind not in (*FILES, "person", "service point")
    if action in BULK:
        # One page that may not be published or deleted stops the whole selection.
        family = f"page {kind.startswith('public')}" if is_page else kind
        return in_bulk, (action, family, whose == "mine")
    if is_page and action == "choose":
        return choose_pages, action
    if is_page and action in ("edit", "publish while editing"):
        return save_and_publish, (kind, whose)
    return None


Door = Callable[[Try], bool]
PAGE_DOORS: dict[str, Door] = {
    "see": _see_page,
    "read in the API": _api,
    "submit": _submit,
    "delete": _delete_page,
    "delete through the API": _delete_through_the_api,
    "move into the other unit": _move,
    "move from a list into the other unit": _move_from_a_list,
    "copy into the other unit": _copy,
    "alias in the other unit": _alias,
    "unpublish": _unpublish,
    "approve": lambda at: _decide(at, "approve"),
    "return": lambda at: _decide(at, "reject"),
}
FILE_DOORS: dict[str, Door] = {
    "choose": _choose_file,
    "read in the API": _api,
    "see": _see_file,
    "edit": _edit_file,
    "delete": _delete_file,
    "move into the other unit": _move_file,
    "move from a list into the other unit": _move_files_from_a_list,
}
RECORD_DOORS: dict[str, Door] = {
    "find in the list": _find_record,
    "see": _see_record,
    "edit": _edit_record,
    "delete": _delete_record,
}


def door(kind: str, action: str) -> Door:
    """Return how ``action`` is tried on a thing of ``kind``."""
    if kind in FILES:
        return FILE_DOORS[action]
    return (RECORD_DOORS if kind in ("person", "service point") else PAGE_DOORS)[action]
