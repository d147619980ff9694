"""The news index: lists by category, topic and tag."""

import re
from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import re_path

from core.cache import remember
from core.languages import name_of
from news.models.article_index import ArticleIndexPage, Selection
from news.models.news import NewsPage
from news.models.snippets import Category, Labelled, Tag, Topic
from news.paths import label_path, label_pattern


class NewsIndexPage(ArticleIndexPage):
    """The news of the province or of a department."""

    related_max_age_days = models.PositiveIntegerField(
        gettext_lazy("age limit of “other news” (days)"),
        default=365,
        validators=[MinValueValidator(1), MaxValueValidator(36500)],
        help_text=gettext_lazy("Older articles are never shown under an article."),
    )

    article_model = NewsPage
    settings_panels = [FieldPanel("related_max_age_days"), *ArticleIndexPage.settings_panels]
    parent_page_types = ["home.HomePage", "departments.OrganisationPage"]
    subpage_types = ["news.NewsPage"]
    page_description = gettext_lazy("The news list of the province or of a department.")
    template = "news/news_index_page.html"

    class Meta:
        verbose_name = gettext_lazy("news index")
        verbose_name_plural = gettext_lazy("news indexes")

    @re_path(label_pattern("category"), name="by_category")
    def by_category(self, request: HttpRequest, slug: str, feed: str | None = None) -> HttpResponse:
        """The list of a category."""
        category = self._label(Category, slug)
        return self.answer(request, Selection(self.entries().in_category(category), category.name), feed)

    @re_path(label_pattern("topic"), name="by_topic")
    def by_topic(self, request: HttpRequest, slug: str, feed: str | None = None) -> HttpResponse:
        """The list of a topic, with its introduction."""
        topic = self._label(Topic, slug)
        return self.answer(request, Selection(self.entries().filter(topic=topic), topic.name, topic.intro), feed)

    @re_path(label_pattern("tag"), name="by_tag")
    def by_tag(self, request: HttpRequest, slug: str, feed: str | None = None) -> HttpResponse:
        """The list of a tag."""
        tag = Tag.objects.filter(slug=slug).first()
        if tag is None:
            raise Http404(_("There is no such tag."))
        return self.answer(request, Selection(self.entries().with_tag(tag), tag.name), feed)

    def translated_subpath(self, subpath: str, language: str) -> str | None:
        """Return the list of the same category or topic in ``language`` (one query); tags have no translation."""
        for kind, model in (("category", Category), ("topic", Topic)):
            if match := re.match(label_pattern(kind), subpath):
                same = model.objects.filter(slug=match["slug"], locale=self.locale_id).values("translation_key")
                twin = model.objects.filter(translation_key__in=same, locale__language_code=language).first()  # type: ignore[misc]
                return label_path(kind, twin.slug, language) + (match["feed"] or "") if twin else None
        return super().translated_subpath(subpath, language)

    def _label(self, model: type[Labelled], slug: str) -> Any:
        label = model.objects.filter(slug=slug, locale=self.locale_id).first()
        if label is None:
            raise Http404(_("There is no such category or topic."))
        return label

    def filters(self, request: HttpRequest) -> list[dict[str, Any]]:
        own_url = self.url or "/"
        groups = [
            (_("Categories"), "category", labels_for_filters(Category, self.locale_id)),
            (_("Topics"), "topic", labels_for_filters(Topic, self.locale_id)),
        ]
        return [
            {
                "label": title,
                "items": [
                    {
                        "title": name,
                        "url": (url := own_url + label_path(kind, slug)),
                        "current": url == request.path,
                    }
                    for name, slug in labels
                ],
            }
            for title, kind, labels in groups
            if labels
        ]


def labels_for_filters(model: type[Labelled], locale_id: int) -> list[tuple[str, str]]:
    """Return (name, slug) of all labels of one language in their order; kept between requests."""
    return remember(
        labels_cache_name(model, locale_id),
        lambda: [(name_of(label), label.slug) for label in model.objects.filter(locale=locale_id)],
    )


def labels_cache_name(model: type[models.Model], locale_id: int) -> str:
    """Return the cache entry to forget when a label changes."""
    return f"labels:{model._meta.model_name}:{locale_id}"
