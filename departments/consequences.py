"""What a reorganisation would do, for the person who is about to confirm it."""

import hashlib
from dataclasses import dataclass, field

from django.db.models import Count, Q
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, ReferenceIndex

from departments.models import AdministrativeUnit, Appointment, OrganisationPage
from departments.reorganisation import Plan, places_that_go_over, running_posts


@dataclass
class ListJoined:
    """A list of a predecessor, the number of its public entries, and the list of the successor that takes them in."""

    title: str
    entries: int
    joins: str = ""


@dataclass
class UnitConsequences:
    """What happens to one unit that ends."""

    unit: OrganisationPage
    pages: int = 0
    redirects: int = 0
    mentions: int = 0
    posts: list[Appointment] = field(default_factory=list)
    places: list[tuple[AdministrativeUnit, AdministrativeUnit]] = field(default_factory=list)
    lists: list[ListJoined] = field(default_factory=list)
    subordinates: list[OrganisationPage] = field(default_factory=list)


def consequences(plan: Plan) -> list[UnitConsequences]:
    """Return what ``plan`` would change, unit by unit."""
    return [_of(plan, unit) for unit in plan.predecessors]


def fingerprint(found: list[UnitConsequences]) -> str:
    """Return a mark of what was shown: if it differs at the confirmation, something changed in between."""
    return hashlib.sha256(repr(found).encode()).hexdigest()[:32]


def _of(plan: Plan, unit: OrganisationPage) -> UnitConsequences:
    section = Page.objects.descendant_of(unit, inclusive=True)
    found = UnitConsequences(unit)
    found.pages = section.live().count()
    found.redirects = Redirect.objects.filter(redirect_page__in=section).count()
    found.mentions = (
        ReferenceIndex.get_references_to(unit).values("base_content_type", "object_id").distinct().count()
    )
    found.posts = running_posts(unit, plan.on)
    found.places = places_that_go_over(plan, unit)
    found.subordinates = list(OrganisationPage.objects.filter(parent_unit=unit, valid_to=None))
    theirs = {page.content_type_id: page.title for other in plan.successors for page in other.get_children().live()}
    for index in unit.get_children().live().filter(numchild__gt=0):
        entries = index.get_children().aggregate(live=Count("pk", filter=Q(live=True)))["live"]
        found.lists.append(ListJoined(index.title, entries, theirs.get(index.content_type_id, "")))
    return found
