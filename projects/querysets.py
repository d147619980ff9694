"""Questions about projects and their figures, each one query however many projects a scheme has."""

from datetime import date

from django.db.models import Case, F, OuterRef, QuerySet, Subquery, Value, When, Window
from django.db.models.functions import Coalesce, RowNumber
from django.utils import timezone
from wagtail.models import Page, PageManager, PageQuerySet

from core.privacy import open_to_all
from departments.succession import keys_with_predecessors
from projects.rules import ENDED

NEWEST_FIRST = [F("as_of").desc(), F("entered_at").desc(), F("pk").desc()]


class ProjectQuerySet(PageQuerySet):
    """Projects for public lists."""

    def of_scheme(self, scheme: Page) -> "ProjectQuerySet":
        """Return the public projects below ``scheme``, in the order of their codes."""
        return open_to_all(self.child_of(scheme)).order_by("code", "title", "pk")

    def with_progress(self, day: date) -> "ProjectQuerySet":
        """Add ``percent`` and ``percent_as_of``, the newest as of ``day``; leave long texts in the database."""
        figures = self.model._meta.get_field("progress_figures").related_model.objects
        newest = figures.filter(project=OuterRef("pk"), as_of__lte=day).order_by(*NEWEST_FIRST)
        return (
            self.defer("body", "obstacles", "systems")
            .select_related("field", "investor")
            .annotate(percent=Subquery(newest.values("percent")[:1]))
            .annotate(percent_as_of=Subquery(newest.values("as_of")[:1]))
        )


ProjectManager = PageManager.from_queryset(ProjectQuerySet)


def newest_only(figures: QuerySet, day: date, *series: str) -> QuerySet:
    """Return of each series (the fields named) the figure that counts on ``day``, as ``figures.newest`` does."""
    place = Window(RowNumber(), partition_by=[F(name) for name in series], order_by=NEWEST_FIRST)
    return figures.filter(as_of__lte=day).annotate(place=place).filter(place=1)


def schemes_of_document(document: Page, limit: int) -> list[Page]:
    """Return the public schemes that stand on ``document``, the newest first."""
    from projects.models import LegalBasis, SchemePage

    resting = LegalBasis.objects.filter(document__translation_key=document.translation_key)
    pages = SchemePage.objects.filter(pk__in=resting.values("scheme"), locale=document.locale_id)
    return list(open_to_all(pages).order_by("-period_start", "title")[:limit])


def projects_of_organisation(organisation: Page, limit: int) -> list[Page]:
    """Return the public projects that ``organisation``, or a unit from which it took over, builds.

    In its language, each with its newest ``percent``; those under way before those that ended, the youngest first.
    """
    from projects.models import ProjectPage

    investors = keys_with_predecessors(organisation)
    pages = ProjectPage.objects.filter(investor__translation_key__in=investors, locale=organisation.locale_id)
    has_ended = Case(When(status__in=ENDED, then=Value(1)), default=Value(0))
    start = Coalesce("actual_start", "planned_start").desc(nulls_last=True)
    shown = open_to_all(pages).with_progress(timezone.localdate()).select_related(None)
    return list(shown.order_by(has_ended, start, "title")[:limit])
