"""Reports about searching."""

from django.db.models import Max, Q, QuerySet, Sum
from django.utils.translation import gettext_lazy as _
from wagtail.admin.auth import permission_denied
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.reports import ReportView

from search.models import DocumentText, QueryCount
from search.models.document_text import ExtractionStatus


class AdminsReport(ReportView):
    """A report for those who run the portal."""

    paginate_by = 50

    def dispatch(self, request, *args, **kwargs):
        if not request.user.is_superuser:
            return permission_denied(request)
        return super().dispatch(request, *args, **kwargs)


class QueryReport(AdminsReport):
    """What readers look for, most wanted first."""

    page_title = _("Searches of readers")
    header_icon = "search"
    index_url_name = "search_queries"
    index_results_url_name = "search_queries_results"
    columns = [
        Column("text", label=_("Searched for")),
        Column("language", label=_("Language")),
        Column("asked", label=_("Times")),
        Column("found", label=_("Results")),
        DateColumn("latest", label=_("Last asked")),
    ]
    list_export = ["text", "language", "asked", "found", "latest"]
    default_ordering = "-asked"

    def get_queryset(self) -> QuerySet:
        rows = QueryCount.objects.order_by().values("text", "language")
        counted = rows.annotate(asked=Sum("times"), found=Max("results"), latest=Max("day"))
        return self.narrow(counted).order_by("-asked", "text")

    def narrow(self, counted: QuerySet) -> QuerySet:
        """Return the rows of this report."""
        return counted


class NothingFoundReport(QueryReport):
    """What readers looked for and never found: a missing page, abbreviation or promoted result."""

    page_title = _("Searches without result")
    header_icon = "warning"
    index_url_name = "search_nothing_found"
    index_results_url_name = "search_nothing_found_results"

    def narrow(self, counted: QuerySet) -> QuerySet:
        return counted.filter(found=0)


class FileReport(AdminsReport):
    """Files whose words the search does not know, or not all of them."""

    page_title = _("Files that cannot be searched")
    header_icon = "doc-full-inverse"
    index_url_name = "search_files"
    index_results_url_name = "search_files_results"
    model = DocumentText
    columns = [
        Column("document", label=_("Document")),
        Column("get_status_display", label=_("Result")),
        Column("detail", label=_("What happened")),
        DateColumn("read_at", label=_("Read at")),
    ]
    list_export = ["document", "status", "detail", "read_at"]

    def get_queryset(self) -> QuerySet:
        fine = Q(status=ExtractionStatus.READ) | Q(status=ExtractionStatus.OTHER)
        return DocumentText.objects.exclude(fine).select_related("document").order_by("-read_at")
