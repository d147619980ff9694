"""The blocks of the home pages."""

from datetime import datetime
from typing import Any

from wagtail.models import Page

from core.models import User
from demo.building.chrome import NATIONAL_SERVICES, to
from demo.building.english import English
from demo.building.labels import Labels
from demo.building.marks import mark
from demo.building.media import Media
from demo.building.publishing import republish
from demo.content.reader import PROVINCE_TIME
from home.models import HomePage
from news.paths import label_path

BUILT = datetime(2026, 11, 20, 7, 0, tzinfo=PROVINCE_TIME)
VISIT = (
    "<p>Sớm mai sương phủ kín mặt sông, chợ nổi họp dưới chân cầu, chiều về làng lụa nghe tiếng thoi. "
    "Sông Mây đẹp nhất vào mùa lúa chín và những đêm thả đèn.</p>"
)
SHOWN_CATEGORIES = [
    "hoat-dong-cua-lanh-dao",
    "kinh-te",
    "van-hoa-xa-hoi",
    "nong-nghiep-moi-truong",
    "chuyen-doi-so",
    "tin-xa-phuong",
]


def fill_home(home: HomePage, blocks: list[tuple[str, Any]], description: str, user: User) -> None:
    """Write the home page, unless editors did; the blocks bear the demo's mark, so that they can go alone."""
    if home.body:
        return
    home.body = blocks  # type: ignore[assignment]
    language = home.locale.language_code
    for number, child in enumerate(home.body):
        child.id = str(mark(f"home:{language}:{number}"))
    home.search_description = home.search_description or description
    republish(home, BUILT, user)


def vietnamese_home(pages: dict[str, Page], labels: Labels, media: Media) -> list[tuple[str, Any]]:
    """Return the blocks of the Vietnamese home page."""
    news, notices = pages["tin-tuc"], pages["thong-bao"]
    picture = media.images["river-mist"]
    picture.contextual_alt_text, picture.decorative = picture.description, False
    bridge = news.url + label_path("topic", "cau-may-ha-va-duong-ven-song")
    services = [
        (to(NATIONAL_SERVICES, "Dịch vụ công trực tuyến"), "Nộp và tra cứu hồ sơ", "file"),
        (to(pages["trung-tam-phuc-vu-hanh-chinh-cong"], "Quầy một cửa"), "Địa chỉ, giờ mở cửa", "building"),
        (to(pages["tiep-can-thong-tin"], "Yêu cầu thông tin"), "Đầu mối và cách gửi", "search"),
        (to(pages["lien-he"], "Số điện thoại cần nhớ"), "Đường dây nóng 24 giờ", "phone"),
        (to(pages["don-vi-hanh-chinh"], "Đơn vị hành chính cũ – mới"), "Tra cứu tên xã, phường", "map"),
        (to(pages["co-quan"], "Cơ quan, đơn vị"), "Chức năng và liên hệ", "users"),
    ]
    return [
        ("lead_stories", {"heading": "", "section": news, "count": 5}),
        (
            "quick_links",
            {
                "heading": "Dịch vụ cho người dân",
                "items": [{"link": link, "text": text, "icon": icon} for link, text, icon in services],
            },
        ),
        ("notices", {"heading": "Thông báo", "section": notices, "count": 6}),
        (
            "latest_news",
            {
                "heading": "Tin theo lĩnh vực",
                "section": news,
                "categories": [labels.categories[key] for key in SHOWN_CATEGORIES],
                "each": 3,
            },
        ),
        (
            "schemes",
            {
                "heading": "Đề án, chương trình",
                "schemes": [pages["do-thi-thong-minh"], pages["chinh-quyen-so"]],
                "items": [
                    {
                        "title": "Cầu Mây Hạ và đường ven sông",
                        "period": "2023–2027",
                        "text": "Hai công trình nối đôi bờ, giữ lại 212 cây cổ thụ và bến đình Bến Lụa.",
                        "link": to(bridge, "Theo dõi công trình"),
                    },
                ],
            },
        ),
        (
            "visit",
            {
                "heading": "Về miền sông nước",
                "text": VISIT,
                "image": picture,
                "link": to(pages["tong-quan"], "Tìm hiểu về tỉnh"),
            },
        ),
        ("link_directory", {"heading": "Liên kết website"}),
    ]


def english_home(english: English, media: Media) -> list[tuple[str, Any]]:
    """Return the blocks of the English home page."""
    picture = media.images["terraces-green"]
    picture.contextual_alt_text, picture.decorative = "Green rice terraces and three walkers in conical hats", False
    services = [
        (to(english.departments), "Functions, addresses and telephone numbers", "building"),
        (to(NATIONAL_SERVICES, "National public service portal"), "Apply and follow your file", "file"),
        (to(english.investment), "Procedures and contacts", "chart"),
    ]
    links = [{"link": link, "text": text, "icon": icon} for link, text, icon in services]
    text = "<p>Terraced highlands, a floating market, silk looms and a lighthouse at the end of the river.</p>"
    return [
        ("lead_stories", {"heading": "", "section": english.news, "count": 5}),
        ("quick_links", {"heading": "Services", "items": links}),
        ("visit", {"heading": "Land of the river", "text": text, "image": picture, "link": to(english.about)}),
    ]
