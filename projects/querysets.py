"""Questions about projects and their figures, each one query however many projects a scheme has."""

from datetime import date

from django.db.models import F, OuterRef, QuerySet, Subquery, Window
from django.db.models.functions import RowNumber
from wagtail.models import Page, PageManager, PageQuerySet

from core.privacy import open_to_all

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
