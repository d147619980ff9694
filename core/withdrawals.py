"""What answers at the address of a page that was taken back: the seam between the router and the editorial office.

A withdrawn page is not live, so no list, feed, map or search names it, and it costs readers of other pages nothing:
the office is asked only where the answer would be 404.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from core import metadata

if TYPE_CHECKING:
    from core.models import BasePage


@dataclass(frozen=True)
class Withdrawn:
    """Why and when a page was withdrawn, for readers.

    ``url``: where its content stands now. ``shown``: the page as it was public, to be read with a notice. With
    neither, the page is gone.
    """

    reason: str
    at: datetime
    url: str = ""
    shown: "BasePage | None" = None

    def answer(self, page: "BasePage", request: HttpRequest) -> HttpResponse:
        """Return 301, the page with a notice, or 410 with one sentence and no word of the page."""
        if self.url:
            return HttpResponsePermanentRedirect(self.url)
        if self.shown is None:
            meta = metadata.Metadata(title=_("This page was withdrawn"), noindex=True)
            context = {"withdrawn": self, "meta": meta, "breadcrumb": []}
            return TemplateResponse(request, "core/gone.html", context, status=410)
        response = self._serve(self.shown, page, request)
        response["X-Robots-Tag"] = "noindex"
        return response

    def _serve(self, shown: "BasePage", page: "BasePage", request: HttpRequest) -> HttpResponse:
        shown.live = True
        shown.withdrawn_notice = self
        for name in ("route_ancestors", "route_translations", "route_nearest", "route_is_open"):
            if name in page.__dict__:
                shown.__dict__[name] = page.__dict__[name]
        shown, args, kwargs = shown.route(request, [])
        return shown.serve(request, *args, **kwargs)


# Page that is not live → what to answer, or ``None`` for "there is no such page".
Lookup = Callable[["BasePage"], Withdrawn | None]
_lookups: list[Lookup] = []


def register(lookup: Lookup) -> None:
    """Let the editorial office answer ``find``."""
    _lookups.append(lookup)


def find(page: "BasePage") -> Withdrawn | None:
    """Return what is to be answered at the address of ``page``, which is not live."""
    return next(filter(None, (lookup(page) for lookup in _lookups)), None)
