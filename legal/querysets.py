"""Questions about documents: registers, their filters, the status of many on a day."""

from datetime import date

from django.db.models import Case, CharField, F, Q, Value, When
from wagtail.models import Locale, PageManager, PageQuerySet

from core.privacy import open_to_all
from legal.enums import ValidityStatus
from legal.status import CHANGING, ENDING


class LegalDocumentQuerySet(PageQuerySet):
    """Documents for public lists."""

    def listed(self, locale: Locale | int) -> "LegalDocumentQuerySet":
        """Return what the public may see in one language, the newest first."""
        return open_to_all(self.filter(locale=locale)).newest_first()

    def newest_first(self) -> "LegalDocumentQuerySet":
        """Order by day of issue, the later page first on the same day."""
        return self.order_by("-issued_on", "-pk")

    def of_units(self, organisations: list[int], registers: list[int]) -> "LegalDocumentQuerySet":
        """Return the documents that stand in ``registers`` or that bodies of ``organisations`` issued (page ids)."""
        return self.filter(Q(section__in=registers) | Q(issuing_body__organisation__in=organisations))

    def with_status(self, day: date) -> "LegalDocumentQuerySet":
        """Add ``status`` as on ``day``, in the same query: see ``legal.status``, whose rule this repeats."""
        return self.annotate(status=_status_case(self.model, day))

    def with_status_in(self, day: date, status: str) -> "LegalDocumentQuerySet":
        """Return the documents that have ``status`` on ``day``."""
        return self.with_status(day).filter(status=status)

    def for_cards(self) -> "LegalDocumentQuerySet":
        """Fetch what a list entry shows and leave the long texts in the database."""
        return self.defer("body", "recipients", "expired_parts").select_related("document_type", "issuing_body")


def _status_case(model, day: date) -> Case:
    relations = model.incoming_relations.rel.related_model.objects.filter(
        page__live=True, page__effective_from__lte=day
    )
    # By translation key: a document in another language is the same document. The sub-queries name no outer row, so
    # the database answers each of them once for the whole list.
    ended = relations.filter(kind__in=ENDING, is_partial=False).values("target__translation_key")
    changed = relations.filter(kind__in=CHANGING).values("target__translation_key")
    overridden = (
        ~Q(override_status="")
        & (Q(override_from__isnull=True) | Q(override_from__lte=day))
        & (Q(override_until__isnull=True) | Q(override_until__gt=day))
    )
    return Case(
        When(overridden, then=F("override_status")),
        When(translation_key__in=ended, then=Value(ValidityStatus.EXPIRED)),
        When(expires_on__lte=day, then=Value(ValidityStatus.EXPIRED)),
        When(Q(effective_from__isnull=True) | Q(effective_from__gt=day), then=Value(ValidityStatus.NOT_YET)),
        When(translation_key__in=changed, then=Value(ValidityStatus.PARTLY_EXPIRED)),
        default=Value(ValidityStatus.IN_FORCE),
        output_field=CharField(),
    )


LegalDocumentManager = PageManager.from_queryset(LegalDocumentQuerySet)
