"""Six thousand documents cost a reader what sixty do: the same queries, about the same time."""

import time
from datetime import date, timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from legal.enums import RelationKind
from legal.models import DocumentRelation, LegalDocumentPage

TYPED = {"number_key", "number_search", "document_number", "number_int", "issued_on", "effective_from"}


def bulk_documents(example: LegalDocumentPage, first: int, count: int) -> None:
    """Write ``count`` sisters of ``example`` straight into its tables; every second one acts on the one before."""
    parent = example.get_parent(update=True)
    newest = Page.objects.order_by("-pk").first().pk
    rows = []
    for number in range(first, first + count):
        step = Page._int2str(number + 10).rjust(Page.steplen, Page.alphabet[0])
        rows.append(
            Page(
                path=example.path[: -Page.steplen] + step,
                depth=example.depth,
                title=f"Quyết định số {number}/QĐ-UBND",
                draft_title=f"Quyết định số {number}/QĐ-UBND",
                slug=f"luu-tru-{number}",
                url_path=parent.url_path + f"luu-tru-{number}/",
                content_type_id=example.content_type_id,
                locale_id=example.locale_id,
                live=True,
            )
        )
    Page.objects.bulk_create(rows, batch_size=500)
    stored = list(Page.objects.filter(pk__gt=newest).order_by("path").values_list("pk", flat=True))
    fields = [f for f in LegalDocumentPage._meta.local_concrete_fields if f.name != "page_ptr"]
    columns = [connection.ops.quote_name(field.column) for field in fields]
    values = ["%s" if field.name in TYPED else f"e.{column}" for field, column in zip(fields, columns, strict=True)]
    table = LegalDocumentPage._meta.db_table
    sql = (
        f"INSERT INTO {table} (page_ptr_id, {', '.join(columns)}) "  # noqa: S608 (names of our own columns)
        f"SELECT p.id, {', '.join(values)} FROM {table} e, wagtailcore_page p WHERE e.page_ptr_id = %s AND p.id = %s"
    )

    def parameters(number: int, pk: int) -> list:
        day = date(2010, 1, 1) + timedelta(days=number % 5000)
        written = f"{number}/QĐ-UBND"
        typed = {
            "number_key": written,
            "document_number": written,
            "number_search": written.lower(),
            "number_int": number,
            "issued_on": day,
            "effective_from": day,
        }
        return [*(typed[field.name] for field in fields if field.name in TYPED), example.pk, pk]

    with connection.cursor() as cursor:
        cursor.executemany(sql, [parameters(first + index, pk) for index, pk in enumerate(stored)])
    DocumentRelation.objects.bulk_create(
        DocumentRelation(
            page_id=new,
            target_id=old,
            kind=RelationKind.REPLACES,
            is_partial=index % 3 == 0,
            locale_id=parent.locale_id,
        )
        for index, (old, new) in enumerate(zip(stored, stored[1:], strict=False))
        if index % 2
    )
    Page.objects.filter(pk=parent.pk).update(numchild=first + count + 10)


def cost(client, url: str) -> tuple[int, float]:
    """Return queries and the least seconds of processor time of a warm visit."""
    client.get(url)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    # Counted before the next request, which empties the log.
    queries = len(captured)
    times = []
    for _visit in range(3):
        started = time.process_time()
        client.get(url)
        times.append(time.process_time() - started)
    return queries, min(times)


def test_six_thousand_documents_cost_what_sixty_do(client, document):
    example = document("5/QĐ-UBND", date(2009, 1, 5))
    urls = {
        "list": "/van-ban/",
        "status": "/van-ban/?tinh-trang=expired",
        "number": "/van-ban/?so=40/QĐ",
        "type": "/van-ban/?loai=quyet-dinh-ca-biet&nam=2010",
        "json": "/van-ban/json/",
        "document": "/van-ban/luu-tru-40/",
    }
    bulk_documents(example, 1, 60)
    few = {name: cost(client, url) for name, url in urls.items()}
    bulk_documents(example, 61, 5940)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    many = {name: cost(client, url) for name, url in urls.items()}
    assert LegalDocumentPage.objects.count() > 6000
    assert {name: count for name, (count, _) in few.items()} == {name: count for name, (count, _) in many.items()}
    assert max(count for count, _ in many.values()) <= 12, many
    assert many["document"][1] / few["document"][1] < 2.0
    # Lists count their entries, and a filter by status works the statuses out: that grows, within bounds.
    assert max(seconds for _, seconds in many.values()) < 0.6, (few, many)
