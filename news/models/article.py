"""What news and notices have in common."""

from dataclasses import replace
from datetime import datetime
from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import Page
from wagtail.search import index

from core.blocks import StoryBlock
from core.blocks.corrections import CorrectionBlock
from core.blocks.media import FileBlock
from core.blocks.story import images_in
from core.enums import DatePrecision
from core.fields import StreamField
from core.images import attach_renditions
from core.models import BasePage
from core.searchable import SearchFacts
from departments.ownership import owning_organisation
from news.querysets import ArticleManager

BACK_PARAMETER = "tu"


class ArticlePage(BasePage):
    """An article with its dates, files and corrections; the base of news and notices.

    Three dates are kept apart: when it happened (news only), when it was published, when it was last updated.
    Each says how much of it is known, and no more is shown.
    """

    lead = models.TextField(
        _("lead"),
        max_length=500,
        help_text=_("Two or three sentences that can stand alone: who, what, when, where."),
    )
    body = StreamField(StoryBlock(), blank=True, verbose_name=_("text"))
    published_at = models.DateTimeField(
        _("published"), null=True, blank=True, help_text=_("Filled at the first publication if empty.")
    )
    published_precision = models.CharField(
        _("known to the"), max_length=10, choices=DatePrecision, default=DatePrecision.MINUTE
    )
    updated_at = models.DateTimeField(
        _("updated"), null=True, blank=True, help_text=_("Only for a change that readers should know of.")
    )
    updated_precision = models.CharField(
        _("known to the"), max_length=10, choices=DatePrecision, default=DatePrecision.MINUTE
    )
    attachments = StreamField([("file", FileBlock())], blank=True, verbose_name=_("attachments"))
    corrections = StreamField([("correction", CorrectionBlock())], blank=True, verbose_name=_("corrections"))
    section = models.ForeignKey(
        Page,
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("section"),
    )

    dates_panels = [
        FieldRowPanel([FieldPanel("published_at"), FieldPanel("published_precision")]),
        FieldRowPanel([FieldPanel("updated_at"), FieldPanel("updated_precision")]),
    ]
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("lead"),
        FieldPanel("body"),
        FieldPanel("attachments"),
    ]
    settings_panels = [
        MultiFieldPanel(dates_panels, heading=_("Dates")),
        FieldPanel("corrections"),
        *BasePage.settings_panels,
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("lead"),
        index.SearchField("body"),
        index.FilterField("published_at"),
        index.FilterField("section_id"),
    ]
    subpage_types: list[str] = []
    in_site_map = False
    card_select_related: tuple[str, ...] = ()

    objects = ArticleManager()

    class Meta:
        abstract = True
        indexes = [
            models.Index(fields=["section", "-published_at", "-page_ptr"], name="%(app_label)s_%(class)s_list"),
        ]

    def clean(self) -> None:
        super().clean()
        if self.updated_at and self.published_at and self.updated_at < self.published_at:
            raise ValidationError({"updated_at": _("An article cannot be updated before it was published.")})

    def save(self, *args, **kwargs) -> None:
        """Keep the section in step with the tree and date the first publication."""
        if self.depth and self.depth > 1:
            self.section = Page.objects.filter(path=self.path[: -self.steplen]).only("pk").first()
        if self.live and self.published_at is None:
            self.published_at = self.first_published_at or timezone.now()
        super().save(*args, **kwargs)

    @property
    def summary_text(self) -> str:
        return self.search_description or self.lead

    @property
    def date_for_listing(self) -> datetime | None:
        """The date that lists show and sort by."""
        return self.published_at

    def search_facts(self) -> SearchFacts | None:
        """Sort by the day that readers see, which for an imported page is years before it came here."""
        facts = super().search_facts()
        return facts and replace(facts, day=timezone.localdate(self.published_at) if self.published_at else None)

    def shown_images(self) -> list:
        """Return the images of the article page itself, for one look-up of their renditions."""
        return images_in(self.body)

    def get_images(self) -> list:
        return super().get_images() + [(image, "figure") for image in images_in(self.body)]

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        attach_renditions([self.share_image, *self.shown_images()])
        context = super().get_context(request, *args, **kwargs)
        context["owner"] = owning_organisation(self)
        context["back_url"] = self._back_url(request)
        meta = context["meta"]
        meta.og_type = "article"
        meta.published_iso = timezone.localtime(self.published_at).isoformat() if self.published_at else ""
        changed = self.updated_at or self.published_at
        meta.modified_iso = timezone.localtime(changed).isoformat() if changed else ""
        return context

    def _back_url(self, request: HttpRequest) -> str:
        """Return the list the reader came from, with its filter and page, else the section itself."""
        section_url = self.route_ancestors[-1].url if self.route_ancestors else "/"
        wanted = request.GET.get(BACK_PARAMETER, "")
        local = url_has_allowed_host_and_scheme(wanted, allowed_hosts=None)
        return wanted if local and wanted.startswith(section_url or "/") else section_url


def back_query(list_url: str) -> str:
    """Return the query that makes an article's "back" lead to ``list_url`` (path with filter and page)."""
    return "?" + urlencode({BACK_PARAMETER: list_url})
