"""What a form would refer to: pages, images and files named by number, which a forged POST can make up.

Choosers offer what a person may know. What they never offered is refused before anything is shown or stored, since a
form that comes back, or a preview, would tell its title.
"""

from collections.abc import Callable, Iterator
from typing import Any

from django.core.exceptions import FieldDoesNotExist, PermissionDenied
from django.db.models import Model
from django.forms import ModelForm

# (account, model, keys as text) → those of the keys that may not be chosen.
Rule = Callable[[Any, type[Model], set[str]], set[str]]
Reference = tuple[type[Model], str]
_rules: list[Rule] = []


def register_rule(rule: Rule) -> None:
    """Ask ``rule`` about everything that is chosen anew in a form."""
    if rule not in _rules:
        _rules.append(rule)


def references(form: ModelForm, name: str, value: Any) -> set[Reference]:
    """Return what ``value`` of the model field ``name`` refers to: a key, a list of keys, a stream or a rich text."""
    try:
        field = form._meta.model._meta.get_field(name)
    except FieldDoesNotExist:
        return set()
    if not value:
        return set()
    if hasattr(field, "extract_references"):
        return {(model, str(key)) for model, key, _path, _content in field.extract_references(value)}
    if not field.related_model:
        return set()
    keys = value if isinstance(value, list | tuple) else [value]
    return {(field.related_model, str(getattr(key, "pk", key))) for key in keys}


def newly_chosen(form: ModelForm) -> Iterator[Reference]:
    """Yield what a bound form, its inline rows included, refers to and its instance did not."""
    for name, field in form.fields.items():
        posted = field.widget.value_from_datadict(form.data, form.files, form.add_prefix(name))
        yield from references(form, name, posted) - references(form, name, form.initial.get(name))
    for formset in getattr(form, "formsets", {}).values():
        for row in formset.forms:
            yield from newly_chosen(row)


class BoundChoices:
    """A model form that takes no number its account could not have chosen; mix it in before the form."""

    def full_clean(self) -> None:
        """Raise ``PermissionDenied`` for a forged choice; then clean as ever."""
        user = getattr(self, "for_user", None)
        if self.is_bound and user is not None:  # type: ignore[attr-defined]  # of the form beside this mixin
            by_model: dict[type[Model], set[str]] = {}
            for model, key in newly_chosen(self):  # type: ignore[arg-type]
                by_model.setdefault(model, set()).add(key)
            for model, keys in by_model.items():
                if any(rule(user, model, keys) for rule in _rules):
                    raise PermissionDenied
        super().full_clean()  # type: ignore[misc]
