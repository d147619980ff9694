"""In which language something is written, where that is not the reader's.

What a translation takes over from its original (rows, names of labels that nobody translated, units without an
English page) stands in Vietnamese on an English page. It says so: a reading machine then speaks it as what it is.
"""

from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models import F, OuterRef, Subquery
from django.utils.translation import get_language
from wagtail.models import Locale, Page, TranslatableMixin

from core.cache import forget, remember
from core.privacy import is_public


class InLanguage(str):
    """A text that knows its language."""

    language = ""


def said(text: str, language: str) -> str:
    """Return ``text`` with its language, so that tables and charts can mark it."""
    marked = InLanguage(text)
    marked.language = language
    return marked


def name_of(thing: Any) -> str:
    """Return the name of a page or label with the language it is in; empty for nothing and for a hidden page."""
    if not thing or isinstance(thing, Page) and not is_public(thing):
        return ""
    return said(getattr(thing, "title", "") or str(thing), language_of(thing))


def language_of(thing: Any) -> str:
    """Return the code of the language ``thing`` is written in: a text, page, label; empty if that is not known.

    What is the same for all languages (a tag, an author, a file) is named in the first one.
    """
    if isinstance(thing, InLanguage):
        return thing.language
    if isinstance(thing, models.Model) and not isinstance(thing, TranslatableMixin):
        return settings.LANGUAGE_CODE
    if not isinstance(thing, TranslatableMixin):
        return thing if thing in dict(settings.LANGUAGES) else ""
    code = locale_code(thing.locale_id)
    if code != settings.LANGUAGE_CODE and is_label(type(thing)) and thing.pk in untranslated(type(thing)):
        return settings.LANGUAGE_CODE
    return code


def locale_code(locale_id: int | None) -> str:
    """Return the code of a language of the tree; kept between requests."""
    codes = remember("locales", lambda: dict(Locale.objects.values_list("pk", "language_code")))
    return codes.get(locale_id, "")


def foreign(thing: Any) -> str:
    """Return the language of ``thing`` if it is another one than the reader's, else an empty string."""
    language = language_of(thing)
    return language if language != get_language() else ""


# -- labels, which have no drafts: a translation of theirs is public as soon as it is there ----------------------


def is_label(model: type[models.Model]) -> bool:
    """Tell whether ``model`` is a translated thing with a name, or with what its ``label_field`` says instead."""
    name = _label_field(model)
    return issubclass(model, TranslatableMixin) and any(field.name == name for field in model._meta.concrete_fields)


def label_models() -> list[type[TranslatableMixin]]:
    """Return the models of what is translated by itself: labels with an address, posts, service points."""
    by_itself = (model for model in apps.get_models() if hasattr(model, "slug") or hasattr(model, "label_field"))
    return [model for model in by_itself if is_label(model)]


def untranslated_labels(model: type[TranslatableMixin]) -> Any:
    """Return the labels in other languages that still bear the name of their original."""
    originals = model._default_manager.filter(
        translation_key=OuterRef("translation_key"), locale__language_code=settings.LANGUAGE_CODE
    )
    others = model._default_manager.exclude(locale__language_code=settings.LANGUAGE_CODE)
    name = _label_field(model)
    return others.annotate(original_name=Subquery(originals.values(name)[:1])).filter(**{name: F("original_name")})


def untranslated(model: type[TranslatableMixin]) -> set[Any]:
    """Return the ids of ``untranslated_labels``, kept between requests."""
    return remember(_cache_name(model), lambda: set(untranslated_labels(model).values_list("pk", flat=True)))


def forget_untranslated(model: type[models.Model]) -> None:
    """Look anew, after a label was saved or removed."""
    if is_label(model):
        forget(_cache_name(model))


def _label_field(model: type[models.Model]) -> str:
    return getattr(model, "label_field", "name")


def _cache_name(model: type[TranslatableMixin]) -> str:
    return f"untranslated:{model._meta.label_lower}"
