"""What a document may not be published with, in words."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from legal.models.parts import DocumentRelation
from legal.numbers import (
    DocumentNumber,
    Problem,
    agrees,
    fits,
    meant_body,
    number_problems,
    parse,
    split_type_words,
    suggestion,
)
from legal.status import ENDING
from legal.vocabulary import DECREE_30_SINCE, MODERN_NUMBERS_SINCE, OBSOLETE_CODES

if TYPE_CHECKING:
    from legal.models import LegalDocumentPage

# A chain of replacements longer than this is no chain that a province ever made.
MAX_CHAIN = 200


def document_errors(page: "LegalDocumentPage") -> dict[str, str]:
    """Return field → sentence for all that is wrong or missing; what belongs to no field stands under ``__all__``."""
    errors = {
        name: _("This must be filled in before publication.")
        for name in ("document_number", "document_type", "issuing_body", "issued_on", "abstract")
        if not getattr(page, name)
    }
    errors |= _date_errors(page) | _override_errors(page)
    if "document_number" not in errors:
        errors |= _number_errors(page)
    general = [*_duplicates(page), *relation_errors(page, list(page.relations.all())), *_missing_text(page)]
    if general:
        errors["__all__"] = " ".join(general)
    return errors


def _date_errors(page: "LegalDocumentPage") -> dict[str, str]:
    errors = {}
    if page.issued_on and page.effective_from and page.effective_from < page.issued_on:
        errors["effective_from"] = _("A document cannot take effect before it is issued.")
    first = page.effective_from or page.issued_on
    if first and page.expires_on and page.expires_on <= first:
        errors["expires_on"] = _("A document cannot expire before it takes effect.")
    return errors


def _override_errors(page: "LegalDocumentPage") -> dict[str, str]:
    errors = {}
    if page.override_status and not page.override_reason.strip():
        errors["override_reason"] = _("Say why the status is another one than the computed one.")
    if page.override_from and page.override_until and page.override_until <= page.override_from:
        errors["override_until"] = _("The end must be after the beginning.")
    return errors


def _number_errors(page: "LegalDocumentPage") -> dict[str, str]:
    number = parse(page.document_number)
    old = page.issued_on and page.issued_on.year < MODERN_NUMBERS_SINCE
    if number is None:
        return (
            {}
            if old
            else {"document_number": _("This is not the number of a document: 25/2020/NQ-HĐND, 959/QĐ-UBND, …")}
        )
    sentences = [_number_sentence(number, problem) for problem in number_problems(number) if not old]
    if page.issued_on and page.issued_on < DECREE_30_SINCE and number.type_code in OBSOLETE_CODES:
        sentences = []
    sentences += _clashes(page, number)
    sentences = [sentence for sentence in sentences if sentence]
    return {"document_number": " ".join(sentences)} if sentences else {}


def _number_sentence(number: DocumentNumber, problem: Problem) -> str:
    """Return what is wrong with a number; an unknown type for which nothing can be proposed is let pass."""
    meant = suggestion(number.type_code)
    words: dict[str, object] = {"code": number.type_code, "meant": meant, "year": number.year}
    if problem is Problem.OBSOLETE_TYPE:
        return _("The abbreviation %(code)s is out of use; write %(meant)s.") % words
    if problem is Problem.UNKNOWN_TYPE:
        return _("There is no type %(code)s; did you mean %(meant)s?") % words if meant else ""
    if problem is Problem.MISTYPED_BODY:
        mistyped = next(body for body in number.issuers if meant_body(body))
        return _("There is no body %(body)s; did you mean %(meant)s?") % {
            "body": mistyped,
            "meant": meant_body(mistyped),
        }
    if problem is Problem.YEAR_MISSING:
        return _("The number of a document of the type %(code)s bears the year: 25/2020/%(code)s-…") % words
    if problem is Problem.YEAR_UNEXPECTED:
        return _("Only normative documents bear the year in their number; %(code)s is none.") % words
    return _("Check the year %(year)s in the number.") % words


def _clashes(page: "LegalDocumentPage", number: DocumentNumber) -> list[str]:
    """Return where number and record sheet contradict each other."""
    found = []
    kind, body = page.document_type, page.issuing_body
    if kind and not fits(number, kind.code):
        found.append(_("The number is not that of the type “%(type)s”.") % {"type": kind.name})
    elif kind and not number.is_old_form and kind.is_normative != number.is_normative:
        found.append(
            _("The number has no year, but the type “%(type)s” is normative.") % {"type": kind.name}
            if kind.is_normative
            else _("The number bears a year like that of a normative document; “%(type)s” is none.")
            % {"type": kind.name}
        )
    if body and body.abbreviation and not _is_issuer(number, body.abbreviation):
        found.append(_("The number is not one of %(body)s.") % {"body": body.name})
    if page.issued_on and number.year and number.year != page.issued_on.year:
        found.append(_("The year in the number is not that of the day of issue."))
    words, _rest = split_type_words(page.title)
    if words and not agrees(number, words):
        found.append(_("The title says “%(type)s”, the number does not.") % {"type": words})
    return found


def _is_issuer(number: DocumentNumber, abbreviation: str) -> bool:
    def plain(word: str) -> str:
        return word.replace("&", "").casefold()

    return plain(abbreviation) in {plain(number.body), *map(plain, number.issuers)}


def _duplicates(page: "LegalDocumentPage") -> list[str]:
    """Return a sentence if another published document of the language has the same number, type, body and year."""
    if not (page.number_key and page.document_type_id and page.issuing_body_id and page.issued_on):
        return []
    twins = type(page).objects.filter(
        live=True,
        locale=page.locale_id,
        number_key=page.number_key,
        number_year=page.number_year,
        document_type=page.document_type_id,
        issuing_body=page.issuing_body_id,
    )
    twin = twins.exclude(pk=page.pk).first()
    return [_("There is a document of this number already: %(title)s.") % {"title": twin.title}] if twin else []


def _missing_text(page: "LegalDocumentPage") -> list[str]:
    if page.body or page.files.all():
        return []
    return [_("Add a file or the text of the document.")]


def relation_errors(page: "LegalDocumentPage", relations: Iterable[DocumentRelation]) -> list[str]:
    """Return what is wrong with the relations of ``page``: to nothing, to itself, to a later one, in a circle."""
    found = []
    relations = list(relations)
    for relation in relations:
        target = relation.target
        if target is None:
            if not relation.target_words.strip():
                found.append(_("Every relation needs the other document."))
            continue
        words = {"title": target.title}
        if target.translation_key == page.translation_key:
            found.append(_("A document has no relation to itself."))
        elif page.issued_on and target.issued_on and target.issued_on > page.issued_on:
            found.append(_("“%(title)s” was issued later: it can act on this document, not the reverse.") % words)
    ended = {r.target_id: r.target for r in relations if r.kind in ENDING and r.target and r.target_id != page.pk}
    if page.pk is not None and (chain := _circle(page, page.pk, set(ended))):
        found.append(
            _("These documents would replace each other in a circle: %(chain)s.") % {"chain": " → ".join(chain)}
        )
    return found


def _circle(page: "LegalDocumentPage", own: int, first: set[int]) -> list[str]:
    """Return the titles of a chain of published replacements that leads from ``first`` back to ``page`` (``own``)."""
    came_from: dict[int, int] = dict.fromkeys(first, own)
    frontier = set(first)
    while frontier and len(came_from) < MAX_CHAIN:
        rows = DocumentRelation.objects.filter(
            page__in=frontier, page__live=True, kind__in=ENDING, target__isnull=False
        ).values_list("page_id", "target_id")
        frontier = set()
        for source, target in rows:
            if target == own:
                way = [source]
                while came_from[way[-1]] != own:
                    way.append(came_from[way[-1]])
                titles = dict(type(page).objects.filter(pk__in=way).values_list("pk", "title"))
                return [page.title, *(titles[pk] for pk in reversed(way)), page.title]
            if target not in came_from:
                came_from[target] = source
                frontier.add(target)
    return []
