"""The official document."""

from datetime import date

from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Page
from wagtail.search import index

from core.blocks import StoryBlock
from core.blocks.story import images_in
from core.companions import companions_of
from core.fields import StreamField, fixed
from core.images import attach_renditions
from core.models import BasePage
from core.searchable import SearchFacts
from legal.dossier import Dossier
from legal.enums import Urgency, ValidityStatus
from legal.forms import LegalDocumentForm
from legal.models.labels import DocumentType, IssuingBody
from legal.numbers import DocumentNumber, normalise, parse, search_key
from legal.publication import document_errors
from legal.querysets import LegalDocumentManager
from legal.status import Effect, Override, status_on
from legal.structured_data import legislation


class LegalDocumentPage(BasePage):
    """An official document (văn bản) with its record sheet, files, relations and, where it exists, its text."""

    document_number = models.CharField(
        _("document number"), max_length=80, blank=True, help_text=_("For example 25/2020/NQ-HĐND or 959/QĐ-UBND.")
    )
    # Read from the number when the page is saved: what lists sort and citations look up.
    number_key = models.CharField(max_length=80, blank=True, db_index=True, editable=False)
    number_search = models.CharField(max_length=80, blank=True, db_index=True, editable=False)
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
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        *fixed("document_number", "issued_on", "effective_from", "expires_on", "urgency"),
        *fixed("gazette_number", "gazette_date", "source_url"),
        *fixed("override_status", "override_from", "override_until"),
        *fixed("fields"),
    ]
    parent_page_types = ["legal.LegalIndexPage"]
    subpage_types: list[str] = []
    page_description = _("An official document with number, dates, files and relations.")
    template = "legal/legal_document_page.html"
    display_select_related = ("document_type", "issuing_body", "share_image")
    in_site_map = False
    search_kind = "document"
    base_form_class = LegalDocumentForm

    objects = LegalDocumentManager()

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

    # -- the number --------------------------------------------------------------------------------------------

    def read_number(self) -> DocumentNumber | None:
        """Write the number in its normal form and fill what it says and the editor left empty."""
        self.document_number = normalise(self.document_number)
        number = parse(self.document_number)
        self.number_key = number.key if number else self.document_number.upper()
        self.number_search = search_key(self.document_number)
        self.number_int = number.number if number else None
        self.number_year = (number and number.year) or (self.issued_on.year if self.issued_on else None)
        if number:
            self._propose(number)
        if not self.title and self.document_number:
            kind = self.document_type.short_name if self.document_type else gettext("Official document")
            self.title = gettext("%(type)s No. %(number)s") % {"type": kind, "number": self.document_number}
        return number

    @property
    def slug_words(self) -> str:
        """Title and year: administrative numbers begin anew every January."""
        year = self.number_year if self.number_year and str(self.number_year) not in self.title else ""
        return f"{self.title.replace('/', '-')} {year}"

    def _propose(self, number: DocumentNumber) -> None:
        if self.document_type_id is None and self.locale_id:
            types = DocumentType.objects.filter(locale=self.locale_id, is_normative=number.is_normative)
            fitting = list(types.filter(code=number.type_code)[:2]) if number.type_code else []
            self.document_type = fitting[0] if len(fitting) == 1 else None
        if self.issuing_body_id is None and self.locale_id:
            bodies = list(IssuingBody.objects.filter(locale=self.locale_id, abbreviation=number.body)[:2])
            self.issuing_body = bodies[0] if len(bodies) == 1 else None

    def full_clean(self, *args, **kwargs) -> None:
        self.read_number()
        super().full_clean(*args, **kwargs)

    def minimal_clean(self) -> None:
        self.read_number()
        super().minimal_clean()

    def save(self, *args, **kwargs) -> None:
        """Keep what lists sort by in step with number, dates and tree."""
        self.read_number()
        self.effective_from = self.effective_from or self.issued_on
        if self.depth and self.depth > 1:
            self.section = Page.objects.filter(path=self.path[: -self.steplen]).only("pk").first()
        super().save(*args, **kwargs)

    def publication_errors(self) -> dict:
        return super().publication_errors() | document_errors(self)

    # -- validity ----------------------------------------------------------------------------------------------

    @cached_property
    def effects(self) -> list[Effect]:
        """What published documents do to this one, in whichever language they are."""
        return [relation.effect for relation in self.acting_relations if relation.page.effective_from]

    @cached_property
    def acting_relations(self) -> list:
        """The relations by which published documents act on this one."""
        relations = type(self).incoming_relations.rel.related_model.objects.filter(
            target__translation_key=self.translation_key, page__live=True
        )
        return list(relations.select_related("page").defer("page__body").order_by("page__effective_from", "pk"))

    @property
    def override(self) -> Override:
        """The status that was set by hand."""
        return Override(self.override_status, self.override_from, self.override_until)

    def status_on(self, day: date) -> ValidityStatus:
        """Return the status of this document on ``day``."""
        return status_on(day, self.effective_from or self.issued_on, self.expires_on, self.effects, self.override)

    # -- what others ask ---------------------------------------------------------------------------------------

    @property
    def summary_text(self) -> str:
        return self.search_description or self.abstract

    @cached_property
    def own_relations(self) -> list:
        """What this document does to others."""
        return list(self.relations.select_related("target"))

    @property
    def short_texts(self) -> list[str]:
        """Why it expired or has another status, and the documents without a record that it acts on."""
        reason = self.override_reason if self.override_status else ""
        return [self.expiry_reason, reason, *(relation.target_words for relation in self.own_relations)]

    @property
    def date_for_listing(self) -> date | None:
        """The date that lists show and sort by."""
        return self.issued_on

    @property
    def summary_for_listing(self) -> str:
        """What it is about, beside a title that is a number."""
        return self.abstract

    published_precision = "day"

    def search_facts(self) -> SearchFacts:
        """Say by which writings of the number the document is found, and its fields."""
        number = parse(self.document_number)
        keys = [self.document_number, search_key(self.document_number)]
        if number:
            digits = str(number.number)
            keys += [f"{digits}/{number.year}"] if number.year else [digits]
            keys += [" ".join(filter(None, [digits, str(number.year or ""), number.type_code, number.issuer]))]
        return SearchFacts(
            kind=self.search_kind,
            title=self.title,
            lead=self.summary_text,
            body=self.body_text,
            keys=tuple(dict.fromkeys(key for key in keys if key)),
            day=self.issued_on,
            fields=tuple(field.name for field in self.fields.all()),
        )

    @cached_property
    def dossier(self) -> Dossier:
        """What the page shows of the document besides its own columns, as of today."""
        return Dossier.of(self, timezone.localdate())

    def get_images(self) -> list:
        return super().get_images() + [(image, "figure") for image in images_in(self.body)]

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        attach_renditions([self.share_image, *images_in(self.body)])
        context = super().get_context(request, *args, **kwargs)
        context["dossier"] = self.dossier
        context["companions"] = companions_of(self)
        return context

    def structured_data(self, request: HttpRequest) -> list[dict]:
        """Return schema.org Legislation."""
        return [legislation(self, self.dossier, request)]
