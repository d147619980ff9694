"""A release bundle's way: draft → in review → approved → published, or failed with the reason."""

from collections.abc import Iterable

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from core.models import User
from editorial import four_eyes
from editorial.models import NotificationKind
from editorial.models.bundles import BundleItem, BundleState, ReleaseBundle
from editorial.notifications import close_turns, tell
from editorial.review_dates import approvers_of


def visible_bundles(user: User) -> QuerySet[ReleaseBundle]:
    """Return the bundles all of whose pages ``user`` works with; one without pages is its maker's alone."""
    pages = page_permission_policy.instances_user_has_any_permission_for(user, ["add", "change", "publish"])
    items = BundleItem.objects.filter(bundle=OuterRef("pk"))
    own_or_filled = ReleaseBundle.objects.filter(Q(created_by=user) | Exists(items))
    return own_or_filled.exclude(Exists(items.exclude(page__in=pages.order_by().values("pk"))))


def may_edit(bundle: ReleaseBundle, user: User) -> bool:
    """Tell whether ``user`` may edit every page of the bundle."""
    pages = pages_of(bundle)
    return all(page.permissions_for_user(user).can_edit() for page in pages) and bool(
        pages or bundle.created_by_id == user.pk
    )


def may_publish(bundle: ReleaseBundle, user: User) -> bool:
    """Tell whether ``user`` may publish every page of the bundle."""
    pages = pages_of(bundle)
    return bool(pages) and all(page.permissions_for_user(user).can_publish() for page in pages)


# -- what stands in the way ---------------------------------------------------------------------------------------


def problems(bundle: ReleaseBundle) -> list[str]:
    """Return, as sentences, why the bundle could not be published as it is; empty if it could."""
    items = list(items_of(bundle).select_related("page"))
    if not items:
        return [_("There is no page in this bundle.")]
    return [problem for item in items for problem in _problems_of(bundle, item)]


def _problems_of(bundle: ReleaseBundle, item: BundleItem) -> list[str]:
    page = item.page.specific
    revision = page.get_latest_revision()
    words = {"title": page.get_admin_display_title()}
    if revision is None:
        return [_("“%(title)s” has no draft.") % words]
    found = []
    if bundle.state == BundleState.APPROVED and item.revision_id != revision.pk:
        found.append(_("“%(title)s” was changed after the approval.") % words)
    elsewhere = BundleItem.objects.filter(page=page, bundle__state__in=[BundleState.IN_REVIEW, BundleState.APPROVED])
    other = elsewhere.exclude(bundle=bundle).select_related("bundle").first()
    if other:
        found.append(_("“%(title)s” stands in the bundle “%(other)s” too.") % {**words, "other": other.bundle})
    draft = revision.as_object()
    own_time = draft.go_live_at and draft.go_live_at > timezone.now()
    if own_time or page.revisions.filter(approved_go_live_at__isnull=False).exists():
        found.append(_("“%(title)s” is scheduled on its own: take that time out.") % words)
    parent = page.get_parent()
    if not parent.live and not items_of(bundle).filter(page=parent).exists():
        found.append(_("The page above “%(title)s” is not published.") % words)
    return found + _unfinished(draft)


def _unfinished(draft: Page) -> list[str]:
    draft.live = True
    try:
        draft.full_clean()
    except ValidationError as error:
        return [f"“{draft.get_admin_display_title()}”: " + "; ".join(error.messages)]
    return []


def refusals(bundle: ReleaseBundle, user: User) -> list[str]:
    """Return why ``user`` may not be the second pair of eyes for this bundle; empty if he may."""
    found = {four_eyes.refusal(user, page, page.get_latest_revision()) for page in pages_of(bundle)}
    if bundle.submitted_by_id == user.pk:
        found.add(_("You sent this bundle for approval yourself: somebody else must approve it."))
    return sorted(str(sentence) for sentence in found if sentence)


# -- steps --------------------------------------------------------------------------------------------------------


def _locked(bundle: ReleaseBundle, *states: BundleState) -> ReleaseBundle:
    fresh = ReleaseBundle.objects.select_for_update().get(pk=bundle.pk)
    if fresh.state not in states:
        raise ValidationError(
            _("The bundle is “%(state)s” by now: look at it again.") % {"state": fresh.get_state_display()}
        )
    return fresh


@transaction.atomic
def submit(bundle: ReleaseBundle, user: User) -> None:
    """Ask for approval; raise ``ValidationError`` with everything that is missing."""
    fresh = _locked(bundle, BundleState.DRAFT, BundleState.FAILED)
    if not may_edit(fresh, user):
        raise PermissionDenied
    found = problems(fresh)
    if fresh.publish_at and fresh.publish_at <= timezone.now():
        found.append(_("The time of publication has passed."))
    if found:
        raise ValidationError(found)
    fresh.state, fresh.submitted_by, fresh.message = BundleState.IN_REVIEW, user, ""
    fresh.save()
    pages = pages_of(fresh)
    log(fresh, "editorial.bundle.submit", user=user, data={"pages": [page.pk for page in pages]})
    able = set.intersection(*(set(approvers_of(page)) for page in pages))
    tell(able, NotificationKind.TURN, fresh, address_of(fresh), user, fresh.note)


@transaction.atomic
def approve(bundle: ReleaseBundle, user: User, seen: Iterable[int]) -> None:
    """Approve the revisions ``seen`` (ids), which must still be the newest of every page."""
    fresh = _locked(bundle, BundleState.IN_REVIEW)
    if not may_publish(fresh, user):
        raise PermissionDenied
    if found := refusals(fresh, user):
        raise ValidationError(found)
    pin(fresh, seen, user)
    fresh.approved_by = user
    fresh.save()
    log(fresh, "editorial.bundle.approve", user=user, data={"revisions": revision_ids(fresh)})
    tell_makers(fresh, NotificationKind.APPROVED, user)


