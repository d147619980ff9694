"""Whose work is whose: a person knows what is public and what stands in the sections he has rights on.

Wagtail asks its permission policies before it shows or changes one thing; where it forgets to ask (page choosers, the
confirmation of bulk actions), lists are narrowed by this rule so that they do not tell the titles of others' drafts.
"""

from django.db.models import F, Q
from wagtail.models import Page, PageQuerySet
from wagtail.permissions import page_permission_policy

from core.models import User

# What gives a person a section to work in.
RIGHTS = ("add", "change", "publish", "lock", "unlock", "bulk_delete")


def known_pages(user: User, pages: PageQuerySet) -> PageQuerySet:
    """Return those of ``pages`` whose titles ``user`` may be told.

    They are public without a newer title in a draft, or stand in a section of his or above one.
    """
    if user.is_superuser:
        return pages
    told_to_all = Q(live=True, draft_title=F("title"))
    own = page_permission_policy.instances_user_has_any_permission_for(user, RIGHTS)
    above = Q()
    for permission in page_permission_policy.get_cached_permissions_for_user(user):
        above |= Q(pk__in=permission.page.get_ancestors().order_by().values("pk"))
    known = Page.objects.filter(told_to_all | Q(pk__in=own.order_by().values("pk")) | above)
    # By number, so that the search of the chooser can take the filter too.
    return pages.filter(pk__in=known.order_by().values("pk"))


def knows(user: User, page: Page) -> bool:
    """Tell whether the title of ``page`` may be told to ``user``."""
    return known_pages(user, Page.objects.filter(pk=page.pk)).exists()
