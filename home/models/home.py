"""The home page."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from core.blocks.registry import blocks_from_setting
from core.fields import StreamField
from core.models import BasePage
from core.models.listing import child_listings


class HomePage(BasePage):
    """The front page: editors choose its blocks and their order."""

    body = StreamField(blocks_from_setting("HOME_BLOCKS"), blank=True, verbose_name=_("blocks"))

    content_panels = [*BasePage.content_panels, FieldPanel("body")]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "news.NewsIndexPage",
        "news.NoticeIndexPage",
        "legal.LegalIndexPage",
        "directives.DirectiveIndexPage",
        "departments.OrganisationIndexPage",
        "departments.PlaceLookupPage",
        "projects.SchemeIndexPage",
        "home.SectionPage",
        "home.PlainPage",
        "home.LinkDirectoryPage",
        "home.SiteMapPage",
    ]
    page_description = _("The front page of the portal in one language.")
    template = "home/home_page.html"

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def get_images(self) -> list:
        visits = (child.value.get("image") for child in self.body if child.block_type == "visit")
        return super().get_images() + [(image, "hero") for image in visits if image]

    def structured_data(self, request: HttpRequest) -> list[dict]:
        """Return schema.org WebSite with its search box."""
        home_url = request.build_absolute_uri(self.url or "/")
        return [
            {
                "@context": "https://schema.org",
                "@type": "WebSite",
                "name": self.title,
                "url": home_url,
                "inLanguage": self.locale.language_code,
                "potentialAction": {
                    "@type": "SearchAction",
                    "target": request.build_absolute_uri(reverse("search")) + "?q={query}",
                    "query-input": "required name=query",
                },
            }
        ]

    def get_context(self, request: HttpRequest, *args, **kwargs) -> dict:
        context = super().get_context(request, *args, **kwargs)
        context["shown_articles"] = set()
        if self.is_being_saved(request):
            context["listings"] = child_listings(self, limit=10)
        return context
