"""Review links: issuing, opening and deciding (docs/adr/0023 has the threats and why this answers them)."""

import hashlib
import logging
import secrets
from collections.abc import Iterable
from datetime import timedelta

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.mail import send_mail
from django.core.signing import BadSignature, TimestampSigner
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from wagtail.log_actions import log, registry
from wagtail.models import Page, TaskState, WorkflowState

from core.models import User
from editorial import four_eyes, release
from editorial.models import (
    Approval,
    Leader,
    NotificationKind,
    ReleaseBundle,
    ReviewDecision,
    ReviewLink,
    ReviewLinkItem,
)
from editorial.models.bundles import BundleState
from editorial.notifications import tell

logger = logging.getLogger(__name__)

SALT = "editorial.review-link"
MAX_DAYS = 14
REFUSED = "editorial.review_link.refuse"
# More pages than anybody reads on a telephone are another link.
MAX_PAGES = 50


class LinkRefused(Exception):
    """The link cannot be used; the message is a sentence for its reader and names nothing."""


# -- which leaders, which pages -----------------------------------------------------------------------------------


def leaders_for(pages: Iterable[Page]):
    """Return the leaders in office whose section holds every one of ``pages``, as a query set."""
    leaders = Leader.objects.filter(active=True).select_related("section")
    pages = list(pages)
    fitting = [
        leader.pk for leader in leaders if all(page.path.startswith(leader.section.path) for page in pages) and pages
    ]
    return leaders.filter(pk__in=fitting)


def waiting_below(section: Page) -> list[Page]:
    """Return the pages at and below ``section`` whose newest draft is in a workflow, in the order of the tree."""
    states = WorkflowState.objects.filter(status=WorkflowState.STATUS_IN_PROGRESS, base_content_type__model="page")
    waiting = [int(key) for key in states.values_list("object_id", flat=True)]
    below = Page.objects.descendant_of(section, inclusive=True).filter(pk__in=waiting)
    return list(below.order_by("path").specific())


def conflict(leader: Leader, pages: Iterable[Page], issuer: User | None = None) -> str:
    """Return why ``leader`` cannot be the second pair of eyes for ``pages``; empty if he can.

    Neither who wrote, nor who sends the link, nor who entered the leader's address may be its reader: the address
    must be nobody's of those, and whoever entered it must not have written.
    """
    writers = {user for page in pages for user in four_eyes.contributors(page)}
    if leader.registered_by in writers:
        return _(
            "The address of this leader was entered by somebody who wrote a part of it: another one must check it."
        )
    if issuer:
        writers.add(issuer)
    if leader.email.casefold() in {user.email.casefold() for user in writers if user.email}:
        return _("This address belongs to somebody who wrote or sent it: choose another leader.")
    return ""


# -- issuing ------------------------------------------------------------------------------------------------------


def issue(
    leader: Leader, pages: list[Page], user: User, days: int, title: str, bundle: ReleaseBundle | None = None
) -> ReviewLink:
    """Pin the newest drafts of ``pages``, and mail the link to the leader's registered address.

    The token is in that mail only: neither ``user`` nor the database has it. ``ValidationError`` says what is wrong.
    """
    if not pages:
        raise ValidationError(_("There is no draft to review here."))
    if len(pages) > MAX_PAGES:
        raise ValidationError(_("One link can show %(count)s pages at most.") % {"count": MAX_PAGES})
    if not all(page.permissions_for_user(user).can_edit() for page in pages):
        raise PermissionDenied
    if not leaders_for(pages).filter(pk=leader.pk).exists():
        raise ValidationError(_("This leader is not asked for this section."))
    if why := conflict(leader, pages, user):
        raise ValidationError(why)
    token = secrets.token_urlsafe(32)
    with transaction.atomic():
        link = ReviewLink.objects.create(
            token_hash=_hash(token),
            leader=leader,
            leader_name=str(leader),
            leader_email=leader.email,
            title=title[:255],
            bundle=bundle,
            issued_by=user,
            expires_at=timezone.now() + timedelta(days=days),
        )
        for position, page in enumerate(pages, start=1):
            if page.latest_revision_id is None:
                raise ValidationError(_("“%(title)s” has no draft.") % {"title": page.get_admin_display_title()})
            ReviewLinkItem.objects.create(
                link=link,
                position=position,
                page_id=page.pk,
                revision_id=page.latest_revision_id,
                title=page.get_admin_display_title()[:255],
            )
        _log(link, "issue", user)
        try:
            _mail_link(link, TimestampSigner(salt=SALT).sign(token))
        except OSError as error:
            logger.exception("the mail with a review link was not sent")
            raise ValidationError(
                _("The mail to the leader could not be sent, so there is no link. Try again later.")
            ) from error
    return link


