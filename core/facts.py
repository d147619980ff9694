"""What a translation takes over from its original as it is: figures, days, states, relations, rows.

They are true in every language, so they do not wait for a translator: the publication of the original carries them
over, and no revision of the translation has others (``BasePage.with_content_json``).
"""

from typing import Any

from django.db import models, transaction
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel, get_all_child_relations
from wagtail.models import Locale, Page, TranslatableMixin

from core.fields import fixed_fields


@transaction.atomic
def carry_facts(original: Page, twin: Page) -> None:
    """Write the fixed fields of ``original`` into the row of ``twin``, pointing at translations where there are some.

    Texts, drafts and the history of ``twin`` stay as they are. Both are specific pages.
    """
    names = fixed_fields(type(original))  # type: ignore[arg-type]
    if not names or type(original) is not type(twin):
        return
    twins = _Twins(twin.locale)
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
