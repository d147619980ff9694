"""What surrounds every page, as plain data: no query once it is warm."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language
from wagtail.models import Page, Site

from core.cache import remember
from core.images import existing_renditions
from core.pagination import PAGE_PARAMETER
from core.privacy import is_public
from home.models import AlertBanner, Menu, SiteIdentity
from home.models.chrome import AlertLevel, MenuPosition

ALERT_ORDER = [AlertLevel.URGENT, AlertLevel.IMPORTANT, AlertLevel.INFO]


def cache_name(language: str) -> str:
    """Return the name under which the surroundings of one language are kept."""
    return f"chrome:{language}"


def chrome(request: HttpRequest) -> dict[str, Any]:
    """Context processor: ``chrome`` holds identity, menus, alerts and languages of the page asked for."""
    return {"chrome": SimpleLazyObject(lambda: _for_request(request))}


def _for_request(request: HttpRequest) -> dict[str, Any]:
    language = get_language() or settings.LANGUAGE_CODE
    kept = remember(cache_name(language), lambda: _build(language))
    page = _page_of(request)
    return {
        **kept,
        "alerts": _current_alerts(kept["alerts"], page, timezone.now()),
        "languages": _languages(request, page, language),
    }


def _page_of(request: HttpRequest) -> Page | None:
    route = getattr(request, "_wagtail_route_for_request", None)
    return route[0] if route else None


def _build(language: str) -> dict[str, Any]:
    menus = {menu.position: menu for menu in Menu.objects.filter(locale__language_code=language)}
    return {
        "identity": _identity(language),
        "main_menu": _menu(menus.get(MenuPosition.MAIN)),
        "footer_menu": _menu(menus.get(MenuPosition.FOOTER)),
        "alerts": _alerts(language),
    }


def _identity(language: str) -> dict[str, Any]:
    identity = SiteIdentity.objects.filter(locale__language_code=language).select_related("logo").first()
    if identity is None:
        return {"name": settings.WAGTAIL_SITE_NAME, "legal_lines": []}
    # Saving the identity made it (home.signal_handlers); a reader's request only looks it up.
    logos = existing_renditions(identity.logo, "logo") if identity.logo else {}
    return {
        "name": identity.name,
        "tagline": identity.tagline,
        "logo_url": next((logo.url for logo in logos.values()), ""),
        "governing_body": identity.governing_body,
        "responsible_person": identity.responsible_person,
        "address": identity.address,
        "phone": identity.phone,
        "email": identity.email,
        "legal_lines": [line.strip() for line in identity.legal_lines.splitlines() if line.strip()],
        "reuse_note": identity.reuse_note,
        "show_approval": identity.show_approval,
    }


def _menu(menu: Menu | None) -> list[dict[str, Any]]:
    return _entries([child.value for child in menu.items]) if menu else []


def _entries(values: list) -> list[dict[str, Any]]:
    """Return public entries with their public children; an entry whose page is gone takes its children along."""
    entries = []
    for value in values:
        link = value["link"]
        url = link.target_url
        if url:
            entries.append({"title": link.text, "url": url, "children": _entries(value.get("children") or [])})
    return entries


def _alerts(language: str) -> list[dict[str, Any]]:
    """Return the alerts that are on or still to come; the clock decides at each request."""
    alerts = AlertBanner.objects.filter(locale__language_code=language, ends_at__gt=timezone.now())
    return [
        {
            "level": alert.level,
            "text": alert.text,
            "link_url": _alert_url(alert),
            "link_text": alert.link_text,
            "path": alert.organisation.path if alert.organisation else "",
            "starts_at": alert.starts_at,
            "ends_at": alert.ends_at,
        }
        for alert in alerts.select_related("link_page", "organisation")
    ]


def _alert_url(alert: AlertBanner) -> str:
    if alert.link_page:
        return (alert.link_page.url or "") if is_public(alert.link_page) else ""
    return alert.link_url


def _current_alerts(alerts: list[dict[str, Any]], page: Page | None, now: datetime) -> list[dict[str, Any]]:
    path = page.path if page else ""
    current = [
        alert
        for alert in alerts
        if alert["starts_at"] <= now < alert["ends_at"] and (not alert["path"] or path.startswith(alert["path"]))
    ]
    return sorted(current, key=lambda alert: ALERT_ORDER.index(alert["level"]))


def _languages(request: HttpRequest, page: Page | None, active: str) -> list[dict[str, Any]]:
    """Return the languages with the address of this page in each.

    Where it is not translated ``url`` is empty, and ``nearest`` is the closest page above that is (the language's
    home page if there is none).
    """
    site = getattr(request, "_wagtail_site", None)
    homes = {paths.language_code for paths in Site.get_site_root_paths() if site is None or paths.site_id == site.pk}
    languages = []
    for code, name in settings.LANGUAGES:
        if code not in homes:
            continue
        if code == active:
            url = request.get_full_path()
        elif page is not None:
            url = getattr(page, "alternates", {}).get(code, "")
            url += _query_to_keep(request) if url else ""
        else:
            url = _translated_view(request, code)
        languages.append(
            {
                "code": code,
                "name": name,
                "url": url,
                "home_url": _home_url(code),
                "nearest": None if url else _nearest(page, code),
                "current": code == active,
            }
        )
    return languages if len(languages) > 1 else []


def _translated_view(request: HttpRequest, code: str) -> str:
    """Return the address of a view that is no page (search, forms); empty for an address that leads nowhere."""
    match = request.resolver_match
    if match is None or match.url_name == "wagtail_serve":
        return ""
    return translate_url(request.path, code) + _query_to_keep(request)


def _query_to_keep(request: HttpRequest) -> str:
    """Return what the reader asked for beyond the address, to be asked in the other language too.

    The list there has another number of results and begins at its first page; a wish to save and the way back are not
    of the page.
    """
    query = request.GET.copy()
    for name in (PAGE_PARAMETER, "luu", "tu"):
        query.pop(name, None)
    return f"?{query.urlencode()}" if query else ""


def _nearest(page: Page | None, code: str) -> dict[str, str] | None:
    found = getattr(page, "route_nearest", {}).get(code)
    return {"title": found.title, "url": found.url} if found and found.url != _home_url(code) else None


def _home_url(code: str) -> str:
    return "/" if code == settings.LANGUAGE_CODE else f"/{code}/"