def revoke(link: ReviewLink, user: User) -> None:
    """Make the link useless; who may edit its pages may do so."""
    pages = [item.page for item in link.items.select_related("page") if item.page]
    if user.pk != link.issued_by_id and not all(page.permissions_for_user(user).can_edit() for page in pages):
        raise PermissionDenied
    if ReviewLink.objects.filter(pk=link.pk, revoked_at=None, decision="").update(revoked_at=timezone.now()):
        _log(link, "revoke", user)


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _mail_link(link: ReviewLink, token: str) -> None:
    url = settings.WAGTAILADMIN_BASE_URL.rstrip("/") + reverse("review_link", args=[token])
    _mail(link, gettext_noop("Please review: %(title)s"), "editorial/mail/review_link.txt", {"url": url})


def _mail(link: ReviewLink, subject: str, template: str, extra: dict | None = None) -> None:
    with translation.override(settings.LANGUAGE_CODE):
        text = render_to_string(template, {"link": link, "items": link.items.all(), **(extra or {})})
        line = " ".join((_(subject) % {"title": link.title}).split())
        send_mail(f"[{settings.WAGTAIL_SITE_NAME}] {line}", text, None, [link.leader_email])


# -- opening ------------------------------------------------------------------------------------------------------


def open_link(token: str) -> ReviewLink:
    """Return the link of a token; raise ``LinkRefused`` without saying whether it ever existed."""
    unknown = _("This link is not valid, or not any more. Ask whoever sent it for a new one.")
    try:
        secret = TimestampSigner(salt=SALT).unsign(token, max_age=timedelta(days=MAX_DAYS))
    except BadSignature as error:
        raise LinkRefused(unknown) from error
    link = ReviewLink.objects.filter(token_hash=_hash(secret)).select_related("leader", "bundle").first()
    if link is None:
        raise LinkRefused(unknown)
    if link.revoked_at or link.expires_at <= timezone.now() or not link.leader.active:
        note_refusal(link, unknown)
        raise LinkRefused(unknown)
    return link


def changed_items(link: ReviewLink) -> list[str]:
    """Return the titles of the pages that are not any more what the link shows: edited, published, deleted."""
    return [item.title for item in link.items.select_related("page") if not _is_current(item)]


def _is_current(item: ReviewLinkItem) -> bool:
    page = item.page
    return bool(
        page
        and item.revision_id
        and page.latest_revision_id == item.revision_id
        and page.live_revision_id != item.revision_id
    )


# -- deciding -----------------------------------------------------------------------------------------------------


@transaction.atomic
def decide(link: ReviewLink, decision: str, comment: str, address: str | None, visitor: User | None) -> None:
    """Write the leader's decision down and let the workflow go on.

    ``visitor`` is the account that this browser is logged in with, if any: a writer's own browser is refused.
    Raises ``ValidationError`` with a sentence; then nothing is decided.
    """
    fresh = ReviewLink.objects.select_for_update().get(pk=link.pk)
    if not fresh.is_open:
        raise ValidationError(_("A decision was given with this link already, or it is not valid any more."))
    comment = comment.strip()
    if decision not in ReviewDecision.values:
        raise ValidationError(_("Choose: approve or return."))
    if decision == ReviewDecision.RETURNED and not comment:
        raise ValidationError(_("Say what has to be changed."))
    if changed_items(fresh):
        raise ValidationError(_("The content has changed since this link was sent: nothing can be decided with it."))
    items = list(fresh.items.select_related("page", "revision"))
    pages = [item.page.specific for item in items if item.page]
    why = conflict(fresh.leader, pages, fresh.issued_by)
    if visitor and (visitor == fresh.issued_by or any(visitor in four_eyes.contributors(page) for page in pages)):
        why = _(
            "You are logged in as somebody who wrote or sent this: the leader must decide on a device of their own."
        )
    if why:
        raise ValidationError(why)
    fresh.decision, fresh.comment = decision, comment
    fresh.decided_at, fresh.decided_from = timezone.now(), address
    fresh.save()
    _log(fresh, decision, None)
    if decision == ReviewDecision.APPROVED:
        _approve(fresh, items, pages)
    else:
        _return(fresh, pages)
    transaction.on_commit(
        lambda: _mail(fresh, gettext_noop("Your decision: %(title)s"), "editorial/mail/review_receipt.txt"),
        robust=True,
    )


