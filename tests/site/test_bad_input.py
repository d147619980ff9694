"""Nonsense gets a clear answer, never a 500 (threats B1 to B8)."""

import io
import struct
import zlib
from itertools import product
from urllib.parse import quote

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from PIL import Image
from wagtail.models import Site
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from core.models import PortalImage, User
from news.models import NewsPage, NoticePage
from tests.factories import (
    CategoryFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    NoticeIndexPageFactory,
    NoticePageFactory,
    TopicFactory,
    UserFactory,
)
from tests.factories.province import build_province
from tests.worlds import scratch_database

pytestmark = pytest.mark.django_db


NEWS = "/tin-tuc/"
MISSING = [
    # days that no calendar has, days to come, days before there was news
    *(
        NEWS + day
        for day in ("2018/02/31/", "2018/13/01/", "2018/00/10/", "2018/10/00/", "0000/01/01/", "0001/01/01/")
    ),
    *(
        NEWS + day
        for day in ("1899/12/31/", "9999/12/31/", "9999/12/", "2018/13/", "2018/00/", "0000/00/", "2900/01/")
    ),
    *(NEWS + day for day in ("99999/01/01/", "2018/1/1/1/", "2018/", "-2018/01/01/", "2018/08/28/x/")),
    NEWS + "abc/de/fg/",
    *(NEWS + day for day in ("٢٠١٨/٠٨/", "2018/02/31/rss/")),
    *("/thong-bao/2018/02/31/", "/thong-bao/0000/00/00/"),
    # page numbers
    *(f"{NEWS}?trang={number}" for number in ("0", "-1", "3", "999999", "abc", "٣", "2.0", "1e3", "", "+1", " 2")),
    *(f"{NEWS}?trang={number}" for number in ("9" * 400, "2%00", "%FF", "2&trang=999", "²", "١", "0x1", "None")),
    *("/thong-bao/?trang=2", "/tin-tuc/chuyen-muc/trong/?trang=2", "/tim-kiem/?q=ban&trang=99"),
    "/tim-kiem/?trang=2",
    # labels that are not there
    *(NEWS + label for label in ("chuyen-muc/khong-co/", "dong-su-kien/khong-co/", "the/khong-co/", "chuyen-muc/")),
    *(NEWS + label for label in ("chuyen-muc/khong-co/rss/", "the/%00/", "the/a%2Fb/")),
    "/thong-bao/chuyen-muc/giao-thong/",
    # paths
    *("/tin-tuc/%00/", "/%00", "/%FF/", "/tin-tuc/../../etc/passwd", "/.git/config", "/.env", "/manage.py"),
    *("/media/../db.sqlite3", "/media/original_images/a.jpg", "/documents/1/khong-co.pdf", "/static/../manage.py"),
    *("/sitemap-xx.xml", "/sitemap-vi.xml?p=2", "/sitemap-vi.xml?p=abc", "/fr/", "/tin-tuc/đường/"),
    NEWS + "a" * 3000 + "/",
]
FOUND = [
    *("/tin-tuc/?trang=1", "/tin-tuc/?trang=2", "/tin-tuc/?trang=2&x=%00%FF", "/tin-tuc/chuyen-muc/trong/"),
    *("/tin-tuc/dong-su-kien/cau-moi/", "/tin-tuc/chuyen-muc/trong/rss/", "/tin-tuc/2018/08/28/"),
    *("/tin-tuc/1900/01/01/", "/tin-tuc/2018/08/28/rss/", "/tin-tuc/?luu=1", "/tin-tuc/?luu=%00"),
    *("/tin-tuc/2018/08/", "/thong-bao/2018/08/"),
]
QUERIES = [
    *('"', "'", '"""', "\x00", "a\x00b", "' OR 1=1 --", '") ; DROP TABLE core_user; --', "%", "_", "\\", "*", "-"),
    *(
        "AND",
        "OR NOT",
        "NEAR(a b)",
        "a NEAR/2 b",
        "title:tin",
        "^tin",
        "tin*",
        "(tin",
        "tin)",
        "{tin}",
        "a:b:c",
        ":*",
    ),
    *(
        "",
        " ",
        "\t\n",
        "\u2028",
        "\u0085",
        "\u200b",
        "\u202etin\u202c",
        "\ufeff",
        "\ud800",
        "\u0301",
        "đ\u0300\u0301",
    ),
    *(
        "😀",
        "👨‍👩‍👧‍👦",
        "٣",
        "!",
        "&|",
        "--",
        ";",
        "/*",
        "*/",
        "0",
        "None",
        "CẦU",
        "tin -tức",
        "+tin",
        "a" * 300 + " b",
    ),
    *(
        "a" * 10_000,
        "từ " * 5_000,
        "\u0300" * 3_000,
        '"' * 1_000,
        "(" * 500,
        "<script>alert(1)</script>",
        "{{ 7 * 7 }}",
    ),
    *("cầu", "cầu".encode().decode("latin-1"), "ca\u0302\u0300u"),
]
RAW_QUERIES = [
    *(f"q={raw}" for raw in ("%FF%FE", "%C3%28", "%ED%A0%80", "%F0%28%8C%BC", "%", "%zz", "%u0041", "%E1%BA")),
    *("q=cau&q=duong", "Q=cau", "q[]=cau", "q", "q==", "&&&", "q=cau;trang=1", "trang=1"),
]
METHODS = ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "XYZZY", "HEAD"]
METHOD_URLS = [
    "/",
    "/tin-tuc/",
    "/tim-kiem/?q=a",
    "/tin-tuc/rss/",
    "/sitemap.xml",
    "/robots.txt",
    "/healthz",
    "/khong-co/",
]
HOSTS = ["evil.example", "evil.example:80", "testserver.evil.example", "a b", "", "[::1", "x" * 300]
HOST_URLS = ["/", "/robots.txt", "/sitemap.xml", "/tin-tuc/rss/", "/tin-tuc/"]
FORWARDED = {"x-forwarded-host": "evil.example", "x-forwarded-proto": "https", "forwarded": "host=evil.example"}
ELSEWHERE = ["//evil.example", "//evil.example/", "/\\evil.example/", "/%2F%2Fevil.example", "/https://evil.example"]
BACK = [
    *("https://evil.example/", "//evil.example/", "/\\evil.example", "\\\\evil.example", "javascript:alert(1)"),
    *("JaVaScRiPt:1", "data:text/html,x", "http:evil.example", "///evil.example", "/tin-tuc/\r\nSet-Cookie: a=b"),
    *(
        "/tin-tuc//evil",
        "\x00",
        "/admin/",
        "/",
        "",
        "/tin-tucx/",
        "https://testserver/tin-tuc/",
        '/tin-tuc/"><script>',
    ),
    *("\t//evil.example", "x" * 5000),
]


