"""The news article."""

from datetime import timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalManyToManyField
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.search import index

from core.enums import DatePrecision
from core.fields import StreamField, fixed
from core.languages import name_of
from core.privacy import is_public
from news import structured_data
from news.models.article import ArticlePage
from news.models.byline import NewsByline, byline_lines
from news.panels import ImportNotesPanel
from news.paths import label_path
from news.querysets import NewsManager

RELATED_LIMIT = 6
# The import note that holds no doubt but where the page came from.
IMPORT_ORIGIN = "imported_from"


class NewsPage(ArticlePage):
    """A news article (tin, bài)."""

    event_date = models.DateTimeField(
        _("event"),
        null=True,
        blank=True,
        help_text=_("When it happened; not when it was written or published."),
    )
    event_precision = models.CharField(
        _("known to the"), max_length=10, choices=DatePrecision, default=DatePrecision.DAY
    )
    agency_prefix = models.CharField(
        _("agency prefix"), max_length=20, blank=True, help_text=_("For example SM, printed before the lead.")
    )
    category = models.ForeignKey(
        "news.Category",
        verbose_name=_("main category"),
        null=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    other_categories = ParentalManyToManyField("news.Category", verbose_name=_("other categories"), blank=True)
    topic = models.ForeignKey(
        "news.Topic",
        verbose_name=_("topic"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    scheme = models.ForeignKey(
        "projects.SchemePage",
        verbose_name=_("scheme"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="news",
        help_text=_("The scheme that this article reports on."),
    )
    tags = ClusterTaggableManager(through="news.NewsTag", blank=True, verbose_name=_("tags"))
    cover = models.ForeignKey(
        "core.PortalImage",
        verbose_name=_("cover"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    cover_alt = models.CharField(
        _("text in place of the cover"),
        max_length=255,
        blank=True,
        help_text=_("What the picture shows, for those who cannot see it."),
    )
    cover_caption = models.CharField(_("cover caption"), max_length=500, blank=True)
    cover_credit = models.CharField(_("cover credit"), max_length=255, blank=True)
    source = models.ForeignKey(
        "news.NewsSource",
        verbose_name=_("source"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    source_url = models.URLField(_("address of the original"), blank=True, max_length=500)
    is_featured = models.BooleanField(_("lead story"), default=False)
    featured_from = models.DateTimeField(_("lead story from"), null=True, blank=True)
    featured_to = models.DateTimeField(_("lead story until"), null=True, blank=True)
    related_units = ParentalManyToManyField(
        "departments.OrganisationPage", verbose_name=_("departments concerned"), blank=True, related_name="+"
    )
    chosen_related = StreamField(
        [("page", blocks.PageChooserBlock("news.NewsPage", label=_("news article")))],
        blank=True,
        max_num=RELATED_LIMIT,
        verbose_name=_("other news, chosen by hand"),
    )

    needs_title = models.BooleanField(_("title missing"), default=False, editable=False)
    import_key = models.CharField(max_length=64, null=True, blank=True, unique=True, editable=False)
    import_notes = models.JSONField(default=list, blank=True, editable=False)

    content_panels = [
        ImportNotesPanel(),
        *ArticlePage.content_panels[:1],
        FieldRowPanel([FieldPanel("category"), FieldPanel("topic")]),
        FieldRowPanel([FieldPanel("event_date"), FieldPanel("event_precision")]),
        FieldPanel("agency_prefix"),
        FieldPanel("lead"),
        MultiFieldPanel(
            [
                FieldPanel("cover"),
                FieldPanel("cover_alt"),
                FieldRowPanel([FieldPanel("cover_caption"), FieldPanel("cover_credit")]),
            ],
            heading=_("Cover"),
        ),
        FieldPanel("body"),
        FieldPanel("attachments"),
        InlinePanel("bylines", label=_("byline"), heading=_("Byline")),
        MultiFieldPanel([FieldPanel("source"), FieldPanel("source_url")], heading=_("Source")),
        MultiFieldPanel(
            [
                FieldPanel("other_categories"),
                FieldPanel("tags"),
                FieldPanel("related_units"),
                FieldPanel("scheme"),
            ],
            heading=_("Further labels"),
        ),
        FieldPanel("chosen_related"),
    ]
    settings_panels = [
        MultiFieldPanel(
            [
                FieldPanel("is_featured"),
                FieldRowPanel([FieldPanel("featured_from"), FieldPanel("featured_to")]),
            ],
            heading=_("Lead story"),
        ),
        *ArticlePage.settings_panels,
    ]
    search_fields = [
        *ArticlePage.search_fields,
        index.SearchField("cover_caption"),
        index.FilterField("category_id"),
        index.FilterField("topic_id"),
    ]
    override_translatable_fields = [
        *ArticlePage.override_translatable_fields,
        *fixed("event_date", "event_precision", "scheme", "related_units", "other_categories"),
    ]
    parent_page_types = ["news.NewsIndexPage"]
    page_description = _("A news article of the province or of a department.")
    template = "news/news_page.html"
    search_kind = "news"
    display_select_related = (
        "category",
        "topic",
        "scheme",
        "source",
        "cover",
        "share_image",
        "section__newsindexpage",
    )
    card_select_related = ("category", "cover")

    # A copy is a page of its own: only the page that the importer made answers for the file.
    exclude_fields_in_copy = ["import_key", "import_notes", "needs_title"]

    objects = NewsManager()

    class Meta(ArticlePage.Meta):
        verbose_name = _("news article")
        verbose_name_plural = _("news articles")
        indexes = [
            *ArticlePage.Meta.indexes,
            models.Index(fields=["category", "-published_at"], name="news_newspage_category"),
            models.Index(fields=["topic", "-published_at"], name="news_newspage_topic"),
            models.Index(fields=["scheme", "-published_at"], name="news_newspage_scheme"),
        ]

    def clean(self) -> None:
        super().clean()
        self.needs_title = self._title_is_missing()
        if self.featured_from and self.featured_to and self.featured_to <= self.featured_from:
            raise ValidationError({"featured_to": _("The end must be after the beginning.")})

    def publication_errors(self) -> dict:
        errors = super().publication_errors()
        if self._title_is_missing():
            errors["title"] = _("The old page had no headline: write one.")
        if self.cover and not self.cover_alt:
            errors["cover_alt"] = _("Say what the cover shows.")
        return errors

    def save_revision(self, *args, **kwargs):
        """Keep the draft's flag in step with its title, which an incomplete draft is not cleaned for."""
        self.needs_title = self._title_is_missing()
        return super().save_revision(*args, **kwargs)

    def _title_is_missing(self) -> bool:
        return self.needs_title and self.title == self._import_origin.get("title", self.title)

    @property
    def _import_origin(self) -> dict:
        return next((note for note in self.import_notes if note.get("code") == IMPORT_ORIGIN), {})

    @property
    def import_doubts(self) -> list[dict]:
        """What the importer was not sure of: ``{"code", "message", "words"}``."""
        return [note for note in self.import_notes if note.get("code") != IMPORT_ORIGIN]

    @property
    def short_texts(self) -> list[str]:
        return [self.cover_caption] if self.cover_id else []

    @property
    def meta_image(self):
        return self.share_image or self.cover

    def shown_images(self) -> list:
        return [self.cover, *super().shown_images()]

    def get_images(self) -> list:
        images = super().get_images()
        if self.cover:
            images += [(self.cover, "hero"), (self.cover, "card"), (self.cover, "thumb"), (self.cover, "share")]
        return images

    @cached_property
    def shown_bylines(self) -> list[NewsByline]:
        """The byline entries in the editor's order, unsaved ones of a preview included."""
        return list(self.bylines.select_related("author"))

    def related_news(self) -> list["NewsPage"]:
        """Return "tin khác": the editor's choice, else same scheme, topic, category; newest first, not stale.

        Articles older than the section's bound (days) never appear, nor this one, nor one twice.
        """
        if self.chosen_related:
            chosen = {child.value.pk: child.value for child in self.chosen_related if child.value}
            public = NewsPage.objects.filter(pk__in=chosen).exclude(pk=self.pk).listed()
            return list(public.for_cards()[:RELATED_LIMIT])
        if self.section is None:
            return []
        section = getattr(self.section, "newsindexpage", None)
        days = section.related_max_age_days if section else settings.NEWS_RELATED_MAX_AGE_DAYS
        candidates = NewsPage.objects.related_to(
            self, timezone.now() - timedelta(days=days), RELATED_LIMIT
        ).for_cards()
        by_closeness = sorted(candidates, key=self._distance)
        return sorted(by_closeness[:RELATED_LIMIT], key=lambda page: page.published_at, reverse=True)

    def _distance(self, other: "NewsPage") -> int:
        if self.scheme_id and other.scheme_id == self.scheme_id:
            return 0
        return 1 if self.topic_id and other.topic_id == self.topic_id else 2

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        context = super().get_context(request, *args, **kwargs)
        context["byline_lines"] = byline_lines(self.shown_bylines)
        context["related"] = self.related_news()
        context["classification"] = self._classification()
        return context

    def _classification(self) -> dict:
        """Return the links under which the article is filed: category, topic, scheme, tags: ``{"title", "url"}``."""
        section_url = self.route_ancestors[-1].url if self.route_ancestors else ""

        def link(kind: str, label) -> dict[str, str]:
            return {"title": name_of(label), "url": section_url + label_path(kind, label.slug)}

        return {
            "category": link("category", self.category) if self.category else None,
            "topic": link("topic", self.topic) if self.topic else None,
            "scheme": self._scheme_link(),
            "tags": [link("tag", tag) for tag in self.tags.all()],
        }

    def _scheme_link(self) -> dict[str, str] | None:
        if self.scheme is None or not is_public(self.scheme):
            return None
        return {"title": name_of(self.scheme), "url": self.scheme.url}

    def structured_data(self, request: HttpRequest) -> list[dict]:
        """Return schema.org NewsArticle."""
        return [structured_data.news_article(self, request)]
