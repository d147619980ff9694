"""Whose work is whose: a person knows what is public and what stands in the sections he has rights on.

Wagtail asks its permission policies before it shows or changes one thing; where it forgets to ask (page choosers, the
confirmation of bulk actions), lists are narrowed by this rule so that they do not tell the titles of others' drafts.
"""

from django.db.models import F, Model, Q, QuerySet
from wagtail.models import Page, PageQuerySet, PageViewRestriction
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permission_policies.collections import CollectionOwnershipPermissionPolicy
from wagtail.permissions import page_permission_policy, policy_registry, register_permission_policy

from core.models import User

# What gives a person a section to work in.
RIGHTS = ("add", "change", "publish", "lock", "unlock", "bulk_delete")
# The root of the tree is 1, a site's home page 2.
HOME_DEPTH = 2


def known_pages(user: User, pages: PageQuerySet) -> PageQuerySet:
    """Return those of ``pages`` whose titles ``user`` may be told.

    They are live without a newer title in a draft and open to him as a reader, or stand in a section of his or above
    one.
    """
    if user.is_superuser:
        return pages
    told_to_all = Q(live=True, draft_title=F("title"))
    # Who has an account may read what asks for one.
    closed = PageViewRestriction.objects.exclude(restriction_type=PageViewRestriction.LOGIN)
    for path in closed.exclude(groups__in=user.groups.all()).values_list("page__path", flat=True):
        told_to_all &= ~Q(path__startswith=path)
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


def own_units(user: User) -> QuerySet:
    """Return the pages that ``user`` may change, for the units among them."""
    return page_permission_policy.instances_user_has_permission_for(user, "change").order_by()


def is_provincial(user: User) -> bool:
    """Tell whether ``user`` edits the home page, and with it all that belongs to no unit."""
    rights = page_permission_policy.get_cached_permissions_for_user(user)
    return user.is_superuser or any(
        right.permission.codename == "change_page" and right.page.depth <= HOME_DEPTH for right in rights
    )


def answers_for(user: User, unit: Page | None) -> bool:
    """Tell whether records of ``unit``, ``None`` for the province, are the business of ``user``."""
    return is_provincial(user) if unit is None else own_units(user).filter(pk=unit.pk).exists()


def unchoosable(user: User, model: type[Model], keys: set[str]) -> set[str]:
    """Return those of ``keys`` to which ``user`` may not refer (see ``core.choices``)."""
    numbers = {key for key in keys if key.isdecimal()}
    if issubclass(model, Page):
        known = known_pages(user, Page.objects.filter(pk__in=numbers))
    else:
        policy = policy_registry.get_by_type(model)
        if isinstance(policy, OwnUnitPolicy):
            known = policy.choosable(user)
        elif isinstance(policy, CollectionOwnershipPermissionPolicy):
            known = policy.instances_user_has_any_permission_for(user, ["choose", "change"])
        else:
            return set()
    found = model._default_manager.filter(pk__in=numbers)
    return {str(key) for key in found.exclude(pk__in=known.order_by().values("pk")).values_list("pk", flat=True)}


class OwnUnitPolicy(ModelPermissionPolicy):
    """Django's permissions on a model with a field ``organisation``, bounded to the units whose pages one edits.

    What belongs to no unit is the province's: only who edits the home page may touch it. Everybody may choose it, and
    any row of a model that ``is_public``.
    """

    def __init__(self, model: type[Model], is_public: bool = False) -> None:
        super().__init__(model)
        self.is_public = is_public

    def choosable(self, user: User) -> QuerySet:
        """Return the rows to which ``user`` may refer."""
        rows = self.model._default_manager.all()
        if self.is_public:
            return rows
        return rows.filter(Q(organisation=None) | Q(pk__in=self._bounded(user).order_by().values("pk")))

    def _bounded(self, user: User) -> QuerySet:
        rows = self.model._default_manager.all()
        if user.is_superuser:
            return rows
        own = Q(organisation__in=own_units(user).values("pk"))
        if is_provincial(user):
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


def bound_to_units(*models: type[Model], is_public: bool = False) -> None:
    """Register the policy for ``models``; call it from an app's ``ready``, before anybody asks for one."""
    for model in models:
        register_permission_policy(model, OwnUnitPolicy(model, is_public))
