"""From an address to a page in two queries, whatever the depth of the tree.

Wagtail's own routing asks the database once for every level and once more for every page's own table. Here one
query brings all pages on the way (they are the breadcrumb) and the page's translations (the language switch), a
second one the page itself with what its template shows.
"""

from dataclasses import dataclass, field
from datetime import datetime
from itertools import accumulate

from django.conf import settings
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Coalesce
from django.http import Http404, HttpRequest
from django.utils.translation import get_language
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.url_routing import RouteResult

from core.cache import remember
from core.privacy import is_public


@dataclass
class Trail:
    """The pages on the way to an address, and what the same query knows of their translations.

    ``nearest`` is the closest page above that another language has, ``outdated_since`` when the original of this
    page changed after it was translated. ``is_open``: nothing on the way is restricted; false means "ask Wagtail".
    """

    page: Page
    ancestors: list[Page]
    translations: dict[str, str] = field(default_factory=dict)
    nearest: dict[str, Page] = field(default_factory=dict)
    outdated_since: datetime | None = None
    is_open: bool = False


def find_site(request: HttpRequest) -> Site | None:
    """Return the site of the request's host, and let Wagtail find the same one without a query."""
    if not hasattr(request, "_wagtail_site"):
        host = f"{request.get_host().lower()}:{request.get_port()}"
        site = remember(f"site:{host}", lambda: Site._find_for_request(request))
        request._wagtail_site = site  # type: ignore[attr-defined]
    return request._wagtail_site  # type: ignore[attr-defined]


def route(request: HttpRequest, path: str) -> RouteResult | None:
    """Return the page (and view) that answers ``path`` in the active language, or ``None``.

    ``path`` is without the language prefix and may end below a page that has routes of its own.
    """
    site = find_site(request)
    if site is None:
        return None
    root = next(
        (
            paths.root_path
            for paths in Site.get_site_root_paths()
            if paths.site_id == site.pk and paths.language_code == get_language()
        ),
        None,
    )
    if root is None:
        return None
    components = [component for component in path.split("/") if component]
    trail = _pages_on_the_way(root, components)
    if not trail:
        return None
    remaining = components[len(trail.ancestors) :]
    specific_class = trail.page.specific_class
    if specific_class is None:
        return None
    related = getattr(specific_class, "display_select_related", ())
    page = specific_class._default_manager.select_related("locale", *related).filter(pk=trail.page.pk).first()
    if page is None:
        return None
    page.route_ancestors = trail.ancestors
    page.route_translations = trail.translations
    page.route_nearest = trail.nearest
    page.route_subpath = "".join(f"{component}/" for component in remaining)
    page.outdated_since = trail.outdated_since
    page.route_is_open = trail.is_open
    try:
        return page.route(request, remaining)
    except Http404:
        return None


def _pages_on_the_way(root: str, components: list[str]) -> Trail | None:
    """Return the deepest page on the way, the pages above it, and what is known of their translations."""
    url_paths = list(accumulate(components, lambda path, slug: f"{path}{slug}/", initial=root))
    root_slug = root.rstrip("/").rsplit("/", 1)[-1]
    # url_path has no index but slug has: asking for both keeps the time flat in a large tree.
    on_the_way = Page.objects.filter(slug__in=[root_slug, *components], url_path__in=url_paths)
    pages = (
        Page.objects.annotate(
            is_restricted=Exists(PageViewRestriction.objects.filter(page=OuterRef("pk"))),
            words_changed_at=F("text_version__changed_at"),
            written_at=Coalesce("live_revision__created_at", "last_published_at"),
        )
        .filter(Q(pk__in=on_the_way.values("pk")) | Q(translation_key__in=on_the_way.values("translation_key")))
        .select_related("locale")
    )
    found = {page.url_path: page for page in pages}
    trail = []
    for url_path in url_paths:
        if url_path not in found:
            break
        trail.append(found[url_path])
    if not trail:
        return None
    page = trail[-1]
    twins: dict[object, list[Page]] = {}
    for other in pages:
        if other.locale_id != page.locale_id:
            twins.setdefault(other.translation_key, []).append(other)
    public = {
        key: {twin.locale.language_code: twin for twin in found if is_public(twin)} for key, found in twins.items()
    }
    nearest: dict[str, Page] = {}
    for above in trail[:-1]:
        nearest |= public.get(above.translation_key, {})
    own = public.get(page.translation_key, {})
    return Trail(
        page=page,
        ancestors=trail[:-1],
        translations={code: twin.url for code, twin in own.items()},
        nearest=nearest | own,
        outdated_since=_outdated_since(page, own.get(settings.LANGUAGE_CODE)),
        # Aliases and pages above the site's root have rules of their own, which Wagtail knows.
        is_open=trail[0].depth == 2 and not any(page.is_restricted or page.alias_of_id for page in trail),
    )


def _outdated_since(page: Page, original: Page | None) -> datetime | None:
    """Return when the public original changed, if that was after what ``page`` shows was written."""
    if original is None or original.words_changed_at is None or page.written_at is None:
        return None
    return original.words_changed_at if page.written_at < original.words_changed_at else None
