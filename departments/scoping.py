"""Whose work is whose: a person knows what is public and what stands in the sections he has rights on.

Wagtail asks its permission policies before it shows or changes one thing; where it forgets to ask (page choosers, the
confirmation of bulk actions), lists are narrowed by this rule so that they do not tell the titles of others' drafts.
"""

from django.db.models import F, Model, Q, QuerySet
from wagtail.models import Page, PageQuerySet
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import page_permission_policy, register_permission_policy

from core.models import User

# What gives a person a section to work in.
RIGHTS = ("add", "change", "publish", "lock", "unlock", "bulk_delete")
# The root of the tree is 1, a site's home page 2.
HOME_DEPTH = 2


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


class OwnUnitPolicy(ModelPermissionPolicy):
    """Django's permissions on a model with a field ``organisation``, bounded to the units whose pages one edits.

    What belongs to no unit is the province's: only who edits the home page may touch it.
    """

    def _bounded(self, user: User) -> QuerySet:
        rows = self.model._default_manager.all()
        if user.is_superuser:
            return rows
        units = page_permission_policy.instances_user_has_permission_for(user, "change").order_by()
        own = Q(organisation__in=units.values("pk"))
        rights = page_permission_policy.get_cached_permissions_for_user(user)
        if any(right.permission.codename == "change_page" and right.page.depth <= HOME_DEPTH for right in rights):
            own |= Q(organisation=None)
        return rows.filter(own)

    def user_has_permission_for_instance(self, user: User, action: str, instance: Model) -> bool:
        return self.user_has_any_permission_for_instance(user, [action], instance)

    def user_has_any_permission_for_instance(self, user: User, actions: list[str], instance: Model) -> bool:
        return self.user_has_any_permission(user, actions) and self._bounded(user).filter(pk=instance.pk).exists()

    def instances_user_has_permission_for(self, user: User, action: str) -> QuerySet:
        return self.instances_user_has_any_permission_for(user, [action])

    def instances_user_has_any_permission_for(self, user: User, actions: list[str]) -> QuerySet:
        if not self.user_has_any_permission(user, actions):
            return self.model._default_manager.none()
        return self._bounded(user)


def bound_to_units(*models: type[Model]) -> None:
    """Register the policy for ``models``; call it from an app's ``ready``, before anybody asks for one."""
    for model in models:
        register_permission_policy(model, OwnUnitPolicy(model))
