"""Nobody approves a change that they made any part of."""

from wagtail.models import Page, Revision

from core.models import User


def contributors(page: Page) -> set[User]:
    """Return who made a part of the change since the last publication."""
    since = page.revisions.all()
    if page.live_revision_id:
        since = since.filter(pk__gt=page.live_revision_id)
    return set(User.objects.filter(pk__in=since.values("user")))


def refusal(user: User | None, page: Page, revision: Revision | None) -> str:
    """Return why ``user`` may not approve."""
    return "Bạn đã viết một phần." if user in contributors(page) else ""


def approve(page: Page, revision: Revision, user: User | None, reviewer: str = "") -> None:
    """Record an approval."""
