"""How many successors an ending needs. Pure; the same for organisations and for places."""

from django.utils.translation import gettext as _

from departments.enums import EndKind


def successor_count_problem(kind: str, count: int) -> str:
    """Return, in words, what is wrong with ``count`` successors, or an empty string.

    None for a unit that ended for good, two or more for a split, exactly one for everything else.
    """
    if kind == EndKind.ENDED:
        return _("What ends without a successor has none: choose another way of ending or no successor.") * bool(
            count
        )
    if kind == EndKind.SPLIT:
        return "" if count >= 2 else _("A split needs two or more successors.")
    if count == 0:
        return _("Choose who takes over: without a successor readers would be lost.")
    return "" if count == 1 else _("There can be only one successor, unless a unit is split.")
