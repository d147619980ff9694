"""The directory: bodies of the province, communes and wards."""

from datetime import datetime

from core.models import User
from demo.building.marks import EMAIL_DOMAIN
from demo.building.media import Media
from demo.building.publishing import publish
from demo.building.streams import story
from demo.building.units import make_hours
from demo.content.communes import Commune, read_communes
from demo.content.markup import rich_text
from demo.content.reader import PROVINCE_TIME, Entry
from departments.enums import Accent, Level
from departments.models import Division, OpeningHours, OrganisationIndexPage, OrganisationPage
from home.models import HomePage
from news.models import NewsIndexPage

SINCE = datetime(2025, 7, 1, 7, 30, tzinfo=PROVINCE_TIME)
CITIZENS_RECEIVED = "Tiếp công dân: sáng thứ Năm hằng tuần"
UNDER_THE_COMMITTEE = ("department", "agency", "public_unit")
ACCENTS = {
    "so-khoa-hoc-va-cong-nghe": Accent.BLUE,
    "so-y-te": Accent.TEAL,
    "so-giao-duc-va-dao-tao": Accent.PURPLE,
}
LEADERS = ("leaders", {"heading": "Lãnh đạo"})
DESKS = ("service_points", {"heading": "Nơi tiếp nhận hồ sơ"})
FRONT_BLOCKS = {"so-khoa-hoc-va-cong-nghe": [LEADERS, DESKS], "xa-ky-van": [LEADERS, DESKS], "so-y-te": [LEADERS]}
DIVISIONS = {
    "so-khoa-hoc-va-cong-nghe": [
        "Văn phòng Sở",
        "Phòng Kế hoạch – Tài chính",
        "Phòng Chuyển đổi số",
        "Phòng Quản lý khoa học, công nghệ và đổi mới sáng tạo",
        "Phòng Bưu chính – Viễn thông",
        "Trung tâm Giám sát, điều hành thông minh",
    ],
}
COMMUNE_FUNCTIONS = [
    "- Giải quyết thủ tục hành chính tại trung tâm phục vụ hành chính công.\n"
    "- Quản lý đất đai, xây dựng, môi trường, trật tự đô thị và nông thôn.\n"
    "- Chăm lo giáo dục, y tế, văn hóa, người có công và bảo trợ xã hội.\n"
    "- Phòng, chống thiên tai, bảo đảm an ninh, trật tự ở cơ sở.",
]


def make_organisations(
    home: HomePage, departments: list[Entry], media: Media, owner: User
) -> dict[str, OrganisationPage]:
    """Create the directory; return its pages by slug."""
    index = publish(
        OrganisationIndexPage(
            title="Cơ quan, đơn vị",
            slug="co-quan",
            show_in_menus=True,
            intro="Địa chỉ, điện thoại, chức năng của các cơ quan tỉnh, 8 phường, 19 xã và đặc khu Hòn Sương.",
        ),
        home,
        "co-quan",
        SINCE,
        owner,
    )
    hours = make_hours()
    made: dict[str, OrganisationPage] = {}
    for entry in departments:
        made[entry.slug] = publish(
            _department(entry, media, hours, made.get("ubnd-tinh")), index, f"organisation:{entry.slug}", SINCE, owner
        )
    for commune in read_communes():
        page = _commune(commune, media, hours, made["ubnd-tinh"])
        made[page.slug] = publish(page, index, f"organisation:{page.slug}", SINCE, owner)
    return made


def make_news_index(organisation: OrganisationPage, owner: User) -> NewsIndexPage:
    """Give a body its own list of news."""
    page = NewsIndexPage(
        title="Tin tức",
        slug="tin-tuc",
        show_in_menus=True,
        intro=f"Tin hoạt động của {organisation.title[0].lower()}{organisation.title[1:]}.",
    )
    return publish(page, organisation, f"{organisation.slug}:tin-tuc", SINCE, owner)


def _department(entry: Entry, media: Media, hours: OpeningHours, above: OrganisationPage | None) -> OrganisationPage:
    fields = entry.fields
    duties = [block for block in entry.blocks if block.kind == "text"][:1]
    rest = [block for block in entry.blocks if block not in duties]
    return OrganisationPage(
        title=entry.title,
        slug=entry.slug,
        kind=fields["kind"],
        short_name=fields["short"],
        lead=entry.lead,
        functions=rich_text(duties[0].value),
        body=story(rest, media),
        cover=media.images.get(fields.get("image", "")),
        address=fields["address"],
        phone=fields["phone"],
        hotline=fields.get("hotline", ""),
        fax=fields.get("fax", ""),
        email=fields["email"],
        website=fields.get("website", ""),
        opening_hours=fields.get("hours", "").replace(" // ", "\n"),
        hours=None if "hours" in fields else hours,
        parent_unit=above if fields["kind"] in UNDER_THE_COMMITTEE else None,
        accent=ACCENTS.get(entry.slug, Accent.RED),
        blocks=FRONT_BLOCKS.get(entry.slug, []),
        divisions=[Division(name=name, sort_order=order) for order, name in enumerate(DIVISIONS.get(entry.slug, []))],
    )


def _commune(commune: Commune, media: Media, hours: OpeningHours, above: OrganisationPage) -> OrganisationPage:
    address, name = commune.address, commune.title[0].lower() + commune.title[1:]
    formed = f"Từ ngày 01/7/2025, {name} được hình thành từ {commune.formed_from}."
    return OrganisationPage(
        title=commune.title,
        slug=commune.slug,
        kind=commune.kind,
        short_name=commune.name,
        lead=f"{commune.title} rộng {commune.area} km², dân số {commune.people} người; {commune.known_for}.",
        functions=rich_text(COMMUNE_FUNCTIONS),
        body=[("heading", "Hình thành"), ("paragraph", rich_text([formed]))],
        cover=media.images[commune.picture],
        address=f"{address[0].upper()}{address[1:]}, {name}, tỉnh Sông Mây",
        phone=f"0298 3556 {commune.number:03d}",
        email=f"{commune.slug.replace('-', '')}@{EMAIL_DOMAIN}",
        opening_hours=CITIZENS_RECEIVED,
        hours=hours,
        parent_unit=above,
        level=Level.COMMUNE,
        valid_from=SINCE.date(),
        accent=Accent.GREEN if commune.kind == "commune" else Accent.BLUE,
        blocks=FRONT_BLOCKS.get(commune.slug, []),
    )
