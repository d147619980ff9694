"""All checks of one page, as its newest draft stands."""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from django.db.models import Model
from django.utils.translation import gettext_lazy as _
from modelcluster.models import get_all_child_relations
from wagtail.documents import get_document_model
from wagtail.models import Page

from core.attachments import text_of
from departments.models import OrganisationPage
from editorial.content.findings import Finding
from editorial.content.personal_data import digits, personal_data
from editorial.content.wording import caps_title, leaning_lead, misspellings, mixed_short_forms
from editorial.models import Misspelling

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

# What an editor reads; %(words)s are the text's own, %(advice)s is the rule's.
MESSAGES: "dict[str, StrOrPromise]" = {
    "caps_title": _("The title is all in capitals. Write it like a sentence."),
    "leaning_lead": _("The lead begins “%(words)s” and cannot be understood without the title. Name who did what."),
    "misspelling": _("“%(words)s”: usually written “%(advice)s”."),
    "mixed_short_forms": _("One agency is abbreviated in two ways: %(words)s. Choose one."),
    "identity_number": _("This looks like somebody's identity number: %(words)s. Is it meant to be public?"),
    "bank_account": _("This looks like a bank account: %(words)s. Is it meant to be public?"),
    "phone": _("This looks like somebody's telephone number: %(words)s. Is it meant to be public?"),
}
IN_FILE = _("In the file “%(file)s”: %(message)s")


def message_of(finding: Finding) -> str:
    """Return the sentence for a finding, in the active language."""
    return str(MESSAGES[finding.code]) % {"words": finding.words, "advice": finding.advice}


def remarks(page: Page) -> list[str]:
    """Return the sentences that an editor should read before ``page`` goes out; empty if there is nothing to say."""
    lead = getattr(page, "lead", "") or ""
    text = "\n".join([page.title, lead, getattr(page, "body_text", "")])
    contacts = official_numbers()
    found = [*caps_title(page.title), *leaning_lead(lead)]
    found += misspellings(text, Misspelling.objects.values_list("wrong", "right"))
    found += mixed_short_forms(text) + personal_data(text, contacts)
    sentences = [message_of(finding) for finding in found]
    for document in documents_of(page):
        for finding in personal_data(text_of(document), contacts):
            sentences.append(str(IN_FILE) % {"file": document.title, "message": message_of(finding)})
    return sentences


def official_numbers() -> set[str]:
    """Return the telephones, digits only, that units publish as their contacts."""
    rows = OrganisationPage.objects.live().values_list("phone", "hotline", "fax")
    numbers = {digits(part) for row in rows for number in row for part in re.split(r"[,;/–]| - ", number)}
    return numbers - {""}


def documents_of(page: Page) -> list:
    """Return the documents that ``page``, a draft too, links to or carries (the reference index knows no drafts)."""
    things = [page, *(child for relation in get_all_child_relations(page) for child in _children(page, relation))]
    wanted = {key for thing in things for key in _document_keys(thing)}
    return list(get_document_model().objects.filter(pk__in=wanted).order_by("title")) if wanted else []


def _children(page: Page, relation) -> Iterable[Model]:
    return getattr(page, relation.get_accessor_name()).all()


def _document_keys(thing: Model) -> Iterator[int]:
    documents = get_document_model()
    for field in thing._meta.get_fields():
        if field.many_to_one and field.related_model is documents:
            yield field.value_from_object(thing)  # type: ignore[union-attr]
        elif hasattr(field, "extract_references"):
            references = field.extract_references(field.value_from_object(thing))  # type: ignore[union-attr]
            yield from (int(key) for model, key, *_ in references if model is documents)
