"""The screens of a unit's records, and what a forged form may name, as a department's administrator."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.blocks.base import BlockField
from wagtail.log_actions import log
from wagtail.models import Collection, Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text

from core.models import User
from departments.models import Appointment, Holiday, OpeningHours, Person, ServicePoint
from editorial.enums import Role
from editorial.models import RoleGroup
from editorial.roles import set_up_province, set_up_unit
from news.models import NewsPage
from tests.factories import NewsIndexPageFactory, NewsPageFactory, OrganisationPageFactory, PortalImageFactory

pytestmark = pytest.mark.django_db

SECRET = "zqxbimatzqx"


@pytest.fixture
def units(organisation_index):
    return [OrganisationPageFactory(parent=organisation_index, title=f"Sở {name}") for name in ("A", "B")]


def somebody(office, role: Role) -> User:
    user = User.objects.create_user(f"{role}.{office.pk}", f"{role}@songmay.example", "x")
    user.groups.add(RoleGroup.objects.get(office=office, role=role).group)
    return user


@pytest.fixture
def admin(client, units):
    """A browser of department A's administrator."""
    client.force_login(somebody(set_up_unit(units[0]), Role.DEPARTMENT_ADMIN))
    return client


MAKERS = {
    Person: lambda unit, locale: Person.objects.create(full_name=SECRET, organisation=unit, locale=locale),
    ServicePoint: lambda unit, locale: ServicePoint.objects.create(
        name=SECRET, address="1", organisation=unit, locale=locale
    ),
    OpeningHours: lambda unit, locale: OpeningHours.objects.create(name=SECRET, organisation=unit),
    Holiday: lambda unit, locale: Holiday.objects.create(
        name=SECRET, first_day="2026-01-01", last_day="2026-01-01", organisation=unit
    ),
}


def door(model, name: str, *args) -> str:
    return reverse(model.snippet_viewset.get_url_name(name), args=args)


def answers(client, model, record) -> dict[str, bool]:
    """Return, for each door of the record, whether it opened."""
    doors = {name: door(model, name, record.pk) for name in ("edit", "delete", "history", "usage")}
    opened = {name: client.get(url).status_code == 200 for name, url in doors.items()}
    opened["list"] = SECRET in client.get(door(model, "list")).content.decode()
    bulk = reverse("wagtail_bulk_action", args=[model._meta.app_label, model._meta.model_name, "delete"])
    client.post(f"{bulk}?id={record.pk}")
    opened["bulk delete"] = not model.objects.filter(pk=record.pk).exists()
    return opened


@pytest.mark.parametrize("model", MAKERS, ids=lambda model: model.__name__)
def test_every_door_of_a_record_opens_to_its_own_unit_only(admin, units, home, model):
    theirs, nobodys = (MAKERS[model](units[1], home.locale) for _ in range(2))
    if model in (Person, OpeningHours, Holiday):
        model.objects.filter(pk=nobodys.pk).update(organisation=None)
    for record in (theirs, nobodys):
        for name, data in (("edit", {"name": "chiếm", "full_name": "chiếm"}), ("delete", {})):
            admin.post(door(model, name, record.pk), data)
        assert not any(answers(admin, model, record).values())
        assert SECRET in str(model.objects.get(pk=record.pk))
    own = MAKERS[model](units[0], home.locale)
    assert all(answers(admin, model, own).values())


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.EDITOR, Role.UNIT_APPROVER, Role.FEEDBACK_OFFICER])
def test_other_roles_have_no_records(client, units, home, role):
    client.force_login(somebody(set_up_unit(units[0]), role))
    assert not any(answers(client, Person, MAKERS[Person](units[0], home.locale)).values())


def test_the_province_has_all_records(client, units, home):
    client.force_login(somebody(set_up_province(), Role.MANAGING_EDITOR))
    assert all(answers(client, Person, MAKERS[Person](units[1], home.locale)).values())
    assert all(answers(client, OpeningHours, MAKERS[OpeningHours](None, home.locale)).values())


def rows(posts: list[dict]) -> dict[str, str]:
    data = {"appointments-TOTAL_FORMS": str(len(posts)), "appointments-INITIAL_FORMS": "0"}
    data |= {"appointments-MIN_NUM_FORMS": "0", "appointments-MAX_NUM_FORMS": "1000"}
    for number, post in enumerate(posts):
        fields = {"id": "", "ORDER": str(number + 1), "DELETE": "", "post": "Giám đốc", "order": "1", **post}
        data |= {f"appointments-{number}-{name}": str(value) for name, value in fields.items()}
    return data


def test_a_forged_form_files_no_record_and_gives_no_post_elsewhere(admin, units):
    own, other = units
    url = door(Person, "add")

    def sent(unit, posts: list[dict]) -> int:
        admin.post(url, {"full_name": "Đinh Hạ Vi", "organisation": unit, **rows(posts)})
        return Person.objects.count()

    assert sent(other.pk, []) == 0
    assert sent("", []) == 0
    assert sent(own.pk, [{"organisation": other.pk}]) == 0
    assert sent(own.pk, [{"organisation": own.pk}]) == 1
    assert list(Appointment.objects.values_list("organisation", flat=True)) == [own.pk]


