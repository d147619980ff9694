"""The search page and the suggestions of its box."""

import logging
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from core.metadata import Metadata
from core.pagination import paginate, pagination_links
from search import log
from search.engine import Unavailable
from search.facets import Filters
from search.finding import find
from search.links import facet_links, query_string
from search.promotions import promotions_for
from search.query import MAX_CHARACTERS, clean_query
from search.results import Results
from search.suggesting import related, suggestions

PER_PAGE = 20
logger = logging.getLogger(__name__)

# What the form for the days hands on.
KEPT = ("loai", "don-vi", "linh-vuc", "nam", "xep", "dung")


def _language() -> str:
    return get_language() or "vi"


@require_safe
@cache_control(private=True, no_store=True)
def search(request: HttpRequest) -> HttpResponse:
    """Show what answers ``?q=`` in the active language, best first; see ``Filters.from_query`` for the rest.

    ``?dung=1`` searches the typed words only, without corrections.
    """
    text = clean_query(request.GET.get("q", ""))
    exactly = request.GET.get("dung") == "1"
    filters = Filters.from_query(request.GET)
    language = _language()
    try:
        findings = find(text, language, exactly=exactly)
    except Unavailable:
        logger.exception("the search server does not answer")
        return _unavailable(request, text)
    results = Results(findings, filters, language)
    promoted = [] if filters.active else promotions_for(findings.words, language)
    part = paginate(request, results.rows_without({pick.page_id for pick in promoted}), PER_PAGE)
    if findings.words and part.number == 1 and not filters.active:
        log.note(text, language, results.total)
    context: dict[str, Any] = {
        "query": text,
        "exactly": exactly,
        "filters": filters,
        "results": results.shown(list(part.object_list)),
        "promoted": promoted if part.number == 1 else [],
        "total": results.total,
        "listed": part.paginator.count,
        "truncated": results.total > part.paginator.count + len(promoted),
        "facets": facet_links(request, results, filters),
        "sorts": _sorts(request, filters),
        "kept": [(name, request.GET[name]) for name in KEPT if request.GET.get(name)],
        "cleared_url": f"{request.path}?{urlencode({'q': text})}",
        "correction": _correction(findings, request),
        "related": [
            {"text": phrase, "url": f"{request.path}?{urlencode({'q': phrase})}"}
            for phrase in (related(findings) if part.number == 1 else [])
        ],
        "pagination": pagination_links(request, part),
        **_frame(request),
    }
    return TemplateResponse(request, "search/search.html", context)


def _frame(request: HttpRequest) -> dict[str, Any]:
    meta = Metadata(title=_("Search"), noindex=True, canonical=request.build_absolute_uri(request.path))
    return {"meta": meta, "breadcrumb": []}


def _unavailable(request: HttpRequest, text: str) -> HttpResponse:
    """Say that nothing can be searched now; the rest of the portal works."""
    context = {"query": text, "unavailable": True, **_frame(request)}
    return TemplateResponse(request, "search/search.html", context, status=503, headers={"Retry-After": "60"})


@require_safe
@cache_control(private=True, no_store=True)
def suggest(request: HttpRequest) -> JsonResponse:
    """Return ``{"suggestions": [{"text", "url"}, …]}`` for ``?q=`` as it is being typed."""
    try:
        found = suggestions(request.GET.get("q", "")[:MAX_CHARACTERS], _language())
    except Unavailable:
        found = []
    page = reverse("search")
    items = [{**item, "url": item["url"] or f"{page}?{urlencode({'q': item['text']})}"} for item in found]
    return JsonResponse({"suggestions": items})


def _correction(findings, request: HttpRequest) -> dict[str, str] | None:
    """Return how the query was corrected, and where it is searched as it stands."""
    way = findings.correction
    if way is None:
        return None
    spelled = findings.spelled(way)
    return {
        "text": spelled,
        "url": f"{request.path}?{urlencode({'q': spelled})}",
        "typed_url": query_string(request, dung="1"),
    }


def _sorts(request: HttpRequest, filters: Filters) -> list[dict[str, Any]]:
    choices = (("", _("Best first")), ("moi", _("Newest first")))
    current = "moi" if filters.sort == "moi" else ""
    return [
        {"title": title, "url": query_string(request, xep=value), "current": value == current}
        for value, title in choices
    ]
