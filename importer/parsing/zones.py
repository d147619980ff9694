"""Where an article begins and ends among the lines of its page.

A page is head (site, menu, title, dates), body (the longest unbroken run of prose) and tail (credits, lists of
other news, comments, the foot of the site). Headings of lists, comments and footers break a run; so do dated list
entries and, after some prose, a line that is nothing but a date.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from importer.parsing.byline import read_credit, read_signature
from importer.parsing.clean import is_prose
from importer.parsing.datelines import PUBLISHED, UPDATED, ends_with_listed_date, is_date_only, read_dateline
from importer.parsing.model import IMAGE, LIST_ITEM, QUOTE, TABLE, Line, Page
from importer.parsing.vocabulary import is_comment_mark, is_footer_mark, is_list_mark, is_noise, line_key

PROSE = "prose"
NOISE = "noise"
LIST = "list"
COMMENT = "comment"
FOOTER = "footer"
DATE = "date"
ENTRY = "entry"
OTHER = "other"
_BREAKS = (LIST, COMMENT, FOOTER)
_TAIL_REACH = 25


@dataclass(frozen=True, slots=True)
class Zones:
    """``head`` … ``body_start`` … ``body_end`` … ``tail_end``; ``listed`` holds the folded titles of other news."""

    labels: tuple[str, ...]
    head_start: int
    body_start: int
    last_prose: int
    body_end: int
    tail_end: int
    listed: frozenset[str]

    @property
    def has_body(self) -> bool:
        return self.last_prose >= self.body_start


@dataclass(slots=True)
class _Run:
    prose: list[int] = field(default_factory=list)
    size: int = 0
    stop: int = 0


def find_zones(page: Page) -> Zones:
    """Return the zones of a page; a page without any prose has an empty body at its end."""
    lines = page.lines
    labels = tuple(label_of(line) for line in lines)
    end = len(lines) if page.end is None else page.end
    runs = _runs(lines, labels, page.start, end)
    if not runs:
        runs = _runs_of_short_lines(lines, labels, page.start, end)
    if not runs:
        return Zones(labels, 0, len(lines), -1, len(lines), len(lines), frozenset())
    best = max(range(len(runs)), key=lambda index: (runs[index].size, -index))
    run = runs[best]
    first = run.prose[0]
    head_start = 0
    if best:
        before = runs[best - 1]
        between = labels[before.prose[-1] + 1 : first]
        if (
            len(before.prose) <= 1
            and len(between) <= 8
            and DATE not in between
            and ENTRY not in between
            and FOOTER not in between
        ):
            first = before.prose[0]
            before = runs[best - 2] if best > 1 else _Run()
        head_start = before.prose[-1] + 1 if before.prose else 0
    first = _opening_outside(lines, labels, first, page)
    tail_end = _tail_end(lines, labels, run.stop, end)
    listed = frozenset(_entry_key(lines[i].text) for i in range(run.stop, len(lines)) if labels[i] in (ENTRY, OTHER))
    return Zones(labels, head_start, first, run.prose[-1], run.stop, tail_end, listed)


def label_of(line: Line) -> str:
    """Classify one line by its own words."""
    text = line.text
    if line.kind in (IMAGE, TABLE):
        return OTHER
    if line.role == "lead" and len(text.split()) >= 12:
        return PROSE
    if line.level in (1, 2) or line.role == "title":
        return LIST if is_list_mark(text) else COMMENT if is_comment_mark(text) else OTHER
    if is_list_mark(text):
        return LIST
    if is_noise(text):
        return NOISE
    if is_comment_mark(text):
        return COMMENT
    if is_footer_mark(text) and len(text) < 400:
        return FOOTER
    if is_date_only(text):
        return DATE
    prose = is_prose(text) or len(text.split()) >= 45
    if ends_with_listed_date(text) and not (prose and len(text) > 200):
        return ENTRY
    if prose and line.link_share < 0.6 and not read_credit(text):
        return PROSE
    if line.kind in (LIST_ITEM, QUOTE) and len(text) >= 50 and line.link_share < 0.5:
        return PROSE
    return OTHER


def _runs(lines: Sequence[Line], labels: Sequence[str], start: int, end: int) -> list[_Run]:
    runs: list[_Run] = []
    run = _Run()
    for i in range(start, end):
        label = labels[i]
        if label == PROSE:
            run.prose.append(i)
            run.size += len(lines[i].text)
        elif run.prose and _breaks(lines, labels, i, end, len(run.prose)):
            run.stop = i
            runs.append(run)
            run = _Run()
    if run.prose:
        run.stop = end
        runs.append(run)
    return runs


def _breaks(lines: Sequence[Line], labels: Sequence[str], i: int, end: int, prose_before: int) -> bool:
    label = labels[i]
    if label == FOOTER:
        # A notice may name an address or a phone number in its text: only the foot of the site has no prose below.
        return not any(labels[j] == PROSE and len(lines[j].text) >= 120 for j in range(i + 1, min(end, i + 7)))
    if label in _BREAKS:
        return True
    if label == DATE:
        signed = i > 0 and (read_signature(lines[i - 1].text) or read_credit(lines[i - 1].text)) is not None
        dateline = read_dateline(lines[i].text)
        labelled = dateline is not None and dateline.kind in (PUBLISHED, UPDATED)
        if labelled and not any(labels[j] == PROSE for j in range(i + 1, end)):
            return False  # the article's own date, below its text
        return prose_before >= 2 or signed
    if label == ENTRY:
        dateline = read_dateline(lines[i].text)
        return dateline is None or prose_before >= 2
    return _is_link(lines[i]) and i + 1 < end and _is_link(lines[i + 1])


def _is_link(line: Line) -> bool:
    return line.link_share > 0.8 and not line.level and len(line.text) > 15


def _runs_of_short_lines(lines: Sequence[Line], labels: Sequence[str], start: int, end: int) -> list[_Run]:
    """For an article of one short sentence, or of paragraphs without full stops: the long plain lines in a row that
    follow the first dateline or, without one, the first such line, which is then the headline.
    """
    dated = [i for i in range(start, end) if read_dateline(lines[i].text)]
    after = dated[0] + 1 if dated else start
    plain = [i for i in range(after, end) if labels[i] == OTHER and _is_long(lines[i])]
    if not dated and len(plain) > 1:
        plain = plain[1:]
    if not plain:
        return []
    stop = next((i for i in range(plain[0], end) if labels[i] in _BREAKS or labels[i] == ENTRY), end)
    run = [i for i in plain if i < stop]
    return [_Run(run, sum(len(lines[i].text) for i in run), stop)] if run else []


def _is_long(line: Line) -> bool:
    words = len(line.text.split())
    closed = line.text.endswith(".") and len(line.text) >= 40
    return not line.level and line.link_share < 0.5 and line.kind in ("text", LIST_ITEM) and (closed or words >= 13)


def _opening_outside(lines: Sequence[Line], labels: Sequence[str], first: int, page: Page) -> int:
    """A lead often stands in an element of its own, above the container with the rest of the text."""
    if not page.from_html or not page.start:
        return first
    for i in range(first - 1, max(-1, first - 9), -1):
        if labels[i] in _BREAKS or labels[i] == ENTRY or _is_link(lines[i]):
            break
        if labels[i] == PROSE and lines[i].link_share < 0.3 and i < page.start:
            return i
    return first


def _tail_end(lines: Sequence[Line], labels: Sequence[str], stop: int, end: int) -> int:
    """Credits may stand below the content container; what a list, a comment form or the footer opens is beyond."""
    if stop < end:
        return stop
    for i in range(stop, min(len(lines), stop + _TAIL_REACH)):
        if labels[i] in (*_BREAKS, PROSE, ENTRY) or (
            _is_link(lines[i]) and i + 1 < len(lines) and _is_link(lines[i + 1])
        ):
            return i
    return min(len(lines), stop + _TAIL_REACH)


def _entry_key(text: str) -> str:
    words = text.rsplit("(", 1)[0] if text.rstrip().endswith(")") else text
    return line_key(words)
