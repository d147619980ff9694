"""People and places for the search box: things that are not pages."""

from urllib.parse import urlencode

from django.utils import timezone

from core.privacy import is_public
from core.searchable import Findable, SearchFacts
from departments.models import AdministrativeUnit, Person, PlaceLookupPage
from departments.paths import sub_path


def describe_person(person: Person) -> Findable | None:
    """Return a person with the public posts of today; ``None`` for somebody who holds none."""
    today = timezone.localdate()
    posts = list(person.appointments.select_related("organisation"))
    held = [
        post
        for post in posts
        if is_public(post.organisation)
        and (post.starts_on is None or post.starts_on <= today)
        and (post.ends_on is None or post.ends_on >= today)
    ]
    if not held:
        return None
    organisation = held[0].organisation
    facts = SearchFacts(
        kind="person",
        title=person.name_with_honorific,
        lead="; ".join(f"{post.post}, {post.organisation.title}" for post in held),
        body=person.bio,
        keys=(person.full_name, *(f"{post.post} {post.organisation.title}" for post in held)),
        organisation_id=organisation.pk,
    )
    url = f"{organisation.url}{sub_path('leaders')}#person-{person.pk}"
    return Findable(facts, url, organisation.locale.language_code, page_id=organisation.pk)


def describe_place(place: AdministrativeUnit) -> Findable | None:
    """Return a former place, on the look-up page; a place of today is found as its authority."""
    page = PlaceLookupPage.objects.live().filter(locale__language_code="vi").first()
    if page is None or place.valid_to is None:
        return None
    facts = SearchFacts(
        kind="place",
        title=place.full_name,
        lead=place.trail,
        keys=(place.name, place.code),
        day=place.valid_to,
        organisation_id=place.organisation_id,
    )
    return Findable(facts, f"{page.url}?{urlencode({'q': place.full_name})}", "vi", page_id=page.pk)
