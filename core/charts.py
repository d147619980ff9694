"""Charts drawn by the server as SVG: pure functions, numbers in, markup out.

Positions are percent of the width and ``em`` of the height, never pixels of a fixed picture: text keeps the
reader's size on a phone and at 200 %. Colours and patterns come from classes (``static/css/charts.css``), nothing
from colour alone: every mark has its words beside it, and the page shows a table of the same figures.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from core.languages import foreign

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True)
class Bar:
    """One bar: what it is, how long (in the unit of the chart's ``maximum``), its length in words, its class."""

    label: "StrOrPromise"
    value: float
    text: str
    css: str = "a"


@dataclass(frozen=True)
class Span:
    """A row of a timeline: planned days, and the actual ones as far as they are known."""

    label: str
    note: str
    start: date
    end: date
    actual_start: date | None = None
    actual_end: date | None = None
    css: str = "a"


def share(value: float, maximum: float) -> float:
    """Return ``value`` as percent of ``maximum``, within 0…100; 0 of nothing is 0."""
    return min(max(100.0 * float(value) / float(maximum), 0.0), 100.0) if maximum else 0.0


def bars(rows: Sequence[Bar], maximum: float) -> SafeString:
    """Draw a bar under each row's words. The words are a list in the page: they wrap, and need no description."""
    return format_html(
        '<ul class="bars">{}</ul>',
        format_html_join(
            "",
            '<li><span{}>{}</span> <b>{}</b><svg aria-hidden="true" width="100%" height=".7em">'
            '<rect class="chart__track" width="100%" height="100%"/>'
            '<rect class="chart__bar chart__bar--{}" width="{}%" height="100%"/></svg></li>',
            ((_lang(row.label), row.label, row.text, row.css, _percent(share(row.value, maximum))) for row in rows),
        ),
    )


def grouped_bars(groups: Sequence[tuple[str, Sequence[Bar]]], maximum: float) -> SafeString:
    """Draw groups of bars under a heading each (years, each with what was planned, allocated, disbursed)."""
    return format_html_join(
        "", '<h3 class="bars__heading">{}</h3>{}', ((heading, bars(rows, maximum)) for heading, rows in groups)
    )


def stacked_bar(chart_id: str, title: str, description: str, parts: Sequence[Bar]) -> SafeString:
    """Draw one bar of parts that make a whole; a part wide enough says its number itself."""
    total = sum(part.value for part in parts)
    drawn = []
    left = 0.0
    for part in parts:
        width = share(part.value, total)
        if not width:
            continue
        drawn.append(
            format_html(
                '<rect class="chart__bar chart__bar--{}" x="{}%" y="0" width="{}%" height="2.25em"/>',
                *(part.css, _percent(left), _percent(width)),
            )
        )
        if width >= 5:
            drawn.append(
                format_html(
                    '<text class="chart__in chart__in--{}" x="{}%" y="1.5em">{}</text>',
                    *(part.css, _percent(left + width / 2), part.text),
                )
            )
        left += width
    return _frame(chart_id, title, description, 2.25, drawn)


def timeline(
    chart_id: str, title: str, description: str, rows: Sequence[Span], today: date, today_label: str
) -> SafeString:
    """Draw planned days as an outline and actual ones as a bar in it, over the years, with a line for today.

    The scale is an image with its title and description; the rows are a list in the page, label and note before the
    drawing of each, so that a long name wraps. A row whose planned start and end are one day is a step: a ring for
    the plan, a dot where it was reached.
    """
    if not rows:
        return SafeString("")
    first_year = min(min(row.start, row.actual_start or row.start).year for row in rows)
    last_year = max(max(row.end, row.actual_end or row.end).year for row in rows)
    first, last = date(first_year, 1, 1), date(last_year + 1, 1, 1)

    def at(day: date) -> str:
        return _percent(share((day - first).days, (last - first).days))

    ticks = _ticks(first_year, last_year)
    lines = format_html_join(
        "", '<line class="chart__grid" x1="{0}%" x2="{0}%" y1="0" y2="100%"/>', ((at(day),) for day, _words in ticks)
    )
    scale = [
        format_html_join(
            "",
            '<text class="chart__year" x="{}%" y="1em" dx=".2em">{}</text>',
            ((at(day), words) for day, words in ticks),
        )
    ]
    if first <= today < last:
        lines += format_html('<line class="chart__today" x1="{0}%" x2="{0}%" y1="0" y2="100%"/>', at(today))
        scale.append(
            format_html(
                '<text class="chart__todays" x="{}%" y="2.4em" text-anchor="{}">{}</text>',
                *(at(today), _anchor(float(at(today))), today_label),
            )
        )
    return format_html(
        '<div class="timeline">{}<ul>{}</ul></div>',
        _frame(chart_id, title, description, 2.8, scale),
        format_html_join(
            "",
            '<li><span{}>{}</span> <span class="timeline__note">{}</span><span class="timeline__track">'
            # What is drawn in the middle of a row is as high as it is, however many lines the name takes.
            '<svg class="chart" aria-hidden="true" width="100%" height="100%">{}<svg y="50%">{}</svg></svg>'
            "</span></li>",
            (
                (
                    *(_lang(row.label), row.label, row.note, lines),
                    _step(row, at) if row.start == row.end else _bar(row, at, today),
                )
                for row in rows
            ),
        ),
    )


def sparkline(
    chart_id: str, title: str, description: str, points: Sequence[tuple[date, float]], target: float | None = None
) -> SafeString:
    """Draw how a figure moved: straight lines between its days, a dot on each, a broken line for the target."""
    if not points:
        return SafeString("")
    values = [float(value) for _day, value in points] + ([float(target)] if target is not None else [])
    low, high = min(*values, 0.0) if len(values) > 1 else min(values[0], 0.0), max(values)
    days = [day.toordinal() for day, _value in points]
    span = days[-1] - days[0]
    # A margin on all sides keeps dots and lines of the edge whole.
    spots = [
        (3 + share(day - days[0], span) * 0.94 if span else 50.0, 94 - share(float(value) - low, high - low) * 0.86)
        for day, (_day, value) in zip(days, points, strict=True)
    ]
    drawn = []
    if target is not None:
        level = _percent(94 - share(float(target) - low, high - low) * 0.86)
        drawn.append(format_html('<line class="chart__target" x1="0" x2="100%" y1="{}%" y2="{}%"/>', level, level))
    drawn += [
        format_html(
            '<line class="chart__line" x1="{}%" y1="{}%" x2="{}%" y2="{}%"/>',
            *map(_percent, (*before, *after)),
        )
        for before, after in zip(spots, spots[1:], strict=False)
    ]
    drawn += [
        format_html('<circle class="chart__dot" cx="{}%" cy="{}%" r=".3em"/>', *map(_percent, spot)) for spot in spots
    ]
    return _frame(chart_id, title, description, 4, drawn)


def _frame(chart_id: str, title: str, description: str, height: float, drawn: Iterable[str]) -> SafeString:
    return format_html(
        '<svg class="chart" role="img" aria-labelledby="{0}-title {0}-desc" width="100%" height="{1}em">'
        '<title id="{0}-title"{2}>{3}</title><desc id="{0}-desc"{4}>{5}</desc>{6}</svg>',
        *(chart_id, _em(height), _lang(title), title, _lang(description), description),
        format_html_join("", "{}", ((part,) for part in drawn)),
    )


def _lang(words: object) -> SafeString:
    language = foreign(words)
    return format_html(' lang="{}"', language) if language else SafeString("")


def _ticks(first: int, last: int) -> list[tuple[date, str]]:
    """Return the days of a timeline's scale and their words: years, or months where there are only one or two."""
    years = last - first + 1
    if years <= 2:
        return [
            (date(year, month, 1), f"{month:02}/{year}")
            for year in range(first, last + 1)
            for month in range(1, 13, 3 * years)
        ]
    # On a phone there is room for about six numbers.
    return [(date(year, 1, 1), str(year)) for year in range(first, last + 1, 1 + (years - 1) // 6)]


def _bar(row: Span, at, today: date) -> SafeString:
    outline = format_html(
        '<rect class="chart__plan" x="{}%" y="-.4em" width="{}%" height=".8em"/>',
        *(at(row.start), _percent(float(at(row.end)) - float(at(row.start)))),
    )
    if not row.actual_start:
        return outline
    end = row.actual_end or max(today, row.actual_start)
    return outline + format_html(
        '<rect class="chart__bar chart__bar--{}" x="{}%" y="-.25em" width="{}%" height=".5em"/>',
        *(row.css, at(row.actual_start), _percent(float(at(end)) - float(at(row.actual_start)))),
    )


def _step(row: Span, at) -> SafeString:
    ring = format_html('<circle class="chart__ring" cx="{}%" r=".45em"/>', at(row.start))
    if not row.actual_end:
        return ring
    return (
        format_html('<line class="chart__link" x1="{}%" x2="{}%"/>', at(row.start), at(row.actual_end))
        + ring
        + format_html('<circle class="chart__dot chart__dot--{}" cx="{}%" r=".4em"/>', row.css, at(row.actual_end))
    )


def _anchor(place: float) -> str:
    return "start" if place < 12 else "end" if place > 88 else "middle"


def _percent(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _em(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
