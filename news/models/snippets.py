"""The words by which news is sorted: categories, topics, sources, authors, tags."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from taggit.models import ItemBase, TagBase
from wagtail.admin.panels import FieldPanel
from wagtail.models import TranslatableMixin
from wagtail.search import index

from core.text import vietnamese_slugify


class Labelled(TranslatableMixin, index.Indexed, models.Model):
    """A named label with an address of its own, once per language."""

    name = models.CharField(_("name"), max_length=120)
    slug = models.SlugField(
        _("slug"),
        max_length=120,
        blank=True,
        help_text=_("The word in the address; made from the name if empty."),
    )

    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.FilterField("locale_id"),
    ]

    class Meta(TranslatableMixin.Meta):
        abstract = True

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        self.slug = self.slug or vietnamese_slugify(self.name)

    def save(self, *args, **kwargs) -> None:
        self.slug = self.slug or vietnamese_slugify(self.name)
        super().save(*args, **kwargs)


class Category(Labelled):
    """A rubric (chuyên mục): every article has one main category."""

    parent = models.ForeignKey(
        "self",
        verbose_name=_("belongs to"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="children",
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    panels = [FieldPanel("name"), FieldPanel("slug"), FieldPanel("parent"), FieldPanel("order")]

    class Meta(Labelled.Meta):
        verbose_name = _("category")
        verbose_name_plural = _("categories")
        ordering = ["order", "name"]
        constraints = [models.UniqueConstraint(fields=["slug", "locale"], name="unique_category_slug")]


class Topic(Labelled):
    """A running story (dòng sự kiện): articles that follow one event, with an introduction."""

    intro = models.TextField(_("introduction"), max_length=500, blank=True)

    panels = [FieldPanel("name"), FieldPanel("slug"), FieldPanel("intro")]

    class Meta(Labelled.Meta):
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["slug", "locale"], name="unique_topic_slug")]


class NewsSource(index.Indexed, models.Model):
    """The publication an article is taken from."""

    name = models.CharField(_("name"), max_length=160, unique=True)
    domain = models.CharField(_("domain"), max_length=120, blank=True, help_text=_("For example baochinhphu.vn"))
    url = models.URLField(_("address"), blank=True)

    panels = [FieldPanel("name"), FieldPanel("domain"), FieldPanel("url")]
    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta:
        verbose_name = _("news source")
        verbose_name_plural = _("news sources")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Author(index.Indexed, models.Model):
    """A person who writes or photographs; the public sees the pen name where there is one."""

    full_name = models.CharField(_("full name"), max_length=120)
    pen_name = models.CharField(_("pen name"), max_length=120, blank=True)

    panels = [FieldPanel("full_name"), FieldPanel("pen_name")]
    search_fields = [
        index.SearchField("full_name"),
        index.SearchField("pen_name"),
        index.AutocompleteField("full_name"),
        index.AutocompleteField("pen_name"),
    ]

    class Meta:
        verbose_name = _("author")
        verbose_name_plural = _("authors")
        ordering = ["full_name"]

    def __str__(self) -> str:
        return self.public_name

    @property
    def public_name(self) -> str:
        """The name under an article."""
        return self.pen_name or self.full_name


class Tag(TagBase):
    """A free label (từ khóa), whose address is made from its Vietnamese letters."""

    class Meta:
        verbose_name = _("tag")
        verbose_name_plural = _("tags")

    def slugify(self, tag: str, i: int | None = None) -> str:
        """Return the ASCII slug of a tag; ``i`` is the number of the attempt if others have taken it."""
        slug = vietnamese_slugify(tag) or "tag"
        return slug if i is None else f"{slug}-{i}"


class NewsTag(ItemBase):
    """A tag on an article."""

    tag = models.ForeignKey(Tag, on_delete=models.CASCADE, related_name="items")
    content_object = ParentalKey("news.NewsPage", on_delete=models.CASCADE, related_name="tagged_items")
