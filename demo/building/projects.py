"""Schemes with their projects, tasks, committees and figures over several quarters."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from wagtail.models import Page

from core.models import Field, User
from demo.building.marks import mark
from demo.building.media import Media
from demo.building.publishing import publish
from demo.building.streams import story
from demo.content.reader import FOLDER, PROVINCE_TIME, Entry, read_entries
from demo.drawing import PICTURES
from home.models import HomePage
from legal.models import LegalDocumentPage
from projects.models import (
    CommitteeMember,
    CommitteePage,
    Indicator,
    IndicatorValue,
    LegalBasis,
    Milestone,
    MoneyFigure,
    ProgressFigure,
    ProjectPage,
    SchemeIndexPage,
    SchemeMoneyFigure,
    SchemePage,
    SchemeTask,
)

SINCE = datetime(2025, 12, 22, 9, 0, tzinfo=PROVINCE_TIME)
WITH_TASKS = "do-thi-thong-minh"
# Payments are reported at the middle of the year and at the end of October.
HALFWAY, REPORTED = date(2026, 6, 30), date(2026, 10, 31)
APPROVED = date(2025, 12, 15)
OWN_FIELD = ("chinh-quyen-so", "Chính quyền số")


def make_schemes(home: HomePage, units: dict[str, Page], media: Media, owner: User) -> dict[str, Page]:
    """Create the list of schemes with all below it; return the pages by slug."""
    index = SchemeIndexPage(
        title="Đề án, dự án",
        slug="de-an",
        show_in_menus=True,
        intro="Từng đề án, dự án đang ở đâu, tiền đã dùng đến đâu, số liệu của ngày nào, ai chịu trách nhiệm.",
    )
    made: dict[str, Page] = {"de-an": publish(index, home, "de-an", SINCE, owner)}
    fields = {field.slug: field for field in Field.objects.filter(locale=home.locale)}
    fields[OWN_FIELD[0]] = fields.get(OWN_FIELD[0]) or Field.objects.create(
        slug=OWN_FIELD[0],
        name=OWN_FIELD[1],
        order=10,
        locale=home.locale,
        translation_key=mark("field:chinh-quyen-so"),
    )
    for entry in read_entries("committees.txt"):
        page = _committee(entry, units)
        made[entry.slug] = publish(page, made["de-an"], f"committee:{entry.slug}", SINCE, owner)
    for entry in read_entries("schemes.txt"):
        page = _scheme(entry, units, fields, made, media)
        made[entry.slug] = publish(page, made["de-an"], f"scheme:{entry.slug}", SINCE, owner)
    for entry in read_entries("projects.txt"):
        page = _project(entry, units, fields, media)
        at = SINCE + timedelta(days=int(entry.fields["code"][-2:]))
        made[entry.slug] = publish(page, made[entry.fields["scheme"]], f"project:{entry.slug}", at, owner)
    return made


def _committee(entry: Entry, units: dict[str, Page]) -> CommitteePage:
    page = CommitteePage(
        title=entry.title,
        slug=entry.slug,
        kind=entry.fields["kind"],
        lead=entry.lead,
        founding_decision=entry.fields["decision"],
        standing_agency=units[entry.fields["agency"]],
    )
    rows = (_cells(row) for row in entry.names("members", ";"))
    page.members = [
        CommitteeMember(role=role, name=name, post=post, from_on=_day(since), until_on=_day(until), sort_order=order)
        for order, (role, name, post, since, until) in enumerate(rows)
    ]
    return page


def _scheme(
    entry: Entry, units: dict[str, Page], fields: dict[str, Field], made: dict[str, Page], media: Media
) -> SchemePage:
    first, last, orientation = map(int, entry.fields["period"].split())
    page = SchemePage(
        title=entry.title,
        slug=entry.slug,
        lead=entry.lead,
        period_start=first,
        period_end=last,
        orientation_year=orientation,
        owner_unit=units[entry.fields["owner"]],
        lead_agency=units[entry.fields["lead_agency"]],
        committee=made[entry.fields["committee"]],
        target_project_count=int(entry.fields["target"]),
        body=story(entry.blocks, media),
        goals=[
            ("goal", {"year": int(year), "text": text})
            for year, text in (goal.split(" = ") for goal in entry.names("goals", ";"))
        ],
    )
    page.coordinating_agencies = [units[slug] for slug in entry.names("coordinating")]
    page.fields = [fields[slug] for slug in entry.names("fields")]
    page.legal_basis = [
        LegalBasis(text=text, document=_document(text), sort_order=order)
        for order, text in enumerate(entry.names("basis", ";"))
    ]
    page.money_figures = [
        SchemeMoneyFigure(
            as_of=APPROVED,
            kind="investment",
            funding_source=source,
            amount=Decimal(amount),
            source=entry.fields["budget_source"],
            reported_by=page.lead_agency,
        )
        for source, amount in (part.split() for part in entry.names("budget", ";"))
    ]
    if entry.slug == WITH_TASKS:
        page.tasks = list(_tasks(units, fields))
    return page


def _document(text: str) -> LegalDocumentPage | None:
    """Return the record of "Quyết định số 2716/QĐ-UBND …", if the demo's register holds it."""
    number = text.split(" số ")[1].split()[0]
    return LegalDocumentPage.objects.filter(document_number=number).first()


