"""Records of a unit that are no pages: only its own people may touch them."""

import pytest
from django.contrib.auth.models import Permission
from wagtail.permissions import policy_registry

from departments.models import Appointment, OrganisationPage, Person
from tests.factories import OrganisationPageFactory
from tests.factories.staff import make_staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def units(organisation_index):
    return [OrganisationPageFactory(parent=organisation_index) for _ in range(2)]


def person_of(unit) -> Person:
    return Person.objects.create(full_name="Đinh Hạ Vi", organisation=unit, locale=unit.locale)


def allowed(page, record: Person, *verbs: str, permission: bool = True) -> tuple[bool, bool]:
    """Return whether somebody with ``verbs`` on ``page`` may change the record, and whether it stands in his list."""
    user = make_staff(page, *verbs)
    if permission:
        user.user_permissions.add(Permission.objects.get(codename="change_person"))
    policy = policy_registry.get_by_type(Person)
    listed = policy.instances_user_has_permission_for(user, "change").filter(pk=record.pk).exists()
    return policy.user_has_permission_for_instance(user, "change", record), listed


def test_the_people_of_a_unit_are_its_own_staffs_business(units):
    own, other = units
    assert allowed(own, person_of(own), "change") == (True, True)
    assert allowed(own, person_of(other), "change") == (False, False)


def test_a_right_on_pages_alone_opens_no_record(units):
    assert allowed(units[0], person_of(units[0]), "change", permission=False) == (False, False)


def test_what_belongs_to_no_unit_is_the_provinces(units, home):
    nobodys = Person.objects.create(full_name="Vi Thảo Sương", locale=home.locale)
    assert allowed(units[0], nobodys, "change") == (False, False)
    assert allowed(home, nobodys, "change") == (True, True)
    assert allowed(home, person_of(units[1]), "change") == (True, True)


@pytest.mark.parametrize(
    ("post", "title", "short_name", "full"),
    [
        ("Giám đốc", "Sở Y tế", "", "Giám đốc Sở Y tế"),
        ("Giám đốc Sở", "Sở Y tế", "SYT", "Giám đốc Sở Y tế"),
        ("Giám đốc sở", "Sở Y tế", "", "Giám đốc sở Y tế"),
        ("Chủ tịch UBND tỉnh", "Ủy ban nhân dân tỉnh Sông Mây", "UBND tỉnh", "Chủ tịch UBND tỉnh"),
        ("Phó Giám đốc Sở Y tế", "Sở Y tế", "", "Phó Giám đốc Sở Y tế"),
    ],
)
def test_a_post_is_named_with_its_unit_and_no_word_twice(post, title, short_name, full):
    unit = OrganisationPage(title=title, short_name=short_name)
    assert Appointment(post=post, organisation=unit).full_post == full
