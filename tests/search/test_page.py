"""What stands on the page beside the results: facets, promoted results, suggestions, and what is counted."""

from datetime import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.contrib.search_promotions.models import Query, SearchPromotion

from core.dates import VIETNAM
from search import log
from search.models import QueryCount
from tests.factories import (
    NewsIndexPageFactory,
    NewsPageFactory,
    NoticePageFactory,
    OrganisationPageFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


def on(year: int, month: int = 5, day: int = 6) -> datetime:
    return datetime(year, month, day, 8, tzinfo=VIETNAM)


@pytest.fixture
def archive(news_index, notice_index, organisation_index, at_work):
    """Five things about irrigation: three articles, one of them a department's, two notices."""
    with at_work():
        office = OrganisationPageFactory(parent=organisation_index, title="Sở Công Thương")
        own = NewsIndexPageFactory(parent=office, title="Tin của sở")
        NewsPageFactory(parent=news_index, title="Thủy lợi một", published_at=on(2023))
        NewsPageFactory(parent=news_index, title="Thủy lợi hai", published_at=on(2024))
        NewsPageFactory(parent=own, title="Thủy lợi ba", published_at=on(2024, 7))
        NoticePageFactory(parent=notice_index, title="Thủy lợi bốn", published_at=on(2024, 8))
        NoticePageFactory(parent=notice_index, title="Thủy lợi năm", published_at=on(2025))
    return office


@pytest.mark.parametrize(
    ("parameters", "found"),
    [
        ({}, {"một", "hai", "ba", "bốn", "năm"}),
        ({"loai": "news"}, {"một", "hai", "ba"}),
        ({"nam": "2024"}, {"hai", "ba", "bốn"}),
        ({"loai": "news", "nam": "2024"}, {"hai", "ba"}),
        ({"tu-ngay": "2024-07-06"}, {"ba", "bốn", "năm"}),
        ({"tu-ngay": "06/07/2024", "den-ngay": "06/08/2024"}, {"ba", "bốn"}),
        ({"den-ngay": "2023-05-06"}, {"một"}),
        ({"tu-ngay": "2025-01-01", "den-ngay": "2024-01-01"}, set()),
        ({"loai": "khong-co"}, {"một", "hai", "ba", "bốn", "năm"}),
    ],
)
def test_results_are_narrowed(titles, archive, parameters, found):
    assert {title.split()[-1] for title in titles("thuy loi", **parameters)} == found


def test_a_department_narrows_to_its_own(titles, archive):
    assert titles("thuy loi", **{"don-vi": str(archive.pk)}) == ["Thủy lợi ba"]


def test_newest_first_when_asked(titles, archive):
    assert [title.split()[-1] for title in titles("thuy loi", xep="moi")] == ["năm", "bốn", "ba", "hai", "một"]


def facets(client, **parameters) -> dict[str, int]:
    shown = client.get("/tim-kiem/", {"q": "thuy loi", **parameters}).context["facets"]
    return {str(item["title"]): item["count"] for facet in shown for item in facet["items"] if item["count"]}


def test_each_choice_says_how_many_it_would_leave(client, titles, archive):
    assert facets(client) == {"Tin tức": 3, "Thông báo": 2, "2023": 1, "2024": 3, "2025": 1}
    # Choosing a kind leaves the counts of the kinds, and narrows those of the years.
    assert facets(client, loai="notice") == {"Tin tức": 3, "Thông báo": 2, "2024": 1, "2025": 1}
    assert facets(client, **{"tu-ngay": "2024-07-01", "den-ngay": "2024-12-31"}) == {"Tin tức": 1, "Thông báo": 1}


def test_a_choice_is_a_link_that_leads_to_as_many(client, archive):
    page = client.get("/tim-kiem/", {"q": "thuy loi"})
    for facet in page.context["facets"]:
        for item in facet["items"][1:]:
            assert client.get(item["url"]).context["total"] == item["count"], item["title"]


def test_a_department_that_is_not_public_any_more_is_no_choice(client, archive, at_work):
    with at_work():
        NewsPageFactory(parent=archive.get_children().get().specific, title="Thủy lợi sáu", published_at=on(2024))
    # The pages below it stay public; the name of a page that is not, is told nowhere.
    archive.unpublish()
    assert "Sở Công Thương" not in client.get("/tim-kiem/", {"q": "thuy loi"}).content.decode()


# -- promoted results ----------------------------------------------------------------------------------------------


def promote(text: str, **fields) -> SearchPromotion:
    return SearchPromotion.objects.create(query=Query.get(text), **fields)


@pytest.mark.parametrize("typed", ["lịch tiếp dân", "lich tiep dan", "LỊCH  TIẾP DÂN"])
def test_a_promoted_page_stands_above_and_only_once(client, archive, news_index, at_work, typed):
    with at_work():
        page = NewsPageFactory(parent=news_index, title="Lịch tiếp dân tháng này")
    promote("Lịch tiếp dân", page=page, description="Xem ngày, giờ, nơi tiếp.")
    response = client.get("/tim-kiem/", {"q": typed})
    assert [pick.title for pick in response.context["promoted"]] == [page.title]
    assert page.title not in [result.entry.title for result in response.context["results"]]
    assert "Xem ngày, giờ, nơi tiếp." in response.content.decode()


def test_what_is_promoted_must_be_public_and_in_the_language(client, news_index):
    page = NewsPageFactory(parent=news_index, title="Lịch tiếp dân")
    promote("tiep dan", page=page)
    assert client.get("/en/tim-kiem/", {"q": "tiep dan"}).context["promoted"] == []
    page.unpublish()
    assert client.get("/tim-kiem/", {"q": "tiep dan"}).context["promoted"] == []


def test_an_address_elsewhere_may_be_promoted(client, home):
    promote("dich vu cong", external_link_url="https://dvc.example/", external_link_text="Cổng dịch vụ công")
    html = client.get("/tim-kiem/", {"q": "dịch vụ công"}).content.decode()
    assert 'href="https://dvc.example/"' in html


# -- what readers look for -----------------------------------------------------------------------------------------


def test_a_search_writes_nothing_and_is_counted_later(client, archive):
    log.write()
    QueryCount.objects.all().delete()
    with CaptureQueriesContext(connection) as queries:
        for text in ("Thủy lợi", "thuy loi", "khong co dau het"):
            client.get("/tim-kiem/", {"q": text})
    assert not [q["sql"] for q in queries if q["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
    assert not QueryCount.objects.exists()
    assert log.write() == 3
    assert set(QueryCount.objects.values_list("text", "times", "results")) == {
        ("thuy loi", 2, 5),
        ("khong co dau het", 1, 0),
    }


@pytest.mark.parametrize("text", ["0912345678", "cccd 012345678901", "09 1234 5678 9", "a.b@songmay.example"])
def test_what_may_be_somebodys_number_or_address_is_not_counted(client, home, text):
    log.write()
    client.get("/tim-kiem/", {"q": text})
    assert log.write() == 0


def test_nothing_about_a_reader_is_kept():
    kept = {field.name for field in QueryCount._meta.get_fields()}
    assert kept == {"id", "day", "language", "text", "times", "results"}


def test_administrators_see_what_was_never_found(client, archive):
    for text in ("thuy loi", "khong co dau het"):
        client.get("/tim-kiem/", {"q": text})
    log.write()
    address = reverse("search_nothing_found")
    client.force_login(UserFactory(is_superuser=True, is_staff=True))
    html = client.get(address).content.decode()
    assert "khong co dau het" in html
    assert "thuy loi" not in html
    assert "thuy loi" in client.get(reverse("search_queries")).content.decode()
    client.force_login(UserFactory(is_staff=True))
    assert "khong co dau het" not in client.get(address, follow=True).content.decode()


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("so thong tin va truyen thong", "<mark>Sở Thông tin và Truyền thông</mark>"),
        ("sở tttt cũ", "<mark>Sở Thông tin</mark> và <mark>Truyền thông</mark>"),
        ("sở khoa học", ""),
        ("quản lý bưu chính", ""),
    ],
)
def test_a_unit_found_by_another_name_says_which(client, organisation_index, at_work, typed, shown):
    with at_work():
        OrganisationPageFactory(
            parent=organisation_index,
            title="Sở Khoa học và Công nghệ",
            other_names="Sở Bưu chính\nSở Thông tin và Truyền thông",
            functions="<p>Quản lý bưu chính, khoa học.</p>",
        )
    assert [result.other_name for result in client.get("/tim-kiem/", {"q": typed}).context["results"]] == [shown]


# -- suggestions ---------------------------------------------------------------------------------------------------


def suggested(client, text: str) -> list[dict[str, str]]:
    response = client.get("/tim-kiem/goi-y/", {"q": text})
    assert "no-store" in response["Cache-Control"]
    return response.json()["suggestions"]


@pytest.mark.parametrize("typed", ["thuy l", "Thủy lợi n", "thuỷ lợi"])
def test_titles_and_longer_queries_are_suggested_with_their_addresses(client, archive, typed):
    items = suggested(client, typed)
    assert 0 < len(items) <= 8
    assert "Thủy lợi năm" in [item["text"] for item in items]
    assert all(client.get(item["url"]).status_code == 200 for item in items)


@pytest.mark.parametrize("typed", ["", "t", "zzzzqq", "<b>"])
def test_nothing_is_suggested_for_what_nothing_answers(client, archive, typed):
    assert suggested(client, typed) == []


# -- the admin -----------------------------------------------------------------------------------------------------


def test_editors_find_pages_without_accents(client, archive):
    client.force_login(UserFactory(is_superuser=True, is_staff=True))
    html = client.get(reverse("wagtailadmin_pages:search"), {"q": "thuy loi hai"}).content.decode()
    assert "Thủy lợi hai" in html
