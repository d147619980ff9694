"""Nobody approves a change that they made any part of."""

from django.utils.translation import gettext as _
from wagtail.models import Page, Revision

from core.models import User


def contributors(page: Page) -> set[User]:
    """Return the accounts that saved a draft of ``page`` since what is public now was written.

    All of its drafts count for a page that is not public.
    """
    drafts = page.revisions.all()
    if page.live_revision:
        drafts = drafts.filter(created_at__gt=page.live_revision.created_at)
    return set(User.objects.filter(pk__in=drafts.values("user")))


def refusal(user: User, page: Page, revision: Revision | None) -> str:
    """Return the sentence that tells ``user`` why he may not approve ``revision``; empty if he may."""
    if user in contributors(page):
        words = {"title": page.get_admin_display_title()}
        return _("You wrote a part of “%(title)s”: somebody else must approve it.") % words
    return ""
