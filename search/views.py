"""The plain search page: title, lead and body of public pages."""

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from wagtail.models import Locale, Page
from wagtail.search.query import PlainText

from core.metadata import Metadata
from core.pagination import paginate, pagination_links
from core.text import fold
from search.query import clean_query

# Ranking costs the square of the matches on SQLite, so matches come newest first and are counted up to a bound.
MAX_RESULTS = 200


@require_safe
@never_cache
def search(request: HttpRequest) -> HttpResponse:
    """Show the public pages of the active language that hold all words of ``?q=``, newest first.

    Accented and unaccented words both match (see ``core.models.BasePage.folded_text``).
    """
    query = clean_query(request.GET.get("q", ""))
    part = paginate(request, _matches(query) if query else [])
    context = {
        "query": query,
        "results": _in_order(list(part.object_list)),
        "total": part.paginator.count,
        "truncated": part.paginator.count >= MAX_RESULTS,
        "pagination": pagination_links(request, part),
        "meta": Metadata(title=_("Search"), noindex=True, canonical=request.build_absolute_uri(request.path)),
        "breadcrumb": [],
    }
    return TemplateResponse(request, "search/search.html", context)


def _matches(query: str) -> list[int]:
    """Return the keys of the matching pages, newest first."""
    locale = Locale.objects.get(language_code=get_language())
    pages = Page.objects.filter(locale=locale).live().public().order_by("-last_published_at")
    words = PlainText(query) | PlainText(fold(query))
    return [page.pk for page in pages.search(words, order_by_relevance=False)[:MAX_RESULTS]]


def _in_order(keys: list[int]) -> list[Page]:
    """Return the pages of one part of the results, with their own fields, as ``keys`` has them."""
    found = {page.pk: page for page in Page.objects.filter(pk__in=keys).specific()}
    return [found[key] for key in keys if key in found]
