"""What the editorial office does when something was published or a draft was saved."""

from django.contrib.contenttypes.models import ContentType
from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail.models import Page, Revision, WorkflowState
from wagtail.signals import page_published, post_page_move

from departments.ownership import owning_organisation
from editorial.corrections import log_new_corrections
from editorial.models import Approval
from editorial.release import forget_approvals
from editorial.withdrawing import end_withdrawal


@receiver(page_published)
def forget_withdrawal(sender, instance, **kwargs) -> None:
    """A page that is public again is not withdrawn."""
    end_withdrawal(instance)


@receiver(page_published)
def log_corrections(sender, instance, revision=None, **kwargs) -> None:
    """Readers see which unit corrected a page; the history keeps the account, once for every correction."""
    log_new_corrections(instance, revision.user if revision else None)


@receiver(post_save, sender=Revision)
def forget_bundle_approvals(sender, instance, created, raw=False, **kwargs) -> None:
    """A draft that is newer than what was approved takes the approval of its bundles away."""
    if created and not raw and instance.base_content_type == ContentType.objects.get_for_model(Page):
        forget_approvals(int(instance.object_id), instance.pk)


@receiver(post_page_move)
def ask_the_new_office(sender, instance, parent_page_before, parent_page_after, **kwargs) -> None:
    """What moved into another unit's section is that unit's to approve; who was to approve it decides no more."""
    before, after = (owning_organisation(parent) for parent in (parent_page_before, parent_page_after))
    if (before and before.pk) == (after and after.pk):
        return
    keys = [str(pk) for pk in instance.get_descendants(inclusive=True).values_list("pk", flat=True)]
    moved = {"base_content_type": ContentType.objects.get_for_model(Page), "object_id__in": keys}
    revisions = Revision.objects.filter(**moved)
    Approval.objects.filter(revision__in=revisions.values("pk"), is_final=True).update(is_final=False)
    for state in WorkflowState.objects.active().filter(**moved):
        state.cancel()
