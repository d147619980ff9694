"""Dates are shown as far as they are known, names by what their bearers did."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.utils import translation

from core.enums import DatePrecision
from news.enums import BylineRole
from news.models import NewsByline, NewsPage
from news.models.byline import byline_lines
from tests.factories import AuthorFactory, NewsPageFactory

pytestmark = pytest.mark.django_db

MOMENT = datetime(2025, 6, 17, 8, 36, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
TEXT, PHOTO, VIDEO, TRANSLATION = BylineRole


@pytest.mark.parametrize(
    ("precision", "machine", "words"),
    [
        (DatePrecision.MINUTE, "2025-06-17T08:36+07:00", "Thứ Ba, 17/06/2025 08:36"),
        (DatePrecision.DAY, "2025-06-17", "Thứ Ba, 17/06/2025"),
        (DatePrecision.MONTH, "2025-06", "Tháng 6/2025"),
        (DatePrecision.YEAR, "2025", "2025"),
    ],
)
def test_a_date_is_shown_as_far_as_it_is_known(client, news_index, precision, machine, words):
    page = NewsPageFactory(parent=news_index, published_at=MOMENT, published_precision=precision)
    for url in (page.url, news_index.url):
        moments = BeautifulSoup(client.get(url).content, "html.parser").main.find_all("time")
        assert (machine, words) in [(moment["datetime"], moment.get_text()) for moment in moments], url


def test_three_dates_are_kept_apart(client, news_index):
    page = NewsPageFactory(
        parent=news_index,
        event_date=MOMENT.replace(day=15, hour=0, minute=0),
        published_at=MOMENT,
        updated_at=MOMENT.replace(day=18),
        updated_precision=DatePrecision.DAY,
    )
    text = BeautifulSoup(client.get(page.url).content, "html.parser").main.get_text(" ")
    for words in ("Chủ Nhật, 15/06/2025", "Thứ Ba, 17/06/2025 08:36", "Thứ Tư, 18/06/2025"):
        assert words in text
    assert "15/06/2025 00:00" not in text
    assert "18/06/2025 08:36" not in text


def test_an_instant_of_another_zone_is_shown_on_the_day_of_hanoi(client, news_index):
    late = datetime(2025, 6, 16, 18, 30, tzinfo=ZoneInfo("UTC"))
    page = NewsPageFactory(parent=news_index, published_at=late)
    assert "Thứ Ba, 17/06/2025 01:30" in client.get(page.url).content.decode()
    assert client.get("/tin-tuc/2025/06/17/").content.decode().count(page.title) >= 1
    assert page.title not in client.get("/tin-tuc/2025/06/16/").content.decode()


def test_an_article_is_not_updated_before_it_is_published(news_index):
    page = NewsPageFactory(parent=news_index, published_at=MOMENT)
    page.updated_at = MOMENT.replace(day=16)
    with pytest.raises(ValidationError) as caught:
        page.full_clean()
    assert set(caught.value.message_dict) == {"updated_at"}


BYLINES = [
    ([], []),
    ([("Mai An", TEXT)], ["Tin: Mai An"]),
    ([("Mai An", TEXT), ("Mai An", PHOTO)], ["Tin và ảnh: Mai An"]),
    ([("Mai An", PHOTO), ("Mai An", TEXT)], ["Tin và ảnh: Mai An"]),
    ([("Mai An", TEXT), ("Lê Bình", PHOTO)], ["Tin: Mai An", "Ảnh: Lê Bình"]),
    ([("Mai An", TEXT), ("Lê Bình", TEXT)], ["Tin: Mai An, Lê Bình"]),
    ([("Mai An", TEXT), ("Lê Bình", TEXT), ("Lê Bình", PHOTO)], ["Tin: Mai An", "Tin và ảnh: Lê Bình"]),
    ([("Mai An", TEXT), ("Mai An", TEXT)], ["Tin: Mai An"]),
    ([("Mai An", TEXT), ("Mai An", PHOTO), ("Mai An", VIDEO)], ["Tin, ảnh và video: Mai An"]),
    ([("Mai An", TRANSLATION)], ["Dịch: Mai An"]),
    ([("Mai An", TEXT), ("Mai An", TRANSLATION)], ["Tin và dịch: Mai An"]),
]


@pytest.mark.parametrize(("names", "lines"), BYLINES)
def test_byline_lines(names, lines):
    entries = [NewsByline(name=name, role=role) for name, role in names]
    with translation.override("vi"):
        said = [f"{roles}: {', '.join(shown)}".lower() for roles, shown in byline_lines(entries)]
    assert said == [line.lower() for line in lines]


def test_a_byline_in_english():
    with translation.override("en"):
        entries = [NewsByline(name="Mai An", role=TEXT), NewsByline(name="Mai An", role=PHOTO)]
        assert byline_lines(entries) == [("Text and photo", ["Mai An"])]


def test_the_public_sees_the_pen_name_and_never_an_account(client, news_index):
    page = NewsPageFactory(parent=news_index)
    author = AuthorFactory(full_name="Nguyễn Thị Hoa", pen_name="Hoa Lau")
    page.bylines.create(author=author, role=TEXT)
    page.bylines.create(name="Cộng tác viên", role=PHOTO)
    page.save()
    html = client.get(page.url).content.decode()
    assert "Hoa Lau" in html
    assert "Cộng tác viên" in html
    assert "Nguyễn Thị Hoa" not in html


def test_a_byline_needs_a_name():
    with pytest.raises(ValidationError):
        NewsByline(role=TEXT).clean()
    with pytest.raises(ValidationError):
        NewsByline(role=TEXT, name="   ").clean()


def test_the_agency_prefix_stands_before_the_lead(client, news_index):
    page = NewsPageFactory(parent=news_index, agency_prefix="SM", lead="Sáng nay khánh thành cầu.")
    text = BeautifulSoup(client.get(page.url).content, "html.parser").find(class_="lead").get_text()
    assert text == "(SM) – Sáng nay khánh thành cầu."


def test_a_cover_needs_words_for_those_who_cannot_see_it(news_index):
    from tests.factories import PortalImageFactory

    page = NewsPageFactory(parent=news_index)
    page.cover = PortalImageFactory()
    with pytest.raises(ValidationError) as caught:
        page.full_clean()
    assert "cover_alt" in caught.value.message_dict
    page.cover_alt = "Cây cầu mới"
    page.full_clean()


def test_a_lead_story_ends_after_it_begins(news_index):
    page = NewsPageFactory(parent=news_index)
    page.featured_from, page.featured_to = MOMENT, MOMENT
    with pytest.raises(ValidationError) as caught:
        page.full_clean()
    assert "featured_to" in caught.value.message_dict


def test_lists_show_no_date_for_what_has_none(news_index):
    draft = NewsPageFactory(parent=news_index, live=False, published_at=None)
    assert draft.date_for_listing is None
    assert not NewsPage.objects.listed().filter(pk=draft.pk).exists()