@pytest.fixture(scope="session")
def nonsense(django_db_setup, django_db_blocker) -> dict[tuple, HttpResponse]:
    """Ask everything above of one small portal; what it answered is read by the tests below."""
    client = Client(raise_request_exception=False, enforce_csrf_checks=True)
    found = {}
    with scratch_database(django_db_blocker):
        home = Site.objects.get(is_default_site=True).root_page.specific
        news = NewsIndexPageFactory(parent=home)
        TopicFactory(name="Cầu mới")
        CategoryFactory(name="Trống")
        NewsPageFactory.create_batch(20, parent=news, category=CategoryFactory(name="Giao thông"))
        NoticePageFactory(parent=NoticeIndexPageFactory(parent=home))
        article = NewsPageFactory(parent=news)
        for url in MISSING + FOUND + ELSEWHERE:
            found[url] = client.get(url)
        for query in QUERIES:
            encoded = quote(query.encode("utf-8", "surrogatepass"))
            found["q", query] = client.get("/tim-kiem/", query_string=f"q={encoded}")
        for query in RAW_QUERIES:
            found["raw", query] = client.get("/tim-kiem/", query_string=query)
        for method, url in product(METHODS, METHOD_URLS):
            found[method, url] = client.generic(method, url)
        for host, url in product(HOSTS, HOST_URLS):
            found["host", host, url] = client.get(url, headers={"host": host})
        for url in HOST_URLS:
            found["forwarded", url] = client.get(url, headers=FORWARDED)
        for wanted in BACK:
            found["back", wanted] = client.get(article.url, {"tu": wanted})
    return found


def short(value) -> str:
    """Name a case of a table."""
    return ascii(value)[1:40] if isinstance(value, str) else getattr(value, "__name__", ascii(value)[-60:-1])