def _approve(link: ReviewLink, items: list[ReviewLinkItem], pages: list[Page]) -> None:
    if link.bundle:
        if link.bundle.state != BundleState.IN_REVIEW:
            raise ValidationError(_("The bundle was taken back in the meantime."))
        release.pin(link.bundle, [item.revision_id for item in items if item.revision_id], None, _reviewer(link))
        log(link.bundle, "editorial.bundle.approve", data=_facts(link))
        release.tell_makers(link.bundle, NotificationKind.APPROVED, None, _signed(link))
        return
    for item, page in zip(items, pages, strict=True):
        _tell(link, page, NotificationKind.APPROVED)
        four_eyes.approve(page, item.revision, None, _reviewer(link))
        if state := _task_of(page):
            state.approve(user=None, comment=_signed(link))


def _reviewer(link: ReviewLink) -> str:
    """Return the leader's name as an approval can hold it."""
    return link.leader_name[: Approval._meta.get_field("reviewer").max_length]


def _return(link: ReviewLink, pages: list[Page]) -> None:
    if link.bundle:
        release.send_back(link.bundle, None, _signed(link))
        return
    for page in pages:
        _tell(link, page, NotificationKind.RETURNED)
        if state := _task_of(page):
            state.reject(user=None, comment=_signed(link))


def _tell(link: ReviewLink, page: Page, kind: NotificationKind) -> None:
    if _task_of(page) is None or kind == NotificationKind.APPROVED:
        people = four_eyes.contributors(page) | ({link.issued_by} if link.issued_by else set())
        tell(people, kind, page, reverse("wagtailadmin_pages:edit", args=[page.pk]), None, _signed(link))


def _task_of(page: Page) -> TaskState | None:
    state = page.current_workflow_task_state
    return state.specific if state and state.status == TaskState.STATUS_IN_PROGRESS else None


def _signed(link: ReviewLink) -> str:
    return f"{link.leader_name}: {link.comment}" if link.comment else link.leader_name


# -- the record ---------------------------------------------------------------------------------------------------


def _facts(link: ReviewLink) -> dict:
    revisions = list(link.items.values_list("revision_id", flat=True))
    facts = {"link": link.pk, "leader": link.leader_name, "revisions": revisions}
    if link.decided_at:
        facts |= {"address": link.decided_from, "decided_at": link.decided_at.isoformat(), "comment": link.comment}
    return facts


def _log(link: ReviewLink, action: str, user: User | None) -> None:
    """One entry in the history of every page, each with all revision ids."""
    for item in link.items.select_related("page", "revision"):
        if item.page:
            log(
                item.page.specific,
                f"editorial.review_link.{action}",
                user=user,
                data=_facts(link),
                revision=item.revision,
            )


def note_refusal(link: ReviewLink, why: str) -> None:
    """Leave in the history of every page that the link was used in vain; the same sentence once a link."""
    facts = {"link": link.pk, "leader": link.leader_name, "why": why}
    for item in link.items.select_related("page", "revision"):
        page = item.page and item.page.specific
        if page and not registry.get_logs_for_instance(page).filter(action=REFUSED, data=facts).exists():
            log(page, REFUSED, data=facts, revision=item.revision)
