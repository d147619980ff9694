"""Links that editors write: to a page or to an address, never to what is gone."""

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import PageViewRestriction

from core.blocks import LinkBlock
from tests.factories import PlainPageFactory

pytestmark = pytest.mark.django_db


def link(**value):
    block = LinkBlock()
    return block, block.to_python({"title": "", "page": None, "url": ""} | value)


@pytest.mark.parametrize(
    "url", ["https://a.example/", "http://a.example/", "/tin-tuc/", "mailto:a@b.example", "tel:113"]
)
def test_addresses_that_may_be_written(url):
    block, value = link(title="Đến", url=url)
    assert block.clean(value)["url"] == url
    assert value.target_url == url


@pytest.mark.parametrize(
    "value",
    [
        {"title": "Không đến đâu"},
        {"title": "Mã", "url": "javascript:alert(1)"},
        {"title": "Dữ liệu", "url": "data:text/html,x"},
        {"title": "Thiếu gạch", "url": "tin-tuc/"},
        {"url": "https://a.example/"},
        {"title": "", "url": ""},
    ],
    ids=str,
)
def test_addresses_that_may_not(value):
    block, value = link(**value)
    with pytest.raises(ValidationError):
        block.clean(value)


def test_a_page_or_an_address_not_both(home):
    page = PlainPageFactory(parent=home)
    block, value = link(title="Hai", page=page.pk, url="https://a.example/")
    with pytest.raises(ValidationError):
        block.clean(value)


def test_a_page_lends_its_title(home):
    page = PlainPageFactory(parent=home, title="Lịch sử", slug="lich-su")
    block, value = link(page=page.pk)
    assert block.clean(value)
    assert (value.text, value.target_url) == ("Lịch sử", "/lich-su/")
    _block, value = link(page=page.pk, title="Tên khác")
    assert value.text == "Tên khác"


@pytest.mark.parametrize("way", ["unpublish", "restrict", "delete"])
def test_a_page_that_is_gone_has_no_address(home, way):
    page = PlainPageFactory(parent=home)
    if way == "unpublish":
        page.unpublish()
    elif way == "restrict":
        PageViewRestriction.objects.create(page=page, restriction_type="login")
    key = page.pk
    if way == "delete":
        page.delete()
    _block, value = link(page=key)
    assert value.target_url == ""
