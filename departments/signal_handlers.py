"""What follows a change among organisations."""

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.signals import post_page_move

from core.cache import forget_of_pages
from core.models.listing import ListingMixin
from core.searchable import facts_changed
from core.tasks import make_image_renditions
from departments.models import (
    AdministrativeUnit,
    Appointment,
    Holiday,
    OpeningRule,
    OrganisationPage,
    Person,
    PlaceLookupPage,
    Reorganisation,
    ServicePoint,
    Succession,
)
from departments.schedules import forget_hours
from departments.succession import forget_successions


@receiver([post_save, post_delete], sender=Succession)
@receiver([post_save, post_delete], sender=Reorganisation)
@receiver(post_page_move)
def follow_succession(sender, **kwargs) -> None:
    """Banners and lists of successors follow at once."""
    forget_successions()


@receiver([post_save, post_delete])
def follow_lists(sender, instance, **kwargs) -> None:
    """A successor's list has a new list of its predecessor's at once."""
    if isinstance(instance, ListingMixin | OrganisationPage):
        forget_successions()


@receiver([post_save, post_delete], sender=AdministrativeUnit)
def follow_legal_bases(sender, **kwargs) -> None:
    """The look-up names other documents as soon as a place does."""
    for page in PlaceLookupPage.objects.live():
        facts_changed.send(sender=PlaceLookupPage, instance=page)


@receiver([post_save, post_delete], sender=OpeningRule)
@receiver([post_save, post_delete], sender=Holiday)
def follow_hours(sender, **kwargs) -> None:
    """Changed hours and holidays hold on every page at once."""
    forget_hours()


@receiver([post_save, post_delete], sender=Appointment)
@receiver([post_save, post_delete], sender=ServicePoint)
def follow_entries(sender, instance, **kwargs) -> None:
    """The menu of a section names leaders and service points once there are any; search follows a changed post."""
    forget_of_pages()
    if isinstance(instance, Appointment):
        person = Person.objects.filter(pk=instance.person_id).first()
        if person:
            facts_changed.send(sender=Person, instance=person)


@receiver(post_save, sender=Person)
def make_portrait(sender, instance, raw=False, **kwargs) -> None:
    """Make a portrait's sizes when it is chosen, so that no reader's request has to."""
    if instance.photo_id and not raw:
        transaction.on_commit(lambda: make_image_renditions.enqueue(instance.photo_id, ["portrait"]))
