"""The directory: bodies of the province, communes and wards."""

from datetime import datetime

from core.models import User
from demo.building.marks import EMAIL_DOMAIN
from demo.building.media import Media
from demo.building.publishing import publish
from demo.building.streams import story
from demo.content.communes import Commune, read_communes
from demo.content.markup import rich_text
from demo.content.reader import PROVINCE_TIME, Entry
from departments.models import OrganisationIndexPage, OrganisationPage
from home.models import HomePage
from news.models import NewsIndexPage

SINCE = datetime(2025, 7, 1, 7, 30, tzinfo=PROVINCE_TIME)
HOURS = "Thứ Hai đến thứ Sáu\n7 giờ 30 – 11 giờ 30; 13 giờ 30 – 17 giờ"
COMMUNE_HOURS = f"{HOURS}\nTiếp công dân: sáng thứ Năm hằng tuần"
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
    made = {}
    for entry in departments:
        made[entry.slug] = publish(_department(entry, media), index, f"organisation:{entry.slug}", SINCE, owner)
    for commune in read_communes():
        page = _commune(commune, media)
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


def _department(entry: Entry, media: Media) -> OrganisationPage:
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
        opening_hours=fields.get("hours", HOURS).replace(" // ", "\n"),
    )


def _commune(commune: Commune, media: Media) -> OrganisationPage:
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
        opening_hours=COMMUNE_HOURS,
    )
