"""Directives with their tasks; those of two are read from their own words, as an editor would have them suggested."""

from collections.abc import Iterator
from datetime import date, datetime, time

from wagtail.models import Page

from core.models import Field, User
from demo.building.media import Media
from demo.building.organisations import SINCE
from demo.building.publishing import publish
from demo.building.streams import story
from demo.content.reader import PROVINCE_TIME, Entry, read_entries
from departments.models import Person
from departments.recognition import Recogniser, recogniser
from directives.enums import Progress
from directives.models import CoordinatingAgency, DirectiveIndexPage, DirectivePage, DirectiveTask, ProgressNote
from directives.suggestions import suggest_tasks
from home.models import HomePage
from legal.models import LegalDocumentPage
from projects.models import SchemePage


def make_directives(home: HomePage, units: dict[str, Page], media: Media, owner: User) -> DirectiveIndexPage:
    """Publish the list of directives with its twelve directives, oldest first; return the list."""
    index = DirectiveIndexPage(
        title="Chỉ đạo, điều hành",
        slug="chi-dao-dieu-hanh",
        show_in_menus=True,
        intro="Ý kiến chỉ đạo của lãnh đạo tỉnh, nhiệm vụ giao cho từng cơ quan và kết quả thực hiện.",
    )
    publish(index, home, "chi-dao-dieu-hanh", SINCE, owner)
    fields = {field.slug: field for field in Field.objects.filter(locale=home.locale)}
    names = recogniser()
    for entry in sorted(read_entries("directives.txt"), key=lambda entry: entry.fields["date"]):
        day = date.fromisoformat(entry.fields["date"])
        page = DirectivePage(
            title=entry.title,
            slug=entry.slug,
            date=day,
            leader_person=Person.objects.filter(full_name=entry.fields["person"]).first(),
            leader_name=entry.fields["leader"],
            source_document=LegalDocumentPage.objects.filter(slug=entry.fields.get("document", "")).first(),
            scheme=SchemePage.objects.filter(slug=entry.fields.get("scheme", "")).first(),
            occasion=entry.fields["occasion"],
            occasion_detail=entry.fields.get("detail", ""),
            lead=entry.lead,
            body=story([block for block in entry.blocks if block.kind != "table"], media),
        )
        page.tasks = list(_read(entry, day, names)) or list(_tasks(entry, units, fields))
        at = datetime.combine(day, time(16, 30), PROVINCE_TIME)
        publish(page, index, f"directive:{entry.slug}", at, owner)
    return index


def _read(entry: Entry, day: date, names: Recogniser) -> Iterator[DirectiveTask]:
    if entry.fields.get("tasks") != "read":
        return
    text = "\n".join(chunk for block in entry.blocks if block.kind == "text" for chunk in block.value)
    for found in suggest_tasks(text, day, names):
        task = DirectiveTask(
            content=found.content,
            lead_agency_id=found.lead.page_id,
            lead_name=found.lead.name,
            due_on=found.deadline.due_on if found.deadline else None,
            is_standing=bool(found.deadline and found.deadline.is_standing),
            progress=Progress.UNDER_WAY,
        )
        task.coordinating = [CoordinatingAgency(organisation_id=m.page_id, name=m.name) for m in found.coordinating]
        yield task


def _tasks(entry: Entry, units: dict[str, Page], fields: dict[str, Field]) -> Iterator[DirectiveTask]:
    rows = next(block.value["rows"] for block in entry.blocks if block.kind == "table")
    for content, lead, coordinating, due, progress, done, field, note in rows:
        unit = units.get(lead)
        done_on = date.fromisoformat(done) if done else None
        task = DirectiveTask(
            content=content,
            lead_agency_id=unit.pk if unit else None,
            lead_name="" if unit else lead,
            field=fields.get(field),
            due_on=date.fromisoformat(due) if due[0].isdigit() else None,
            is_standing=due == "standing",
            progress=progress,
            done_on=done_on,
        )
        helpers = [(units.get(name), name) for name in map(str.strip, coordinating.split(";")) if name]
        task.coordinating = [
            CoordinatingAgency(organisation_id=page.pk if page else None, name="" if page else name)
            for page, name in helpers
        ]
        if note:
            day = done_on or date.fromisoformat(entry.fields["date"])
            task.notes = [ProgressNote(day=day, text=note)]
        yield task
