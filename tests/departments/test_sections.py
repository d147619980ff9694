"""A unit's section: frame, leaders of today and of the past, desks with their hours, charts, tables."""

from datetime import date, datetime, time

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.utils import timezone

from departments.chart import Node, build_tree, draw
from departments.models import Appointment, Division, Holiday, OpeningHours, OpeningRule, Person
from departments.schedules import schedules
from tests.factories import (
    AppointmentFactory,
    OrganisationPageFactory,
    PersonFactory,
    PlainPageFactory,
    ServicePointFactory,
)
from tests.site.test_query_budgets import queries_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def unit(organisation_index):
    return OrganisationPageFactory(parent=organisation_index, title="Sở Y tế", slug="so-y-te")


def soup_of(client, url: str) -> BeautifulSoup:
    response = client.get(url)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def test_every_page_below_bears_the_frame_of_the_unit(client, unit):
    page = PlainPageFactory(parent=unit, title="Công khai", show_in_menus=True)
    AppointmentFactory(organisation=unit)
    for url in (unit.url, page.url, unit.url + "lanh-dao/"):
        bar = soup_of(client, url).find(class_="section-bar")
        assert [link.text for link in bar("a")] == ["Sở Y tế", "Công khai", "Lãnh đạo"]
    assert soup_of(client, unit.get_parent().url).find(class_="section-bar") is None


def test_the_post_held_on_a_day(unit):
    first = AppointmentFactory(organisation=unit, starts_on=date(2020, 1, 1), ends_on=date(2022, 5, 31))
    second = AppointmentFactory(organisation=unit, starts_on=date(2022, 6, 1), ends_on=None)
    unknown = AppointmentFactory(organisation=unit, starts_on=None, ends_on=date(2019, 12, 31))
    held = {
        day: set(Appointment.objects.held_on(date.fromisoformat(day)))
        for day in ("2019-12-31", "2020-01-01", "2022-05-31", "2022-06-01", "2026-01-01")
    }
    assert list(held.values()) == [{unknown}, {first}, {first}, {second}, {second}]


def test_a_person_with_several_posts_stands_once_and_the_head_first(client, unit):
    deputy = AppointmentFactory(organisation=unit, post="Phó Giám đốc", order=2)
    head = AppointmentFactory(organisation=unit, post="Giám đốc", order=1)
    AppointmentFactory(organisation=unit, post="Trưởng Ban", order=3, person=head.person)
    AppointmentFactory(organisation=unit, ends_on=date(2025, 1, 1), post="Nguyên Giám đốc")
    people = soup_of(client, unit.url + "lanh-dao/")(class_="person")
    assert [person.find("h3").text for person in people] == [
        head.person.name_with_honorific,
        deputy.person.name_with_honorific,
    ]
    assert "Trưởng Ban" in people[0].text
    past = soup_of(client, unit.url + "lanh-dao-qua-cac-thoi-ky/")
    assert "Nguyên Giám đốc" in past.find("table").text
    assert "Phó Giám đốc" not in past.find("table").text


def test_nothing_private_is_stored_of_a_person():
    names = {field.name for model in (Person, Appointment) for field in model._meta.get_fields()}
    private = ("birth", "born", "marital", "party", "home", "address", "gender", "ethnic", "religion", "identity")
    assert not [name for name in names for word in private if word in name]


def test_a_post_that_ends_before_it_begins_is_refused(unit):
    post = AppointmentFactory.build(
        organisation=unit,
        person=PersonFactory(),
        locale=unit.locale,
        starts_on=date(2025, 1, 1),
        ends_on=date(2024, 1, 1),
    )
    with pytest.raises(ValidationError):
        post.clean()


@pytest.fixture
def office_hours(db):
    hours = OpeningHours.objects.create(name="Giờ hành chính")
    for opens, closes in ((time(7, 30), time(11, 30)), (time(13, 30), time(17))):
        OpeningRule.objects.create(hours=hours, opens=opens, closes=closes)
    return hours


def test_hours_are_kept_once_and_holidays_hold_everywhere(unit, office_hours):
    other = OrganisationPageFactory(parent=unit.get_parent())
    Holiday.objects.create(name="Tết", first_day=date(2026, 2, 16), last_day=date(2026, 2, 20))
    Holiday.objects.create(
        name="Chuyển trụ sở", first_day=date(2026, 3, 2), last_day=date(2026, 3, 2), organisation=other
    )

    def is_open(organisation, *when: int) -> bool:
        now = timezone.make_aware(datetime(*when))
        return schedules([(office_hours.pk, organisation)], now)[office_hours.pk].state.is_open

    assert is_open(unit, 2026, 2, 13, 8)
    assert not is_open(unit, 2026, 2, 16, 8)
    assert is_open(unit, 2026, 3, 2, 8)
    assert not is_open(other, 2026, 3, 2, 8)


