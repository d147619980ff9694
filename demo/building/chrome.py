"""What surrounds the pages: identity, menus, an alert."""

from datetime import datetime
from typing import Any

from wagtail.models import Locale, Page

from demo.building.english import English
from demo.building.labels import Labels
from demo.building.marks import mark
from demo.content.reader import PROVINCE_TIME, Entry
from home.models import AlertBanner, Menu, SiteIdentity
from home.models.chrome import MenuPosition
from news.paths import label_path

NATIONAL_SERVICES = "https://dichvucong.gov.vn/"

Link = dict[str, Any]


def to(target: Page | str, title: str = "") -> Link:
    """Return the value of a link block to a page or an address."""
    if isinstance(target, str):
        return {"title": title, "page": None, "url": target}
    return {"title": title, "page": target, "url": ""}


def make_identity(entry: Entry, locale: Locale) -> None:
    """Name the portal, unless somebody did."""
    if SiteIdentity.objects.filter(locale=locale).exists():
        return
    fields = entry.fields
    SiteIdentity.objects.create(
        locale=locale,
        translation_key=mark("identity"),
        name=entry.title,
        tagline=fields["tagline"],
        governing_body=fields["governing_body"],
        responsible_person=fields["responsible_person"],
        address=fields["address"],
        phone=fields["phone"],
        email=fields["email"],
        legal_lines=fields["licence"],
        reuse_note=fields["reuse"],
    )


def make_menu(position: str, locale: Locale, tree: list[tuple[Link, list]]) -> None:
    """Create a menu from ``(link, children)``, unless there is one."""
    if Menu.objects.filter(position=position, locale=locale).exists():
        return
    roots = [("item", {"link": link, "children": [second(child) for child in children]}) for link, children in tree]
    Menu.objects.create(position=position, locale=locale, translation_key=mark(f"menu:{position}"), items=roots)


def second(child: Link | tuple[Link, list[Link]]) -> dict[str, Any]:
    """Return a menu entry of the second level; a tuple has a third one."""
    link, leaves = child if isinstance(child, tuple) else (child, [])
    return {"link": link, "children": [{"link": leaf} for leaf in leaves]}


def vietnamese_menu(pages: dict[str, Page], labels: Labels) -> list[tuple[Link, list]]:
    """Return the main menu: only what exists."""
    news = pages["tin-tuc"]

    def category(key: str) -> Link:
        return to(news.url + label_path("category", key), labels.categories[key].name)

    def topic(key: str) -> Link:
        return to(news.url + label_path("topic", key), labels.topics[key].name)

    def page(key: str, title: str = "") -> Link:
        return to(pages[key], title)

    return [
        (
            page("gioi-thieu", "Giới thiệu"),
            [
                (page("tong-quan"), [page("lich-su"), page("dieu-kien-tu-nhien")]),
                (page("so-do-to-chuc"), [page("lanh-dao-tinh")]),
                page("don-vi-hanh-chinh", "Đơn vị hành chính cũ – mới"),
            ],
        ),
        (
            page("tin-tuc"),
            [
                category("hoat-dong-cua-lanh-dao"),
                (category("kinh-te"), [category("nong-nghiep-moi-truong"), category("xay-dung-giao-thong")]),
                (category("van-hoa-xa-hoi"), [category("giao-duc"), category("y-te")]),
                category("an-ninh-quoc-phong"),
                category("cai-cach-hanh-chinh"),
                category("tin-xa-phuong"),
            ],
        ),
        (page("thong-bao"), []),
        (page("van-ban"), []),
        (page("chi-dao-dieu-hanh"), []),
        (
            page("co-quan"),
            [
                page("tra-cuu-don-vi"),
                (page("ubnd-tinh"), [page("van-phong-ubnd-tinh"), page("trung-tam-phuc-vu-hanh-chinh-cong")]),
                page("hdnd-tinh"),
                (page("so-khoa-hoc-va-cong-nghe"), [page("trung-tam-chuyen-doi-so")]),
                page("so-y-te"),
                page("so-giao-duc-va-dao-tao"),
                page("phuong-may-trung"),
            ],
        ),
        (
            page("de-an", "Chuyển đổi số"),
            [
                page("do-thi-thong-minh", "Đô thị thông minh"),
                page("chinh-quyen-so", "Chính quyền số"),
                category("chuyen-doi-so"),
                topic("cau-may-ha-va-duong-ven-song"),
            ],
        ),
        (
            page("thu-tuc-hanh-chinh", "Dịch vụ công"),
            [to(NATIONAL_SERVICES, "Cổng Dịch vụ công quốc gia"), page("trung-tam-phuc-vu-hanh-chinh-cong")],
        ),
        (page("lien-he", "Công dân"), [page("tiep-can-thong-tin"), page("lien-he"), page("tro-nang")]),
    ]


def vietnamese_footer(pages: dict[str, Page]) -> list[tuple[Link, list]]:
    """Return the groups of the footer."""
    return [
        (to(pages["gioi-thieu"], "Về Cổng"), [to(pages[key]) for key in ("lien-he", "so-do-cong", "tro-nang")]),
        (
            to(pages["tin-tuc"], "Thông tin"),
            [
                to(pages["thong-bao"]),
                to(pages["tiep-can-thong-tin"]),
                to(pages["tin-tuc"].url + "rss/", "Nhận tin qua RSS"),
            ],
        ),
        (
            to(pages["lien-ket"], "Liên kết"),
            [to(NATIONAL_SERVICES, "Cổng Dịch vụ công quốc gia"), to(pages["co-quan"])],
        ),
    ]


def make_english_chrome(english: English, entry: Entry) -> None:
    """Name the English portal and give it its menus."""
    locale = english.home.locale
    make_identity(entry, locale)
    main = [
        (to(english.about), [to(english.structure)]),
        (to(english.departments), []),
        (to(english.investment), []),
        (to(english.schemes), [to(english.directives)]),
        (to(english.news), []),
    ]
    make_menu(MenuPosition.MAIN, locale, main)
    links = [to(english.structure), to(english.departments), to(english.accessibility), to(english.site_map)]
    make_menu(MenuPosition.FOOTER, locale, [(to(english.about), links)])


def make_alert(entry: Entry, target: Page, locale: Locale) -> None:
    """Warn of the spring tide."""
    AlertBanner.objects.create(
        locale=locale,
        translation_key=mark("alert"),
        level=entry.fields["level"],
        text=entry.lead,
        link_page=target,
        link_text=entry.fields["link_text"],
        starts_at=datetime(2026, 11, 20, 8, 0, tzinfo=PROVINCE_TIME),
        ends_at=datetime(2026, 11, 28, 0, 0, tzinfo=PROVINCE_TIME),
    )
