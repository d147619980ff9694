"""What belongs to the units: hours, leaders, service points; places; units that ended."""

import re
from datetime import date, datetime, time

from wagtail.models import Page

from core.models import User
from core.text import vietnamese_slugify
from demo.building.marks import mark
from demo.building.publishing import publish
from demo.content.communes import Commune, read_communes
from demo.content.markup import rich_text
from demo.content.reader import FOLDER, PROVINCE_TIME
from departments.enums import EndKind, Level, OrganisationKind
from departments.models import (
    AdministrativeUnit,
    Appointment,
    Holiday,
    OpeningHours,
    OpeningRule,
    OrganisationPage,
    Person,
    PlaceLookupPage,
    PlaceSuccession,
    ServicePoint,
)
from departments.reorganisation import Plan, carry_out
from home.models import HomePage
from news.models import Category, NewsIndexPage, NewsPage

# By these the removal knows what bears no key.
BASIS = "Nghị quyết minh họa của tỉnh Sông Mây"
HOURS = "Giờ hành chính (minh họa)"
HOLIDAYS = [
    ("Tết Dương lịch (minh họa)", "New Year (sample)", date(2027, 1, 1), date(2027, 1, 1)),
    ("Chuyển kho hồ sơ (minh họa)", "Move of the archive (sample)", date(2026, 12, 4), date(2026, 12, 4)),
]
COMMUNES_MERGED = date(2025, 7, 1)
DEPARTMENTS_MERGED = date(2025, 3, 1)
BEFORE = datetime(2021, 6, 1, 8, 0, tzinfo=PROVINCE_TIME)
FORMER_KINDS = {"phường": "ward", "xã": "commune", "xã đảo": "commune", "thị trấn": "township"}
OLD_NEWS = [
    (
        "so-thong-tin-va-truyen-thong",
        "Ra mắt trục liên thông dữ liệu của tỉnh",
        datetime(2022, 5, 12, 9, 0, tzinfo=PROVINCE_TIME),
        "Sở Thông tin và Truyền thông đưa vào vận hành trục liên thông, nối hệ thống một cửa với các cơ sở dữ liệu.",
    ),
    (
        "xa-van-thuong",
        "Xã Vân Thượng khánh thành đường vào thôn Thượng",
        datetime(2022, 10, 3, 15, 0, tzinfo=PROVINCE_TIME),
        "Con đường bê tông dài hai cây số nối thôn Thượng với trung tâm xã, do Nhân dân góp công, hiến đất.",
    ),
]


def make_hours() -> OpeningHours:
    """Create the office hours of all units, and days on which they do not hold."""
    hours = OpeningHours.objects.create(name=HOURS)
    for opens, closes in ((time(7, 30), time(11, 30)), (time(13, 30), time(17))):
        OpeningRule.objects.create(hours=hours, opens=opens, closes=closes)
    for name, english, first, last in HOLIDAYS:
        Holiday.objects.create(name=name, english_name=english, first_day=first, last_day=last)
    return hours


def make_lookup(home: HomePage, owner: User) -> PlaceLookupPage:
    """Create the look-up of former units."""
    page = PlaceLookupPage(
        title="Tra cứu đơn vị cũ – mới",
        slug="tra-cuu-don-vi",
        show_in_menus=True,
        intro="Xã, phường, huyện hoặc cơ quan trước đây nay thuộc đơn vị nào, địa chỉ và điện thoại ở đâu.",
    )
    return publish(page, home, "tra-cuu-don-vi", datetime(2025, 7, 1, 8, 0, tzinfo=PROVINCE_TIME), owner)


def make_records(units: dict[str, OrganisationPage], category: Category, owner: User) -> dict[str, Page]:
    """Create former units with their news, leaders, service points and places; merge those that ended."""
    index = units["ubnd-tinh"].get_parent()
    hours = OpeningHours.objects.get(name=HOURS)
    former = _former_units(index, owner)
    everybody = {**units, **former}
    _old_news(former, category, owner)
    _leaders(everybody)
    _service_points(units, hours)
    _places(units)
    merges = [
        (["so-thong-tin-va-truyen-thong"], "so-khoa-hoc-va-cong-nghe", DEPARTMENTS_MERGED),
        (["xa-van-thuong", "xa-doi-sim"], "xa-ky-van", COMMUNES_MERGED),
    ]
    for old, new, on in merges:
        plan = Plan(EndKind.MERGED, on, [former[slug] for slug in old], [units[new]], legal_basis=BASIS)
        carry_out(plan, owner)
    return dict(former)


def _former_units(index: Page, owner: User) -> dict[str, OrganisationPage]:
    made = {}
    texts = [
        ("Sở Thông tin và Truyền thông", "Sở TT&TT", OrganisationKind.DEPARTMENT, Level.PROVINCE, "Sở TTTT"),
        ("Xã Vân Thượng", "Vân Thượng", OrganisationKind.COMMUNE, Level.COMMUNE, ""),
        ("Xã Đồi Sim", "Đồi Sim", OrganisationKind.COMMUNE, Level.COMMUNE, ""),
    ]
    for title, short_name, kind, level, other_names in texts:
        page = OrganisationPage(
            title=title,
            slug=vietnamese_slugify(title),
            short_name=short_name,
            other_names=other_names,
            kind=kind,
            level=level,
            lead=f"Trang lưu của {title[0].lower()}{title[1:]} tỉnh Sông Mây.",
            functions=rich_text(["Nội dung được giữ nguyên để tra cứu."]),
        )
        made[page.slug] = publish(page, index, f"organisation:{page.slug}", BEFORE, owner)
    return made


