"""The events of a workflow that fill the inbox."""

from django.dispatch import receiver
from django.urls import NoReverseMatch, reverse
from wagtail.models import Page, TaskState, WorkflowState
from wagtail.signals import task_submitted, workflow_approved, workflow_cancelled, workflow_rejected

from editorial.models import NotificationKind
from editorial.notifications import close_turns, people_of, tell, writers_of


def address_of(thing) -> str:
    """Return the path of the editor of a page or snippet; empty where there is none."""
    if isinstance(thing, Page):
        return reverse("wagtailadmin_pages:edit", args=[thing.pk])
    try:
        return reverse(thing.snippet_viewset.get_url_name("edit"), args=[thing.pk])
    except (AttributeError, NoReverseMatch):
        return ""


@receiver(task_submitted, sender=TaskState)
def ask_whose_turn_it_is(instance: TaskState, user, **kwargs) -> None:
    """A step has begun: those who may take it are asked, those of the step before are no longer."""
    thing = instance.workflow_state.content_object
    address, people = address_of(thing), people_of(instance)
    close_turns(address)
    tell(people, NotificationKind.TURN, thing, address, user, instance.comment)


@receiver(workflow_rejected, sender=WorkflowState)
def tell_of_the_return(instance: WorkflowState, user, **kwargs) -> None:
    """The writers learn that, by whom and why their text came back."""
    comment = instance.current_task_state.comment if instance.current_task_state else ""
    _tell_writers(instance, NotificationKind.RETURNED, user, comment)


@receiver(workflow_approved, sender=WorkflowState)
def tell_of_the_approval(instance: WorkflowState, user, **kwargs) -> None:
    """The writers learn that their text was approved."""
    _tell_writers(instance, NotificationKind.APPROVED, user)


@receiver(workflow_cancelled, sender=WorkflowState)
def tell_of_the_cancellation(instance: WorkflowState, user, **kwargs) -> None:
    """The writers learn that nobody will decide."""
    _tell_writers(instance, NotificationKind.CANCELLED, user)


def _tell_writers(state: WorkflowState, kind: NotificationKind, user, comment: str = "") -> None:
    thing = state.content_object
    address = address_of(thing)
    close_turns(address)
    tell(writers_of(state), kind, thing, address, user, comment)
