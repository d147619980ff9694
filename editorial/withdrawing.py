"""Taking a published page back, and putting it back."""

from dataclasses import replace

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page

from core.languages import said
from core.models import User
from core.privacy import is_public
from core.withdrawals import Withdrawn
from editorial.models import Withdrawal, WithdrawalKind


def find_withdrawn(page: Page) -> Withdrawn | None:
    """Answer ``core.withdrawals.find``; an alias is withdrawn with the page it shows."""
    keys = [key for key in (page.pk, page.alias_of_id) if key]
    withdrawal = Withdrawal.objects.filter(page__in=keys).select_related("target", "revision").first()
    if withdrawal is None:
        return None
    gone = Withdrawn(_reason(withdrawal, page), withdrawal.at)
    if withdrawal.kind == WithdrawalKind.MERGED and withdrawal.target and is_public(withdrawal.target):
        return replace(gone, url=withdrawal.target.url or "")
    if withdrawal.kind == WithdrawalKind.WITHDRAWN and withdrawal.revision:
        return replace(gone, shown=withdrawal.revision.as_object())
    # Posted in error, or what it was merged into is gone as well.
    return gone


def _reason(withdrawal: Withdrawal, page: Page) -> str:
    """Return the reason; one that was given for both languages in one go is in that of the original."""
    original = Withdrawal.objects.filter(
        page__translation_key=page.translation_key,
        page__locale__language_code=settings.LANGUAGE_CODE,
        reason=withdrawal.reason,
    )
    return said(withdrawal.reason, settings.LANGUAGE_CODE) if original.exists() else withdrawal.reason


@transaction.atomic
def withdraw(withdrawal: Withdrawal, user: User) -> None:
    """Take ``withdrawal.page`` back at once; raise if it is not public or ``user`` may not publish there.

    One person is enough: a mistake in public cannot wait for a second one. The log names him, and putting the page
    back is a publication like any other.
    """
    page = Page.objects.select_for_update().get(pk=withdrawal.page_id).specific
    if not page.permissions_for_user(user).can_unpublish():
        raise PermissionDenied
    if not page.live:
        raise ValidationError(_("This page is not published."))
    withdrawal.full_clean()
    withdrawal.revision = page.live_revision or page.save_revision(clean=False, changed=False)
    withdrawal.by = user
    withdrawal.save()
    page.unpublish(user=user, log_action=False)
    data = {"kind": withdrawal.kind, "reason": withdrawal.reason, "revision": withdrawal.revision_id}
    if withdrawal.target:
        data["target"] = withdrawal.target_id
    log(page, "editorial.withdraw", user=user, data=data)


@transaction.atomic
def put_back(withdrawal: Withdrawal, user: User) -> None:
    """Publish again what was public; the four eyes rule decides whether ``user`` may."""
    page = withdrawal.page.specific
    if not page.permissions_for_user(user).can_publish():
        raise PermissionDenied
    if withdrawal.revision is None:
        raise ValidationError(_("What was published is not kept any more: publish a new draft."))
    withdrawal.revision.publish(user=user)


def end_withdrawal(page: Page) -> None:
    """Forget that ``page`` was withdrawn: it has just been published."""
    for withdrawal in Withdrawal.objects.filter(page=page):
        withdrawal.delete()
        log(page, "editorial.put_back", data={"kind": withdrawal.kind, "reason": withdrawal.reason})


def was_published(page: Page) -> bool:
    """Tell whether ``page`` or one below it is or ever was public: such a page is withdrawn, never deleted."""
    family = page.get_descendants(inclusive=True)
    return family.live().exists() or family.filter(first_published_at__isnull=False).exists()
