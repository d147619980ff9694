"""The pages of text: introduction of the province, services, contacts, accessibility."""

from collections.abc import Iterable
from datetime import datetime
from html import escape

from wagtail.models import Page, Site

from core.models import User
from demo.building.media import Media
from demo.building.publishing import publish, republish
from demo.building.streams import StreamValue, story, table
from demo.content.communes import read_communes
from demo.content.markup import plain_link
from demo.content.reader import PROVINCE_TIME, Entry
from home.models import HomePage, LinkDirectoryPage, PlainPage, SectionPage, SiteMapPage, WebLinkGroup

SINCE = datetime(2025, 8, 15, 9, 0, tzinfo=PROVINCE_TIME)
WRITTEN = datetime(2026, 11, 2, 9, 0, tzinfo=PROVINCE_TIME)

LINK_GROUPS = {
    "Trung ương": [
        ("Cổng thông tin điện tử Chính phủ", "https://chinhphu.vn/"),
        ("Cổng Dịch vụ công quốc gia", "https://dichvucong.gov.vn/"),
        ("Cơ sở dữ liệu quốc gia về văn bản pháp luật", "https://vbpl.vn/"),
    ],
    "Thông tin trong tỉnh": [
        ("Báo và phát thanh, truyền hình Sông Mây", "https://baosongmay.example/"),
        ("Kho dữ liệu mở Sông Mây", "https://dulieu.songmay.example/"),
        ("Bảo tàng tỉnh", "https://baotang.songmay.example/"),
    ],
}


def make_texts(home: HomePage, entries: list[Entry], owner: User) -> dict[str, Page]:
    """Create sections and plain pages; an entry with ``parent`` lies below that page. Return them by slug."""
    made: dict[str, Page] = {}
    sections = {entry.fields["parent"] for entry in entries if "parent" in entry.fields}
    for entry in entries:
        parent = made[entry.fields["parent"]] if "parent" in entry.fields else home
        model = SectionPage if entry.slug in sections else PlainPage
        page = model(title=entry.title, slug=entry.slug, lead=entry.lead, show_in_menus=parent is home)
        made[entry.slug] = publish(page, parent, f"page:{entry.slug}", SINCE, owner)
    return made


def fill_texts(pages: dict[str, Page], entries: list[Entry], media: Media, owner: User) -> None:
    """Write the bodies once every page exists that they link to."""
    for entry in entries:
        page = pages[entry.slug]
        page.body = story(entry.blocks, media, internal_link, inline_files=True)
        if entry.fields.get("generated") == "communes":
            page.body = communes_table() + story(entry.blocks, media, internal_link)
        republish(page, WRITTEN, owner)


def internal_link(address: str) -> str:
    """Return the attributes of a rich text link; an address of the portal becomes a link to the page itself."""
    if not address.startswith("/"):
        return plain_link(address)
    root = Site.objects.get(is_default_site=True).root_page
    page = Page.objects.get(url_path=root.url_path + address.lstrip("/"))
    return f'linktype="page" id="{page.pk}"'


def communes_table() -> StreamValue:
    """Return the table of old and new units."""
    rows = [["Đơn vị mới", "Hình thành từ", "Diện tích (km²)", "Dân số (người)"]]
    rows += [[unit.title, unit.formed_from, unit.area, unit.people] for unit in read_communes()]
    return [("table", table("28 đơn vị hành chính cấp xã của tỉnh Sông Mây từ ngày 01/7/2025", rows))]


def make_link_directory(home: HomePage, owner: User) -> LinkDirectoryPage:
    """Create the directory of links; departments' websites come from their own pages."""
    page = LinkDirectoryPage(
        title="Liên kết website",
        slug="lien-ket",
        intro="Địa chỉ trang của các cơ quan trung ương, các sở, ngành và đơn vị trong tỉnh.",
    )
    page.groups = [
        WebLinkGroup(
            title=title, sort_order=order, links=[("link", {"title": name, "url": url}) for name, url in links]
        )
        for order, (title, links) in enumerate(LINK_GROUPS.items())
    ]
    return publish(page, home, "lien-ket", SINCE, owner)


def make_site_map(home: HomePage, owner: User) -> SiteMapPage:
    """Create the map of the site."""
    page = SiteMapPage(
        title="Sơ đồ cổng", slug="so-do-cong", intro="Tất cả các trang của Cổng, trừ tin và thông báo."
    )
    return publish(page, home, "so-do-cong", SINCE, owner)


def list_of(lines: Iterable[str]) -> str:
    """Return an HTML list of plain lines."""
    return "<ul>" + "".join(f"<li>{escape(line)}</li>" for line in lines) + "</ul>"
