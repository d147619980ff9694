"""What a translation takes over from its original as it is: figures, days, states, relations, rows.

They are true in every language, so they do not wait for a translator: the publication of the original carries them
over, and no revision of the translation has others (``BasePage.with_content_json``). Of a ``TranslatedRow`` only the
facts are carried over; its words stand in the original's language until somebody translates them.
"""

from typing import Any

from django.db import models, transaction
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import (
    ClusterableModel,
    get_all_child_relations,
    get_serializable_data_for_fields,
    model_from_serializable_data,
)
from wagtail.models import Locale, Page, TranslatableMixin

from core.fields import fixed_fields, translated_rows, word_fields

# A row as a revision has it: name of the field → value, name of a relation → rows below.
Row = dict[str, Any]


@transaction.atomic
def carry_facts(original: Page, twin: Page) -> None:
    """Write the fixed fields of ``original`` into the row of ``twin``, pointing at translations where there are some.

    Texts, drafts and the history of ``twin`` stay as they are. Both are specific pages.
    """
    if type(original) is not type(twin):
        return
    names, rows = fixed_fields(type(original)), translated_rows(type(original))  # type: ignore[arg-type]
    if not names and not rows:
        return
    twins = _Twins(twin.locale)
    for name in rows:
        model = original._meta.get_field(name).related_model
        carried = _merged(model, _stored(original, name), _stored(twin, name), twin.locale_id)
        setattr(twin, name, [_built(model, row) for row in carried])
        for child in getattr(twin, name).get_object_list():
            twins.point_over(child)
    for name in names:
        field = original._meta.get_field(name)
        if isinstance(field, ParentalManyToManyField):
            found = (twins.of(thing) for thing in getattr(original, name).all())
            setattr(twin, name, [thing for thing in found if thing is not None])
        elif isinstance(field, models.ForeignKey):
            thing = getattr(original, name)
            setattr(twin, name, thing and twins.of(thing))
        else:
            setattr(twin, field.attname, getattr(original, field.attname))
    twin.save(clean=False)


def with_facts(page: Page, content: Row) -> dict[str, list[Row]]:
    """Return relation → serialised rows for a revision of the translation ``page``, with the words of ``content``."""
    return {
        name: _merged(
            page._meta.get_field(name).related_model, _stored(page, name), content.get(name, []), page.locale_id
        )
        for name in translated_rows(type(page))  # type: ignore[arg-type]
    }


def _stored(page: Page, name: str) -> list[Row]:
    """Return the rows of a relation as they are stored: whoever holds ``page`` may have loaded it before."""
    relation = page._meta.get_field(name)
    rows = relation.related_model._default_manager.filter(**{relation.remote_field.name: page.pk})
    return [
        row.serializable_data() if isinstance(row, ClusterableModel) else get_serializable_data_for_fields(row)
        for row in rows
    ]


def _merged(model: Any, facts: list[Row], words: list[Row], locale: int) -> list[Row]:
    """Return the rows of ``facts``, the original's or the translation's own, under the translated words of others.

    What nobody translated stays as the original has it, and is noted.
    """
    known = {row.get("translation_key"): row for row in words}
    return [_with_words(model, row, known.get(row["translation_key"], {}), locale) for row in facts]


def _with_words(model: Any, facts: Row, words: Row, locale: int) -> Row:
    names, carried = word_fields(model), words.get("untranslated", [])
    typed = {name: words[name] for name in names if facts[name] and words.get(name) and name not in carried}
    row = {**facts, **typed}
    if facts["locale"] != locale:
        row |= {"pk": words.get("pk"), "locale": locale, "untranslated": names}
    row["untranslated"] = [name for name in row["untranslated"] if facts[name] and row[name] == facts[name]]
    for name in translated_rows(model):
        below = model._meta.get_field(name).related_model
        row[name] = _merged(below, facts[name], words.get(name, []), locale)
    return row


def _built(model: Any, row: Row) -> Any:
    build = getattr(model, "from_serializable_data", None)
    return build(row, check_fks=False) if build else model_from_serializable_data(model, row, check_fks=False)


class _Twins:
    """Finds what a page of one language points at in its own."""

    def __init__(self, locale: Locale) -> None:
        self.locale = locale
        self.known: dict[tuple[Any, Any], Any] = {}

    def of(self, thing: Any) -> Any:
        """Return the public translation of ``thing``; without one a page itself, and of a label nothing."""
        if not isinstance(thing, TranslatableMixin) or thing.locale_id == self.locale.pk:
            return thing
        key = (type(thing), thing.pk)
        if key not in self.known:
            twin = thing.get_translation_or_none(self.locale)
            self.known[key] = thing if isinstance(thing, Page) and not (twin and twin.live) else twin
        return self.known[key]

    def point_over(self, row: models.Model) -> None:
        """Let a copied row, and the rows below it, point at translations where there are some."""
        for field in row._meta.concrete_fields:
            if not isinstance(field, models.ForeignKey) or isinstance(field, ParentalKey):
                continue
            # A row keeps a label that has no translation: it is shown as what it is, in Vietnamese.
            if thing := getattr(row, field.name):
                setattr(row, field.name, self.of(thing) or thing)
        if isinstance(row, ClusterableModel):
            for relation in get_all_child_relations(type(row)):
                for child in getattr(row, relation.get_accessor_name()).get_object_list():
                    self.point_over(child)