@pytest.mark.parametrize("url", MISSING, ids=short)
def test_an_address_without_a_page_is_404(nonsense, url):
    response = nonsense[url]
    assert response.status_code in ((404, 400) if url.startswith("/media/") else (404,))
    if not url.startswith(("/media/", "/documents/", "/static/")):
        assert b"<h1>" in response.content


@pytest.mark.parametrize("url", FOUND)
def test_an_odd_but_right_address_is_a_page(nonsense, url):
    assert nonsense[url].status_code == 200


def test_an_empty_category_says_so_and_is_kept_out_of_search_engines(nonsense):
    response = nonsense["/tin-tuc/chuyen-muc/trong/"]
    assert b'content="noindex"' in response.content
    assert b'class="entry"' not in response.content


@pytest.mark.parametrize("query", QUERIES, ids=short)
def test_a_search_never_fails(nonsense, query):
    response = nonsense["q", query]
    assert response.status_code == 200
    assert b"<script>alert(1)" not in response.content
    assert b"49" not in response.content.split(b"<h1>")[1].split(b"</h1>")[0]


@pytest.mark.parametrize("query", RAW_QUERIES)
def test_bytes_that_are_no_text_are_survived(nonsense, query):
    assert nonsense["raw", query].status_code == 200


@pytest.mark.parametrize(("method", "url"), product(METHODS, METHOD_URLS))
def test_odd_methods_change_nothing_and_fail_clearly(nonsense, method, url):
    status = nonsense[method, url].status_code
    assert status < 500
    if method in ("POST", "PUT", "PATCH", "DELETE"):
        assert status in (403, 404, 405)


@pytest.mark.parametrize(("host", "url"), product(HOSTS, HOST_URLS))
def test_a_foreign_host_is_refused(nonsense, host, url):
    response = nonsense["host", host, url]
    assert response.status_code == 400
    assert b"evil" not in response.content


@pytest.mark.parametrize("url", HOST_URLS)
def test_a_forwarded_host_is_not_believed(nonsense, url):
    response = nonsense["forwarded", url]
    assert response.status_code == 200
    assert b"evil.example" not in response.content


@pytest.mark.parametrize("url", ELSEWHERE)
def test_no_address_leads_elsewhere(nonsense, url):
    assert not nonsense[url].get("Location", "").startswith(("//", "http", "\\", "/\\"))


@pytest.mark.parametrize("wanted", BACK, ids=short)
def test_back_leads_nowhere_else(nonsense, wanted):
    response = nonsense["back", wanted]
    assert response.status_code == 200
    back = response.content.decode().split('class="back"')[1].split('href="')[1].split('"')[0]
    assert back.startswith("/tin-tuc/")
    assert "<script>" not in back
    assert "Set-Cookie" not in response.headers


# -- the back office --------------------------------------------------------------------------------------------


@pytest.fixture
def editor(client):
    client.force_login(UserFactory(is_superuser=True))
    return client


def half_filled(**written) -> dict:
    """Return what the browser sends of an article that was only begun."""
    streams = {name: streamfield([]) for name in ("body", "attachments", "corrections", "chosen_related")}
    empty = {
        "title": "", "slug": "", "lead": "", "category": "", "topic": "", "event_precision": "day",
        "published_precision": "minute", "updated_precision": "minute", "kind": "general",
        "bylines": inline_formset([]), "comments": inline_formset([]),
    }  # fmt: skip
    return nested_form_data({**empty, **streams, **written})


def begun(block: str, value) -> dict:
    """Return the form of an article whose text has one block that was only begun."""
    return {"title": "Đang viết", "body": streamfield([(block, value)])}


