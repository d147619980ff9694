"""Whose documents a department's register lists: its own and those of the units that it took over from."""

from wagtail.models import Page

from departments.models import Succession


def with_predecessors(organisation: Page) -> list[Page]:
    """Return ``organisation``, the units it succeeded, those they succeeded and so on, in all languages.

    Successions stand between pages of the first language; translations share their translation key.
    """
    keys = {organisation.translation_key}
    frontier = keys
    while frontier:
        rows = Succession.objects.filter(successor__translation_key__in=frontier)
        frontier = set(rows.values_list("predecessor__translation_key", flat=True)) - keys
        keys |= frontier
    return list(Page.objects.filter(translation_key__in=keys))
