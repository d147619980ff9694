"""Records of units in the admin, row by row.

Wagtail's generic views ask the permission policy for the model only; these ask it for the very record.
"""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Model, QuerySet
from wagtail.permissions import policy_registry
from wagtail.snippets.views import chooser, snippets
from wagtail.snippets.views.snippets import SnippetViewSet


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

    scoped_action = "change"
    request: Any
    permission_policy: Any

    def get_object(self, *args: Any, **kwargs: Any) -> Model:
        found = super().get_object(*args, **kwargs)  # type: ignore[misc]  # of the view beside this mixin
        if not self.permission_policy.user_has_permission_for_instance(self.request.user, self.scoped_action, found):
            raise PermissionDenied
        return found


class UnitRecordIndexView(ScopedRows, snippets.IndexView):
    """One's own records."""


class UnitRecordEditView(ScopedObject, snippets.EditView):
    """Change one's own."""


class UnitRecordDeleteView(ScopedObject, snippets.DeleteView):
    """Delete one's own."""

    scoped_action = "delete"


class UnitRecordHistoryView(ScopedObject, snippets.HistoryView):
    """See the history of one's own."""


class UnitRecordUsageView(ScopedObject, snippets.UsageView):
    """See the usage of one's own."""


def _choosable(user: Any, model: type[Model]) -> QuerySet:
    return policy_registry.get_by_type(model).choosable(user).order_by()


class ChoosableRows:
    """Offers what may be chosen."""

    request: Any
    model_class: Any

    def get_object_list(self) -> QuerySet:
        rows = super().get_object_list()  # type: ignore[misc]
        return rows.filter(pk__in=_choosable(self.request.user, self.model_class).values("pk"))


class ChoosableObject:
    """Names no record that could not be chosen."""

    request: Any
    model_class: Any

    def get_object(self, pk: Any) -> Model:
        return _choosable(self.request.user, self.model_class).get(pk=pk)

    def get_objects(self, pks: Any) -> QuerySet:
        return _choosable(self.request.user, self.model_class).filter(pk__in=pks)


class UnitRecordChooseView(ChoosableRows, chooser.ChooseView):
    """The chooser."""


class UnitRecordChooseResultsView(ChoosableRows, chooser.ChooseResultsView):
    """The chooser's list."""


class UnitRecordChosenView(ChoosableObject, chooser.SnippetChosenView):
    """One that was chosen."""


class UnitRecordChosenMultipleView(ChoosableObject, chooser.SnippetChosenMultipleView):
    """Several that were chosen."""


class UnitRecordChooserViewSet(chooser.SnippetChooserViewSet):
    """Choosing among the records of one's own unit and of the province."""

    choose_view_class = UnitRecordChooseView
    choose_results_view_class = UnitRecordChooseResultsView
    chosen_view_class = UnitRecordChosenView
    chosen_multiple_view_class = UnitRecordChosenMultipleView


class UnitRecordViewSet(SnippetViewSet):
    """A model with a field ``organisation`` whose rows belong to the people of that unit."""

    copy_view_enabled = False
    index_view_class = UnitRecordIndexView
    edit_view_class = UnitRecordEditView
    delete_view_class = UnitRecordDeleteView
    history_view_class = UnitRecordHistoryView
    usage_view_class = UnitRecordUsageView
    chooser_viewset_class = UnitRecordChooserViewSet
