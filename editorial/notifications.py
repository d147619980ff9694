"""From an event of a workflow to the inboxes of those whom it concerns, and to one e-mail a day for who wants that.

The e-mail at once is Wagtail's own; a person who chose the digest has it switched off in the same moment.
"""

from collections import defaultdict
from collections.abc import Iterable

from django.conf import settings
from django.core.mail import send_mail
from django.db import models
from django.template.loader import render_to_string
from django.utils import timezone, translation
from wagtail.admin.utils import get_admin_base_url
from wagtail.models import TaskState, WorkflowState

from core.models import User
from editorial.models import Notification, NotificationKind


def tell(
    recipients: Iterable[User],
    kind: NotificationKind,
    thing: models.Model,
    address: str,
    sender: User | None,
    comment="",
) -> None:
    """Put one line about ``thing`` into the inbox of every active recipient but the sender himself."""
    title = (thing.get_admin_display_title() if hasattr(thing, "get_admin_display_title") else str(thing))[:255]
    name = sender.get_full_name() or sender.get_username() if sender else ""
    people = {user.pk: user for user in recipients if user and user.is_active and user != sender}
    Notification.objects.bulk_create(
        Notification(recipient=user, kind=kind, title=title, address=address, sender=name, comment=comment)
        for user in people.values()
    )


def people_of(task_state: TaskState) -> Iterable[User]:
    """Return the members of the groups that a waiting task asks."""
    groups = getattr(task_state.task.specific, "groups", None)
    return User.objects.filter(groups__in=groups.all(), is_active=True).distinct() if groups is not None else []


def writers_of(workflow_state: WorkflowState) -> set[User]:
    """Return who submitted a text and who wrote the revisions that were looked at."""
    revisions = workflow_state.task_states.select_related("revision__user")
    writers = {state.revision.user for state in revisions if state.revision and state.revision.user}
    return writers | ({workflow_state.requested_by} if workflow_state.requested_by else set())


def close_turns(address: str, kept: Iterable[User] = ()) -> None:
    """Mark as read what asked for a decision that somebody has taken meanwhile."""
    waiting = Notification.objects.filter(address=address, kind=NotificationKind.TURN, read_at=None)
    waiting.exclude(recipient__in=[user.pk for user in kept]).update(read_at=timezone.now())


def send_digests() -> int:
    """Mail everybody who chose the digest what is new and unread since the last one; return the number of letters.

    A letter that cannot be sent is tried again at the next run.
    """
    new = Notification.objects.filter(read_at=None, mailed_at=None, recipient__notification_preference__digest=True)
    new = new.exclude(recipient__email="").filter(recipient__is_active=True)
    lines: dict[User, list[Notification]] = defaultdict(list)
    for notification in new.select_related("recipient").order_by("created_at"):
        lines[notification.recipient].append(notification)
    return sum(_send_digest(user, notifications) for user, notifications in lines.items())


def _send_digest(user: User, notifications: list[Notification]) -> int:
    profile = getattr(user, "wagtail_userprofile", None)
    with translation.override(profile.get_preferred_language() if profile else settings.LANGUAGE_CODE):
        context = {"notifications": notifications, "user": user, "base_url": get_admin_base_url()}
        subject = render_to_string("editorial/mail/digest_subject.txt", context).strip()
        body = render_to_string("editorial/mail/digest.txt", context)
    try:
        send_mail(subject, body, None, [user.email])
    except OSError:
        return 0
    Notification.objects.filter(pk__in=[notification.pk for notification in notifications]).update(
        mailed_at=timezone.now()
    )
    return 1
