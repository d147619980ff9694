"""“Tin khác” under an article: never itself, nothing twice, nothing stale, newest first (domain: article)."""

from datetime import timedelta

import pytest
from django.utils import timezone

from news.models import NewsPage
from tests.factories import CategoryFactory, NewsIndexPageFactory, NewsPageFactory, TopicFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def write(news_index):
    """Publish an article so many days ago, in a category of its own."""

    def publish(days: float, **fields) -> NewsPage:
        moment = timezone.now() - timedelta(days=days)
        return NewsPageFactory(**{"parent": news_index, "published_at": moment} | fields)

    return publish


def related(page: NewsPage) -> list[str]:
    return [other.title for other in NewsPage.objects.get(pk=page.pk).related_news()]


def test_same_topic_goes_before_same_category_and_both_stand_by_date(write):
    category, topic = CategoryFactory(), TopicFactory()
    page = write(1, category=category, topic=topic)
    for day in range(2, 8):
        write(day, category=category, title=f"cùng mục {day}")
    for day in (30, 40):
        write(day, topic=topic, title=f"cùng dòng {day}")
    write(1, category=CategoryFactory(), title="mục khác")
    assert related(page) == [
        *("cùng mục 2", "cùng mục 3", "cùng mục 4", "cùng mục 5"),
        *("cùng dòng 30", "cùng dòng 40"),
    ]


def test_an_article_in_topic_and_category_stands_once_and_never_the_article_itself(write):
    category, topic = CategoryFactory(), TopicFactory()
    page = write(1, category=category, topic=topic, title="chính nó")
    write(2, category=category, topic=topic, title="cả hai")
    assert related(page) == ["cả hai"]


def test_nothing_older_than_the_bound_of_the_section(write, news_index):
    news_index.related_max_age_days = 10
    news_index.save()
    category = CategoryFactory()
    page = write(0, category=category)
    write(9.9, category=category, title="còn mới")
    write(10.1, category=category, title="đã cũ")
    assert related(page) == ["còn mới"]


def test_at_most_six(write):
    category = CategoryFactory()
    page = write(0, category=category)
    for day in range(1, 10):
        write(day, category=category, title=str(day))
    assert related(page) == ["1", "2", "3", "4", "5", "6"]


def test_only_the_same_section(write, organisation_index):
    from tests.factories import OrganisationPageFactory

    category = CategoryFactory()
    page = write(0, category=category)
    department = OrganisationPageFactory(parent=organisation_index)
    write(1, category=category, parent=NewsIndexPageFactory(parent=department), title="của sở")
    assert related(page) == []


def test_an_unfinished_draft_has_no_related_news_by_chance(write):
    page = write(0, live=False, category=None)
    write(1, live=False, category=None)
    write(1)
    assert related(page) == []


def test_the_editors_choice_replaces_the_rule(write):
    category = CategoryFactory()
    page = write(0, category=category)
    write(1, category=category, title="theo luật")
    chosen = write(500, title="chọn tay, cũ")
    draft = write(1, title="nháp", live=False)
    newer = write(3, title="chọn tay, mới")
    page.chosen_related = [("page", chosen), ("page", draft), ("page", page), ("page", newer), ("page", chosen)]
    page.save()
    assert sorted(related(page)) == ["chọn tay, cũ", "chọn tay, mới"]


def test_what_is_chosen_but_gone_leaves_no_hole(write):
    page, gone = write(0), write(1)
    page.chosen_related = [("page", gone)]
    page.save()
    gone.delete()
    assert related(page) == []


def test_the_page_shows_them_with_their_dates(client, write):
    category = CategoryFactory()
    page = write(0, category=category)
    other = write(1, category=category, title="Tin liên quan")
    html = client.get(page.url).content.decode()
    part = html[html.index('id="related"') :]
    assert "Tin liên quan" in part
    assert other.url in part
    assert "<time" in part
