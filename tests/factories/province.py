"""A small province with one page of every type in both languages, for rules that hold over all of them."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from django.utils import timezone
from wagtail.models import Locale, Page, Site

from core.models import Field
from departments.enums import OrganisationKind
from home.models import HomePage, Menu, SiteIdentity
from home.models.chrome import MenuPosition
from news.enums import BylineRole
from news.models import NewsPage
from tests.factories.core import PortalDocumentFactory, PortalImageFactory
from tests.factories.departments import OrganisationIndexPageFactory, OrganisationPageFactory, PlaceLookupPageFactory
from tests.factories.directives import DirectiveIndexPageFactory, DirectivePageFactory, add_task
from tests.factories.home import (
    LinkDirectoryPageFactory,
    PlainPageFactory,
    SectionPageFactory,
    SiteMapPageFactory,
)
from tests.factories.legal import IssuingBodyFactory, LegalDocumentPageFactory, LegalIndexPageFactory, document_type
from tests.factories.news import (
    AuthorFactory,
    CategoryFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    NewsSourceFactory,
    NoticeIndexPageFactory,
    NoticePageFactory,
    TopicFactory,
)
from tests.factories.projects import (
    CommitteePageFactory,
    ProjectPageFactory,
    SchemeIndexPageFactory,
    SchemePageFactory,
)

WORDS = {
    "vi": {
        "home": "Trang chủ",
        "news": ("Tin tức", "tin-tuc"),
        "notices": ("Thông báo", "thong-bao"),
        "register": ("Văn bản", "van-ban"),
        "document": ("Quyết định số 54/2023/QĐ-UBND", "quyet-dinh-54"),
        "directives": ("Chỉ đạo, điều hành", "chi-dao-dieu-hanh"),
        "directive": ("Kết luận cuộc họp tháng Ba", "ket-luan-thang-ba"),
        "lookup": ("Tra cứu đơn vị", "tra-cuu-don-vi"),
        "directory": ("Cơ quan, đơn vị", "co-quan"),
        "department": ("Sở Khoa học và Công nghệ", "so-khoa-hoc"),
        "about": ("Giới thiệu", "gioi-thieu"),
        "plain": ("Lịch sử hình thành", "lich-su"),
        "links": ("Liên kết website", "lien-ket"),
        "map": ("Sơ đồ cổng", "so-do"),
        "schemes": ("Đề án", "de-an"),
        "scheme": ("Đề án đô thị thông minh", "do-thi-thong-minh"),
        "project": ("Hồ sơ sức khỏe điện tử", "ho-so-suc-khoe"),
        "committee": ("Ban Chỉ đạo chuyển đổi số", "ban-chi-dao"),
        "article": ("Khánh thành cầu Sông Mây", "khanh-thanh-cau"),
        "older": ("Khởi công cầu Sông Mây", "khoi-cong-cau"),
        "notice": ("Thông báo tạm ngừng cấp nước", "ngung-cap-nuoc"),
        "category": ("Giao thông", "giao-thong"),
        "topic": ("Cầu mới", "cau-moi"),
    },
    "en": {
        "home": "Home",
        "news": ("News", "news"),
        "notices": ("Notices", "notices"),
        "register": ("Documents", "documents-register"),
        "document": ("Decision 54/2023/QĐ-UBND", "decision-54"),
        "directives": ("Directives", "directives"),
        "directive": ("Conclusions of the March meeting", "march-meeting"),
        "lookup": ("Look up former units", "former-units"),
        "directory": ("Departments", "departments"),
        "department": ("Department of Science", "science"),
        "about": ("About", "about"),
        "plain": ("History", "history"),
        "links": ("Links", "links"),
        "map": ("Map of the site", "map"),
        "schemes": ("Schemes", "schemes"),
        "scheme": ("The smart city", "smart-city"),
        "project": ("Electronic health records", "health-records"),
        "committee": ("Steering committee", "steering-committee"),
        "article": ("The bridge is open", "bridge-open"),
        "older": ("Work on the bridge begins", "bridge-begins"),
        "notice": ("No water on Friday", "no-water"),
        "category": ("Transport", "transport"),
        "topic": ("The new bridge", "new-bridge"),
    },
}


@dataclass
class Province:
    """The pages of one language by name, and its labels."""

    language: str
    home: HomePage
    pages: dict[str, Page] = field(default_factory=dict)
    category: object = None
    topic: object = None

    def __getitem__(self, name: str) -> Page:
        return self.pages[name]


def build_province(language: str = "vi", twin: Province | None = None) -> Province:
    """Build one language; ``twin`` is the same province in the other one, whose pages these translate."""
    locale = Locale.objects.get(language_code=language)
    words = WORDS[language]
    province = Province(language, _home(locale, words["home"], twin))

    def same_as(name: str) -> dict:
        return {"translation_key": twin[name].translation_key} if twin else {}

    def add(name: str, factory, parent: Page, key: str = "", **fields) -> Page:
        title, slug = words[key or name]
        page = factory(parent=parent, title=title, slug=slug, locale=locale, **same_as(name), **fields)
        province.pages[name] = page
        return page

    home = province.home
    add("news", NewsIndexPageFactory, home)
    add("notices", NoticeIndexPageFactory, home)
    _add_documents(add, home, locale)
    _add_directives(add, home)
    add("lookup", PlaceLookupPageFactory, home)
    directory = add("directory", OrganisationIndexPageFactory, home, intro="Danh bạ.")
    department = add(
        "department",
        OrganisationPageFactory,
        directory,
        kind=OrganisationKind.DEPARTMENT,
        short_name="KH&CN",
        functions="<p>Tham mưu, quản lý nhà nước.</p>",
        address="Số 1, đường Bờ Sông",
        phone="0299 3800 001",
        email="sokhcn@songmay.example",
        website="https://sokhcn.songmay.example/",
        opening_hours="7:30–11:30",
        map_url="https://www.openstreetmap.org/",
    )
    add("department_news", NewsIndexPageFactory, department, key="news", show_in_menus=True)
    about = add("about", SectionPageFactory, home)
    add("links", LinkDirectoryPageFactory, home)
    add("map", SiteMapPageFactory, home)
    _plan(department, locale, add, home)
    _fill(province, words, locale, add, about)
    _furnish(province, locale)
    return province


def build_both() -> list[Province]:
    """Build the province in Vietnamese and English, each page with its twin."""
    vietnamese = build_province("vi")
    return [vietnamese, build_province("en", vietnamese)]


def _plan(department: Page, locale: Locale, add, home: Page) -> None:
    """Add a scheme with a committee and a project."""
    schemes = add("schemes", SchemeIndexPageFactory, home)
    committee = add("committee", CommitteePageFactory, schemes, standing_agency=department)
    scheme = add("scheme", SchemePageFactory, schemes, lead_agency=department, committee=committee)
    health = Field.objects.get(slug="y-te" if locale.language_code == "vi" else "health", locale=locale)
    add("project", ProjectPageFactory, scheme, field=health, investor=department)


def _home(locale: Locale, title: str, twin: Province | None) -> HomePage:
    home = Site.objects.get(is_default_site=True).root_page.specific
    if twin is None:
        return home
    page = HomePage(title=title, slug="home-en", locale=locale, translation_key=home.translation_key)
    return home.get_parent().add_child(instance=page)


def _fill(province: Province, words: dict, locale: Locale, add, about: Page) -> None:
    """Add articles, notices and texts with everything that they can hold."""
    images = PortalImageFactory.create_batch(2)
    document = PortalDocumentFactory()
    province.category = CategoryFactory(name=words["category"][0], locale=locale)
    province.topic = TopicFactory(name=words["topic"][0], locale=locale)
    labels = {"category": province.category, "topic": province.topic, "scheme": province["scheme"]}
    figure = {"image": images[1], "caption": "Bên cầu", "credit": "Mai An"}
    body = [
        ("heading", "Kết quả"),
        ("paragraph", "<p>Cầu dài <b>một cây số</b>.</p>"),
        ("subheading", "Tại các xã"),
        ("figure", figure),
        ("gallery", {"heading": "Ngày hội", "items": [figure, figure]}),
        ("quote", {"text": "Nối liền hai bờ.", "who": "Một người dân"}),
        ("callout", {"heading": "Lưu ý", "text": "<p>Xe tải đi đường vòng.</p>"}),
        ("video", {"title": "Ngày khánh thành", "url": "https://example.org/", "transcript": "Lời bình."}),
        ("table", {"caption": "Số liệu", "table": _table()}),
        ("documents", {"items": [{"document": document, "label": "Quyết định"}]}),
    ]
    older = add("older", NewsPageFactory, province["news"], **labels)
    article = add(
        "article",
        NewsPageFactory,
        province["news"],
        **labels,
        cover=images[0],
        cover_alt="Cây cầu mới",
        cover_caption="Toàn cảnh cầu",
        cover_credit="Mai An",
        body=body,
        attachments=[("file", {"document": document, "label": ""})],
        corrections=[("correction", {"date": timezone.localdate(), "what_was": "hai cây", "what_is": "một cây"})],
        source=NewsSourceFactory(),
        source_url="https://example.org/bai-viet",
        agency_prefix="SM",
        event_date=timezone.now() - timedelta(days=3),
        updated_at=timezone.now(),
        published_at=timezone.now() - timedelta(hours=2),
    )
    article.bylines.create(author=AuthorFactory(), role=BylineRole.TEXT)
    article.bylines.create(name="Mai An", role=BylineRole.PHOTO)
    article.tags.add(f"cầu-{province.language}")
    article.save_revision().publish()
    province.pages["article"] = NewsPage.objects.get(pk=article.pk)
    add("department_article", NewsPageFactory, province["department_news"], key="older", category=older.category)
    add("notice", NoticePageFactory, province["notices"], valid_until=timezone.localdate() + timedelta(days=7))
    add("plain", PlainPageFactory, about, body=body)


def _add_directives(add, home: HomePage) -> None:
    """Add the list with one directive that sets two tasks."""
    directive = add("directive", DirectivePageFactory, add("directives", DirectiveIndexPageFactory, home))
    add_task(directive, "Rà soát kế hoạch", due_on=timezone.localdate())
    add_task(directive, "Báo cáo hằng tháng", lead_name="Văn phòng UBND tỉnh", is_standing=True)


def _add_documents(add, home: HomePage, locale: Locale) -> None:
    """Add the register with one document."""
    register = add("register", LegalIndexPageFactory, home)
    add(
        "document",
        LegalDocumentPageFactory,
        register,
        document_number="54/2023/QĐ-UBND",
        issued_on=date(2023, 9, 5),
        document_type=document_type("QĐ", normative=True, language=locale.language_code),
        issuing_body=IssuingBodyFactory(name="Ủy ban nhân dân tỉnh", locale=locale),
    )


def _table() -> dict:
    return {
        "first_row_is_table_header": True,
        "first_col_is_header": True,
        "data": [["Tháng", "Hồ sơ"], ["9/2026", "1.204"], ["10/2026", None]],
    }


def _furnish(province: Province, locale: Locale) -> None:
    """Give the home page its blocks, and every page a frame."""
    home, news, notices = province.home, province["news"], province["notices"]
    home.body = [
        ("lead_stories", {"heading": "", "section": news, "count": 2}),
        ("latest_news", {"heading": "", "section": news, "categories": [province.category], "each": 3}),
        ("notices", {"heading": "Thông báo", "section": notices, "count": 3}),
        (
            "quick_links",
            {
                "heading": "Dịch vụ",
                "items": [{"link": {"title": "Nộp hồ sơ", "url": "/"}, "text": "", "icon": "file"}],
            },
        ),
        (
            "schemes",
            {"heading": "Đề án", "items": [{"title": "Đô thị thông minh", "period": "2025–2030", "text": "5 việc."}]},
        ),
        ("link_directory", {"heading": "Liên kết"}),
        ("visit", {"heading": "Về miền sông nước", "text": "<p>Chợ nổi.</p>", "image": None}),
    ]
    home.save_revision().publish()
    SiteIdentity.objects.create(
        locale=locale,
        name="Cổng thông tin điện tử tỉnh Sông Mây" if province.language == "vi" else "Sông Mây Province",
        governing_body="UBND tỉnh Sông Mây",
        phone="0299 3800 000",
        email="banbientap@songmay.example",
        legal_lines="Giấy phép số 1\nBan hành năm 2026",
    )

    def link(page: Page) -> dict:
        return {"title": "", "page": page, "url": ""}

    leaf = {"link": link(province["plain"])}
    branch = {"link": link(province["department_news"]), "children": [leaf]}
    roots = [
        {"link": link(news), "children": []},
        {"link": link(province["directory"]), "children": [branch]},
        {"link": link(province["about"]), "children": []},
    ]
    Menu.objects.create(position=MenuPosition.MAIN, locale=locale, items=[("item", root) for root in roots])
    Menu.objects.create(position=MenuPosition.FOOTER, locale=locale, items=[("item", roots[1])])
