"""Rules of the house that ``manage.py check`` enforces on every page type."""

from django.core.checks import Error, register
from django.template import TemplateDoesNotExist
from django.template.loader import get_template
from wagtail.models import Page, get_page_models

from core.models import BasePage


@register("portal")
def check_page_types(app_configs=None, **kwargs) -> list[Error]:
    """Check all page types of the portal; see the ids below."""
    errors = []
    for model in get_page_models():
        if model is not Page and not model._meta.app_label.startswith("wagtail"):
            errors += check_page_type(model)
    return errors


def check_page_type(model: type[Page]) -> list[Error]:
    """Return what is missing in a page type.

    portal.E001 it extends BasePage · portal.E002 it says where it may stand · portal.E003 it has a description for
    editors · portal.E004 its template exists · portal.E005 search knows its text.
    """
    errors = []
    if not issubclass(model, BasePage):
        errors.append(Error("A page type must extend core.models.BasePage.", obj=model, id="portal.E001"))
        return errors
    if "parent_page_types" not in _declared(model) or "subpage_types" not in _declared(model):
        errors.append(
            Error("A page type must name parent_page_types and subpage_types.", obj=model, id="portal.E002")
        )
    if not model.page_description:
        errors.append(Error("A page type must have a page_description.", obj=model, id="portal.E003"))
    try:
        get_template(model.template)
    except TemplateDoesNotExist:
        errors.append(Error(f"The template {model.template} does not exist.", obj=model, id="portal.E004"))
    if {field.field_name for field in model.search_fields} <= {field.field_name for field in BasePage.search_fields}:
        errors.append(Error("A page type must add its own text to search_fields.", obj=model, id="portal.E005"))
    return errors


def _declared(model: type[Page]) -> set[str]:
    """Return the attributes that a page type or its own abstract bases (not Wagtail's) declare."""
    own = model.__mro__[: model.__mro__.index(BasePage)]
    return {name for base in own for name in vars(base)}