def _old_news(former: dict[str, OrganisationPage], category: Category, owner: User) -> None:
    for slug, title, at, lead in OLD_NEWS:
        index = NewsIndexPage(title="Tin tức", slug="tin-tuc", show_in_menus=True, intro="Tin đã đăng, được lưu lại.")
        index = publish(index, former[slug], f"{slug}:tin-tuc", BEFORE, owner)
        page = NewsPage(title=title, slug=vietnamese_slugify(title), lead=lead, category=category, published_at=at)
        publish(page, index, f"news:{page.slug}", at, owner)


def _leaders(units: dict[str, OrganisationPage]) -> None:
    people: dict[str, Person] = {}
    lines = FOLDER.joinpath("leaders.txt").read_text(encoding="utf-8").splitlines()
    for line in lines:
        if line.startswith("#") or not line:
            continue
        slug, honorific, name, post, starts_on, ends_on, order = (cell.strip() for cell in line.split("|"))
        unit = units[slug]
        if name not in people:
            people[name] = Person.objects.create(
                full_name=name,
                honorific=honorific,
                organisation=unit,
                locale=unit.locale,
                translation_key=mark(f"person:{name}"),
            )
        Appointment.objects.create(
            person=people[name],
            post=post,
            organisation=unit,
            starts_on=date.fromisoformat(starts_on),
            ends_on=date.fromisoformat(ends_on) if ends_on else None,
            order=int(order),
            email=unit.email,
            locale=unit.locale,
            translation_key=mark(f"post:{name}:{slug}:{starts_on}"),
        )


def _service_points(units: dict[str, OrganisationPage], hours: OpeningHours) -> None:
    points = [
        ("ubnd-tinh", "Trung tâm phục vụ hành chính công tỉnh", "Số 5 đường Bờ Bắc, phường Mây Trung"),
        ("so-khoa-hoc-va-cong-nghe", "Quầy tư vấn nhãn hiệu, mã số mã vạch", "Tầng 1, số 18 đường Trạm Sóng"),
        ("xa-ky-van", "Bộ phận một cửa xã Kỳ Vân", "Trung tâm xã, thôn Vân Thượng"),
        ("xa-ky-van", "Điểm tiếp nhận Đồi Sim", "Nhà văn hóa thôn Đồi Sim"),
    ]
    for order, (slug, name, address) in enumerate(points):
        ServicePoint.objects.create(
            organisation=units[slug],
            name=name,
            address=address,
            services="Nhận và trả hồ sơ\nHướng dẫn nộp hồ sơ trực tuyến",
            phone=units[slug].phone,
            hours=hours,
            order=order,
            locale=units[slug].locale,
            translation_key=mark(f"desk:{name}"),
        )


def former_names(formed_from: str) -> list[tuple[str, str]]:
    """Return (kind in words, name) of the places in ``các phường A, B và xã C``."""
    found = []
    kind = ""
    for part in re.split(r", | và ", formed_from.removeprefix("các ").replace("và các ", "và ")):
        words = next((words for words in sorted(FORMER_KINDS, key=len, reverse=True) if part.startswith(words)), "")
        kind = words or kind
        found.append((kind, part.removeprefix(words).strip()))
    return found


def _places(units: dict[str, OrganisationPage]) -> dict[str, AdministrativeUnit]:
    """Create the communes of today with their authorities, and the former ones; the new bears a former code again."""
    last_day = date(2025, 6, 30)
    province = AdministrativeUnit.objects.create(
        name="Sông Mây", full_name="Tỉnh Sông Mây", kind="province", code="98", valid_from=date(1997, 1, 1),
        legal_basis=BASIS,
    )  # fmt: skip
    district = AdministrativeUnit.objects.create(
        name="Mây Thượng", full_name="Huyện Mây Thượng", kind="rural_district", code="981", parent=province,
        valid_from=date(1997, 1, 1), valid_to=last_day, ended_as=EndKind.ENDED, legal_basis=BASIS,
    )  # fmt: skip
    made: dict[str, AdministrativeUnit] = {}
    for commune in read_communes():
        made[commune.slug] = _place_of(commune, units[commune.slug], province, district, last_day)
    return made


def _place_of(
    commune: Commune,
    unit: OrganisationPage,
    province: AdministrativeUnit,
    district: AdministrativeUnit,
    last_day: date,
) -> AdministrativeUnit:
    first_code = 98000 + commune.number * 10
    today = AdministrativeUnit.objects.create(
        name=commune.name, full_name=commune.title, kind=commune.kind, code=str(first_code), parent=province,
        valid_from=COMMUNES_MERGED, organisation=unit, legal_basis=BASIS,
    )  # fmt: skip
    for number, (kind, name) in enumerate(former_names(commune.formed_from)):
        place = AdministrativeUnit.objects.create(
            name=name, full_name=f"{kind[0].upper()}{kind[1:]} {name}", kind=FORMER_KINDS[kind],
            code=str(first_code + number), parent=district, valid_from=date(1997, 1, 1), valid_to=last_day,
            ended_as=EndKind.MERGED, legal_basis=BASIS,
        )  # fmt: skip
        PlaceSuccession.objects.create(predecessor=place, successor=today)
    return today
