"""Addresses and menu entries of the office's reports."""

from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.models import Page
from wagtail.permissions import policy_registry

from editorial.reports.base import MAY_SEE, OfficeReport
from editorial.reports.broken_links import BrokenLinksReport
from editorial.reports.english import EnglishReport
from editorial.reports.output import OutputReport
from editorial.reports.review_dates import ReviewsDueReport
from editorial.reports.timeliness import TimelinessReport

# Part of the address → report; the menu has them in this order.
REPORTS: dict[str, type[OfficeReport]] = {
    "output": OutputReport,
    "timeliness": TimelinessReport,
    "english": EnglishReport,
    "broken-links": BrokenLinksReport,
    "reviews-due": ReviewsDueReport,
}


@hooks.register("register_admin_urls")
def register_report_addresses() -> list[URLPattern]:
    """Give every report its page and its results, which the filters fetch."""
    patterns = []
    for word, report in REPORTS.items():
        patterns += [
            path(f"reports/{word}/", report.as_view(), name=report.index_url_name),
            path(f"reports/{word}/results/", report.as_view(results_only=True), name=report.index_results_url_name),
        ]
    return patterns


class ReportItem(MenuItem):
    """A report in the menu of who works with pages."""

    def is_shown(self, request) -> bool:
        return policy_registry.get_by_type(Page).user_has_any_permission(request.user, MAY_SEE)


def _register(position: int, report: type[OfficeReport]) -> None:
    @hooks.register("register_reports_menu_item")
    def register_menu_item() -> ReportItem:
        return ReportItem(
            report.page_title,
            reverse(report.index_url_name),
            name=report.index_url_name,
            icon_name=report.header_icon,
            order=100 + position,
        )


for place, kind in enumerate(REPORTS.values()):
    _register(place, kind)
