"""The page that every other page extends."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, TitleFieldPanel
from wagtail.blocks import StreamValue
from wagtail.coreutils import find_available_slug
from wagtail.models import Page, PageViewRestriction, Revision
from wagtail.search import index
from wagtail.url_routing import RouteResult

from core import metadata, withdrawals
from core.admin_widgets import TitleInput
from core.facts import with_facts
from core.fields import fixed_fields, own, translated_rows
from core.forms import PublicationForm
from core.languages import locale_code
from core.privacy import open_to_all
from core.publication import ask_guards
from core.searchable import SearchFacts
from core.text import fold, vietnamese_slugify, without_controls

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


def _spoken(pieces: Iterable) -> Iterator[str]:
    """Leave out what says nothing; Wagtail makes the word "None" of a picture that has no text of its own."""
    return (text for text in map(str, pieces) if text not in {"", "None"})


class BasePage(Page):
    """What all public pages share: an address made from a Vietnamese title, metadata, breadcrumb, "save".

    Abstract on purpose: Wagtail's swappable page model is not supported by wagtail-localize (ADR 0001).
    """

    share_image = models.ForeignKey(
        "core.PortalImage",
        verbose_name=_("picture for sharing"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Shown when the page is shared; the cover or the portal's own picture is used if empty."),
    )

    content_panels = [TitleFieldPanel("title", widget=TitleInput)]
    promote_panels = [
        MultiFieldPanel(
            [
                FieldPanel("slug"),
                FieldPanel("seo_title"),
                FieldPanel("search_description"),
                FieldPanel("share_image"),
            ],
            heading=_("Search engines and sharing"),
        ),
        FieldPanel("show_in_menus"),
    ]

    # The second is what the admin's lists search: editors may type without accents.
    search_fields = [
        *Page.search_fields,
        index.SearchField("folded_text"),
        index.AutocompleteField("folded_title"),
    ]

    # Relations that the page's template shows; the router fetches them with the page in one query.
    display_select_related: tuple[str, ...] = ()

    # Whether the map of the site names pages of this type; articles are found through their lists instead.
    in_site_map = True

    base_form_class = PublicationForm

    # A translation's address is made from its own title; nobody has to write one.
    override_translatable_fields = own("slug")

    class Meta:
        abstract = True

    # -- addresses ---------------------------------------------------------------------------------------------

    def _fill_slug(self) -> None:
        """Give a page without a slug one made from its title (Wagtail's own drops đ)."""
        self.title = without_controls(self.title)
        if self._has_borrowed_slug():
            self.slug = ""
        parent = self.get_parent() if self.path else getattr(self, "_cached_parent_obj", None)
        if parent and self.title and not self.slug:
            base = vietnamese_slugify(self.slug_words)[:200].strip("-") or self._meta.model_name
            self.slug = find_available_slug(parent, base, ignore_page_id=self.pk)

    def _has_borrowed_slug(self) -> bool:
        """Whether a translation that was never public still has its original's address, where it began."""
        if self.first_published_at or not self.pk or not self.slug or self.live:
            return False
        return Page.objects.filter(translation_key=self.translation_key, slug=self.slug).exclude(pk=self.pk).exists()

    @property
    def slug_words(self) -> str:
        """The words that a page without a slug gets its address from."""
        return self.title

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        self._fill_slug()
        super().full_clean(*args, **kwargs)

    def minimal_clean(self) -> None:
        """Clean a draft: Wagtail calls this instead of ``full_clean`` when an incomplete draft is saved."""
        self._fill_slug()
        super().minimal_clean()

    # -- drafts may be unfinished, publications may not ---------------------------------------------------------

    # True while the editor's form saves a draft, of a live page too.
    saving_draft = False

    def publication_errors(self) -> "dict[str, StrOrPromise]":
        """Return field name → what is still missing before the page may be public; empty if nothing is."""
        return {}

    def clean(self) -> None:
        super().clean()
        errors = self.publication_errors() if self.live and not self.saving_draft else {}
        if errors:
            raise ValidationError(errors)

    # -- nothing goes out that the guards have not seen ---------------------------------------------------------

    def publish(self, revision: Revision, user: Any = None, **kwargs: Any) -> None:
        """Publish or schedule ``revision``; raises ``PublicationRefused`` if a guard forbids it."""
        ask_guards(self, revision, user)
        super().publish(revision, user=user, **kwargs)

    def copy(self, *args: Any, **kwargs: Any) -> "Page":
        """Copy the page as Wagtail does, but always into drafts: a copy is a new text of who makes it."""
        return super().copy(*args, **{**kwargs, "keep_live": False})

    # -- what every language takes over from the original --------------------------------------------------------

    @property
    def has_original(self) -> bool:
        """Whether this is the translation of a page in the portal's first language."""
        if locale_code(self.locale_id) == settings.LANGUAGE_CODE:
            return False
        same = Page.objects.filter(translation_key=self.translation_key)
        return same.filter(locale__language_code=settings.LANGUAGE_CODE).exists()

    def with_content_json(self, content: dict[str, Any]) -> Any:
        """Return the page as a revision has it; what a translation takes over is as the original has it now."""
        names, rows = fixed_fields(type(self)), translated_rows(type(self))  # type: ignore[arg-type]
        if not (names or rows) or not self.has_original:
            return super().with_content_json(content)
        content = {**content, **with_facts(self, content)}
        page = super().with_content_json({name: value for name, value in content.items() if name not in names})
        columns = [field.attname for field in self._meta.concrete_fields if field.name in names]
        # Asked anew: whoever holds this page may have loaded it before the original was published.
        for name, value in type(self)._default_manager.values("pk", *columns).get(pk=self.pk).items():
            setattr(page, name, value)
        return page

    # -- what others may ask of any page -----------------------------------------------------------------------

    @property
    def summary_text(self) -> str:
        """One or two plain sentences about the page, for lists, search results and metadata."""
        return self.search_description

    @property
    def folded_title(self) -> str:
        """The title without accents."""
        return fold(self.title)

    @property
    def folded_text(self) -> str:
        """Title, summary and body without accents, so that ``chuyen doi so`` finds ``chuyển đổi số``."""
        return fold(f"{self.title} {self.summary_text} {self.body_text}")

    # What the page is in a list of mixed results; the words stand in core.searchable.KINDS.
    search_kind = "page"

    def search_facts(self) -> SearchFacts | None:
        """Return what the search box knows of this page, as published; page types add what only they know.

        ``None`` keeps a live page out of the results.
        """
        return SearchFacts(
            kind=self.search_kind,
            title=self.title,
            lead=self.summary_text,
            body=self.searchable_text,
            day=timezone.localdate(self.first_published_at) if self.first_published_at else None,
        )

    @property
    def searchable_text(self) -> str:
        """The words of every field that the page type declares in ``search_fields``, but title and folded ones."""
        named = {"title", "folded_text", "lead"}
        values = [
            field.get_value(self)
            for field in self.get_search_fields()
            if isinstance(field, index.SearchField) and field.field_name not in named
        ]
        flat = (item for value in values for item in (value if isinstance(value, list | tuple) else [value]))
        return "\n".join(_spoken(flat))

    @property
    def body_text(self) -> str:
        """The words of the body, without markup."""
        body = getattr(self, "body", None)
        words = body.stream_block.get_searchable_content(body) if isinstance(body, StreamValue) else []
        return " ".join(_spoken(words))

    @property
    def short_texts(self) -> list[str]:
        """What readers see in one-line fields and rows, beside title, long texts and streams; nothing for staff only.

        Documents named in it are cited. Page types override it.
        """
        return []

    @property
    def meta_image(self):
        """The image for sharing, or ``None``."""
        return self.share_image

    def get_images(self) -> list:
        """Return ``(image, kind)`` pairs that the page shows, so that publishing can make their renditions."""
        return [(self.share_image, "share")] if self.share_image else []

    def structured_data(self, request: HttpRequest) -> list[dict]:
        """Return JSON-LD objects (schema.org) that describe this page, besides its breadcrumb."""
        return []

    @cached_property
    def route_ancestors(self) -> list[Page]:
        """The pages above this one, home first (the router sets them without another query)."""
        return list(self.get_ancestors().filter(depth__gte=2))

    @property
    def breadcrumb(self) -> list[dict[str, str]]:
        """``{"title", "url"}`` of the pages above, home first; one that was taken back is not named."""
        return [{"title": page.title, "url": page.url} for page in self.route_ancestors if page.live]

    @cached_property
    def route_translations(self) -> dict[str, str]:
        """Language code → address of this page's live translations."""
        pages = open_to_all(self.get_translations()).select_related("locale")
        return {page.locale.language_code: page.url for page in pages}

    # What is asked for below the page's own address: ``chuyen-muc/giao-thong/``; empty for the page itself.
    route_subpath = ""

    # When the original changed after this translation was written; ``None`` if the translation is up to date.
    outdated_since: datetime | None = None

    @cached_property
    def route_nearest(self) -> dict[str, Page]:
        """Language code → this page there, else the closest page above it that the language has."""
        return {}

    def translated_subpath(self, subpath: str, language: str) -> str | None:
        """Return what ``subpath`` is called below this page's translation; ``None`` if there is no such list.

        Page types with routes of their own override it.
        """
        return None if subpath else ""

    @cached_property
    def alternates(self) -> dict[str, str]:
        """Language code → address of what the reader sees, in the languages that have it."""
        found = {}
        for code, url in self.route_translations.items():
            subpath = self.translated_subpath(self.route_subpath, code)
            if subpath is not None:
                found[code] = f"{url}{subpath}"
        return found

    # Set by the router when it saw, in the same query, that neither this page nor one above it is restricted.
    route_is_open = False

    def get_view_restrictions(self):
        """Return the privacy settings that apply; no query for a page that the router found open.

        Of an alias those of all pages above the page that it shows, too; Wagtail asks for that page's own only.
        """
        if self.route_is_open:
            return PageViewRestriction.objects.none()
        found = super().get_view_restrictions()
        return found | self.alias_of.specific.get_view_restrictions() if self.alias_of else found

    # Set by ``route`` on a page that was taken back, and on the copy that is shown with a notice.
    withdrawn: withdrawals.Withdrawn | None = None
    withdrawn_notice: withdrawals.Withdrawn | None = None

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Answer for a page that was withdrawn; everything else as Wagtail does."""
        if not path_components and not self.live:
            self.withdrawn = withdrawals.find(self)
            if self.withdrawn:
                return RouteResult(self)
        return super().route(request, path_components)

    # -- serving -----------------------------------------------------------------------------------------------

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict:
        context = super().get_context(request, *args, **kwargs)
        context["breadcrumb"] = self.breadcrumb
        context["meta"] = metadata.for_page(self, request, context["breadcrumb"])
        return context

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.withdrawn:
            return self.withdrawn.answer(self, request)
        return self.offer_for_saving(request, super().serve(request, *args, **kwargs))

    @staticmethod
    def is_being_saved(request: HttpRequest) -> bool:
        """Tell whether the reader asked for the page as a file."""
        return request.GET.get("luu") == "1"

    def offer_for_saving(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """Turn the answer to ``?luu=1`` into one HTML file to keep (Decree 42/2022, article 7: "save")."""
        if self.is_being_saved(request) and isinstance(response, TemplateResponse):
            response.template_name = "save.html"
            response.context_data = {**(response.context_data or {}), "saving": True}
            response["Content-Disposition"] = f'attachment; filename="{self.slug}.html"'
        return response

    def serve_password_required_response(self, request: HttpRequest, form, action_url: str) -> HttpResponse:
        """Ask for the password without a word of the page: no title, summary, breadcrumb or metadata of it."""
        context = {
            "form": form,
            "action_url": action_url,
            "meta": metadata.Metadata(title="", noindex=True),
            "breadcrumb": [],
            # Wins over the context processor, which would name the unit in whose section the page stands.
            "section": None,
        }
        return TemplateResponse(request, settings.WAGTAIL_PASSWORD_REQUIRED_TEMPLATE, context)
