"""Questions about directives and their tasks."""

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Case, Count, F, Q, When
from django.db.models.functions import Cast
from wagtail.models import Page, PageManager, PageQuerySet

from core.privacy import open_to_all
from departments.succession import predecessor_paths
from directives.enums import Progress, TaskStatus, Visibility


class DirectiveQuerySet(PageQuerySet):
    """Directives for public lists."""

    def listed(self) -> "DirectiveQuerySet":
        """Return what the public may see, newest first."""
        return open_to_all(self).order_by("-date", "-pk")

    def for_list(self) -> "DirectiveQuerySet":
        """Fetch what a list entry shows and leave the long texts in the database."""
        pages = self.defer("body").select_related("leader_person")
        return pages.prefetch_related("leader_person__appointments__organisation")

    def in_section_of(self, index: Page) -> "DirectiveQuerySet":
        """Return the listed directives of the body in whose section ``index`` stands.

        The province's own list has those of its departments too; a department's has its predecessors'.
        """
        section = index.path[: -index.steplen]
        below = Q(path__startswith=section)
        for path in predecessor_paths(section):
            below |= Q(path__startswith=path)
        return self.filter(below).listed()


class TaskQuerySet(models.QuerySet):
    """Tasks for public lists. A task is public if it says so and its directive is."""

    def public(self) -> "TaskQuerySet":
        """Return the tasks that are not for staff only, whatever their directive is."""
        return self.filter(visibility=Visibility.PUBLIC)

    def of_directives(self, directives: "DirectiveQuerySet") -> "TaskQuerySet":
        """Return the public tasks of ``directives``: open ones first, the longest overdue before all others."""
        tasks = self.public().filter(directive__in=directives.order_by().values("pk"))
        closed = Case(When(progress=Progress.DONE, then=2), When(progress=Progress.PAUSED, then=1), default=0)
        due = F("due_on").asc(nulls_last=True)
        return tasks.order_by(closed, due, "-directive__date", "directive_id", "number")

    def with_status(self, status: str, day: date) -> "TaskQuerySet":
        """Return the tasks that have ``status`` on ``day``; the same rule as ``directives.status.status_on``."""
        return self.filter(_CONDITIONS[TaskStatus(status)](day))

    def counted(self, day: date) -> dict[str, int]:
        """Return status → number of tasks on ``day``, every status named; they add up to all. One query."""
        return self.order_by().aggregate(
            **{status.value: Count("pk", filter=_CONDITIONS[status](day)) for status in TaskStatus}
        )

    def by_lead_agency(self, day: date) -> "models.QuerySet[Any, dict[str, Any]]":
        """Return a row per lead agency: how many tasks came due, and how many of them were done on time.

        "Came due" on ``day``: done with a deadline, or overdue. Paused tasks and those without a deadline are not
        measured.
        """
        on_time = _CONDITIONS[TaskStatus.DONE_ON_TIME](day)
        due = on_time | _CONDITIONS[TaskStatus.DONE_LATE](day) | _CONDITIONS[TaskStatus.OVERDUE](day)
        return (
            self.order_by()
            .values(*(f"lead_agency{of}" for of in ("", "__title", "__locale", "__live", "__path")), "lead_slug")
            .annotate(
                name=models.Max("lead_name"),
                untranslated=models.Max(Cast("untranslated", models.TextField())),
                tasks=Count("pk"),
                measured=Count("pk", filter=due),
                on_time=Count("pk", filter=on_time),
                overdue=Count("pk", filter=_CONDITIONS[TaskStatus.OVERDUE](day)),
            )
        )

    def for_list(self) -> "TaskQuerySet":
        """Fetch what a row of the list shows, in a fixed number of queries."""
        return self.select_related("directive", "lead_agency", "field", "result_document").prefetch_related(
            "coordinating__organisation"
        )


def _open(day: date) -> Q:
    return Q(due_on__isnull=True) | Q(due_on__gte=day)


_CONDITIONS = {
    TaskStatus.NOT_STARTED: lambda day: Q(progress=Progress.NOT_STARTED) & _open(day),
    TaskStatus.UNDER_WAY: lambda day: Q(progress=Progress.UNDER_WAY) & _open(day),
    TaskStatus.OVERDUE: lambda day: Q(progress__in=[Progress.NOT_STARTED, Progress.UNDER_WAY], due_on__lt=day),
    TaskStatus.DONE_ON_TIME: lambda day: Q(progress=Progress.DONE, done_on__lte=F("due_on")),
    TaskStatus.DONE_LATE: lambda day: Q(progress=Progress.DONE, done_on__gt=F("due_on")),
    TaskStatus.DONE: lambda day: Q(progress=Progress.DONE) & (Q(due_on__isnull=True) | Q(done_on__isnull=True)),
    TaskStatus.PAUSED: lambda day: Q(progress=Progress.PAUSED),
}

DirectiveManager = PageManager.from_queryset(DirectiveQuerySet)


def directives_of_scheme(scheme: Page, limit: int) -> list[Page]:
    """Return the newest public directives that move ``scheme`` forward, at most ``limit``, for its page."""
    from directives.models import DirectivePage

    return list(DirectivePage.objects.filter(scheme=scheme.pk, locale=scheme.locale_id).listed().for_list()[:limit])


def directives_of_document(document: Page, limit: int) -> list[Page]:
    """Return the newest public directives that rest on ``document``, or have a public task whose result it is."""
    from directives.models import DirectivePage, DirectiveTask

    key = document.translation_key
    delivered = DirectiveTask.objects.filter(visibility=Visibility.PUBLIC, result_document__translation_key=key)
    pages = DirectivePage.objects.filter(
        Q(source_document__translation_key=key) | Q(pk__in=delivered.values("directive")), locale=document.locale_id
    )
    return list(pages.listed().for_list()[:limit])