def pin(bundle: ReleaseBundle, seen: Iterable[int], user: User | None, reviewer: str = "") -> None:
    """Fix what will be published, approved by ``user`` or by the leader ``reviewer`` without an account.

    Raises ``ValidationError`` if anything changed or is missing.
    """
    newest = newest_revisions(bundle)
    if set(seen) != set(newest.values()):
        raise ValidationError(_("A page was changed while you were reading: look at the bundle again."))
    if found := problems(bundle):
        raise ValidationError(found)
    for item in items_of(bundle):
        BundleItem.objects.filter(pk=item.pk).update(revision=newest[item.page_id])
        page = item.page.specific
        four_eyes.approve(page, page.revisions.get(pk=newest[item.page_id]), user, reviewer)
    bundle.state, bundle.approved_at, bundle.message = BundleState.APPROVED, timezone.now(), ""
    bundle.save()


@transaction.atomic
def send_back(bundle: ReleaseBundle, user: User | None, reason: str) -> None:
    """Return a bundle to its makers, an approved one too; the reason is what they read."""
    fresh = _locked(bundle, BundleState.IN_REVIEW, BundleState.APPROVED)
    if user is not None and not may_publish(fresh, user):
        raise PermissionDenied
    if not reason.strip():
        raise ValidationError(_("Say what has to be changed."))
    _reopen(fresh, reason)
    log(fresh, "editorial.bundle.return", user=user, data={"reason": reason})
    tell_makers(fresh, NotificationKind.RETURNED, user, reason)


def _reopen(bundle: ReleaseBundle, message: str) -> None:
    items_of(bundle).update(revision=None)
    bundle.state, bundle.message, bundle.approved_by, bundle.approved_at = BundleState.DRAFT, message, None, None
    bundle.save()


def forget_approvals(page_id: int, revision_id: int) -> None:
    """Take back the approval of every bundle with this page: it has a newer draft than the approved one."""
    approved = ReleaseBundle.objects.filter(state=BundleState.APPROVED, items__page=page_id)
    for bundle in approved.exclude(items__revision=revision_id):
        title = Page.objects.get(pk=page_id).get_admin_display_title()
        message = _("“%(title)s” was changed after the approval.") % {"title": title}
        _reopen(bundle, message)
        tell_makers(bundle, NotificationKind.RETURNED, None, message)
        log(bundle, "editorial.bundle.reopen", data={"page": page_id, "revision": revision_id})


def release(pk: int) -> bool:
    """Publish an approved bundle, all or nothing; tell whether it was this call that did.

    Everything is checked again first. If a page cannot be published none is, the bundle is ``failed`` and says why.
    """
    try:
        with transaction.atomic():
            bundle = ReleaseBundle.objects.select_for_update().filter(pk=pk, state=BundleState.APPROVED).first()
            if bundle is None:
                return False
            if found := problems(bundle):
                raise ValidationError(found)
            for item in items_of(bundle).select_related("page", "revision").order_by("page__path"):
                if item.revision is None:
                    raise ValidationError(_("“%(title)s” has no draft.") % {"title": item.page})
                item.revision.publish(log_action="wagtail.publish.scheduled")
            ReleaseBundle.objects.filter(pk=pk).update(state=BundleState.PUBLISHED, published_at=timezone.now())
            log(bundle, "editorial.bundle.publish", data={"revisions": revision_ids(bundle)})
    except Exception as error:
        message = "\n".join(error.messages) if isinstance(error, ValidationError) else str(error) or repr(error)
        failed = ReleaseBundle.objects.filter(pk=pk, state=BundleState.APPROVED)
        if failed.update(state=BundleState.FAILED, message=message):
            tell_makers(ReleaseBundle.objects.get(pk=pk), NotificationKind.RETURNED, None, message)
        raise
    return True


def address_of(bundle: ReleaseBundle) -> str:
    """Return the path of the bundle's screen."""
    return reverse("editorial_bundle", args=[bundle.pk])


def tell_makers(bundle: ReleaseBundle, kind: NotificationKind, sender: User | None, comment: str = "") -> None:
    """Let those who made, sent and approved the bundle know; nobody is waited for any more."""
    close_turns(address_of(bundle))
    people = (bundle.created_by, bundle.submitted_by, bundle.approved_by)
    tell([person for person in people if person], kind, bundle, address_of(bundle), sender, comment)


# -- members ------------------------------------------------------------------------------------------------------


def items_of(bundle: ReleaseBundle) -> QuerySet[BundleItem]:
    """Return the bundle's rows (its own manager may hold unsaved ones of a form)."""
    return BundleItem.objects.filter(bundle=bundle)


def revision_ids(bundle: ReleaseBundle) -> list[int]:
    """Return the ids of the revisions that were approved."""
    return sorted(pk for pk in items_of(bundle).values_list("revision_id", flat=True) if pk)


def newest_revisions(bundle: ReleaseBundle) -> dict[int, int]:
    """Return page id → id of its newest draft."""
    return {page.pk: page.latest_revision_id for page in pages_of(bundle)}


def pages_of(bundle: ReleaseBundle) -> list[Page]:
    """Return the bundle's pages with their own fields, in the order of the tree."""
    return list(Page.objects.filter(pk__in=items_of(bundle).values("page")).order_by("path").specific())
