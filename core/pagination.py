"""Lists in parts: a page number out of range is 404, never an empty page that spammers can link to."""

from typing import Any

from django.core.paginator import EmptyPage, Page, PageNotAnInteger, Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

PAGE_PARAMETER = "trang"
PER_PAGE = 20


def paginate(request: HttpRequest, queryset: QuerySet | list, per_page: int = PER_PAGE) -> Page:
    """Return the part of ``queryset`` that ``?trang=N`` asks for; raise ``Http404`` for anything but 1…last."""
    wanted = request.GET.get(PAGE_PARAMETER, "1")
    if not (wanted.isascii() and wanted.isdigit() and len(wanted) < 8):
        raise Http404(_("There is no such page."))
    try:
        return Paginator(queryset, per_page).page(wanted)
    except (EmptyPage, PageNotAnInteger) as error:
        raise Http404(_("There is no such page.")) from error


def pagination_links(request: HttpRequest, page: Page) -> dict[str, Any] | None:
    """Return the links of a paginator for the template, other query parameters kept; ``None`` for a single page.

    ``{"number", "total_pages", "previous_url", "next_url", "pages": [{"number", "url", "current"} | {"gap": True}]}``
    """
    if page.paginator.num_pages < 2:
        return None

    def url(number: int) -> str:
        query = request.GET.copy()
        query.pop(PAGE_PARAMETER, None)
        if number > 1:
            query[PAGE_PARAMETER] = str(number)
        return request.path + (f"?{query.urlencode()}" if query else "")

    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return {
        "number": page.number,
        "total_pages": page.paginator.num_pages,
        "previous_url": url(page.previous_page_number()) if page.has_previous() else "",
        "next_url": url(page.next_page_number()) if page.has_next() else "",
        "pages": [
            {"number": number, "url": url(number), "current": number == page.number}
            if isinstance(number, int)
            else {"gap": True}
            for number in numbers
        ],
    }
