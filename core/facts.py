"""What a translation takes over from its original as it is: figures, days, states, relations, rows.

They are true in every language, so they do not wait for a translator: the publication of the original carries them
over, and no revision of the translation has others (``BasePage.with_content_json``). Of a ``TranslatedRow`` only the
facts are carried over; its words stand in the original's language until somebody translates them.
"""

from typing import Any

from django.db import models, transaction
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel, get_all_child_relations, get_serializable_data_for_fields
from wagtail.models import Locale, Page, TranslatableMixin

from core.fields import fixed_fields, translated_rows, word_fields


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
        _carry_rows(original, twin, name, twins)
    for name in names:
        field = original._meta.get_field(name)
        if isinstance(field, models.ManyToOneRel):
            original.copy_child_relation(name, twin)
            for child in getattr(twin, name).get_object_list():
                twins.point_over(child)
        elif isinstance(field, ParentalManyToManyField):
            found = (twins.of(thing) for thing in getattr(original, name).all())
            setattr(twin, name, [thing for thing in found if thing is not None])
        elif isinstance(field, models.ForeignKey):
            thing = getattr(original, name)
            setattr(twin, name, thing and twins.of(thing))
        else:
            setattr(twin, field.attname, getattr(original, field.attname))
    twin.save(clean=False)


def _carry_rows(original: Page, twin: Page, name: str, twins: "_Twins") -> None:
    """Give ``twin`` the rows of ``original`` under the words that were translated before."""
    before = {row.translation_key: row for row in getattr(twin, name).all()}
    original.copy_child_relation(name, twin)
    for row in getattr(twin, name).get_object_list():
        known = before.get(row.translation_key)
        row.pk, row.locale = known and known.pk, twin.locale
        kind: Any = type(row)
        row.untranslated = [word for word in word_fields(kind) if not _take_translation(row, known, word)]
        twins.point_over(row)


def _take_translation(row: Any, known: Any, word: str) -> bool:
    """Put what ``known`` says into ``row``, which has the original's words; tell whether it is a translation."""
    words, translation = getattr(row, word), known and getattr(known, word)
    if words and (not translation or translation == words or word in known.untranslated):
        return False
    setattr(row, word, words and translation)
    return True


def with_facts(page: Page, content: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """Return relation → serialised rows for a revision of the translation ``page``, with the words of ``content``."""
    merged = {}
    for name in translated_rows(type(page)):  # type: ignore[arg-type]
        relation = page._meta.get_field(name)
        words = {row.get("translation_key"): row for row in content.get(name, [])}
        stored = relation.related_model._default_manager.filter(**{relation.remote_field.name: page.pk})
        merged[name] = [_with_words(row, words.get(str(row.translation_key), {})) for row in stored]
    return merged


def _with_words(row: Any, words: dict[str, Any]) -> dict[str, Any]:
    data = row.serializable_data() if isinstance(row, ClusterableModel) else get_serializable_data_for_fields(row)
    kind: Any = type(row)
    carried = words.get("untranslated", [])
    typed = {
        name: words[name] for name in word_fields(kind) if data[name] and words.get(name) and name not in carried
    }
    data["untranslated"] = [name for name in row.untranslated if typed.get(name, data[name]) == data[name]]
    return {**data, **typed}


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
