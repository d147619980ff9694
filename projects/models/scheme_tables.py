"""The tables below a scheme: ``du-an/``, ``nhiem-vu/``, ``chi-tieu/``, ``kinh-phi/``, ``moc-thoi-gian/``."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.functional import cached_property
from wagtail.contrib.routable_page.models import RoutablePageMixin, path, re_path

from core import metadata
from core.pagination import paginate, pagination_links
from core.paths import in_language
from core.tables import Table
from projects import tables
from projects.dashboard import dashboard_context
from projects.feeds import pages_feed
from projects.forms import ListFilter, ProjectFilter, TaskFilter
from projects.paths import PATTERN, TABLE_OF, WORDS, table_path

ROWS = 20


class SchemeTablesMixin(RoutablePageMixin):
    """Serves the dashboard, and each table as a page, as CSV, as JSON, and the projects as RSS."""

    @path("")
    def overview(self, request: HttpRequest) -> HttpResponse:
        """The dashboard."""
        return self.render(request, context_overrides=dashboard_context(self, timezone.localdate()))

    @re_path(PATTERN, name="table")
    def table(self, request: HttpRequest, word: str, form: str | None = None) -> HttpResponseBase:
        """A table; the reader's filters hold for its files and its feed too."""
        name = TABLE_OF[word]
        day = timezone.localdate()
        if form == "rss":
            wanted = ProjectFilter(request.GET, self.listed_projects).narrow(self.listed_projects)
            return pages_feed(request, self.title, self.summary_text, wanted)
        table, list_filter = self._table(name, request, day)
        if form:
            return table.response(form)
        return self.render(
            request,
            context_overrides=self._table_context(request, table, list_filter),
            template="projects/table_page.html",
        )

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Serve; the mixin answers itself and would forget the reader's wish to save."""
        return self.offer_for_saving(request, super().serve(request, *args, **kwargs))

    def translated_subpath(self, subpath: str, language: str) -> str | None:
        """Return the same table in ``language``."""
        return in_language(subpath, WORDS, language) if subpath else ""

    @property
    def listed_projects(self) -> list:
        """The public projects with their newest percentages: one query, once a request."""
        if "_listed_projects" not in self.__dict__:
            from projects.models import ProjectPage

            projects = ProjectPage.objects.of_scheme(self).with_progress(timezone.localdate())
            self.__dict__["_listed_projects"] = list(projects)
        return self.__dict__["_listed_projects"]

    @cached_property
    def listed_tasks(self) -> list:
        """The tasks with their fields and agencies."""
        return list(self.tasks.select_related("field", "lead_agency"))

    @cached_property
    def listed_basis(self) -> list:
        """The documents on which the scheme stands."""
        return list(self.legal_basis.select_related("document"))

    @property
    def short_texts(self) -> list[str]:
        """The legal basis as printed, and the tasks with their results."""
        tasks = (text for task in self.listed_tasks for text in (task.text, task.result))
        return [*(basis.text for basis in self.listed_basis), *tasks]

    def _table(self, name: str, request: HttpRequest, day) -> tuple[Table, ListFilter]:
        if name == "tasks":
            tasks = self.listed_tasks
            task_filter = TaskFilter(request.GET, tasks)
            return tables.tasks_table(task_filter.narrow(tasks)), task_filter
        list_filter = ProjectFilter(request.GET, self.listed_projects)
        projects = list_filter.narrow(self.listed_projects)
        if name == "indicators":
            return tables.indicators_table(projects, day), list_filter
        if name == "milestones":
            return tables.milestones_table(projects), list_filter
        money = tables.scheme_money(projects, day)
        build = tables.projects_table if name == "projects" else tables.money_table
        return build(projects, money), list_filter

    def _table_context(self, request: HttpRequest, table: Table, list_filter: ListFilter) -> dict[str, Any]:
        part = paginate(request, range(len(table.rows)), ROWS)  # type: ignore[arg-type]
        first = (part.number - 1) * ROWS
        heading = f"{self.title}: {table.title}"
        query = request.GET.copy()
        query.pop("trang", None)
        meta = metadata.for_page(self, request, self.breadcrumb)
        meta = metadata.for_list(meta, request, heading, part.number)
        meta.noindex = not table.rows or list_filter.is_narrowed
        return {
            "table": table.part(first, first + ROWS),
            "saved_tables": [table],
            "total": len(table.rows),
            "heading": table.title,
            "current": table.title,
            "form": list_filter,
            "pagination": pagination_links(request, part),
            "file_query": f"?{query.urlencode()}" if query else "",
            "breadcrumb": [*self.breadcrumb, {"title": self.title, "url": self.url}],
            "tables": self.table_links(table.name),
            "meta": meta,
        }

    def table_links(self, current: str = "") -> list[dict[str, Any]]:
        """Return ``{"name", "title", "url", "current"}`` of the tables, in the order of the menu."""
        return [
            {
                "name": name,
                "title": tables.TITLES[name],
                "url": (self.url or "") + table_path(name),
                "current": name == current,
            }
            for name in WORDS
        ]
