"""Vietnamese text: folding, addresses, excerpts; the same slug in Python and in the admin's JavaScript."""

import json
import re
import unicodedata

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from core.text import LETTERS, SLUG_FORMATTERS, excerpt, fold, vietnamese_slugify

FOLDED = [
    ("Đường Hoà Bình", "duong hoa binh"),
    # old and new place of the tone mark
    ("hoà", "hoa"),
    ("hòa", "hoa"),
    ("thuỷ thủy", "thuy thuy"),
    ("ĐẮK LẮK", "dak lak"),
    ("Chuyển đổi số", "chuyen doi so"),
    ("quyết định số 12/QĐ-UBND", "quyet dinh so 12/qd-ubnd"),
    ("Nghị quyết 57-NQ/TW", "nghi quyet 57-nq/tw"),
    ("ﬁle", "file"),
    ("Ｆｕｌｌ", "full"),
    ("", ""),
    ("Đ đ Ð", "d d ð"),
]

SLUGS = [
    ("Chuyển đổi số", "chuyen-doi-so"),
    ("Đắk Lắk", "dak-lak"),
    ("Thị xã Gò Me, mùa nước nổi", "thi-xa-go-me-mua-nuoc-noi"),
    ("Quyết định số 12/QĐ-UBND ngày 17/6/2025", "quyet-dinh-so-12qd-ubnd-ngay-1762025"),
    ("ĐƯỜNG VỀ BẢN", "duong-ve-ban"),
    ("Ông Nguyễn Văn Ý và bà Lê Thị Ỷ", "ong-nguyen-van-y-va-ba-le-thi-y"),
    ("  khoảng   trắng  ", "khoang-trang"),
    ("Sông – Mây", "song-may"),
    ("ăâđêôơư ĂÂĐÊÔƠƯ", "aadeoou-aadeoou"),
    ("AI & IoT: 5G", "ai-iot-5g"),
]


@pytest.mark.parametrize(("text", "folded"), FOLDED)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_fold(text, folded, form):
    assert fold(unicodedata.normalize(form, text)) == folded


def test_every_vietnamese_letter_folds_to_ascii():
    for plain, letters in LETTERS.items():
        assert fold(letters) == plain * len(letters)
        assert fold(letters.upper()) == plain * len(letters)
        assert fold(unicodedata.normalize("NFD", letters)) == plain * len(letters)
    assert sum(len(letters) for letters in LETTERS.values()) == 67


@pytest.mark.parametrize(("title", "slug"), SLUGS)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_slug(title, slug, form):
    assert vietnamese_slugify(unicodedata.normalize(form, title)) == slug


@pytest.mark.parametrize("title", ["", "!!!", "😀", "   ", "…"])
def test_a_title_without_letters_has_no_slug(title):
    assert vietnamese_slugify(title) == ""


def proposed_while_typing(title: str) -> str:
    """Return what Wagtail's urlify (admin/static_src/utils/urlify.ts, 8.0) makes with our formatters."""
    for pattern, replacement in SLUG_FORMATTERS:
        title = re.sub(pattern, replacement, title)
    title = re.sub(r"[^\w\s-]", "", title, flags=re.ASCII).strip()
    return re.sub(r"[-\s]+", "-", title).lower().strip("-")


@pytest.mark.parametrize(("title", "slug"), SLUGS)
def test_the_admins_script_proposes_the_slug_that_the_server_makes(title, slug):
    assert proposed_while_typing(title) == slug


def test_the_slug_field_of_the_admin_has_the_formatters(client, home, admin_user):
    client.force_login(admin_user)
    form = client.get(reverse("wagtailadmin_pages:add", args=["home", "plainpage", home.pk])).content
    field = BeautifulSoup(form, "html.parser").find("input", attrs={"name": "slug"})
    formatters = json.loads(field["data-w-slug-formatters-value"])
    assert [pattern for [pattern, *_flags], _replacement in formatters] == [pattern for pattern, _ in SLUG_FORMATTERS]


EXCERPTS = [
    ("ngắn", 160, "ngắn"),
    ("một hai ba bốn", 9, "một hai…"),
    ("một hai ba bốn", 7, "một hai…"),
    ("một hai, ba bốn", 9, "một hai…"),
    ("  nhiều \n\n khoảng\ttrắng ", 160, "nhiều khoảng trắng"),
    ("Hết văn bản./.", 160, "Hết văn bản."),
    ("", 160, ""),
    ("vừa đúng", 8, "vừa đúng"),
]


@pytest.mark.parametrize(("text", "limit", "expected"), EXCERPTS)
def test_excerpt(text, limit, expected):
    assert excerpt(text, limit) == expected


def test_an_excerpt_never_exceeds_its_limit_by_much():
    assert len(excerpt("x" * 400, 10)) <= 12
