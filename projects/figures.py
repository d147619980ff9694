"""Figures are added, never overwritten: what keeps a page's revisions and its form from touching older ones."""

from collections.abc import Callable, Hashable, Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from django.db import models
from django.utils.translation import gettext as _
from modelcluster.forms import BaseChildFormSet
from modelcluster.models import get_serializable_data_for_fields
from wagtail.admin.panels import InlinePanel

if TYPE_CHECKING:
    from projects.models.figures import Figure

Row = TypeVar("Row", bound="Figure")


def newest(figures: Iterable[Row], day: date, key: Callable[[Row], Hashable] = lambda figure: None) -> dict[Any, Row]:
    """Return for each ``key`` the figure that counts on ``day``: the last day's, and of that day the last entry."""
    counting: dict[Any, Row] = {}
    for figure in sorted(figures, key=lambda figure: (figure.as_of, figure.entered_at), reverse=True):
        if figure.as_of <= day:
            counting.setdefault(key(figure), figure)
    return counting


def history(figures: Iterable[Row], key: Callable[[Row], Hashable] = lambda figure: None) -> list[tuple[Row, bool]]:
    """Return all figures, newest day first, each with whether a later entry of the same day corrected it."""
    seen = set()
    told = []
    for figure in sorted(figures, key=lambda figure: (figure.as_of, figure.entered_at), reverse=True):
        place = (key(figure), figure.as_of)
        told.append((figure, place in seen))
        seen.add(place)
    return told


class KeepsFigures:
    """Mixin of a page with figures: an older revision, published again, takes none of them away."""

    # Relations to figures; "indicators.values" stands for figures of children.
    figure_relations: tuple[str, ...] = ()

    def with_content_json(self, content: dict[str, Any]) -> Any:
        """Build the page of a revision with the figures of today's database beside those the revision adds.

        A translation adds none: it has those of its original (``core.facts``).
        """
        if self.has_original:  # type: ignore[attr-defined]
            return super().with_content_json(content)  # type: ignore[misc]
        content = dict(content)
        for path in self.figure_relations:
            relation, _dot, below = path.partition(".")
            content[relation] = merged(self._stored(relation), content.get(relation, []), below)
        return super().with_content_json(content)  # type: ignore[misc]

    def _stored(self, relation: str) -> list[models.Model]:
        model = type(self)._meta.get_field(relation).related_model  # type: ignore[attr-defined]
        owner = type(self)._meta.get_field(relation).remote_field.name  # type: ignore[attr-defined]
        return list(model._default_manager.filter(**{owner: self.pk}))  # type: ignore[attr-defined]


def merged(stored: list[models.Model], rows: list[dict[str, Any]], below: str = "") -> list[dict[str, Any]]:
    """Return the serialised ``stored`` objects, then those ``rows`` of a revision that are not stored yet.

    With ``below`` the objects themselves may be edited, and go if they hold nothing: only what stands in that
    relation of theirs is kept as stored.
    """
    by_key = {str(row.get("key")): row for row in rows}
    kept = []
    for child in stored:
        row = by_key.pop(str(child.key), None)  # type: ignore[attr-defined]
        if not below:
            kept.append(get_serializable_data_for_fields(child))
            continue
        figures = list(getattr(child, below).all())
        if row is None and not figures:
            continue
        row = dict(row) if row is not None else child.serializable_data()  # type: ignore[attr-defined]
        row["pk"] = child.pk
        row[below] = merged(figures, row.get(below, []))
        kept.append(row)
    new = [{**row, "pk": None} for row in by_key.values()]
    for row in new:
        if below:
            row[below] = [{**figure, "pk": None} for figure in row.get(below, [])]
    return kept + new


class NewFigures(BaseChildFormSet):
    """The rows of a form that are not published yet; published ones are no part of it."""

    def __init__(self, data=None, files=None, instance=None, queryset=None, **kwargs: Any) -> None:
        super().__init__(data, files, instance=instance, queryset=queryset, **kwargs)
        rows = list(self.queryset)
        self.published = [figure for figure in rows if figure.pk]
        self.pending = [figure for figure in rows if not figure.pk]

    def get_queryset(self) -> "list[Figure]":
        """Return the rows that may be edited; a form set asks only for their order and number."""
        return self.pending

    def _existing_object(self, pk: Any) -> "Figure":
        # No row of this form has a number: who sends one gets a new row, not the published one.
        return self.model()

    def entered(self) -> "list[Figure]":
        """Return the rows as typed, without those to be removed."""
        return [
            form.instance
            for form in self.forms
            if getattr(form, "cleaned_data", None) and not form.cleaned_data.get("DELETE")
        ]

    def clean(self) -> None:
        super().clean()
        known = {(figure.series, figure.as_of, figure.measure) for figure in self.published}
        for form in self.forms:
            if form.is_valid() and form.instance in self.entered():
                figure = form.instance
                if (figure.series, figure.as_of, figure.measure) in known:
                    form.add_error("as_of", _("This figure is already in the history."))


class FiguresPanel(InlinePanel):
    """A quick row for a new figure under the history of the published ones, which nothing in the form can change."""

    def get_form_options(self) -> dict[str, Any]:
        options = super().get_form_options()
        options["formsets"][self.relation_name]["formset"] = NewFigures
        return options

    class BoundPanel(InlinePanel.BoundPanel):
        template_name = "projects/admin/figures_panel.html"

        def get_context_data(self, parent_context: dict | None = None) -> dict[str, Any]:
            context = super().get_context_data(parent_context)
            context["history"] = [
                {"figure": figure, "is_corrected": corrected}
                for figure, corrected in history(self.formset.published, lambda figure: figure.series)
            ]
            return context


class KeptChildren(BaseChildFormSet):
    """Children that hold published figures stay."""

    def clean(self) -> None:
        super().clean()
        for form in self.deleted_forms:
            if form.instance.pk and form.instance.values.exclude(pk=None).exists():
                form.add_error(None, _("This indicator has published figures: they stay. It cannot be removed."))
                self._non_form_errors.append(
                    _("“%(name)s” has published figures: it cannot be removed.") % {"name": form.instance}
                )


class IndicatorsPanel(InlinePanel):
    """Indicators, each with its own figures."""

    def get_form_options(self) -> dict[str, Any]:
        options = super().get_form_options()
        options["formsets"][self.relation_name]["formset"] = KeptChildren
        return options
