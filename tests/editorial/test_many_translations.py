"""The admin of a portal with five thousand translated pages: what an editor waits for does not grow with them."""

import time
import uuid

import pytest
from bs4 import BeautifulSoup
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page
from wagtail_localize.models import TranslatableObject, Translation, TranslationSource

from editorial.models import RequiredTranslation
from home.models import PlainPage
from tests.editorial.translating import english_home, original, translate_everything, translation_of
from tests.factories import SectionPageFactory, UserFactory

pytestmark = pytest.mark.django_db
FEW, MANY = 50, 5000
BUDGET = {"explorer": 250, "explorer in English": 200, "edit in English": 110}
# The whole of a warm view, on a machine that others use too.
SECONDS = 3.0


def rows(parent: Page, keys: list[uuid.UUID], first: int) -> None:
    """Write a live plain page for each of ``keys`` below ``parent`` straight into the tables."""
    kind = ContentType.objects.get_for_model(PlainPage)
    pages = [
        Page(
            path=parent.path + Page._int2str(number).rjust(Page.steplen, Page.alphabet[0]),
            depth=parent.depth + 1,
            title=f"Trang {number}",
            draft_title=f"Trang {number}",
            slug=f"trang-{number}",
            url_path=f"{parent.url_path}trang-{number}/",
            content_type=kind,
            locale_id=parent.locale_id,
            translation_key=key,
            live=True,
            first_published_at=timezone.now(),
            last_published_at=timezone.now(),
        )
        for number, key in enumerate(keys, start=first)
    ]
    Page.objects.bulk_create(pages, batch_size=500)
    fields = [field for field in PlainPage._meta.local_concrete_fields if field.name != "page_ptr"]
    columns = ", ".join(connection.ops.quote_name(field.column) for field in fields)
    values = ["" if field.name == "lead" else None if field.null else "[]" for field in fields]
    places = ", ".join(["%s"] * (len(fields) + 1))
    stored = Page.objects.filter(translation_key__in=keys, locale_id=parent.locale_id).values_list("pk", flat=True)
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {PlainPage._meta.db_table} (page_ptr_id, {columns}) VALUES ({places})",  # noqa: S608
            [(pk, *values) for pk in stored],
        )
    Page.objects.filter(pk=parent.pk).update(numchild=first + len(keys) - 1)


def translated(vietnamese: Page, english: Page, count: int, first: int) -> None:
    """Add ``count`` pages in both languages with the records that wagtail-localize keeps of each."""
    keys = [uuid.uuid4() for _number in range(count)]
    for start in range(0, count, 500):
        some = keys[start : start + 500]
        rows(vietnamese, some, first + start)
        rows(english, some, first + start)
    page_type, plain = (ContentType.objects.get_for_model(model) for model in (Page, PlainPage))
    TranslatableObject.objects.bulk_create(
        [TranslatableObject(translation_key=key, content_type=page_type) for key in keys], batch_size=500
    )
    sources = TranslationSource.objects.bulk_create(
        [
            TranslationSource(
                object_id=key,
                specific_content_type=plain,
                locale_id=vietnamese.locale_id,
                object_repr="Trang",
                content_json="{}",
                last_updated_at=timezone.now(),
            )
            for key in keys
        ],
        batch_size=500,
    )
    Translation.objects.bulk_create(
        [Translation(source=source, target_locale_id=english.locale_id) for source in sources], batch_size=500
    )


def test_lists_reports_and_the_segment_editor_cost_the_same_with_five_thousand_translated_pages(client, home):
    english = english_home(home)
    section = SectionPageFactory(parent=home, title="Kho", slug="kho")
    twin = SectionPageFactory(
        parent=english, title="Store", slug="store", locale=english.locale, translation_key=section.translation_key
    )
    page = original(home, parent=section)
    translation_of(page)
    RequiredTranslation.objects.get_or_create(page_type="home.PlainPage")
    client.force_login(UserFactory(is_superuser=True, is_staff=True))
    edited = page.get_translation(english.locale)
    urls = {
        "explorer": reverse("wagtailadmin_explore", args=[section.pk]),
        "explorer in English": reverse("wagtailadmin_explore", args=[twin.pk]),
        "tracker": reverse("editorial_english"),
        "translations": reverse("wagtail_localize:translations_report"),
        "edit": reverse("wagtailadmin_pages:edit", args=[page.pk]),
        "edit in English": reverse("wagtailadmin_pages:edit", args=[edited.pk]),
        "desk": reverse("wagtailadmin_home"),
    }

    def cost() -> dict[str, int]:
        found = {}
        for name, url in urls.items():
            started = time.process_time()
            with CaptureQueriesContext(connection) as captured:
                assert client.get(url).status_code == 200, name
            assert time.process_time() - started < SECONDS, name
            found[name] = len(captured)
        return found

    translated(section, twin, FEW, first=10)
    cost()
    few = cost()
    translated(section, twin, MANY - FEW, first=10 + FEW)
    with connection.cursor() as cursor:
        # A server gathers statistics by itself, but not in the middle of a transaction.
        cursor.execute("ANALYZE")
    assert Page.objects.child_of(Page.objects.get(pk=twin.pk)).count() >= MANY
    assert cost() == few
    # Wagtail-localize's buttons ask anew for each of the fifty rows of a list; that is theirs.
    assert {name: count for name, count in few.items() if count > BUDGET.get(name, 60)} == {}


def test_the_report_leads_to_both_pages_of_each_translation_and_says_what_is_missing(client, home):
    english_home(home)
    page = original(home)
    client.force_login(UserFactory(is_superuser=True, is_staff=True))
    translation = translation_of(page)
    url = reverse("wagtail_localize:translations_report")
    twin = translation.get_target_instance()

    def status() -> str:
        row = BeautifulSoup(client.get(url).content, "html.parser").select_one("table.listing tbody tr")
        links = [link["href"] for link in row.select("a")]
        assert links == [reverse("wagtailadmin_pages:edit", args=[one.pk]) for one in (page, twin)]
        return row.select("td")[3].get_text(strip=True)

    assert status() == "Đang chờ dịch"
    translate_everything(translation)
    assert status() == "Đã cập nhật"
    twin.delete()
    assert client.get(url).status_code == 200
