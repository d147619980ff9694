"""The notice and its index."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.search import index

from news.enums import NoticeKind
from news.models.article import ArticlePage
from news.models.article_index import ArticleIndexPage


class NoticePage(ArticlePage):
    """A notice (thông báo): shorter than news, often with a day until which it holds."""

    kind = models.CharField(_("kind"), max_length=20, choices=NoticeKind, default=NoticeKind.GENERAL)
    valid_until = models.DateField(
        _("holds until"), null=True, blank=True, help_text=_("For example the last day to hand in papers.")
    )

    content_panels = [
        *ArticlePage.content_panels[:1],
        FieldRowPanel([FieldPanel("kind"), FieldPanel("valid_until")]),
        *ArticlePage.content_panels[1:],
    ]
    search_fields = [*ArticlePage.search_fields, index.FilterField("kind"), index.FilterField("valid_until")]
    parent_page_types = ["news.NoticeIndexPage"]
    page_description = _("A notice: an invitation, a deadline, an interruption.")
    template = "news/notice_page.html"
    search_kind = "notice"

    class Meta(ArticlePage.Meta):
        verbose_name = _("notice")
        verbose_name_plural = _("notices")

    def clean(self) -> None:
        super().clean()
        if self.valid_until and self.published_at and self.valid_until < timezone.localdate(self.published_at):
            raise ValidationError({"valid_until": _("A notice cannot end before it is published.")})

    @property
    def has_ended(self) -> bool:
        """Whether its last day is over."""
        return bool(self.valid_until and self.valid_until < timezone.localdate())


class NoticeIndexPage(ArticleIndexPage):
    """The notices of the province or of a department."""

    article_model = NoticePage
    parent_page_types = ["home.HomePage", "departments.OrganisationPage"]
    subpage_types = ["news.NoticePage"]
    page_description = _("The list of notices of the province or of a department.")
    template = "news/notice_index_page.html"

    class Meta:
        verbose_name = _("notice index")
        verbose_name_plural = _("notice indexes")
