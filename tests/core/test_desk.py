"""What the ground floor changes in the admin: names, numbers and lists of choices."""

import json
from decimal import Decimal

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from core.admin_widgets import PlainNumberInput, TitleInput
from news.models import NewsPage
from tests.factories import CategoryFactory, NewsPageFactory, UserFactory

pytestmark = pytest.mark.django_db


def test_the_menu_names_the_account_with_its_given_name(client):
    client.force_login(UserFactory(is_superuser=True, first_name="Đinh Hạ", last_name="Vi"))
    page = BeautifulSoup(client.get(reverse("wagtailadmin_home")).content, "html.parser")
    assert "Đinh Hạ Vi" in str(json.loads(page.find(id="wagtail-sidebar-props").string))


@pytest.mark.parametrize(
    ("number", "written"),
    [("22.000", "22"), ("22.500", "22.5"), ("0.000", "0"), ("100", "100"), ("1200.000", "1200"), (None, None)],
)
def test_a_number_is_offered_without_empty_decimals(number, written):
    assert PlainNumberInput().format_value(number and Decimal(number)) == written


def test_a_title_is_written_on_several_lines_and_kept_on_one(admin_client, news_index):
    url = reverse("wagtailadmin_pages:add", args=["news", "newspage", news_index.pk])
    page = BeautifulSoup(admin_client.get(url).content, "html.parser")
    assert page.find("textarea", id="id_title")
    assert TitleInput().value_from_datadict({"title": "Cấm đò\r\n ngang "}, {}, "title") == "Cấm đò ngang"


def test_several_of_a_list_are_chosen_by_boxes(admin_client, news_index):
    CategoryFactory(name="Kinh tế")
    url = reverse("wagtailadmin_pages:add", args=["news", "newspage", news_index.pk])
    page = BeautifulSoup(admin_client.get(url).content, "html.parser")
    boxes = page.select("input[type=checkbox][name=other_categories]")
    assert "Kinh tế" in [box.parent.get_text(strip=True) for box in boxes]
    assert not page.select("form select[multiple]")


def test_only_an_article_without_a_title_is_marked_in_the_list(admin_client, news_index):
    def marks() -> int:
        html = admin_client.get(reverse("news:index")).content
        table = BeautifulSoup(html, "html.parser").select_one("#listing-results table")
        assert not table.select(".icon-cross")
        return len([cell for cell in table.select("td") if cell.get_text(strip=True) == "Thiếu tiêu đề"])

    article = NewsPageFactory(parent=news_index)
    assert marks() == 0
    NewsPage.objects.filter(pk=article.pk).update(needs_title=True)
    assert marks() == 1
