"""What a reader asks of a register: a plain GET form, the documents that answer it, the filters that act."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.db.models import Q
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext_lazy, pgettext_lazy

from core.marked_select import MarkedSelect
from core.pagination import PAGE_PARAMETER
from core.searchable import find_pages
from legal.enums import ValidityStatus
from legal.numbers import parse, search_key
from legal.querysets import LegalDocumentQuerySet

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

Choices = Sequence[tuple[str, "StrOrPromise"]]

ORDERS = {
    "moi-nhat": (gettext_lazy("newest issued first"), ("-issued_on", "-pk")),
    "cu-nhat": (gettext_lazy("oldest first"), ("issued_on", "pk")),
    "hieu-luc": (gettext_lazy("latest in force first"), ("-effective_from", "-pk")),
    "so": (gettext_lazy("by number"), ("-number_year", "number_int", "pk")),
}


@dataclass(frozen=True)
class Options:
    """What the lists of the form offer: only what the register holds. Values are those of the address."""

    types: Choices
    bodies: Choices
    fields: Choices
    signers: Choices
    years: Choices


class RegisterForm(forms.Form):
    """The filters of a register; a value that it does not offer is ignored."""

    def __init__(self, data: QueryDict, options: Options) -> None:
        super().__init__(data)
        anything = [("", pgettext_lazy("filter", "all"))]
        statuses = [(value.replace("_", "-"), label) for value, label in ValidityStatus.choices]
        orders = [(value, label) for value, (label, _columns) in ORDERS.items()]
        self.fields["q"] = forms.CharField(label=gettext_lazy("Words to look for"), max_length=200, required=False)
        self.fields["so"] = forms.CharField(label=gettext_lazy("Document number"), max_length=80, required=False)
        for name, label, choices in (
            ("loai", gettext_lazy("Document type"), options.types),
            ("co-quan", gettext_lazy("Issuing body"), options.bodies),
            ("linh-vuc", gettext_lazy("Field of work"), options.fields),
            ("nguoi-ky", gettext_lazy("Signer"), options.signers),
            ("nam", gettext_lazy("Year"), options.years),
            ("tinh-trang", gettext_lazy("Status"), statuses),
        ):
            self.fields[name] = forms.ChoiceField(
                label=label, choices=[*anything, *choices], required=False, widget=MarkedSelect
            )
        self.fields["sap-xep"] = forms.ChoiceField(label=gettext_lazy("Sort by"), choices=orders, required=False)
        self.full_clean()

    def value(self, name: str) -> str:
        """Return what was asked for under ``name``, or an empty string."""
        return str(self.cleaned_data.get(name) or "").replace("\x00", "").strip()


@dataclass
class Selection:
    """The documents that a reader asked for, and how to say so."""

    form: RegisterForm
    documents: LegalDocumentQuerySet
    active: list[dict[str, str]]
    intro: str = ""

    @classmethod
    def of(
        cls, request: HttpRequest, documents: LegalDocumentQuerySet, options: Options, language: str, day: date
    ) -> "Selection":
        """Narrow ``documents`` by the query of ``request``; their status is the one of ``day``."""
        form = RegisterForm(request.GET, options)
        documents = narrow(documents.with_status(day), form, language)
        order = ORDERS.get(form.value("sap-xep"), ORDERS["moi-nhat"])[1]
        return cls(form, documents.order_by(*order), _active(request, form))


def narrow(documents: LegalDocumentQuerySet, form: RegisterForm, language: str) -> LegalDocumentQuerySet:
    """Return those of ``documents`` (with their status) that the form asks for."""
    value = form.value
    if words := value("q"):
        found = Q(pk__in=find_pages(words, language, "document"))
        documents = documents.filter(
            found | Q(title__icontains=words) | Q(abstract__icontains=words) | _number(words)
        )
    if number := value("so"):
        documents = documents.filter(_number(number))
    if kind := value("loai"):
        documents = documents.filter(document_type__slug=kind)
    if body := value("co-quan"):
        documents = documents.filter(issuing_body__slug=body)
    if field := value("linh-vuc"):
        through = documents.model.fields.through.objects.filter(field__slug=field)
        documents = documents.filter(pk__in=through.values("legaldocumentpage_id"))
    if signer := value("nguoi-ky"):
        signers = documents.model.signers.rel.related_model.objects.filter(name=signer)
        documents = documents.filter(pk__in=signers.values("page_id"))
    if year := value("nam"):
        documents = documents.filter(issued_on__year=int(year))
    if status := value("tinh-trang"):
        documents = documents.filter(status=status.replace("-", "_"))
    return documents


def _number(text: str) -> Q:
    """Return what finds a number by any beginning of it, with or without accents: 25, 25/2020, 25/2020/nq-hdnd."""
    if parse(text):
        return Q(number_search=search_key(text))
    pieces = re.fullmatch(r"\s*0*(\d{1,5})\s*(?:/\s*(.*))?", text)
    if not pieces:
        return Q(pk__in=[])
    found = Q(number_int=int(pieces[1]))
    return (
        found & Q(number_search__startswith=f"{int(pieces[1]):02d}/{search_key(pieces[2])}") if pieces[2] else found
    )


def _active(request: HttpRequest, form: RegisterForm) -> list[dict[str, str]]:
    """Return the filters that act as ``{"label", "value", "remove_url"}``, each link without just that one."""
    active = []
    for name, field in form.fields.items():
        value = form.value(name)
        if not value or name == "sap-xep":
            continue
        choices = dict(getattr(field, "choices", []))
        query = request.GET.copy()
        for key in (name, PAGE_PARAMETER, "luu"):
            query.pop(key, None)
        rest = query.urlencode()
        active.append(
            {
                "label": str(field.label),
                "value": str(choices.get(value, value)),
                "remove_url": request.path + (f"?{rest}" if rest else ""),
            }
        )
    return active


def describe(active: list[dict[str, Any]]) -> str:
    """Return the acting filters in words, for headings: ``Loại: Quyết định; Năm: 2025``."""
    return "; ".join(f"{item['label']}: {item['value']}" for item in active)
