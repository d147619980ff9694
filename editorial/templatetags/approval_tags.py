"""What the foot of a public page says of its approval."""

from typing import Any

from django import template

from editorial.models import Approval

register = template.Library()


@register.simple_tag
def approval_of(page: Any) -> Approval | None:
    """Return the yes by which what is public of ``page`` was published, in one query at most."""
    revision = getattr(page, "live_revision_id", None)
    if not revision or not page.live:
        return None
    return Approval.objects.filter(revision=revision, is_final=True).select_related("by").last()
