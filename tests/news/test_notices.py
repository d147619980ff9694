"""Notices: their kind, and the day until which they hold."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.core.exceptions import ValidationError

from news.enums import NoticeKind
from tests.factories import NoticePageFactory

pytestmark = pytest.mark.django_db

# 10:00 in Hà Nội on 15 March 2026.
NOON = datetime(2026, 3, 15, 3, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("moment", "ended"),
    [
        ("2026-03-15T03:00:00+00:00", False),
        # The last minute of the last day in Việt Nam, and the first after it.
        ("2026-03-15T16:59:00+00:00", False),
        ("2026-03-15T17:00:00+00:00", True),
    ],
)
def test_a_notice_holds_to_the_end_of_its_last_day(client, notice_index, moment, ended):
    page = NoticePageFactory(parent=notice_index, published_at=NOON, valid_until=date(2026, 3, 15))
    with time_machine.travel(moment, tick=False):
        assert page.has_ended is ended
        text = client.get(page.url).content.decode()
        assert ("đã hết" in text.lower() or "kết thúc" in text.lower()) is ended
        assert client.get("/thong-bao/").status_code == 200


def test_a_notice_without_an_end_never_ends(notice_index):
    assert not NoticePageFactory(parent=notice_index).has_ended


def test_a_notice_cannot_end_before_it_is_published(notice_index):
    page = NoticePageFactory(parent=notice_index, published_at=NOON)
    page.valid_until = date(2026, 3, 14)
    with pytest.raises(ValidationError) as caught:
        page.full_clean()
    assert "valid_until" in caught.value.message_dict
    page.valid_until = date(2026, 3, 15)
    page.full_clean()


@pytest.mark.parametrize("kind", NoticeKind)
def test_the_kind_is_named(client, notice_index, kind):
    page = NoticePageFactory(parent=notice_index, kind=kind)
    assert str(kind.label) in client.get(page.url).content.decode()


def test_notices_are_no_news(client, notice_index, news_index):
    NoticePageFactory(parent=notice_index, title="Cúp nước")
    assert "Cúp nước" not in client.get("/tin-tuc/").content.decode()
