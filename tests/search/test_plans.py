"""A few matches are fetched by their keys, many are walked: on each database both ways find the same."""

from importlib import import_module

import pytest
from django.db import connection

from search import engine, facets
from search.finding import public_entries
from search.query import Phrasing, typed_words
from tests.factories import NewsPageFactory, NoticePageFactory
from tests.search.test_page import on

pytestmark = pytest.mark.django_db


@pytest.fixture
def archive(news_index, notice_index, at_work, rebuilt):
    rebuilt()
    with at_work():
        for number in range(6):
            NewsPageFactory(parent=news_index, title=f"Thủy lợi số {number}", published_at=on(2020 + number))
            NoticePageFactory(parent=notice_index, title=f"Cầu đường số {number}", published_at=on(2020 + number))


@pytest.mark.parametrize("few", [1, 1_000])
def test_both_plans_find_the_same(archive, monkeypatch, few):
    monkeypatch.setattr(import_module(f"search.{connection.vendor}"), "FEW", few)
    entries = public_entries("vi")

    def titles(words: str, limit: int = 100) -> list[str]:
        query = engine.folded_words(Phrasing(typed_words(words)))
        rows = engine.rows(query, entries, limit)
        assert [title for title, *_rest in engine.titles(query, entries.order_by(*engine.NEWEST), limit)] == [
            row.title for row in rows
        ]
        return [row.title for row in rows]

    newest_first = [f"Thủy lợi số {number}" for number in range(5, -1, -1)]
    assert titles("thuy loi") == newest_first
    assert titles("thuy loi", 2) == newest_first[:2]
    assert titles("thuy loi so 3") == ["Thủy lợi số 3"]
    assert titles("thuy cau") == []
    assert len(titles("so")) == 12
    query = engine.folded_words(Phrasing(typed_words("so")))
    groups = facets.groups_of_all(query, entries)
    assert sum(group.count for group in groups) == 12
    assert sum(group.count for group in groups if group.kind == "news") == 6
    assert sum(group.count for group in groups if group.year == 2023) == 2
    assert engine.rows(query, entries.filter(kind="news"), 100) and not engine.rows(query, public_entries("en"), 100)
