"""Charts: places in percent and em, words beside every mark, nothing that a reader typed as markup."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.utils.translation import override

from core.charts import Bar, Span, bars, grouped_bars, share, sparkline, stacked_bar, timeline
from core.languages import said

DAY = date(2026, 7, 2)


@pytest.mark.parametrize(
    ("value", "maximum", "percent"), [(1, 4, 25), (5, 4, 100), (-1, 4, 0), (3, 0, 0), (0, 10, 0)]
)
def test_share(value, maximum, percent):
    assert share(value, maximum) == percent


def drawn(markup: str) -> BeautifulSoup:
    return BeautifulSoup(markup, "html.parser")


CHARTS = [
    stacked_bar("a", "Trạng thái", "Xong: 1", [Bar("Xong", 1, "1", "done"), Bar("Chậm", 0, "0", "late")]),
    timeline("a", "Thời gian", "1 dự án", [Span("Cầu", "Chậm", date(2025, 1, 1), date(2026, 1, 1))], DAY, "nay"),
    sparkline("a", "Diễn biến", "1 số", [(DAY, 4.0)], 5),
]


@pytest.mark.parametrize("chart", CHARTS)
def test_every_chart_is_an_image_with_title_and_description_and_no_style(chart):
    svg = drawn(chart).svg
    assert svg["role"] == "img"
    assert svg["aria-labelledby"] == "a-title a-desc"
    assert svg.title.get_text()
    assert svg.desc.get_text()
    assert "style=" not in chart


def test_a_bar_is_as_long_as_its_share():
    assert drawn(bars([Bar("Y tế", 40, "40%")], 100)).select_one(".chart__bar")["width"] == "40%"
    groups = [("2026", [Bar("Kế hoạch", 40, "40 triệu", "plan")])]
    assert drawn(grouped_bars(groups, 80)).select_one(".chart__bar--plan")["width"] == "50%"


def test_words_of_a_bar_are_text_of_the_page_and_say_their_language():
    """Text of a drawing cannot wrap: at 320 px and 200 % it is cut off."""
    groups = [("2026", [Bar(said("Kế hoạch", "en"), 40, "40 triệu", "plan"), Bar("Đã giao", 0, "0")])]
    chart = drawn(grouped_bars(groups, 80))
    assert chart.h3.get_text() == "2026"
    assert [item.get_text() for item in chart("li")] == ["Kế hoạch 40 triệu", "Đã giao 0"]
    assert [item.span.get("lang") for item in chart("li")] == ["en", None]
    assert all(svg["aria-hidden"] == "true" and not svg.get_text() for svg in chart("svg"))
    assert "style=" not in str(chart)


def test_parts_of_nothing_are_not_drawn_and_parts_make_the_whole():
    parts = drawn(stacked_bar("a", "t", "d", [Bar("A", 1, "1"), Bar("B", 3, "3"), Bar("C", 0, "0")]))
    assert [part["width"] for part in parts.select("rect")] == ["25%", "75%"]
    assert [part["x"] for part in parts.select("rect")] == ["0%", "25%"]


def test_a_timeline_shows_the_plan_the_fact_and_today():
    row = Span("Cầu", "", date(2026, 1, 1), date(2027, 1, 1), actual_start=date(2026, 1, 1))
    svg = drawn(timeline("a", "t", "d", [row], DAY, "hôm nay"))
    assert svg.select_one(".chart__plan")["width"] == "50%"
    assert svg.select_one(".chart__bar")["width"] == svg.select_one(".chart__today")["x1"]
    assert svg.select_one(".chart__todays").get_text() == "hôm nay"


def test_words_of_a_timeline_are_text_of_the_page_and_a_long_name_is_whole():
    """Text of a drawing cannot wrap: on a phone a long name was cut off."""
    name = "Nâng cấp hệ thống thông tin giải quyết thủ tục hành chính của tỉnh và các xã, phường, đặc khu"
    span = Span(said(name, "vi"), "Chậm · 01/2025–01/2026", date(2025, 1, 1), date(2026, 1, 1))
    with override("en"):
        chart = drawn(timeline("a", "t", "d", [span, Span("B", "", DAY, DAY)], DAY, "nay"))
    first, second = chart("li")
    assert first.span.get_text() == name
    assert first.span["lang"] == "vi"
    assert first.select_one(".timeline__note").get_text() == "Chậm · 01/2025–01/2026"
    for row in (first, second):
        assert row.svg["aria-hidden"] == "true"
        assert not row.svg.get_text()
        assert row.select_one(".chart__today"), "the line of today goes through every row"


@pytest.mark.parametrize(
    ("first", "last", "scale"),
    [
        (2026, 2026, ["01/2026", "04/2026", "07/2026", "10/2026"]),
        (2026, 2027, ["01/2026", "07/2026", "01/2027", "07/2027"]),
        (2025, 2027, ["2025", "2026", "2027"]),
        (2020, 2030, ["2020", "2022", "2024", "2026", "2028", "2030"]),
    ],
)
def test_the_scale_of_a_timeline_has_room_on_a_phone(first, last, scale):
    row = Span("Cầu", "", date(first, 1, 1), date(last, 12, 31))
    chart = drawn(timeline("a", "t", "d", [row], date(1999, 1, 1), "nay"))
    assert [tick.get_text() for tick in chart.select(".chart__year")] == scale
    assert len(chart.select("li .chart__grid")) == len(scale)


def test_a_step_has_a_ring_for_the_plan_and_a_dot_where_it_was_reached():
    row = Span("Nghiệm thu", "", DAY, DAY, date(2026, 8, 1), date(2026, 8, 1), "late")
    svg = drawn(timeline("a", "t", "d", [row], DAY, "hôm nay"))
    assert len(svg.select(".chart__ring")) == len(svg.select(".chart__dot--late")) == 1


def test_a_sparkline_has_a_dot_for_each_day_and_a_line_between_two():
    points = [(date(2026, 3, 31), 0.0), (date(2026, 6, 30), 5.0), (date(2026, 9, 30), 10.0)]
    svg = drawn(sparkline("a", "t", "d", points))
    assert len(svg.select("circle")) == 3
    assert len(svg.select(".chart__line")) == 2
    assert float(svg.select("circle")[0]["cy"].rstrip("%")) > float(svg.select("circle")[2]["cy"].rstrip("%"))


def test_charts_of_nothing_are_empty():
    assert timeline("a", "t", "d", [], DAY, "") == sparkline("a", "t", "d", []) == ""


def test_words_are_escaped():
    assert "<i>" not in grouped_bars([("<i>", [Bar("<i>", 1, "<i>")])], 1)
    assert "<i>" not in stacked_bar("a", "<i>", "<i>", [Bar("<i>", 1, "<i>")])
