"""A release bundle's way: draft → in review → approved → published, or failed with the reason."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page

from editorial.models.bundles import BundleItem, BundleState, ReleaseBundle


def problems(bundle: ReleaseBundle) -> list[str]:
    """Return, as sentences, why the bundle could not be published as it is; empty if it could."""
    items = list(bundle.items.select_related("page"))
    if not items:
        return [_("There is no page in this bundle.")]
    return [problem for item in items for problem in _problems_of(bundle, item)]


def _problems_of(bundle: ReleaseBundle, item: BundleItem) -> list[str]:
    page = item.page.specific
    title = page.get_admin_display_title()
    revision = page.get_latest_revision()
    if revision is None:
        return [_("“%(title)s” has no draft.") % {"title": title}]
    found = []
    if bundle.state == BundleState.APPROVED and item.revision_id != revision.pk:
        found.append(_("“%(title)s” was changed after the approval.") % {"title": title})
    elsewhere = BundleItem.objects.filter(page=page, bundle__state__in=[BundleState.IN_REVIEW, BundleState.APPROVED])
    other = elsewhere.exclude(bundle=bundle).select_related("bundle").first()
    if other:
        found.append(_("“%(title)s” stands in the bundle “%(other)s”.") % {"title": title, "other": other.bundle})
    draft = revision.as_object()
    if page.revisions.filter(approved_go_live_at__isnull=False).exists() or (
        draft.go_live_at and draft.go_live_at > timezone.now()
    ):
        found.append(_("“%(title)s” is scheduled on its own.") % {"title": title})
    parent = page.get_parent()
    if not parent.live and not bundle.items.filter(page=parent).exists():
        found.append(_("The page above “%(title)s” is not published.") % {"title": title})
    draft.live = True
    try:
        draft.full_clean()
    except ValidationError as error:
        found.append(f"“{title}”: " + "; ".join(error.messages))
    return found


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
            for item in bundle.items.select_related("page").order_by("page__path"):
                item.revision.publish(user=bundle.approved_by, log_action="wagtail.publish.scheduled")
            ReleaseBundle.objects.filter(pk=pk).update(state=BundleState.PUBLISHED, published_at=timezone.now())
            log(bundle, "editorial.bundle.publish", data={"revisions": revision_ids(bundle)})
    except Exception as error:
        message = "\n".join(error.messages) if isinstance(error, ValidationError) else str(error) or repr(error)
        ReleaseBundle.objects.filter(pk=pk, state=BundleState.APPROVED).update(
            state=BundleState.FAILED, message=message
        )
        raise
    return True


def revision_ids(bundle: ReleaseBundle) -> list[int]:
    """Return the ids of the revisions that were approved."""
    return [pk for pk in bundle.items.values_list("revision_id", flat=True) if pk]


def pages_of(bundle: ReleaseBundle) -> list[Page]:
    """Return the bundle's pages with their own fields."""
    return [item.page.specific for item in bundle.items.select_related("page")]
