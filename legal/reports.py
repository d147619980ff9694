"""For editors: mentions of documents that the portal has no record of; the status in the list of documents."""

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page
from wagtail.permissions import policy_registry

from legal.badges import status_badge
from legal.models import Citation

MAY_SEE = ["add", "change", "publish"]


class StatusColumn(Column):
    """The status of a document today; one small query a row, on a list of at most fifty."""

    def get_value(self, instance):
        return status_badge(instance.status_on(timezone.localdate()))


class UnrecordedMentionsView(ReportView):
    """Documents that live pages name and the portal has no record of, the pages of one's own sections only."""

    page_title = _("Documents without a record")
    header_icon = "doc-empty"
    index_url_name = "unrecorded_mentions"
    index_results_url_name = "unrecorded_mentions_results"
    default_ordering = "number_key"
    any_permission_required = MAY_SEE
    columns = [
        TitleColumn(
            "words",
            label=_("as written"),
            sort_key="number_key",
            get_url=lambda row: reverse("wagtailadmin_pages:edit", args=[row.page_id]),
        ),
        Column("page", label=_("page")),
        DateColumn("issued_on", label=_("issued"), sort_key="issued_on"),
        Column("issuer", label=_("issuing body"), sort_key="issuer"),
        Column("mentions", label=_("mentions"), sort_key="mentions"),
    ]
    list_export = ["words", "page", "issued_on", "issuer", "mentions"]
    export_filename = "van-ban-chua-co-tren-cong"

    @property
    def permission_policy(self):
        """Who may do anything with pages may see what they name."""
        return policy_registry.get_by_type(Page)

    def get_queryset(self) -> QuerySet:
        own = self.permission_policy.instances_user_has_any_permission_for(self.request.user, set(MAY_SEE))
        rows = Citation.objects.filter(document=None, page__live=True, page__in=own.values("pk"))
        self.queryset = rows.select_related("page")
        return super().get_queryset()

    def preprocess_field_value(self, field: str, value, export_format: str):
        """Put an apostrophe before what a spreadsheet would run as a formula."""
        value = super().preprocess_field_value(field, value, export_format)
        return f"'{value}" if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")) else value
