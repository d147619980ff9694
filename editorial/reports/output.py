"""How much was published, by whom: the figures from which authors are paid."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import django_filters
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from editorial.reports.base import OfficeReport, PeriodAndUnitFilterSet, UnitNames, own_pages
from news.enums import BylineRole
from news.models import Category, NewsByline, NewsPage


@dataclass(frozen=True, order=True)
class Output:
    """Articles of one author in one role, category, unit and month (``2026-11``)."""

    unit: str
    author: str
    role: str
    category: str
    month: str
    articles: int = 0


class OutputFilterSet(PeriodAndUnitFilterSet):
    """Narrows the count."""

    category = django_filters.ModelChoiceFilter(label=_("Category"), queryset=lambda request: Category.objects.all())
    author = django_filters.CharFilter(label=_("Author"), method="by_author")

    def by_author(self, queryset: QuerySet, name: str, words: str) -> QuerySet:
        """Keep articles whose byline holds ``words``."""
        named = NewsByline.objects.filter(
            Q(name__icontains=words) | Q(author__full_name__icontains=words) | Q(author__pen_name__icontains=words)
        )
        return queryset.filter(pk__in=named.values("page_id"))

    class Meta:
        model = NewsPage
        fields = ["published_at", "unit", "category", "author"]


class OutputReport(OfficeReport):
    """Output by unit, author, role, category and month. An article with two authors counts for both."""

    page_title = _("Output")
    header_icon = "doc-full"
    filterset_class = OutputFilterSet
    index_url_name = "editorial_output"
    index_results_url_name = "editorial_output_results"
    export_filename = "san-luong-tin-bai"
    columns = [
        Column("unit", label=_("Unit")),
        Column("author", label=_("Author")),
        Column("role", label=_("Role")),
        Column("category", label=_("Category")),
        Column("month", label=_("Month")),
        Column("articles", label=_("Articles")),
    ]
    list_export = ["unit", "author", "role", "category", "month", "articles"]
    export_headings = {column.name: column.label for column in columns}

    def get_queryset(self) -> QuerySet:
        articles = NewsPage.objects.filter(pk__in=own_pages(self.request.user).values("pk"))
        return articles.filter(first_published_at__isnull=False, published_at__isnull=False, alias_of__isnull=True)

    def get_filtered_queryset(self) -> list[Output]:
        return count_output(self.filter_queryset(self.get_queryset()))


def count_output(articles: QuerySet) -> list[Output]:
    """Return the rows of the report, sorted, for the query set ``articles`` in three queries."""
    rows = list(articles.values_list("pk", "path", "category__name", "published_at"))
    credits = _credits(articles)
    units = UnitNames()
    counted: Counter[tuple] = Counter()
    for pk, path, category, published_at in rows:
        month = f"{timezone.localdate(published_at):%Y-%m}"
        for author, role in credits.get(pk, {("", "")}):
            counted[(units.of(path), author, role, category or "", month)] += 1
    return sorted(Output(*key, articles=count) for key, count in counted.items())  # type: ignore[misc]


def _credits(articles: QuerySet) -> dict[int, set[tuple[str, str]]]:
    bylines: Iterable[NewsByline] = NewsByline.objects.filter(page_id__in=articles.values("pk"))
    credits: dict[int, set[tuple[str, str]]] = {}
    for byline in bylines.select_related("author"):  # type: ignore[attr-defined]
        credits.setdefault(byline.page_id, set()).add((byline.public_name, str(BylineRole(byline.role).label)))
    return credits
