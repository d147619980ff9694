"""How the list of directives and the follow-up list answer: page, feed, table, data."""

from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from core import metadata
from core.languages import locale_code
from core.pagination import paginate, pagination_links
from core.tables import Table, csv_response
from directives import follow_up as figures
from directives.enums import TaskStatus
from directives.feeds import directive_feed, task_feed
from directives.filters import TaskFilter
from directives.paths import follow_up_path

if TYPE_CHECKING:
    from directives.models import DirectiveIndexPage

CHUNK = 500


def directives(index: "DirectiveIndexPage", request: HttpRequest, form: str) -> HttpResponseBase:
    """Answer with the list of directives; ``form`` is "", "rss", "csv" or "json"."""
    entries = index.directives().for_list()
    if form == "rss":
        return directive_feed(request, index.title, index.intro, entries)
    if form:
        columns = [
            ("date", _("Date")),
            ("title", _("Directive")),
            ("leader", _("Leader")),
            ("occasion", _("Occasion")),
            ("url", _("Address")),
        ]
        rows: list[tuple] = [
            (page.date, page.title, page.leader, page.get_occasion_display(), request.build_absolute_uri(page.url))
            for page in entries
        ]
        return Table(index.slug, index.title, columns, rows).response(form)
    part = paginate(request, entries)
    context = _page(index, request, index.title, part)
    context["entries"] = list(part.object_list)
    context["follow_up_url"] = f"{index.url}{follow_up_path()}"
    context["counts"] = _counts(index.tasks().counted(timezone.localdate()))
    return index.render(request, context_overrides=context)


def follow_up(index: "DirectiveIndexPage", request: HttpRequest, form: str) -> HttpResponseBase:
    """Answer with the tasks; ``form`` is "", "rss", "csv" or "json". All of them hold the same filters."""
    today = timezone.localdate()
    everything = index.tasks()
    agencies = figures.rates(everything.by_lead_agency(today), locale_code(index.locale_id))
    chosen = TaskFilter(request.GET, [(line["key"], line["name"]) for line in agencies], index.locale_id)
    bounded = chosen.within_bounds(everything)
    of_agency = chosen.of_agency(bounded)
    tasks = chosen.of_status(of_agency, today).for_list()
    origin = request.build_absolute_uri("/")[:-1]
    if form == "rss":
        return task_feed(request, index, tasks, origin)
    if form == "csv":
        table = (row.cells for row in figures.rows(tasks.iterator(chunk_size=CHUNK), origin))
        return csv_response(f"{index.slug}-theo-doi.csv", figures.header(), table)
    counts = of_agency.counted(today)
    if form == "json":
        return JsonResponse(_data(today, counts, figures.rows(tasks.iterator(chunk_size=CHUNK), origin)))
    part = paginate(request, tasks)
    context = _page(index, request, _("Follow-up of tasks"), part)
    query = request.GET.copy()
    for name in ("trang", "tinh_trang"):
        query.pop(name, None)
    context |= {
        "rows": list(figures.rows(part.object_list)),
        "filter": chosen,
        "counts": _counts(counts, query.urlencode(), chosen.chosen("tinh_trang")),
        "total": sum(counts.values()),
        "all_url": f"?{query.urlencode()}",
        "agencies": figures.rates(bounded.by_lead_agency(today), locale_code(index.locale_id))
        if chosen.is_narrowed
        else agencies,
        "small_number": figures.SMALL_NUMBER,
        "today": today,
        "files_query": f"?{request.GET.urlencode()}" if chosen.is_narrowed else "",
    }
    context["current"] = context["heading"]
    context["breadcrumb"] = [*index.breadcrumb, {"title": index.title, "url": index.url}]
    return index.render(request, template="directives/follow_up.html", context_overrides=context)


def _page(index: "DirectiveIndexPage", request: HttpRequest, title: str, part: Any) -> dict[str, Any]:
    meta = metadata.for_list(metadata.for_page(index, request, index.breadcrumb), request, title, part.number)
    meta.noindex = not part.paginator.count
    return {"heading": title, "pagination": pagination_links(request, part), "meta": meta}


def _counts(counts: dict[str, int], query: str = "", current: str | None = None) -> list[dict[str, Any]]:
    """Return ``{"status", "label", "count", "url", "current"}`` for every status that some task has."""
    rest = f"&{query}" if query else ""
    return [
        {
            "status": status.value,
            "label": status.label,
            "count": counts[status.value],
            "url": f"?tinh_trang={status.value}{rest}",
            "current": status.value == current,
        }
        for status in TaskStatus
        if counts[status.value] or status.value == current
    ]


def _data(today: Any, counts: dict[str, int], rows: Any) -> dict[str, Any]:
    def plain(row: figures.TaskRow) -> dict[str, Any]:
        task = row.task
        return {
            "content": task.content,
            "lead_agency": task.lead,
            "coordinating_agencies": row.coordinating,
            "field": row.field or None,
            "due_on": task.due_on,
            "standing": task.is_standing,
            "status": task.status,
            "done_on": task.done_on,
            "directive": {"title": row.directive, "date": task.directive.date},
            "url": row.url,
        }

    return {"as_of": today, "counts": counts, "tasks": [plain(row) for row in rows]}