UNFINISHED = [
    {"title": "Chỉ có tên"},
    {"title": "Đang viết", "lead": "x" * 600},
    {"title": "Đang viết", "source_url": "khong phai dia chi"},
    {"title": "Đang viết", "event_date": "31/02/2026"},
    {"title": "Đang viết", "published_at": "01/01/0001 00:00"},
    {"title": "Đang viết", "published_at": "31/12/9999 23:59"},
    {"title": "x" * 300},
    {"title": "Tên\x0bcó ký tự lạ"},
    {"title": "Tên\x00NUL"},
    {"title": "😀" * 100},
    {"title": "!!!"},
    {"title": "Đang viết", "slug": "Có dấu/và gạch"},
    {"title": "Đang viết", "category": "999999"},
    {"title": "Đang viết", "cover": "999999"},
    {"title": "Đang viết", "tags": "a," * 200},
    begun("figure", {"image": {"image": "", "alt_text": ""}, "caption": "", "credit": ""}),
    begun("quote", {"text": "", "who": ""}),
    begun("video", {"title": "", "url": "x", "duration": "", "transcript": ""}),
    begun("table", {"caption": "", "table": "null"}),
    begun("gallery", {"heading": "", "items-count": "0"}),
    begun("documents", {"items-count": "0"}),
    begun("khong_co", "x"),
    {"title": "Đang viết", "corrections": streamfield([("correction", {"date": "", "what_was": "", "what_is": ""})])},
    {"title": "Đang viết", "bylines": inline_formset([{"author": "", "name": "", "role": "text"}])},
    {"title": "Đang viết", "bylines": inline_formset([{"author": "99", "name": "x" * 200, "role": "khong"}])},
]  # fmt: skip


@pytest.mark.parametrize(
    ("model", "written"), [*product([NewsPage], UNFINISHED), *product([NoticePage], UNFINISHED[:3])], ids=short
)
def test_a_half_filled_draft_is_saved_and_previewed_or_explained(editor, news_index, notice_index, model, written):
    parent = news_index if model is NewsPage else notice_index
    name = model._meta.model_name
    data = half_filled(**written)
    preview = reverse("wagtailadmin_pages:preview_on_add", args=["news", name, parent.pk])
    assert editor.post(preview, data).status_code == 200
    assert editor.get(preview).status_code == 200
    response = editor.post(reverse("wagtailadmin_pages:add", args=["news", name, parent.pk]), data)
    assert response.status_code in (200, 302)
    page = model.objects.child_of(parent).first()
    assert (page is not None) == (response.status_code == 302)
    if page is None:
        return
    assert not page.live
    assert page.slug
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert editor.get(edit).status_code == 200
    preview = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    assert editor.post(preview, data).status_code == 200
    assert editor.get(preview).status_code == 200
    assert editor.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk])).status_code == 200
    assert editor.get(page.url).status_code == 404
    refused = editor.post(edit, data | {"action-publish": "1"})
    page.refresh_from_db()
    assert not page.live
    if refused.status_code != 200:
        page.get_latest_revision().publish(user=User.objects.create_superuser("nguoi-duyet"))
        page.refresh_from_db()
        assert page.lead
        assert editor.get(page.url).status_code == 200
        assert editor.get(parent.url).status_code == 200
        assert editor.get(f"{parent.url}rss/").status_code == 200


@pytest.mark.parametrize("missing", ["lead", "category"])
def test_an_article_without_lead_or_category_is_not_published(editor, news_index, missing):
    written = {"title": "Khánh thành cầu", "slug": "cau", "lead": "Hai câu.", "category": str(CategoryFactory().pk)}
    data = half_filled(**(written | {missing: ""})) | {"action-publish": "1"}
    response = editor.post(reverse("wagtailadmin_pages:add", args=["news", "newspage", news_index.pk]), data)
    assert response.status_code == 200
    assert missing in response.context["form"].errors