def test_service_points_tell_their_hours_and_their_number_costs_nothing(client, unit, office_hours):
    ServicePointFactory(organisation=unit, hours=office_hours, name="Bộ phận một cửa")
    page = soup_of(client, unit.url + "lien-he/")
    desk = page.find(class_="desk")
    assert "Thứ Hai – Thứ Sáu: 07:30–11:30, 13:30–17:00" in " ".join(desk.text.split())
    few = queries_of(client, unit.url + "lien-he/")
    ServicePointFactory.create_batch(8, organisation=unit, hours=office_hours)
    assert len(queries_of(client, unit.url + "lien-he/")) == len(few) <= 12


@pytest.mark.parametrize("path", ["", "lanh-dao/", "lanh-dao-qua-cac-thoi-ky/", "co-cau/", "lien-he/"])
def test_parts_of_a_section_cost_at_most_twelve_queries(client, unit, office_hours, path):
    unit.hours = office_hours
    unit.divisions.create(name="Phòng Nghiệp vụ")
    unit.save()
    ServicePointFactory(organisation=unit, hours=office_hours)
    AppointmentFactory.create_batch(3, organisation=unit)
    OrganisationPageFactory(parent=unit.get_parent(), parent_unit=unit)
    few = queries_of(client, unit.url + path)
    assert len(few) <= 12, "\n".join(few)
    AppointmentFactory.create_batch(6, organisation=unit)
    OrganisationPageFactory.create_batch(6, parent=unit.get_parent(), parent_unit=unit)
    assert len(queries_of(client, unit.url + path)) == len(few)


@pytest.mark.parametrize("path", ["so-do-to-chuc/", "rss/", "csv/", "json/"])
def test_the_directory_in_other_forms(client, unit, path):
    url = unit.get_parent().url + path
    response = client.get(url)
    content = b"".join(response) if response.streaming else response.content
    assert "Sở Y tế" in content.decode()
    few = len(queries_of(client, url))
    OrganisationPageFactory.create_batch(8, parent=unit.get_parent())
    assert len(queries_of(client, url)) == few <= 12


def test_the_chart_is_a_nested_list_and_a_drawing_that_says_the_same(client, unit):
    OrganisationPageFactory(parent=unit.get_parent(), title="Bệnh viện tỉnh", parent_unit=unit)
    page = soup_of(client, unit.get_parent().url + "so-do-to-chuc/")
    inner = page.find("a", string="Bệnh viện tỉnh")
    assert "Sở Y tế" in [item.find("a").text for item in inner.find_parents("li")]
    svg = page.find("svg", class_="chart")
    assert svg.find("title").text
    assert svg.find("desc").text
    assert "Bệnh viện tỉnh" in " ".join(text.text for text in svg("text"))
    assert not page.find_all(style=True)


def test_the_structure_of_a_unit_is_drawn_and_listed_once(client, unit):
    Division.objects.create(organisation=unit, name="Phòng Kế hoạch", duties="Lập kế hoạch.")
    OrganisationPageFactory(parent=unit.get_parent(), title="Bệnh viện tỉnh", parent_unit=unit)
    main = soup_of(client, unit.url + "co-cau/").find("main")
    drawing = main.find("svg", class_="chart").extract().get_text(" ")
    listed = main.get_text(" ")
    for name in ("Phòng Kế hoạch", "Bệnh viện tỉnh"):
        assert drawing.count(name) == listed.count(name) == 1
    assert "Lập kế hoạch." in listed


def test_a_drawing_stays_within_its_bounds_and_its_boxes_apart():
    rows = [{"id": 0, "parent_id": None, "title": "Ủy ban nhân dân tỉnh", "url": "", "group": ""}]
    rows += [
        {"id": n, "parent_id": 0 if n < 40 else 3, "title": f"Đơn vị số {n} " * 4, "url": "", "group": "AB"[n % 2]}
        for n in range(1, 45)
    ]
    (root,) = build_tree(rows)
    drawing = draw(root)
    units = [box for box in drawing.boxes if box.kind == "unit"]
    assert len(units) == 44
    for box in drawing.boxes:
        assert 0 <= box.x <= box.x + box.width <= drawing.width
        assert 0 <= box.y <= box.y + box.height <= drawing.height
    for one in drawing.boxes:
        for other in drawing.boxes:
            apart = (
                one is other
                or one.x + one.width <= other.x
                or other.x + other.width <= one.x
                or one.y + one.height <= other.y
                or other.y + other.height <= one.y
            )
            assert apart, (one, other)


def test_a_circle_of_superiors_is_refused(unit):
    lower = OrganisationPageFactory(parent=unit.get_parent(), parent_unit=unit)
    unit.parent_unit = lower
    with pytest.raises(ValidationError):
        unit.clean()
    assert build_tree([{"id": 1, "parent_id": 1, "title": "", "url": "", "group": ""}]) == []


def test_a_lone_unit_has_no_columns():
    assert len(draw(Node("Sở Y tế")).boxes) == 1
