"""The search room in the admin: abbreviations, what readers look for, files that could not be read."""

from django.urls import path, reverse
from wagtail import hooks
from wagtail.admin.menu import AdminOnlyMenuItem
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from search.models import Abbreviation
from search.reports import FileReport, NothingFoundReport, QueryReport


class AbbreviationViewSet(SnippetViewSet):
    """Abbreviations."""

    model = Abbreviation
    icon = "text"
    list_display = ["short", "long", "origin", "is_used"]
    list_filter = ["origin", "is_used"]


register_snippet(AbbreviationViewSet)

REPORTS = (
    ("search-queries", QueryReport, "search"),
    ("search-nothing-found", NothingFoundReport, "warning"),
    ("search-files", FileReport, "doc-full-inverse"),
)


@hooks.register("register_admin_urls")
def register_report_urls():
    """Give each report its page, and the part of it that filters replace."""
    urls = []
    for name, view, _icon in REPORTS:
        urls.append(path(f"reports/{name}/", view.as_view(), name=name.replace("-", "_")))
        results = view.as_view(results_only=True)
        urls.append(path(f"reports/{name}/results/", results, name=f"{name.replace('-', '_')}_results"))
    return urls


def _menu_item(name: str, view, icon: str) -> AdminOnlyMenuItem:
    address = reverse(name.replace("-", "_"))
    return AdminOnlyMenuItem(view.page_title, address, name=name, icon_name=icon, order=1200)


for _name, _view, _icon_name in REPORTS:
    hooks.register(
        "register_reports_menu_item", lambda name=_name, view=_view, icon=_icon_name: _menu_item(name, view, icon)
    )