def _tasks(units: dict[str, Page], fields: dict[str, Field]) -> Iterator[SchemeTask]:
    lines = FOLDER.joinpath("scheme_tasks.txt").read_text(encoding="utf-8").splitlines()
    for order, line in enumerate(line for line in lines if not line.startswith("#")):
        field, text, agency, due, status, as_of, completed, result = _cells(line)
        yield SchemeTask(
            text=text,
            field=fields[field],
            lead_agency=units[agency],
            due_on=_day(due),
            status=status,
            status_as_of=_day(as_of),
            completed_on=_day(completed),
            result=result,
            sort_order=order,
        )


def _project(entry: Entry, units: dict[str, Page], fields: dict[str, Field], media: Media) -> ProjectPage:
    planned, _slash, actual = entry.fields["time"].partition(" / ")
    picture = entry.fields.get("image", "")
    page = ProjectPage(
        title=entry.title,
        slug=entry.slug,
        code=entry.fields["code"],
        lead=entry.lead,
        field=fields[entry.fields["field"]],
        investor=units.get(entry.fields.get("investor", "")),
        investor_name=entry.fields.get("investor_name", ""),
        status=entry.fields["status"],
        place=entry.fields["place"],
        cover=media.images.get(picture),
        cover_alt=PICTURES[picture].alt if picture else "",
        obstacles=[("obstacle", _obstacle(row)) for row in entry.names("obstacle", ";")],
        systems=[
            ("system", dict(zip(("name", "text"), _cells(row), strict=True))) for row in entry.names("system", ";")
        ],
        **dict(zip(("planned_start", "planned_end"), map(_day, planned.split()), strict=True)),
        **dict(zip(("actual_start", "actual_end"), map(_day, actual.split()), strict=True)),
    )
    page.progress_figures = list(_progress(entry))
    page.money_figures = list(_money(entry))
    page.milestones = [
        Milestone(name=name, planned_on=_day(planned_on), reached_on=_day(reached_on), sort_order=order)
        for order, (name, planned_on, reached_on) in enumerate(map(_cells, entry.names("milestones", ";")))
    ]
    page.indicators = list(_indicators(entry))
    return page


def _progress(entry: Entry) -> Iterator[ProgressFigure]:
    for day, percent in _series(entry.fields.get("progress", "")):
        yield ProgressFigure(as_of=day, percent=int(percent), source=_report(day), entered_at=_entered(day, 3))
    # A figure that was found wrong later: the second entry of the day counts.
    for day, percent in _series(entry.fields.get("correction", "")):
        yield ProgressFigure(
            as_of=day, percent=int(percent), source="Báo cáo đính chính", entered_at=_entered(day, 20)
        )


def _money(entry: Entry) -> Iterator[MoneyFigure]:
    for part in entry.names("investment", ";"):
        source, amount = part.split()
        yield MoneyFigure(
            as_of=APPROVED,
            kind="investment",
            funding_source=source,
            amount=Decimal(amount),
            source="Quyết định đầu tư",
            entered_at=_entered(APPROVED, 3),
        )
    for part in entry.names("money", ";"):
        year_text, source, amounts = part.split()
        year = int(year_text)
        planned, *spent = map(Decimal, amounts.split("/"))
        common = {"year": year, "funding_source": source}
        plan_day = date(year - 1, 12, 15) if year <= REPORTED.year else REPORTED
        yield _amount(plan_day, "planned", planned, common)
        if spent:
            allocated, disbursed = spent
            close = date(2025, 12, 31) if year == APPROVED.year else REPORTED
            yield _amount(close, "allocated", allocated, common)
            if year > APPROVED.year:
                yield _amount(HALFWAY, "disbursed", (disbursed * Decimal("0.4")).quantize(Decimal(1)), common)
            yield _amount(close, "disbursed", disbursed, common)


def _amount(day: date, kind: str, amount: Decimal, common: dict) -> MoneyFigure:
    return MoneyFigure(
        as_of=day, kind=kind, amount=amount, source=_report(day), entered_at=_entered(day, 3), **common
    )


def _indicators(entry: Entry) -> Iterator[Indicator]:
    for order, text in enumerate(entry.names("indicators", "//")):
        name, unit, baseline, target, year, values = _cells(text)
        indicator = Indicator(
            key=mark(f"indicator:{entry.slug}:{order}"),
            name=name,
            unit=unit,
            baseline=Decimal(baseline),
            target=Decimal(target),
            target_year=int(year),
            sort_order=order,
        )
        indicator.values = [
            IndicatorValue(as_of=day, value=value, source=_report(day), entered_at=_entered(day, 3))
            for day, value in _series(values)
        ]
        yield indicator


def _obstacle(row: str) -> dict:
    noted, text, proposal, resolved = _cells(row)
    return {"noted_on": _day(noted), "text": text, "proposal": proposal, "resolved_on": _day(resolved)}


def _series(text: str) -> list[tuple[date, Decimal]]:
    """Read ``2026-03-31=12; 2026-06-30=26``."""
    pairs = (part.split("=") for part in text.split(";") if part.strip())
    return [(date.fromisoformat(day.strip()), Decimal(value)) for day, value in pairs]


def _cells(row: str) -> list[str]:
    return [cell.strip() for cell in row.split("|")]


def _day(text: str) -> date | None:
    return None if text in ("", "-") else date.fromisoformat(text)


def _report(day: date) -> str:
    return f"Báo cáo tháng {day.month}/{day.year}"


def _entered(day: date, later: int) -> datetime:
    return datetime.combine(day + timedelta(days=later), time(9), PROVINCE_TIME)
