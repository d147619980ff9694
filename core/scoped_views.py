"""Admin screens that ask the permission policy for the very record.

Wagtail's generic views ask it for the model only.
"""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Model, QuerySet
from wagtail.admin.views.generic import DeleteView, EditView, HistoryView, IndexView, UsageView


class ScopedRows:
    """A list of what the account may see; Wagtail's own shows every row."""

    request: Any
    permission_policy: Any
    any_permission_required: Any

    def get_base_queryset(self) -> QuerySet:
        rows = self.permission_policy.instances_user_has_any_permission_for(
            self.request.user, self.any_permission_required
        )
        return super().get_base_queryset().filter(pk__in=rows.order_by().values("pk"))  # type: ignore[misc]


class ScopedObject:
    """Asks the policy for the very object before anything is shown of it."""

    # One of them has to be permitted.
    scoped_actions: list[str] = []
    request: Any
    permission_policy: Any

    def get_object(self, *args: Any, **kwargs: Any) -> Model:
        found = super().get_object(*args, **kwargs)  # type: ignore[misc]  # of the view beside this mixin
        if not self.permission_policy.user_has_any_permission_for_instance(
            self.request.user, self.scoped_actions, found
        ):
            raise PermissionDenied
        return found


_ACTIONS = {
    EditView: ["change"],
    DeleteView: ["delete"],
    HistoryView: ["change", "view"],
    UsageView: ["change", "view"],
}


class ScopedViews:
    """Mixin of a viewset, of snippets or not, whose permission policy decides object by object."""

    copy_view_enabled = False

    def construct_view(self, view_class: type, **kwargs: Any) -> Any:
        if issubclass(view_class, IndexView):
            view_class = type(view_class.__name__, (ScopedRows, view_class), {})
        for kind, actions in _ACTIONS.items():
            if issubclass(view_class, kind):
                view_class = type(view_class.__name__, (ScopedObject, view_class), {"scoped_actions": actions})
        return super().construct_view(view_class, **kwargs)  # type: ignore[misc]
