"""Whether a document holds on a given day: computed from dates and from what other documents do to it.

Nothing of it is stored, so nothing has to be done at midnight. The same rule stands twice: here for one document
whose relations are known, in ``legal.querysets`` for a whole register; a test holds the two against each other.

The rule (Law 64/2025/QH15 on normative documents and its forerunner of 2015): a document ends when its time is up or
when another one replaces or repeals it; one that was amended, or replaced or repealed in part, has expired in part.
The other document acts from its own first day in force, and only while it is published.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from legal.enums import RelationKind, ValidityStatus

# What takes a document's force.
ENDING = (RelationKind.REPLACES, RelationKind.REPEALS)
# What takes the force of a part of it: these in part, and every amendment.
CHANGING = (*ENDING, RelationKind.AMENDS)


@dataclass(frozen=True)
class Effect:
    """What a published document does to another one, from the day on which it takes effect itself."""

    kind: str
    is_partial: bool
    since: date


@dataclass(frozen=True)
class Override:
    """A status that somebody set by hand, with a reason, for a time; ``until`` is the first day after it."""

    status: str
    since: date | None = None
    until: date | None = None

    def holds_on(self, day: date) -> bool:
        """Tell whether the status was set for ``day``."""
        return bool(self.status) and (not self.since or self.since <= day) and (not self.until or day < self.until)


def status_on(
    day: date,
    effective_from: date | None,
    expires_on: date | None,
    effects: Iterable[Effect],
    override: Override,
) -> ValidityStatus:
    """Return the status of a document on ``day``; ``expires_on`` is the first day on which it does not hold."""
    if override.holds_on(day):
        return ValidityStatus(override.status)
    acting = [effect for effect in effects if effect.since <= day]
    if any(effect.kind in ENDING and not effect.is_partial for effect in acting):
        return ValidityStatus.EXPIRED
    if expires_on and expires_on <= day:
        return ValidityStatus.EXPIRED
    if effective_from is None or day < effective_from:
        return ValidityStatus.NOT_YET
    if any(effect.kind in CHANGING for effect in acting):
        return ValidityStatus.PARTLY_EXPIRED
    return ValidityStatus.IN_FORCE
