"""Status on any day: from dates, from what other documents do, by hand; the same for one and for many."""

from datetime import date, timedelta

import pytest

from legal.enums import RelationKind, ValidityStatus
from legal.models import LegalDocumentPage
from legal.status import Effect, Override, status_on

NOT_YET, IN_FORCE, PARTLY = ValidityStatus.NOT_YET, ValidityStatus.IN_FORCE, ValidityStatus.PARTLY_EXPIRED
EXPIRED, SUSPENDED = ValidityStatus.EXPIRED, ValidityStatus.SUSPENDED
START, END, ACT = date(2025, 3, 1), date(2026, 1, 1), date(2025, 6, 1)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("effects", "day", "expected"),
    [
        ([], START - DAY, NOT_YET),
        ([], START, IN_FORCE),
        ([], END - DAY, IN_FORCE),
        ([], END, EXPIRED),
        ([("replaces", False)], ACT - DAY, IN_FORCE),
        ([("replaces", False)], ACT, EXPIRED),
        ([("repeals", False)], ACT, EXPIRED),
        ([("replaces", True)], ACT, PARTLY),
        ([("repeals", True)], ACT - DAY, IN_FORCE),
        ([("amends", False)], ACT, PARTLY),
        ([("amends", True)], ACT, PARTLY),
        ([("amends", True), ("repeals", False)], ACT, EXPIRED),
        ([("corrects", False), ("guides", False), ("based_on", False), ("consolidates", False)], ACT, IN_FORCE),
    ],
)
def test_dates_and_relations_make_the_status(effects, day, expected):
    effects = [Effect(kind, partial, ACT) for kind, partial in effects]
    assert status_on(day, START, END, effects, Override("")) == expected


def test_a_document_that_was_repealed_before_its_first_day_never_holds():
    repealed = [Effect("repeals", False, START - 5 * DAY)]
    assert status_on(START - 6 * DAY, START, None, repealed, Override("")) == NOT_YET
    assert status_on(START, START, None, repealed, Override("")) == EXPIRED


def test_a_status_by_hand_holds_from_its_first_day_until_before_its_last():
    override = Override(SUSPENDED, ACT, ACT + 10 * DAY)
    days = {ACT - DAY: IN_FORCE, ACT: SUSPENDED, ACT + 9 * DAY: SUSPENDED, ACT + 10 * DAY: IN_FORCE}
    assert {day: status_on(day, START, None, [], override) for day in days} == days


def test_a_replacement_counts_from_its_own_first_day_and_only_while_it_is_public(document, relate):
    old = document("12/QĐ-UBND", date(2025, 1, 10))
    new = document("30/QĐ-UBND", date(2025, 5, 2), effective_from=ACT)
    relate(new, RelationKind.REPLACES, old)

    def status(day):
        one = LegalDocumentPage.objects.get(pk=old.pk).status_on(day)
        assert LegalDocumentPage.objects.with_status(day).get(pk=old.pk).status == one
        return one

    assert (status(ACT - DAY), status(ACT)) == (IN_FORCE, EXPIRED)
    new.unpublish()
    assert status(ACT) == IN_FORCE
    new.save_revision().publish()
    assert status(ACT) == EXPIRED


def test_one_and_many_agree_on_every_day_of_a_year(document, relate, django_assert_num_queries):
    """Fourteen documents that do everything to each other, asked on each day of 2025 in both ways."""
    pages = [
        document(
            f"{number + 10}/QĐ-UBND",
            date(2025, 1, 5) + timedelta(days=20 * number),
            effective_from=date(2025, 1, 5) + timedelta(days=20 * number + 7 * (number % 4)),
            expires_on=date(2025, 9, 1) + timedelta(days=number * 9) if number % 5 == 0 else None,
        )
        for number in range(14)
    ]
    for number, page in enumerate(pages[2:], start=2):
        for offset, kind in enumerate(list(RelationKind)[number % 3 : number % 3 + 2], start=1):
            relate(page, kind, pages[number - offset], partial=number % 4 == 3)
    LegalDocumentPage.objects.filter(pk=pages[3].pk).update(
        override_status=SUSPENDED, override_from=date(2025, 4, 1), override_until=date(2025, 5, 1)
    )
    pages[12].unpublish()
    pages = list(LegalDocumentPage.objects.order_by("pk"))
    seen = set()
    for number in range(366):
        day = date(2025, 1, 1) + timedelta(days=number)
        with django_assert_num_queries(1):
            many = dict(LegalDocumentPage.objects.with_status(day).order_by().values_list("pk", "status"))
        one = {page.pk: str(page.status_on(day)) for page in pages}
        assert one == many, day
        seen |= set(many.values())
        for status in set(many.values()) if number % 10 == 0 else ():
            found = LegalDocumentPage.objects.with_status_in(day, status).values_list("pk", flat=True)
            assert set(found) == {pk for pk, value in many.items() if value == status}
    assert seen == {NOT_YET, IN_FORCE, PARTLY, EXPIRED, SUSPENDED}


def test_a_translation_has_the_status_of_its_original(document, relate, english, home):
    old = document("12/QĐ-UBND", date(2025, 1, 10))
    new = document("30/QĐ-UBND", date(2025, 5, 2), effective_from=ACT)
    relate(new, RelationKind.REPLACES, old)
    twin = old.copy_for_translation(english, copy_parents=True)
    assert twin.status_on(ACT) == EXPIRED
    assert LegalDocumentPage.objects.with_status(ACT).get(pk=twin.pk).status == EXPIRED