def png(width: int, height: int, *, broken_sum: bool = False, extra: bytes = b"") -> bytes:
    """Return a one-colour PNG written by hand, so that it can be wrong on purpose."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        checksum = zlib.crc32(kind + data) ^ (1 if broken_sum and kind == b"IDAT" else 0)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", checksum)

    compressor = zlib.compressobj(9)
    row = b"\0" + b"\0" * ((width + 7) // 8)
    rows = b"".join(compressor.compress(row) for _ in range(height)) + compressor.flush()
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + extra + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def text_bomb(kind: bytes) -> bytes:
    """Return a PNG chunk of a few kilobytes that unpacks to 80 megabytes."""
    packed = zlib.compress(b"\0" * 80_000_000, 9)
    data = b"a\0\0" + packed
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def picture(form: str, size: tuple[int, int] = (40, 30)) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", size, "seagreen").save(buffer, form)
    return buffer.getvalue()


BAD_IMAGES = {
    "empty.png": b"",
    "text.png": b"day khong phai anh",
    "truncated.png": png(200, 200)[:-30],
    "header-only.png": png(200, 200)[:33],
    "checksum.png": png(200, 200, broken_sum=True),
    "ztxt-bomb.png": png(20, 20, extra=text_bomb(b"zTXt")),
    "iccp-bomb.png": png(20, 20, extra=text_bomb(b"iCCP")),
    "giant.png": png(12_000, 12_000),
    "long.png": png(60_000, 1_000),
    "truncated.jpg": picture("JPEG", (400, 300))[:-400],
    "half.jpg": picture("JPEG", (400, 300))[:100],
    "truncated.webp": picture("WEBP", (400, 300))[:60],
    "script.svg": b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    "svg-as.png": b'<svg xmlns="http://www.w3.org/2000/svg"/>',
    "html.jpg": b"<html><script>alert(1)</script></html>",
    "lie.jpg": picture("BMP"),
    "anh.php": picture("PNG"),
    "anh.png.exe": picture("PNG"),
}


@pytest.mark.parametrize("name", BAD_IMAGES)
def test_a_bad_image_gets_a_sentence(editor, home, name):
    file = SimpleUploadedFile(name, BAD_IMAGES[name], content_type="image/png")
    response = editor.post(reverse("wagtailimages:add"), {"title": "Ảnh", "file": file, "collection": 1})
    if response.status_code == 302:
        # What the library can read in spite of its fault must be usable.
        image = PortalImage.objects.get()
        assert image.width * image.height <= 20_000_000
        image.get_rendition("fill-400x225|format-jpeg")
        return
    assert response.status_code == 200
    assert response.context["form"].errors["file"]
    assert not PortalImage.objects.exists()


@pytest.mark.parametrize(
    "name", ["truncated.png", "checksum.png", "giant.png", "text.png", "truncated.jpg", "ztxt-bomb.png"]
)
def test_a_bad_image_gets_a_sentence_in_the_quick_uploader_too(editor, home, name):
    file = SimpleUploadedFile(name, BAD_IMAGES[name], content_type="image/png")
    response = editor.post(
        reverse("wagtailimages:add_multiple"),
        {"title": "Ảnh", "files[]": file, "collection": 1},
        headers={"x-requested-with": "XMLHttpRequest"},
    )
    assert response.status_code == 200
    answer = response.json()
    assert answer["success"] or answer["error_message"]


def test_a_damaged_image_does_not_stop_a_publication(news_index, client, django_capture_on_commit_callbacks):
    """Renditions are made after publishing; a file that has rotted since its upload must not undo that."""
    buffer = SimpleUploadedFile("anh.jpg", picture("JPEG"))
    image = PortalImage.objects.create(title="Ảnh", file=buffer, width=40, height=30)
    with image.file.storage.open(image.file.name, "wb") as damaged:
        damaged.write(b"hong")
    with django_capture_on_commit_callbacks(execute=True):
        page = NewsPageFactory(parent=news_index, cover=image, cover_alt="Ảnh")
        page.save_revision().publish()
    response = client.get(page.url)
    assert response.status_code == 200
    assert b"placeholder.svg" in response.content


@pytest.mark.parametrize("name", ["virus.exe", "trang.html", "ma.js", "anh.svg", "x.php", "macro.docm", "khong-duoi"])
def test_a_dangerous_document_is_refused(editor, home, name):
    file = SimpleUploadedFile(name, b"noi dung")
    response = editor.post(reverse("wagtaildocs:add"), {"title": "Tệp", "file": file, "collection": 1})
    assert response.status_code == 200
    assert response.context["form"].errors


@pytest.mark.parametrize("title", ["Chữ\x0blạ", "A\x01B", "&lt;b&gt; & <b>", "]]>", "\ufffe"])
def test_odd_letters_in_titles_break_no_feed(client, news_index, title):
    NewsPageFactory(parent=news_index, title=title, slug="chu-la", lead=title)
    for url in ("/tin-tuc/rss/", "/tin-tuc/", "/tin-tuc/chu-la/", "/sitemap-vi.xml", "/tim-kiem/?q=chu"):
        assert client.get(url).status_code == 200, url


def test_a_whole_province_survives_odd_parameters(client, db):
    province = build_province()
    for page in [province.home, *province.pages.values()]:
        for query in ("luu=0", "luu=1&luu=1", "tu=%00", "trang=x", "q=%22", "preview=1", "lang=xx", "%00=%00"):
            status = client.get(page.url, query_string=query).status_code
            assert status in (200, 404), (page.url, query)
