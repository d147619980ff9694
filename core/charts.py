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

# Height of a row of a timeline: label, note, bar and a gap (em).
TIMELINE_ROW = 3.9


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

    Each row has its words above: a label that a phone cuts where it ends (the table has it whole), then the note.
    A row whose planned start and end are one day is a step: a ring for the plan, a dot where it was reached.
    """
    if not rows:
        return SafeString("")
    first_year = min(min(row.start, row.actual_start or row.start).year for row in rows)
    last_year = max(max(row.end, row.actual_end or row.end).year for row in rows)
    first, last = date(first_year, 1, 1), date(last_year + 1, 1, 1)

    def at(day: date) -> str:
        return _percent(share((day - first).days, (last - first).days))

    height = 2 + TIMELINE_ROW * len(rows)
    drawn = [_years(first_year, last_year, at, height)]
    for top, row in _stack(rows, TIMELINE_ROW, start=2):
        drawn.append(
            format_html(
                '<svg y="{}em" width="100%" height="1.4em"><text class="chart__label" x="0" y="1em"{}>{}</text></svg>'
                '<text class="chart__note" x="0" y="{}em">{}</text>',
                *(_em(top), _lang(row.label), row.label, _em(top + 2.2), row.note),  # type: ignore[attr-defined]
            )
        )
        drawn.append(_step(row, top + 3, at) if row.start == row.end else _bar(row, top + 2.65, at, today))  # type: ignore[arg-type, attr-defined]
    if first <= today < last:
        drawn.append(
            format_html(
                '<line class="chart__today" x1="{}%" x2="{}%" y1="1.4em" y2="{}em"/>'
                '<text class="chart__todays" x="{}%" y="{}em" text-anchor="{}">{}</text>',
                *(at(today), at(today), _em(height), at(today), _em(height + 1)),
                *(_anchor(float(at(today))), today_label),
            )
        )
        height += 1.3
    return _frame(chart_id, title, description, height, drawn)


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


def _years(first: int, last: int, at, height: float) -> SafeString:
    # On a phone there is room for about six numbers.
    every = 1 + (last - first) // 6
    return format_html_join(
        "",
        '<line class="chart__grid" x1="{0}%" x2="{0}%" y1="1.4em" y2="{1}em"/>'
        '<text class="chart__year" x="{0}%" y="1em" dx=".2em">{2}</text>',
        ((at(date(year, 1, 1)), _em(height), year) for year in range(first, last + 1, every)),
    )


def _bar(row: Span, top: float, at, today: date) -> SafeString:
    outline = format_html(
        '<rect class="chart__plan" x="{}%" y="{}em" width="{}%" height=".8em"/>',
        *(at(row.start), _em(top), _percent(float(at(row.end)) - float(at(row.start)))),
    )
    if not row.actual_start:
        return outline
    end = row.actual_end or max(today, row.actual_start)
    return outline + format_html(
        '<rect class="chart__bar chart__bar--{}" x="{}%" y="{}em" width="{}%" height=".5em"/>',
        *(row.css, at(row.actual_start), _em(top + 0.15), _percent(float(at(end)) - float(at(row.actual_start)))),
    )


def _step(row: Span, middle: float, at) -> SafeString:
    ring = format_html('<circle class="chart__ring" cx="{}%" cy="{}em" r=".45em"/>', at(row.start), _em(middle))
    if not row.actual_end:
        return ring
    link = format_html(
        '<line class="chart__link" x1="{}%" x2="{}%" y1="{}em" y2="{}em"/>',
        *(at(row.start), at(row.actual_end), _em(middle), _em(middle)),
    )
    return (
        link
        + ring
        + format_html(
            '<circle class="chart__dot chart__dot--{}" cx="{}%" cy="{}em" r=".4em"/>',
            *(row.css, at(row.actual_end), _em(middle)),
        )
    )


def _stack(rows: Sequence, step: float, start: float = 0.0) -> Iterable[tuple[float, object]]:
    return ((start + step * index, row) for index, row in enumerate(rows))


def _anchor(place: float) -> str:
    return "start" if place < 12 else "end" if place > 88 else "middle"


def _percent(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _em(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
