"""The official document."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Page
from wagtail.search import index

from core.blocks import StoryBlock
from core.fields import StreamField
from core.models import BasePage
from legal.enums import Urgency, ValidityStatus


class LegalDocumentPage(BasePage):
    """An official document (văn bản) with its record sheet, files, relations and, where it exists, its text."""

    document_number = models.CharField(
        _("number"), max_length=80, blank=True, help_text=_("For example 25/2020/NQ-HĐND or 959/QĐ-UBND.")
    )
    # Read from the number when the page is saved: what lists sort and citations look up.
    number_key = models.CharField(max_length=80, blank=True, db_index=True, editable=False)
    number_int = models.PositiveIntegerField(null=True, blank=True, editable=False)
    number_year = models.PositiveSmallIntegerField(null=True, blank=True, editable=False)
    document_type = models.ForeignKey(
        "legal.DocumentType", verbose_name=_("document type"), null=True, on_delete=models.PROTECT, related_name="+"
    )
    issuing_body = models.ForeignKey(
        "legal.IssuingBody", verbose_name=_("issuing body"), null=True, on_delete=models.PROTECT, related_name="+"
    )
    issued_on = models.DateField(_("issued"), null=True)
    effective_from = models.DateField(
        _("in force from"), null=True, blank=True, help_text=_("The day of issue if empty.")
    )
    expires_on = models.DateField(
        _("expires on"), null=True, blank=True, help_text=_("The first day on which it does not hold any more.")
    )
    expiry_reason = models.CharField(_("reason of expiry"), max_length=255, blank=True)
    expired_parts = models.TextField(_("parts that expired"), max_length=1000, blank=True)
    abstract = models.TextField(
        _("abstract"), max_length=1000, help_text=_("What it is about (trích yếu), as on the document.")
    )
    fields = ParentalManyToManyField("core.Field", verbose_name=_("fields"), blank=True, related_name="+")
    body = StreamField(StoryBlock(), blank=True, verbose_name=_("text of the document"))
    scope = models.CharField(_("where and for whom it holds"), max_length=255, blank=True)
    recipients = models.TextField(_("recipients"), max_length=1000, blank=True)
    urgency = models.CharField(_("urgency"), max_length=20, choices=Urgency, default=Urgency.NORMAL)
    gazette_number = models.CharField(_("number of the Gazette"), max_length=60, blank=True)
    gazette_date = models.DateField(_("date of the Gazette"), null=True, blank=True)
    source_url = models.URLField(_("address of the original"), blank=True, max_length=500)

    override_status = models.CharField(
        _("other status than the computed one"), max_length=20, choices=ValidityStatus, blank=True, default=""
    )
    override_reason = models.CharField(_("reason"), max_length=500, blank=True)
    override_from = models.DateField(_("from"), null=True, blank=True)
    override_until = models.DateField(
        _("until before"),
        null=True,
        blank=True,
        help_text=_("The first day on which the computed one counts again."),
    )
    section = models.ForeignKey(
        Page, null=True, editable=False, on_delete=models.SET_NULL, related_name="+", verbose_name=_("section")
    )

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("document_number"),
        FieldRowPanel([FieldPanel("document_type"), FieldPanel("issuing_body")]),
        FieldPanel("abstract"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("issued_on"), FieldPanel("effective_from")]),
                FieldRowPanel([FieldPanel("expires_on"), FieldPanel("expiry_reason")]),
                FieldPanel("expired_parts"),
            ],
            heading=_("Dates"),
        ),
        InlinePanel("signers", label=_("signer"), heading=_("Signers")),
        InlinePanel("files", label=_("file"), heading=_("Files")),
        FieldPanel("body"),
        InlinePanel("relations", label=_("relation"), heading=_("Relations to other documents")),
        FieldPanel("fields"),
        MultiFieldPanel(
            [
                FieldPanel("scope"),
                FieldPanel("recipients"),
                FieldPanel("urgency"),
                FieldRowPanel([FieldPanel("gazette_number"), FieldPanel("gazette_date")]),
                FieldPanel("source_url"),
            ],
            heading=_("Record sheet"),
        ),
    ]
    settings_panels = [
        MultiFieldPanel(
            [
                FieldPanel("override_status"),
                FieldPanel("override_reason"),
                FieldRowPanel([FieldPanel("override_from"), FieldPanel("override_until")]),
            ],
            heading=_("Status, only where it cannot be computed"),
        ),
        *BasePage.settings_panels,
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("document_number"),
        index.SearchField("abstract"),
        index.SearchField("body"),
        index.FilterField("issued_on"),
        index.FilterField("document_type_id"),
    ]
    parent_page_types = ["legal.LegalIndexPage"]
    subpage_types: list[str] = []
    page_description = _("An official document with number, dates, files and relations.")
    template = "legal/legal_document_page.html"
    display_select_related = ("document_type", "issuing_body", "share_image")
    in_site_map = False
    search_kind = "document"

    class Meta:
        verbose_name = _("official document")
        verbose_name_plural = _("official documents")
        indexes = [
            models.Index(fields=["-issued_on", "-page_ptr"], name="legal_document_newest"),
            models.Index(fields=["section", "-issued_on", "-page_ptr"], name="legal_document_section"),
            models.Index(fields=["document_type", "-issued_on"], name="legal_document_type"),
            models.Index(fields=["issuing_body", "-issued_on"], name="legal_document_issuer"),
            models.Index(fields=["number_year", "number_int"], name="legal_document_number"),
        ]

    @property
    def summary_text(self) -> str:
        return self.search_description or self.abstract
