"""Who published which correction."""

from wagtail.log_actions import log
from wagtail.models import Page, PageLogEntry

from core.models import User

ACTION = "editorial.correction"


def log_new_corrections(page: Page, user: User | None) -> None:
    """Write every correction of ``page`` that is public for the first time into the history of the page."""
    corrections = [child for child in getattr(page, "corrections", None) or [] if child.block_type == "correction"]
    if not corrections:
        return
    known = {entry.data.get("id") for entry in PageLogEntry.objects.filter(page=page.pk, action=ACTION)}
    for child in corrections:
        if child.id not in known:
            words = {name: str(child.value[name]) for name in ("date", "what_was", "what_is")}
            log(page, ACTION, user=user, data={"id": child.id, **words, "by": child.value.get("by") or ""})
