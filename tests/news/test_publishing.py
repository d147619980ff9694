"""What the model keeps in order by itself: the first publication's date, the section an article stands in."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from news.models import NewsPage
from tests.factories import (
    CategoryFactory,
    NewsIndexPageFactory,
    NewsPageFactory,
    OrganisationPageFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

MONDAY = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)


@pytest.fixture
def other_index(organisation_index):
    """The news of a department."""
    return NewsIndexPageFactory(parent=OrganisationPageFactory(parent=organisation_index))


def fresh(page: NewsPage) -> NewsPage:
    return NewsPage.objects.get(pk=page.pk)


def test_the_first_publication_gives_the_date(news_index):
    with time_machine.travel(MONDAY, tick=False):
        page = NewsPageFactory(parent=news_index, live=False, published_at=None)
        assert fresh(page).published_at is None
    with time_machine.travel(MONDAY + timedelta(days=1), tick=False):
        page.save_revision().publish()
    assert fresh(page).published_at == MONDAY + timedelta(days=1)


def test_publishing_again_keeps_the_date(news_index):
    with time_machine.travel(MONDAY, tick=False):
        page = NewsPageFactory(parent=news_index, live=False, published_at=None)
        page.save_revision().publish()
    with time_machine.travel(MONDAY + timedelta(days=9), tick=False):
        draft = fresh(page).get_latest_revision_as_object()
        draft.lead = "Sửa một câu."
        draft.save_revision().publish()
        draft.unpublish()
        fresh(page).get_latest_revision_as_object().save_revision().publish()
    assert fresh(page).published_at == MONDAY


def test_the_editors_date_wins(news_index):
    page = NewsPageFactory(parent=news_index, live=False, published_at=MONDAY - timedelta(days=400))
    page.save_revision().publish()
    assert fresh(page).published_at == MONDAY - timedelta(days=400)


def test_a_scheduled_article_is_dated_when_it_goes_out(news_index):
    from django.core.management import call_command

    with time_machine.travel(MONDAY, tick=False):
        page = NewsPageFactory(parent=news_index, live=False, published_at=None)
        page.go_live_at = MONDAY + timedelta(hours=5)
        page.save_revision().publish()
        assert not fresh(page).live
    with time_machine.travel(MONDAY + timedelta(hours=5, minutes=3), tick=False):
        call_command("publish_scheduled")
    page = fresh(page)
    assert page.live
    assert page.published_at >= MONDAY + timedelta(hours=5)


def test_the_section_follows_creation_move_and_copy(news_index, other_index):
    page = NewsPageFactory(parent=news_index)
    assert fresh(page).section_id == news_index.pk
    page.move(other_index, pos="last-child")
    assert fresh(page).section_id == other_index.pk
    copy = fresh(page).copy(to=news_index, update_attrs={"slug": "ban-sao"})
    assert fresh(copy).section_id == news_index.pk
    assert fresh(page).section_id == other_index.pk


def test_a_moved_article_is_listed_where_it_stands(client, news_index, other_index):
    page = NewsPageFactory(parent=news_index, title="Bài chuyển nhà")
    client.force_login(UserFactory(is_superuser=True))
    client.post(reverse("wagtailadmin_pages:move_confirm", args=[page.pk, other_index.pk]))
    client.logout()
    assert "Bài chuyển nhà" in client.get(other_index.url).content.decode()
    assert "Bài chuyển nhà" not in client.get(news_index.url).content.decode()


def fresh_index(index):
    return type(index).objects.get(pk=index.pk)


def test_articles_stay_listed_when_their_index_moves(client, news_index, organisation_index):
    page = NewsPageFactory(parent=news_index, title="Bài đi cùng")
    department = OrganisationPageFactory(parent=organisation_index)
    news_index.move(department, pos="last-child")
    assert "Bài đi cùng" in client.get(fresh_index(news_index).url).content.decode()
    assert fresh(page).section_id == news_index.pk


def test_a_copied_department_lists_its_own_articles(other_index):
    NewsPageFactory(parent=other_index, title="Bài của sở")
    department = other_index.get_parent()
    copy = department.copy(recursive=True, update_attrs={"slug": "so-moi"})
    copied = NewsPage.objects.descendant_of(copy).get()
    assert copied.section_id == copied.get_parent().pk


def test_an_imported_article_can_be_copied_and_translated(news_index, english):
    page = NewsPageFactory(parent=news_index, import_key="abc", import_notes=[{"code": "x", "message": "y"}])
    copy = page.copy(update_attrs={"slug": "ban-sao"})
    assert fresh(copy).import_key is None
    news_index.get_parent().specific.copy_for_translation(english)
    news_index.copy_for_translation(english)
    twin = page.copy_for_translation(english)
    assert fresh(twin).import_key is None


def test_a_deleted_category_does_not_take_articles_along(news_index):
    from django.db.models import ProtectedError

    page = NewsPageFactory(parent=news_index, category=CategoryFactory())
    with pytest.raises(ProtectedError):
        page.category.delete()


def test_an_article_dated_ahead_breaks_no_calendar(client, news_index):
    """Every link that the list and its calendar offer leads somewhere."""
    NewsPageFactory(parent=news_index, published_at=timezone.now() + timedelta(days=40), title="Ngày mai")
    NewsPageFactory(parent=news_index, published_at=timezone.now() - timedelta(days=40), title="Hôm qua")
    from bs4 import BeautifulSoup

    page = BeautifulSoup(client.get(news_index.url).content, "html.parser")
    links = {link["href"] for link in page.main.find_all("a", href=True) if link["href"].startswith("/tin-tuc/")}
    assert links
    assert {link: status for link in links if (status := client.get(link).status_code) != 200} == {}
