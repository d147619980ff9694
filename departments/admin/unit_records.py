"""Records of units in the admin, row by row."""

from typing import Any

from django.db.models import Model, QuerySet
from wagtail.permissions import policy_registry
from wagtail.snippets.views import chooser
from wagtail.snippets.views.snippets import SnippetViewSet

from core.scoped_views import ScopedViews


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


class UnitRecordViewSet(ScopedViews, SnippetViewSet):
    """A model with a field ``organisation`` whose rows belong to the people of that unit."""

    chooser_viewset_class = UnitRecordChooserViewSet