def test_hours_of_another_unit_are_neither_offered_nor_taken(admin, units, home):
    theirs = MAKERS[OpeningHours](units[1], home.locale)
    shared = OpeningHours.objects.create(name="Giờ hành chính")
    chooser = OpeningHours.snippet_viewset.chooser_viewset
    listed = admin.get(reverse(chooser.get_url_name("choose"))).json()["html"]
    assert SECRET not in listed
    assert "Giờ hành chính" in listed
    assert admin.get(reverse(chooser.get_url_name("chosen"), args=[theirs.pk])).status_code == 404
    assert (
        SECRET not in admin.get(f"{reverse(chooser.get_url_name('chosen_multiple'))}?id={theirs.pk}").content.decode()
    )
    form = {"organisation": units[0].pk, "name": "Một cửa", "address": "1", "order": "0"}
    admin.post(door(ServicePoint, "add"), {**form, "hours": theirs.pk})
    assert not ServicePoint.objects.exists()
    admin.post(door(ServicePoint, "add"), {**form, "hours": shared.pk})
    assert ServicePoint.objects.get().hours == shared


@pytest.fixture
def secrets(units):
    """Department B's draft and picture."""
    index = NewsIndexPageFactory(parent=units[1], title="Tin B", slug="tin-b")
    collection = Collection.get_first_root_node().add_child(name="Kho B")
    draft = NewsPageFactory(parent=index, title=f"Dự thảo {SECRET}", live=False)
    return {"page": draft, "image": PortalImageFactory(title=f"Ảnh {SECRET}", collection=collection)}


def stream(block: str, value) -> dict[str, str]:
    return {"body-count": "1", "body-0-deleted": "", "body-0-order": "0", "body-0-type": block, **value}


FORGED = {
    "image": lambda secrets: {"cover": secrets["image"].pk},
    "link": lambda secrets: stream("paragraph", {"body-0-value": rich_text(link_to(secrets["page"]))}),
    "stream": lambda secrets: stream("figure", {"body-0-value-image-image": secrets["image"].pk}),
}


@pytest.mark.parametrize("door", ["edit", "preview_on_edit"])
@pytest.mark.parametrize("where", FORGED)
def test_a_forged_page_form_names_nothing_of_another_unit(admin, units, secrets, where, door):
    index = NewsIndexPageFactory(parent=units[0], title="Tin A", slug="tin-a")
    own = NewsPageFactory(parent=index, title="Của ta", live=False)
    url = reverse(f"wagtailadmin_pages:{door}", args=[own.pk])
    empty = filled_in(own)
    assert admin.post(url, {**empty, "title": "Của chúng ta"}).status_code in (200, 302)
    revisions = own.revisions.count()
    response = admin.post(url, {**empty, **FORGED[where](secrets)})
    assert response.status_code == 302, "the form was taken, or shown again"
    assert response.url == reverse("wagtailadmin_home")
    for shown in (admin.get(reverse("wagtailadmin_pages:edit", args=[own.pk])), admin.get(url)):
        assert SECRET not in shown.content.decode()
    assert own.revisions.count() == revisions


@pytest.mark.parametrize("where", FORGED)
def test_what_an_earlier_editor_chose_stays(units, secrets, where):
    """The province put B's picture into A's page: A goes on editing."""
    index = NewsIndexPageFactory(parent=units[0], title="Tin A", slug="tin-a")
    own = NewsPageFactory(parent=index, title="Của ta", live=False)
    editor = somebody(set_up_unit(units[0]), Role.EDITOR)
    url = reverse("wagtailadmin_pages:edit", args=[own.pk])
    for user in (User.objects.create_superuser("goc", "goc@songmay.example", "x"), editor):
        client = Client()
        client.force_login(user)
        response = client.post(url, {**filled_in(own), **FORGED[where](secrets)})
        assert response.url == url
    assert own.revisions.count() == 2


def filled_in(page: NewsPage) -> dict:
    """Return what the editor would post for the page with all its streams and rows empty."""
    form = NewsPage.get_edit_handler().get_form_class()(instance=page)
    data = {name: form[name].value() or "" for name in ("title", "slug", "lead")}
    for name, field in form.fields.items():
        if isinstance(field, BlockField):
            data[f"{name}-count"] = "0"
    return data | nested_form_data({name: inline_formset([]) for name in form.formsets})


def link_to(page: Page) -> str:
    return f'<p><a linktype="page" id="{page.pk}">liên kết</a></p>'


@pytest.mark.parametrize("way", ["wagtailadmin_reports:site_history", "wagtailadmin_reports:site_history_results"])
@pytest.mark.parametrize("export", ["", "csv"])
@pytest.mark.parametrize("model", MAKERS, ids=lambda model: model.__name__)
def test_the_history_of_the_site_tells_of_own_records_only(admin, units, home, model, way, export):
    theirs, own = (MAKERS[model](unit, home.locale) for unit in reversed(units))
    author = User.objects.create_user("ho", "ho@songmay.example", "x")
    for record, title in ((theirs, SECRET), (own, "hồ sơ nhà")):
        log(record, "wagtail.edit", user=author, title=title)

    def told() -> str:
        response = admin.get(reverse(way), {"export": export} if export else {})
        assert response.status_code == 200
        return b"".join(response).decode()

    assert SECRET not in told() and "hồ sơ nhà" in told()
    theirs.delete()
    assert SECRET not in told()
