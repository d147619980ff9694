"""Template tags of the portal."""

import json
from datetime import date, datetime
from typing import Any

from django import template
from django.templatetags.static import static
from django.utils import timezone
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext
from wagtail.models import Page
from wagtail.rich_text import RichText

from core.annotations import annotate
from core.dates import format_date
from core.enums import DatePrecision
from core.images import KINDS, existing_renditions, make_renditions
from core.languages import foreign
from core.privacy import is_public

register = template.Library()

# In a <script> data block these could end it or start markup; JSON may carry them escaped.
_JSON_ESCAPES = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


@register.simple_tag
def portal_date(value: date | datetime | None, precision: str = DatePrecision.MINUTE) -> SafeString | str:
    """Show a date the reader's way in a ``<time>`` whose ``datetime`` is ISO 8601 with +07:00."""
    if not value:
        return ""
    if isinstance(value, datetime):
        value = timezone.localtime(value)
    machine = value.isoformat(timespec="minutes") if isinstance(value, datetime) else value.isoformat()
    machine = {
        DatePrecision.DAY: machine[:10],
        DatePrecision.MONTH: machine[:7],
        DatePrecision.YEAR: machine[:4],
    }.get(DatePrecision(precision), machine)
    return format_html(
        '<time datetime="{}">{}</time>', machine, format_date(value, precision, get_language() or "vi")
    )


@register.filter(name="lang")
def lang_attribute(thing: Any) -> SafeString | str:
    """Return `` lang="vi"`` for an element around what is written in another language than the reader's.

    ``thing`` is a page, a label, a text that knows its language, or the code of a language.
    """
    language = foreign(thing)
    return format_html(' lang="{}"', language) if language else ""


@register.filter(name="is_public")
def is_public_page(page: Page | None) -> bool:
    """Tell whether anybody may open ``page``: only then is it named and linked."""
    return page is not None and is_public(page)


@register.simple_tag
def json_ld(items: list[dict]) -> SafeString:
    """Print JSON-LD data blocks; they are data, not scripts, so the strict policy lets them be."""
    blocks = (
        f'<script type="application/ld+json">{json.dumps(i, ensure_ascii=False).translate(_JSON_ESCAPES)}</script>'
        for i in items
    )
    return mark_safe("\n".join(blocks))  # noqa: S308 (escaped above)


@register.simple_tag(takes_context=True)
def responsive_picture(
    context: template.Context, image, kind: str = "card", alt: str | None = "", eager: bool = False, css: str = ""
) -> SafeString | str:
    """Show ``image`` as ``<picture>``: WebP in several widths, JPEG for the rest, width and height given.

    Only renditions that publishing made are used; a preview, which is the editor's request, may make them.
    """
    if image is None or image == "":
        return ""
    alt = alt or ""
    request = context.get("request")
    if getattr(request, "is_preview", False):
        make_renditions(image, [kind])
    found = existing_renditions(image, kind)
    spec = KINDS[kind]
    fallback = found.get(spec.fallback) or next(iter(found.values()), None)
    if fallback is None:
        return format_html(
            '<img class="{}" src="{}" width="800" height="450" alt="{}">',
            css,
            static("images/placeholder.svg"),
            alt,
        )
    sources = [found[s] for s in spec.specs if s in found and s != spec.fallback]
    source = SafeString("")
    if sources:
        srcset = ", ".join(f"{rendition.url} {rendition.width}w" for rendition in sources)
        source = format_html('<source type="image/webp" srcset="{}" sizes="{}">', srcset, spec.sizes)
    loading = mark_safe('fetchpriority="high"') if eager else mark_safe('loading="lazy" decoding="async"')
    return format_html(
        '<picture>{}<img class="{}" src="{}" width="{}" height="{}" alt="{}" {}></picture>',
        source, css, fallback.url, fallback.width, fallback.height, alt, loading,
    )  # fmt: skip


@register.simple_tag(takes_context=True)
def running_text(context: template.Context, value) -> SafeString:
    """Show rich text or plain words with what the rooms of the portal add to them (links to documents named)."""
    html = SafeString(value) if isinstance(value, RichText) else conditional_escape(value or "")
    page = context.get("page")
    return annotate(html, page) if isinstance(page, Page) else html


@register.filter
def file_size(size: int | None) -> str:
    """Show a number of bytes as people say it in Vietnamese: ``1536`` → ``1,5 KB``."""
    if not size:
        return ""
    value = float(size)
    for unit in ("B", "KB", "MB", "GB"):
        if value < 1024 or unit == "GB":
            break
        value /= 1024
    text = f"{value:.0f}" if unit == "B" or value >= 10 else f"{value:.1f}"
    return f"{text.replace('.', ',') if get_language() == 'vi' else text} {unit}"


@register.filter
def breakable(email: str) -> SafeString:
    """Let an e-mail address break before its @, and nowhere else while there is room."""
    name, at, domain = email.partition("@")
    return format_html("{}<wbr>{}{}", name, at, domain)


@register.filter
def file_type(document) -> str:
    """Show a document's extension in capitals, or the word "file"."""
    return (document.file_extension or gettext("file")).upper()
