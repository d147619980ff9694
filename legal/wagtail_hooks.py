"""The document room in the admin: the list of documents, the words they are sorted by, mentions without a record."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import BooleanColumn, Column, DateColumn
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from core.listings import with_own_columns
from legal.models import DocumentType, IssuingBody, LegalDocumentPage
from legal.reports import StatusColumn, UnrecordedMentionsView


class DocumentListing(PageListingViewSet):
    """All documents that the account may see."""

    model = LegalDocumentPage
    icon = "doc-full-inverse"
    menu_label = _("Official documents")
    menu_order = 115
    add_to_admin_menu = True
    columns = with_own_columns(
        Column("document_number", label=_("document number"), sort_key="document_number"),
        Column("document_type", label=_("document type"), sort_key="document_type__name"),
        Column("issuing_body", label=_("issuing body"), sort_key="issuing_body__name"),
        DateColumn("issued_on", label=_("issued"), sort_key="issued_on"),
        StatusColumn("validity", label=_("status")),
    )
    list_filter = ["document_type", "issuing_body", "issued_on", "override_status", "live"]


@hooks.register("register_admin_viewset")
def register_listing():
    """Offer the flat list in the admin menu."""
    return DocumentListing("documents_list")


class DocumentTypeViewSet(SnippetViewSet):
    """Document types."""

    model = DocumentType
    icon = "tag"
    list_display = ["name", "code", BooleanColumn("is_normative", label=_("normative document")), "order"]
    list_filter = ["is_normative"]


class IssuingBodyViewSet(SnippetViewSet):
    """Issuing bodies."""

    model = IssuingBody
    icon = "group"
    list_display = ["name", "abbreviation", "level", "order"]
    list_filter = ["level"]


class DocumentLabels(SnippetViewSetGroup):
    """The menu entry of the labels."""

    menu_label = _("Labels of documents")
    menu_icon = "tag"
    menu_order = 125
    items = (DocumentTypeViewSet, IssuingBodyViewSet)


register_snippet(DocumentLabels)


@hooks.register("register_admin_urls")
def register_report_addresses():
    """Give the report its addresses."""
    return [
        path("reports/unrecorded-mentions/", UnrecordedMentionsView.as_view(), name="unrecorded_mentions"),
        path(
            "reports/unrecorded-mentions/results/",
            UnrecordedMentionsView.as_view(results_only=True),
            name="unrecorded_mentions_results",
        ),
    ]


@hooks.register("register_reports_menu_item")
def register_report_menu_item():
    """Offer the report."""
    return MenuItem(
        _("Documents without a record"),
        reverse("unrecorded_mentions"),
        name="unrecorded-mentions",
        icon_name="doc-empty",
        order=900,
    )
