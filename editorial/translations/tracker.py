"""What is owed in English: required pages that have none, that wait, or that are older than their original."""

from functools import reduce
from operator import or_
from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Case, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import Page

from core.languages import label_models, untranslated_labels
from core.privacy import open_to_all
from departments.models import OrganisationPage
from editorial.models import RequiredTranslation
from editorial.reports.base import own_pages

TARGET = next(code for code, _name in settings.LANGUAGES if code != settings.LANGUAGE_CODE)


class State(models.TextChoices):
    """How a required page stands in English; the order is that of the work."""

    MISSING = "missing", _("no English page")
    STALE = "stale", _("older than the Vietnamese text")
    INCOMPLETE = "incomplete", _("lacks a required part")
    DRAFT = "draft", _("draft, not public yet")
    CURRENT = "current", _("up to date")


class Part(models.TextChoices):
    """What the law asks of every unit in English (Decree 42/2022); all three stand on the unit's own page."""

    STRUCTURE = "structure", _("Structure")
    FUNCTIONS = "functions", _("Functions and duties")
    CONTACTS = "contacts", _("Contacts")


# Part → when a unit's page has none of it.
_EMPTY = {
    Part.STRUCTURE: Q(divisions__isnull=True),
    Part.FUNCTIONS: Q(functions=""),
    Part.CONTACTS: Q(address="", phone="", email=""),
}

_LACKS_SOMETHING = reduce(or_, (Q(**{f"lacks_{part.value}": True}) for part in Part))


def _lacks(part: Part) -> models.Expression:
    """Return whether a unit says ``part`` in Vietnamese and its English page does not."""
    said = OrganisationPage.objects.filter(pk=OuterRef("pk")).exclude(_EMPTY[part])
    twin = OrganisationPage.objects.filter(translation_key=OuterRef("translation_key"), locale__language_code=TARGET)
    return models.ExpressionWrapper(
        Q(models.Exists(said)) & Q(models.Exists(twin.filter(_EMPTY[part]))), output_field=models.BooleanField()
    )


def parts_lacking(page: Any) -> list[str]:
    """Return the names of the required parts that the English page of a unit lacks."""
    return [str(part.label) for part in Part if getattr(page, f"lacks_{part.value}")]


def required_pages(user: Any) -> QuerySet:
    """Return the required public pages of the sections of ``user`` with ``state`` and what it was told from.

    ``lacks_<part>`` for each ``Part`` of a unit, ``twin_id``, ``written_at`` (of the public English text),
    ``words_changed_at`` (of the Vietnamese one).
    """
    found = (apps.get_model(label) for label in RequiredTranslation.objects.values_list("page_type", flat=True))
    types = [ContentType.objects.get_for_model(model) for model in found]
    twins = Page.objects.filter(
        translation_key=OuterRef("translation_key"), locale__language_code=TARGET, alias_of__isnull=True
    ).annotate(written=Coalesce("live_revision__created_at", "last_published_at"))
    pages = open_to_all(Page.objects.filter(locale__language_code=settings.LANGUAGE_CODE, content_type__in=types))
    return (
        pages.filter(pk__in=own_pages(user).values("pk"), alias_of__isnull=True)
        .annotate(
            twin_id=Subquery(twins.values("pk")[:1]),
            twin_live=Subquery(twins.values("live")[:1]),
            written_at=Subquery(twins.values("written")[:1]),
            words_changed_at=F("text_version__changed_at"),
            **{f"lacks_{part.value}": _lacks(part) for part in Part},
        )
        .annotate(
            state=Case(
                When(twin_id__isnull=True, then=Value(State.MISSING)),
                When(twin_live=False, then=Value(State.DRAFT)),
                When(words_changed_at__gt=F("written_at"), then=Value(State.STALE)),
                When(_LACKS_SOMETHING, then=Value(State.INCOMPLETE)),
                default=Value(State.CURRENT),
                output_field=models.CharField(),
            )
        )
        .order_by("path")
    )


def counts(user: Any) -> dict[str, int]:
    """Return how many required pages of the sections of ``user`` are in each state, in one query."""
    totals = {state.value: models.Count("pk", filter=Q(state=state.value)) for state in State}
    return required_pages(user).aggregate(**totals)


def labels_owed(user: Any) -> list[dict[str, Any]]:
    """Return ``{"kind", "name", "url"}`` of the labels that are public in English under their Vietnamese name.

    One query a kind of label. ``url`` is empty for who may not change the label.
    """
    finder = AdminURLFinder(user)
    return [
        {"kind": model._meta.verbose_name, "name": label.original_name, "url": finder.get_edit_url(label) or ""}
        for model in label_models()
        for label in untranslated_labels(model)
    ]


def days_late(page: Any) -> int | None:
    """Return since how many days English is owed: from the change, or from the publication if there is none."""
    since = {State.STALE: page.words_changed_at, State.MISSING: page.first_published_at}.get(page.state)
    return (timezone.localdate() - timezone.localdate(since)).days if since else None
