"""Four eyes: nobody approves or publishes a change that he made any part of since the last publication.

The rule looks at data, not at screens: authors of revisions, submitters, approvals. What no person wrote (the demo,
the importer's drafts) needs one person; what a person wrote needs another one with the right to publish there.
"""

from django.db.models import Model, QuerySet
from django.db.models.signals import post_save, pre_save
from django.dispatch import receiver
from django.utils.translation import gettext as _
from wagtail.log_actions import log, registry
from wagtail.models import Page, Revision, TaskState, WorkflowState
from wagtail.permissions import policy_registry
from wagtail_localize.models import StringTranslation

from core.models import User
from core.publication import PublicationRefused
from editorial.models import Approval

# Not "wagtail.revert": that is a draft with older words.
PUBLICATIONS = ("wagtail.publish", "wagtail.publish.scheduled")


def contributors(thing: Model, revision: Revision | None = None) -> set[User]:
    """Return the accounts that made a part of the change since the last publication, up to ``revision`` if given.

    Who sent it for approval counts as one of them. Accounts that were deleted are not among them; ``is_persons_work``
    knows of them.
    """
    changes = changes_since_publication(thing, revision)
    ids = set(changes.exclude(user=None).values_list("user_id", flat=True))
    ids |= set(
        WorkflowState.objects.for_instance(thing)
        .filter(task_states__revision__in=changes.values("pk"), requested_by__isnull=False)
        .values_list("requested_by_id", flat=True)
    )
    return set(User.objects.filter(pk__in=ids | translators(thing)))


def translators(thing: Model) -> set[int]:
    """Return the ids of the accounts that translated pieces of a page since its last publication.

    The segment editor stores a piece without a revision; somebody else may hand the page on.
    """
    if not isinstance(thing, Page):
        return set()
    pieces = StringTranslation.objects.filter(context__object_id=thing.translation_key, locale=thing.locale_id)
    if thing.live_revision_id:
        pieces = pieces.filter(updated_at__gt=thing.live_revision.created_at)
    return set(pieces.exclude(last_translated_by=None).values_list("last_translated_by_id", flat=True))


def changes_since_publication(thing: Model, revision: Revision | None = None) -> QuerySet[Revision]:
    """Return the revisions that ``revision`` (default: the newest) adds to what was published last."""
    published = last_published(thing)
    if revision is not None and revision.pk <= published:
        # An older state brought back as it is: its own author answers for it.
        return thing.revisions.filter(pk=revision.pk)  # type: ignore[attr-defined]
    changes = thing.revisions.filter(pk__gt=published)  # type: ignore[attr-defined]
    return changes.filter(pk__lte=revision.pk) if revision is not None else changes


def last_published(thing: Model) -> int:
    """Return the id of the revision that was published last, 0 for none; a page taken back keeps its history."""
    row = type(thing)._base_manager.filter(pk=thing.pk).values_list("live_revision_id", flat=True).first()
    if row:
        return row
    entries = registry.get_logs_for_instance(thing).filter(action__in=PUBLICATIONS, revision__isnull=False)
    return entries.order_by("-timestamp").values_list("revision_id", flat=True).first() or 0


def is_persons_work(thing: Model, revision: Revision) -> bool:
    """Tell whether a person, even one whose account is gone, wrote any part of what ``revision`` would publish."""
    changes = changes_since_publication(thing, revision)
    if changes.exclude(user=None).exists():
        return True
    # The log keeps the number of a deleted account, which the revision has lost.
    entries = registry.get_logs_for_instance(thing).filter(revision__in=changes.values("pk"))
    return entries.filter(user_id__isnull=False).exists()


def may_publish(user: User, thing: Model) -> bool:
    """Tell whether ``user`` has the right to publish ``thing`` where it stands."""
    if isinstance(thing, Page):
        return thing.permissions_for_user(user).can_publish()
    return policy_registry.get(thing).user_has_permission(user, "publish")


def refusal(user: User | None, thing: Model, revision: Revision | None = None) -> str:
    """Return why ``user`` may not approve ``revision`` (default: the newest), as a sentence; empty if he may."""
    if user is not None and user in contributors(thing, revision):
        return _("You wrote or submitted a part of this change, so somebody else has to approve it.")
    return ""


def approve(thing: Model, revision: Revision, user: User | None, reviewer: str = "") -> Approval:
    """Record the yes of ``user``, or of the leader ``reviewer`` without an account, to ``revision``.

    Raises ``PublicationRefused`` for who made a part of it. The log names the revision.
    """
    if why := refusal(user, thing, revision):
        raise PublicationRefused(why)
    is_final = may_publish(user, thing) if user else bool(reviewer)
    approval = Approval.objects.create(revision=revision, by=user, reviewer=reviewer, is_final=is_final)
    data = {"revision": revision.pk, "reviewer": reviewer, "final": is_final}
    log(instance=thing, action="editorial.approve", user=user, data=data, revision=revision)
    return approval


def is_approved(thing: Model, revision: Revision) -> bool:
    """Tell whether somebody with the right to publish, who made no part of it, said yes to this very revision."""
    approvals = Approval.objects.filter(revision=revision, is_final=True)
    return approvals.exclude(by__in=contributors(thing, revision)).exists()


def guard(thing: Model, revision: Revision, user: User | None) -> None:
    """Let only approved work go out (see ``core.publication.register_guard``).

    A person who may publish and made no part of the change approves it by publishing it.
    """
    if not is_persons_work(thing, revision) or is_approved(thing, revision):
        return
    why = refusal(user, thing, revision)
    if user is None or not (why or may_publish(user, thing)):
        # The last step of a workflow asks nobody else whether its people may publish here.
        why = _("Nobody who may publish has approved this version yet.")
    if why:
        note_refusal(thing, why, user, revision)
        raise PublicationRefused(why)
    approve(thing, revision, user)


def note_refusal(thing: Model, why: str, user: User | None = None, revision: Revision | None = None) -> None:
    """Leave in the audit log who tried to publish or approve what, and the sentence why it was not done.

    It is lost where a larger transaction is undone, a bundle or a timer, which keep the sentence themselves.
    """
    log(instance=thing, action="editorial.refuse", user=user, data={"why": str(why)}, revision=revision)


@receiver(pre_save, sender=TaskState)
def check_a_decision(sender, instance: TaskState, raw=False, **kwargs) -> None:
    """No decision on one's own change, no return without a reason, whatever road it takes."""
    if raw or not instance.pk or instance.status not in (TaskState.STATUS_APPROVED, TaskState.STATUS_REJECTED):
        return
    if TaskState.objects.filter(pk=instance.pk).exclude(status=TaskState.STATUS_IN_PROGRESS).exists():
        return
    if instance.status == TaskState.STATUS_REJECTED:
        if not instance.comment.strip():
            raise PublicationRefused(_("Say why you return the text."))
        return
    thing = instance.workflow_state.content_object
    if why := refusal(instance.finished_by, thing, instance.revision):
        raise PublicationRefused(why)


@receiver(post_save, sender=TaskState)
def record_a_decision(sender, instance: TaskState, raw=False, **kwargs) -> None:
    """An approved step is an approval of its revision; it is there before the last step publishes."""
    if raw or instance.status != TaskState.STATUS_APPROVED or instance.finished_by is None:
        return
    thing = instance.workflow_state.content_object
    Approval.objects.get_or_create(
        revision=instance.revision,
        by=instance.finished_by,
        defaults={"is_final": may_publish(instance.finished_by, thing)},
    )
