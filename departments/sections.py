"""The parts of an organisation's section that are no pages of their own: leaders, structure, contacts."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.contrib.routable_page.models import RoutablePageMixin, re_path

from core import metadata
from core.paths import in_language
from departments.paths import WORDS, pattern, sub_path


class SectionRoutes(RoutablePageMixin):
    """Sub-addresses of an organisation page."""

    def serve(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """Serve a part; the mixin answers it itself and would forget the reader's wish to save."""
        return self.offer_for_saving(request, super().serve(request, *args, **kwargs))

    def translated_subpath(self, subpath: str, language: str) -> str | None:
        """Return the same part of the section in ``language``."""
        return in_language(subpath, WORDS, language) if subpath else ""

    @re_path(r"^$", name="front")
    def front(self, request: HttpRequest) -> HttpResponse:
        """The front page of the section."""
        return self.render(request, context_overrides=self.front_context(request))

    @re_path(pattern("leaders"), name="leaders")
    def leaders_part(self, request: HttpRequest) -> HttpResponse:
        """Who leads the unit today."""
        from departments.people import leaders

        return self._part(
            request,
            _("Leaders"),
            "leaders",
            people=leaders(self, timezone.localdate()),
            past_path=sub_path("past_leaders"),
        )

    @re_path(pattern("past_leaders"), name="past_leaders")
    def past_leaders_part(self, request: HttpRequest) -> HttpResponse:
        """Who led it, and the units from which it took over, with the dates."""
        from departments.people import past_leaders

        posts = past_leaders(self, timezone.localdate())
        return self._part(
            request, _("Leaders through the years"), "past_leaders", posts=posts, leaders_path=sub_path("leaders")
        )

    @re_path(pattern("structure"), name="structure")
    def structure_part(self, request: HttpRequest) -> HttpResponse:
        """Its divisions and the units that stand under it, as a list and as a drawing."""
        from departments.charts import chart_of_unit

        return self._part(request, _("Structure"), "structure", **chart_of_unit(self))

    @re_path(pattern("contacts"), name="contacts")
    def contacts_part(self, request: HttpRequest) -> HttpResponse:
        """Contacts, hours, service points."""
        from departments.desks import desks_of

        return self._part(request, _("Contacts and hours"), "contacts", **desks_of(self))

    def _part(self, request: HttpRequest, heading: str, name: str, **parts: Any) -> HttpResponse:
        meta = metadata.for_page(self, request, self.breadcrumb)
        meta = metadata.for_list(meta, request, f"{heading} – {self.title}", 1)
        breadcrumb = [*self.breadcrumb, {"title": self.title, "url": self.url}]
        context = {"heading": heading, "current": heading, "meta": meta, "breadcrumb": breadcrumb, **parts}
        return self.render(request, context_overrides=context, template=f"departments/section/{name}.html")
