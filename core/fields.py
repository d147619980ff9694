"""Model fields of the house."""

from functools import cache

from django.db import models
from django.utils.functional import cached_property
from wagtail.fields import StreamField as WagtailStreamField
from wagtail_localize.fields import (
    BaseTranslatableField,
    SynchronizedField,
    TranslatableField,
    get_translatable_fields,
)


def synchronised(*names: str) -> list[BaseTranslatableField]:
    """Return settings for ``override_translatable_fields``: taken over as they are, a translator may differ."""
    return [SynchronizedField(name) for name in names]


def fixed(*names: str) -> list[BaseTranslatableField]:
    """Return the same for numbers, dates and states of the original, which no translator may change.

    They are carried over when the original is published, without waiting for a translator (``core.facts``).
    """
    return [SynchronizedField(name, overridable=False) for name in names]


@cache
def fixed_fields(model: type[models.Model]) -> tuple[str, ...]:
    """Return the names of the fields of a page type that ``fixed`` declares."""
    declared = get_translatable_fields(model)
    return tuple(f.field_name for f in declared if isinstance(f, SynchronizedField) and not f.overridable)


def words(*names: str) -> list[BaseTranslatableField]:
    """Return settings for ``translatable_fields`` of a row: fields that a translator translates, and rows below."""
    return [TranslatableField(name) for name in names]


@cache
def translated_rows(model: type[models.Model]) -> tuple[str, ...]:
    """Return the names of the relations of a page type, or of a row, to rows that are translated with it."""
    relations = (declared.get_field(model) for declared in get_translatable_fields(model))
    return tuple(
        field.name
        for field in relations
        if isinstance(field, models.ManyToOneRel) and hasattr(field.related_model, "untranslated")
    )


@cache
def word_fields(model: type[models.Model]) -> tuple[str, ...]:
    """Return the names of the fields of a row that ``words`` declares; those of rows below it are their own."""
    return tuple(f.field_name for f in get_translatable_fields(model) if f.field_name not in translated_rows(model))


def own(*names: str) -> list[BaseTranslatableField]:
    """Return the same for fields that every language has for itself: neither translated nor taken over."""
    return [BaseTranslatableField(name) for name in names]


class StreamField(WagtailStreamField):
    """A StreamField whose block definitions stay out of migrations.

    A changed block then makes no migration. The price: a data migration sees ``raw_data`` only (ADR 0003).
    """

    def __init__(self, block_types=None, **kwargs):
        super().__init__(block_types if block_types is not None else [], **kwargs)

    def deconstruct(self):
        name, path, _args, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        kwargs.pop("verbose_name", None)
        kwargs.pop("help_text", None)
        return name, path, [], kwargs


class SettingStreamField(StreamField):
    """A StreamField whose blocks a setting names (see ``core.blocks.registry``), read when they are first needed.

    So a page type on a low floor can offer blocks of rooms that are built on it.
    """

    def __init__(self, setting: str = "", **kwargs):
        self.setting = setting
        super().__init__(**kwargs)

    @cached_property
    def stream_block(self):
        from core.blocks.registry import blocks_from_setting

        self.block_types_arg = blocks_from_setting(self.setting) if self.setting else []
        return super().stream_block
